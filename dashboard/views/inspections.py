"""Care Inspectorate grades of one council: services by theme, shares by council, the oldest inspections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.views.choices import Choice
from dashboard.views.inspection_councils import CouncilLine, councils, published
from dashboard.views.inspection_grid import (
    GridRow,
    Service,
    ThemeLine,
    grid_row,
    oldest,
    services,
    theme_line,
    themes_worst_first,
)
from dashboard.views.moments import day_words
from dashboard.views.paging import Paging, asked_page, most_of
from dashboard.views.query import Query, one_of
from dashboard.views.text import Text, bold, join_text
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.grades import Grade, Sector
from indicators.store import inspected
from indicators.store.inspected import GradeList

ALL = "all"
OLDEST = 10


@dataclass(frozen=True, slots=True)
class Inspections:
    """All the screen of inspections says of one council and one list; without a list, only the lead."""

    area: Area
    lead: Text
    source: str
    attribution: str
    lists: tuple[Choice, ...]
    chosen: str
    types: tuple[Choice, ...]
    service_type: str
    sectors: tuple[Choice, ...]
    sector: str
    themes: tuple[ThemeLine, ...]
    rows: tuple[GridRow, ...]
    paging: Paging
    oldest: tuple[GridRow, ...]
    never: int
    councils: tuple[CouncilLine, ...]
    national: str


@dataclass(frozen=True, slots=True)
class Picked:
    """The types and sectors of a list as choices, and which of them the address asks for."""

    types: tuple[Choice, ...]
    kind: str
    sectors: tuple[Choice, ...]
    sector: str

    @property
    def kinds_wanted(self) -> list[str]:
        """The type asked for; nothing where it is all."""
        return [] if self.kind == ALL else [self.kind]

    @property
    def sectors_wanted(self) -> list[str]:
        """The sector asked for; nothing where it is all."""
        return [] if self.sector == ALL else [self.sector]

    def keeps(self, service: Service) -> bool:
        """True for a service of the type and sector asked for."""
        return self.kind in (ALL, service.service_type) and self.sector in (ALL, service.sector.value)


def inspections(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Inspections:
    """The newest list of the council's services, or the one asked for, filtered by type and sector."""
    lists = inspected.grade_lists(connection, area.code)
    national = published(connection, catalogue, area)
    if not lists:
        return _without(area, national)
    shown = {each.as_at: each for each in reversed(lists)}
    chosen = one_of(query, "list", shown, lists[0].as_at)
    every = services(inspected.services_of(connection, shown[chosen].edition_id, area.code))
    picked = _pick(every, query)
    kept = [each for each in every if picked.keeps(each)]
    good = inspected.good_by_council(
        connection, shown[chosen].edition_id, picked.kinds_wanted, picked.sectors_wanted
    )
    themes = themes_worst_first(kept)
    whole = Paging(1, len(kept), most_of(query))
    paging = replace(whole, page=min(asked_page(query), whole.pages))
    return Inspections(
        area=area,
        lead=_lead(area, kept, shown[chosen]),
        source=f"{shown[chosen].label} ({shown[chosen].publisher}), as at {day_words(shown[chosen].as_at)}",
        attribution=shown[chosen].attribution,
        lists=tuple(Choice(each.as_at, each.label) for each in lists),
        chosen=chosen,
        types=picked.types,
        service_type=picked.kind,
        sectors=picked.sectors,
        sector=picked.sector,
        themes=tuple(theme_line(theme, kept) for theme in themes),
        rows=tuple(grid_row(each, themes) for each in kept[paging.first : paging.first + paging.most]),
        paging=paging,
        oldest=tuple(grid_row(each, themes) for each in oldest(kept, OLDEST)),
        never=sum(not each.inspected_on for each in kept),
        councils=councils(catalogue, area, good),
        national=national,
    )


def _pick(every: Sequence[Service], query: Query) -> Picked:
    types = sorted({each.service_type for each in every})
    sectors = [sector for sector in Sector if any(each.sector is sector for each in every)]
    return Picked(
        types=(Choice(ALL, f"All {len(types)} types"), *(Choice(name, name) for name in types)),
        kind=one_of(query, "type", (ALL, *types), ALL),
        sectors=(Choice(ALL, "All"), *(Choice(each.value, each.words) for each in sectors)),
        sector=str(one_of(query, "sector", (ALL, *sectors), ALL)),
    )


def _lead(area: Area, kept: Sequence[Service], shown: GradeList) -> Text:
    graded = [each.lowest for each in kept if each.lowest is not None]
    if not graded:
        return join_text(bold("No service shown has a grade."), f" {len(kept)} are listed for {area.name}.")
    good, weak = sum(low >= Grade.GOOD for low in graded), sum(low <= Grade.WEAK for low in graded)
    below, without = len(graded) - good, len(kept) - len(graded)
    return join_text(
        bold(f"{good} of {len(graded)}"),
        f" graded services in {area.name} have no grade below 4 good",
        f"; {below} {'has' if below == 1 else 'have'} one" if below else "",
        f", in {weak} of them 2 weak or lower" if weak else "",
        f". {without or 'None'} of the {len(kept)} listed {'has' if without < 2 else 'have'} no grade. "
        f"As at {day_words(shown.as_at)}.",
    )


def _without(area: Area, national: str) -> Inspections:
    lead = join_text(bold(f"No list of inspected services of {area.name} is loaded."))
    return Inspections(
        area, lead, "", "", (), "", (), ALL, (), ALL, (), (), Paging(1, 0), (), 0, (), national
    )
