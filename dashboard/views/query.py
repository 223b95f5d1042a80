"""What the address bar asks for, checked against what there is: nothing unknown gets any further."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from indicators.areas import Area, AreaKind, UnknownAreaError
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.indicator import Indicator

Query = Mapping[str, str]
T = TypeVar("T")

DEFAULT_AREA = "S12000042"
LONGEST_VALUE = 400


def area_of(catalogue: Catalogue, query: Query) -> Area:
    """The council asked for by code or name; the first council where it is absent or unknown."""
    asked = text(query, "area")
    try:
        found = catalogue.areas.resolve(asked) if asked else None
    except UnknownAreaError:
        found = None
    if found is not None and found.kind is AreaKind.COUNCIL:
        return found
    default = catalogue.areas.by_code.get(DEFAULT_AREA)
    return default or catalogue.areas.councils[0]


def no_such_council(catalogue: Catalogue, query: Query) -> str:
    """One line where the address asks for a council there is none of; else an empty text."""
    asked = text(query, "area")
    if not asked:
        return ""
    near = ""
    try:
        if catalogue.areas.resolve(asked).kind is AreaKind.COUNCIL:
            return ""
    except UnknownAreaError as error:
        near = f" Did you mean {error.nearest}?" if error.nearest else ""
    return f"No council {asked[:40]}: {area_of(catalogue, query).name} is chosen instead.{near}"


def indicator_of(catalogue: Catalogue, query: Query, among: Iterable[Indicator]) -> Indicator:
    """The indicator asked for in any spelling; the first of `among` where it is absent or unknown."""
    choices = list(among)
    try:
        found = catalogue.resolve(text(query, "indicator")) if text(query, "indicator") else None
    except UnknownIndicatorError:
        found = None
    return found if found is not None and found in choices else choices[0]


def one_of(query: Query, name: str, allowed: Iterable[T], default: T) -> T:
    """The value asked for where it is allowed, else the default."""
    asked = text(query, name)
    return next((choice for choice in allowed if str(choice) == asked), default)


def several_of(query: Query, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """The comma-separated values asked for that are allowed, in the order asked, each once."""
    known = set(allowed)
    asked = dict.fromkeys(text(query, name).split(","))
    return tuple(value for value in asked if value in known)


def text(query: Query, name: str) -> str:
    """A parameter as a short plain text; anything else is taken as absent."""
    value = query.get(name, "")
    return value.strip() if isinstance(value, str) and len(value) <= LONGEST_VALUE else ""
