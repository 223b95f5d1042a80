"""What one cell of a table on a screen says: words, small print, the number, the indicators it leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from dash.development.base_component import Component

from dashboard.plain import SVG
from indicators.display import Shown

_WHOLE: Final = re.compile(r"−?(\d{1,3}(,\d{3})+|[1-9]\d*|0)")
_SIGN: Final = re.compile(r"\s*\[[a-z]\]")
_STORY: Final = re.compile(r"^/indicators/([^/]+)$")
_APART: Final = frozenset({"Li", "P", "Dt", "Dd", "Br"})
_NOT_READ: Final = frozenset({"unseen", "phone-only", "by"})


@dataclass(slots=True)
class Said:
    """What a cell says: its words, its small print, the numbers and the indicators in it."""

    parts: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    numbers: list[Shown] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words in large print."""
        return "".join(self.parts).strip(" ;")

    @property
    def note(self) -> str:
        """The small print."""
        return "; ".join(part for part in (part.strip() for part in self.small) if part)

    @property
    def number(self) -> float | int | None:
        """The number, where the cell says one and no more than signs beside it; whole ones as such."""
        if len(self.numbers) > 1:
            return None
        words = _SIGN.sub("", self.words)
        if self.numbers and words == _SIGN.sub("", self.numbers[0]):
            exact = self.numbers[0].exact
            return int(exact) if float(exact).is_integer() else exact
        return int(words.replace(",", "").replace("−", "-")) if _WHOLE.fullmatch(words) else None


def said_by(node: object) -> Said:
    """What a component says to those who see it on a wide screen."""
    said = Said()
    _read(node, said, small=False)
    return said


def _read(node: Any, said: Said, small: bool) -> None:
    """Add what a part of a cell says, without what only a phone or a screen reader is told."""
    if isinstance(node, list | tuple):
        for each in node:
            _read(each, said, small)
    elif isinstance(node, str | int | float):
        _keep(node, said, small)
    elif isinstance(node, Component) and node._namespace != SVG and not _is_left_out(node):
        said.codes += _codes(getattr(node, "href", None))
        inside = getattr(node, "children", None)
        if "arrow" in classes_of(node):
            inside = [_without_hiding(each) for each in listed(inside)]
        if node._type in _APART and said.parts and not small:
            said.parts.append("; ")
        _read(inside, said, small or node._type == "Small")


def _keep(node: str | float, said: Said, small: bool) -> None:
    if small:
        said.small.append(str(node))
        return
    said.parts.append(str(node))
    if isinstance(node, Shown):
        said.numbers.append(node)


def _is_left_out(node: Component) -> bool:
    hidden = getattr(node, "aria-hidden", None) == "true" or node._type == "Summary"
    return hidden or bool(classes_of(node) & _NOT_READ)


def _without_hiding(node: Any) -> Any:
    """The children of a span for screen readers: beside an arrow it says which way."""
    return getattr(node, "children", None) if "unseen" in classes_of(node) else node


def _codes(address: object) -> list[str]:
    """The indicator a link leads to."""
    if not isinstance(address, str):
        return []
    parts = urlsplit(address)
    story = _STORY.match(parts.path)
    return [unquote(story.group(1))] if story else parse_qs(parts.query).get("indicator", [])[:1]


def classes_of(node: object) -> set[str]:
    """Its CSS classes."""
    return set(str(getattr(node, "className", None) or "").split())


def listed(children: Any) -> list[Any]:
    """The children of a component as a list, however they were given."""
    return list(children) if isinstance(children, list | tuple) else [children]
