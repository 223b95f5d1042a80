"""Councils, localities, Scotland and family groups, and the map from any publisher's spelling to a code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

SCOTLAND = "S92000003"


class AreaKind(StrEnum):
    """What an area is; only councils are ranked."""

    COUNCIL = "council"
    COUNTRY = "country"
    PARTNERSHIP = "partnership"
    LOCALITY = "locality"
    UNKNOWN = "unknown"


class FamilyScheme(StrEnum):
    """The two LGBF ways of grouping councils; the indicator chooses which."""

    PEOPLE = "people"
    PLACE = "place"


class UnknownAreaError(KeyError):
    """A name or code that is no area, with the nearest known name."""

    def __init__(self, name: str, nearest: str) -> None:
        self.name, self.nearest = name, nearest
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"'{name}' is not a known area{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Area:
    """One area, its current GSS code, and every other spelling and code it has gone by.

    `council` is the code of the council a locality is part of; empty for every other kind of area.
    """

    code: str
    name: str
    kind: AreaKind
    short: str = ""
    tile: tuple[int, int] = (0, 0)
    aliases: tuple[str, ...] = ()
    old_codes: tuple[str, ...] = ()
    partnership: str = ""
    partnership_code: str = ""
    council: str = ""


@dataclass(frozen=True, slots=True)
class FamilyGroup:
    """Eight similar councils under one scheme, from a date onwards."""

    code: str
    scheme: FamilyScheme
    number: int
    label: str
    valid_from: str
    members: tuple[str, ...]


class Areas:
    """All areas and family groups, found by any of their names or codes."""

    def __init__(self, areas: Iterable[Area], groups: Iterable[FamilyGroup] = ()) -> None:
        self.by_code: dict[str, Area] = {area.code: area for area in areas}
        self.groups: tuple[FamilyGroup, ...] = tuple(groups)
        self._codes = _spellings(self.by_code)

    def __getitem__(self, code: str) -> Area:
        return self.by_code[code]

    @property
    def councils(self) -> tuple[Area, ...]:
        """The 32 councils in the order of their names."""
        found = (area for area in self.by_code.values() if area.kind is AreaKind.COUNCIL)
        return tuple(sorted(found, key=lambda area: area.name))

    @property
    def localities(self) -> tuple[Area, ...]:
        """The declared areas below a council in the order of their names, which begin with the council's."""
        found = (area for area in self.by_code.values() if area.kind is AreaKind.LOCALITY)
        return tuple(sorted(found, key=lambda area: area.name))

    def resolve(self, name: str) -> Area:
        """The area a publisher means by `name`: exact spellings only, never part of a name.

        Raises UnknownAreaError with the nearest known name.
        """
        code = self._codes.get(fold(name))
        if code is None:
            raise UnknownAreaError(name, self._nearest(name))
        return self.by_code[code]

    def family(self, scheme: FamilyScheme, council: str, day: date | None = None) -> FamilyGroup | None:
        """The family group of a council on a day (by default the newest); None for Scotland and others."""
        valid = self.groups_on(scheme, day or date.max)
        return next((group for group in valid if council in group.members), None)

    def groups_on(self, scheme: FamilyScheme, day: date) -> tuple[FamilyGroup, ...]:
        """The groups of a scheme as they were on a day, those made last before it; none before the first."""
        known = [g for g in self.groups if g.scheme is scheme and g.valid_from <= day.isoformat()]
        newest = max((group.valid_from for group in known), default="")
        return tuple(group for group in known if group.valid_from == newest)

    def _nearest(self, name: str) -> str:
        close = get_close_matches(fold(name), self._codes, n=1, cutoff=0.6)
        return self.by_code[self._codes[close[0]]].name if close else ""


def fold(name: str) -> str:
    """A spelling stripped of what publishers vary: case, accents, spaces, `&` against `and`, commas."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().replace("&", " and ").replace(",", " ").split())


def _spellings(areas: Mapping[str, Area]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for area in areas.values():
        for spelling in (area.name, area.code, *area.aliases, *area.old_codes):
            owner = codes.setdefault(fold(spelling), area.code)
            if owner != area.code:
                raise ValueError(f"'{spelling}' is claimed by both {owner} and {area.code}")
    return codes
