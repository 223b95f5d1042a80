"""Reads data/catalogue/plans/*.toml: published projects, actions and risks, each with where it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from indicators.catalogue import Catalogue
from indicators.toml_checks import check_known
from indicators.toml_entries import Entry, entries
from indicators.written import when
from indicators.written.checks import WritingError
from indicators.written.plan import Action, Project
from indicators.written.risk import RegisteredRisk

PUBLISHED_AUTHOR = "published"
"""Who wrote what was carried over from a published plan."""
_KINDS: Mapping[str, type[Project | Action | RegisteredRisk]] = {
    "project": Project,
    "action": Action,
    "risk": RegisteredRisk,
}
_NEEDED = ("code", "title", "area", "origin", "published_on")


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """Something a published plan holds: the key it is kept under, and the day of its publication."""

    key: str
    content: Project | Action | RegisteredRisk
    published_on: date


def read_plans(folder: Path, catalogue: Catalogue) -> tuple[PublishedItem, ...]:
    """Everything the plans of a catalogue folder hold, in the order of the files; without files, nothing.

    Raises CatalogueError, naming file and line, for an unknown area, indicator or key, for a text that
    cannot be kept, and for a code used twice.
    """
    found: dict[str, PublishedItem] = {}
    for entry in entries(folder, "plans/*.toml", "plan", needed=False):
        for item in _of_plan(entry, catalogue):
            if item.key in found:
                raise entry.fail(f"the code '{item.content.code}' is used twice", "code", item.content.code)
            found[item.key] = item
    return tuple(found.values())


def _of_plan(entry: Entry, catalogue: Catalogue) -> Iterator[PublishedItem]:
    for name in entry.values:
        if name not in (*_NEEDED, *_KINDS):
            raise entry.fail(f"'{name}' is not a key of a plan; remove or correct it", name)
    for name in _NEEDED:
        if not isinstance(entry.values.get(name), str):
            raise entry.fail(f"the key '{name}' is missing", name)
    check_known(entry, "area", entry.values["area"], catalogue.areas.by_code)
    try:
        published_on = date.fromisoformat(entry.values["published_on"])
    except ValueError as error:
        raise entry.fail(f"published_on: {error}", "published_on") from None
    for name, kind in _KINDS.items():
        for values in entry.values.get(name, ()):
            content = _content(entry, kind, values, published_on, catalogue)
            yield PublishedItem(f"{entry.values['code']}-{content.code}", content, published_on)


def _content(
    entry: Entry, kind: type[Any], values: Mapping[str, Any], said_on: date, catalogue: Catalogue
) -> Any:
    """One item of a plan; what is wrong with it is told at the line of its title."""
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }
    title = str(given.get("title", ""))
    for key in ("title", "code", "lines"):
        if not given.get(key):
            raise entry.fail(f"'{title[:60]}': the key '{key}' is missing", "title", title)
    lines, pages = given.pop("lines"), given.pop("pages", "")
    plan = "register" if kind is RegisteredRisk else "plan"
    given |= {"area": entry.values["area"], plan: entry.values["title"]}
    seen = f"; inspection report, pages {pages}" if pages else ""
    given["origin"] = f"{entry.values['origin']}, text line {lines}{seen}"
    for key, read in (("start", when.begins), ("due", lambda text: when.due(text, said_on))):
        if key in given:
            given[key] = read(given[key])
    if "progress" in given:
        given["progress"] = float(given["progress"])
    try:
        given["indicators"] = tuple(catalogue.resolve(code).code for code in given.get("indicators", ()))
        return kind(**given)
    except (WritingError, KeyError, TypeError) as error:
        raise entry.fail(f"'{title[:60]}': {error}", "title", title) from None
