"""Addresses of this site: read into a path's page and a query's values, and put together again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode

from dashboard.shell import Page, Query

LONGEST_VALUE: Final = 400


def parse_query(search: object) -> dict[str, str]:
    """The query of an address as one value a name (the last one); {} for anything that is not a query.

    Values are cut at 400 characters and lose control characters.
    """
    if not isinstance(search, str) or len(search) > 20_000:
        return {}
    try:
        pairs = parse_qsl(search.removeprefix("?"), max_num_fields=60, errors="replace")
    except ValueError:
        return {}
    return {name: _clean(value) for name, value in pairs}


def href(path: str, query: Query | None = None, **changes: str) -> str:
    """An address of this site: the path, and the query with changes (an empty string leaves a name out)."""
    wanted = {**(query or {}), **changes}
    parameters = urlencode({name: value for name, value in wanted.items() if value})
    return f"{path}?{parameters}" if parameters else path


def find_page(pages: Sequence[Page], pathname: str) -> tuple[Page, dict[str, str]] | None:
    """The page at a path, with the values of its names in angle brackets."""
    asked = _segments(unquote(pathname))
    for page in pages:
        values = _match(_segments(page.path), asked)
        if values is not None:
            return page, values
    return None


def _segments(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment]


def _match(wanted: Sequence[str], asked: Sequence[str]) -> dict[str, str] | None:
    """The named segments, or None when the paths differ."""
    if len(wanted) != len(asked):
        return None
    values: dict[str, str] = {}
    for want, have in zip(wanted, asked, strict=True):
        if want.startswith("<") and want.endswith(">"):
            values[want[1:-1]] = _clean(have)
        elif want != have:
            return None
    return values


def _clean(value: str) -> str:
    return "".join(letter for letter in value[:LONGEST_VALUE] if letter.isprintable())
