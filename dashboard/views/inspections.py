"""Care Inspectorate grades of one council: services by theme, shares by council, the oldest inspections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.choices import Choice
from dashboard.views.inspection_grid import (
    GridRow,
    Service,
    ThemeLine,
    grid_row,
    oldest,
    services,
    share_words,
    theme_line,
    themes_worst_first,
)
from dashboard.views.moments import day_words
from dashboard.views.paging import MOST, Paging, asked_page, first_of
from dashboard.views.query import Query, one_of
from dashboard.views.text import Text, bold, join_text
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.display import number
from indicators.figures import Status
from indicators.grades import Grade, Sector
from indicators.intervals import wilson
from indicators.store import inspected, read
from indicators.store.inspected import GoodServices, GradeList

ALL = "all"
OLDEST = 10
SERVICES_GOOD = "SW07"
_COUNCILS = 32


@dataclass(frozen=True, slots=True)
class CouncilLine:
    """A council's share of services without a grade below good, with its 95% interval in words."""

    code: str
    name: str
    share: str
    percent: float
    interval: str
    ours: bool
    scotland: bool


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


def inspections(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Inspections:
    """The newest list of the council's services, or the one asked for, filtered by type and sector."""
    lists = inspected.grade_lists(connection, area.code)
    national = _national(connection, catalogue, area)
    if not lists:
        return _without(area, national)
    shown = {str(each.edition_id): each for each in lists}
    chosen = one_of(query, "list", shown, str(lists[0].edition_id))
    every = services(inspected.services_of(connection, int(chosen), area.code))
    types = sorted({each.service_type for each in every})
    sectors = [sector for sector in Sector if any(each.sector is sector for each in every)]
    kind = one_of(query, "type", (ALL, *types), ALL)
    sector = one_of(query, "sector", (ALL, *sectors), ALL)
    kept = [each for each in every if kind in (ALL, each.service_type) and sector in (ALL, each.sector)]
    good = inspected.good_by_council(
        connection, int(chosen), [] if kind == ALL else [kind], [] if sector == ALL else [sector]
    )
    themes = themes_worst_first(kept)
    paging = Paging(min(asked_page(query), Paging(1, len(kept)).pages), len(kept))
    start = first_of(paging.page)
    return Inspections(
        area=area,
        lead=_lead(area, kept, shown[chosen]),
        source=f"{shown[chosen].label} ({shown[chosen].publisher}), as at {day_words(shown[chosen].as_at)}",
        attribution=shown[chosen].attribution,
        lists=tuple(Choice(str(each.edition_id), each.label) for each in lists),
        chosen=chosen,
        types=(Choice(ALL, f"All {len(types)} types"), *(Choice(name, name) for name in types)),
        service_type=kind,
        sectors=(Choice(ALL, "All"), *(Choice(each.value, each.words) for each in sectors)),
        sector=str(sector),
        themes=tuple(theme_line(theme, kept) for theme in themes),
        rows=tuple(grid_row(each, themes) for each in kept[start : start + MOST]),
        paging=paging,
        oldest=tuple(grid_row(each, themes) for each in oldest(kept, OLDEST)),
        never=sum(not each.inspected_on for each in kept),
        councils=_councils(catalogue, area, good),
        national=national,
    )


def _lead(area: Area, kept: Sequence[Service], shown: GradeList) -> Text:
    graded = [each.lowest for each in kept if each.lowest is not None]
    if not graded:
        return join_text(bold("No service shown has a grade."), f" {len(kept)} are listed for {area.name}.")
    good, weak = sum(low >= Grade.GOOD for low in graded), sum(low <= Grade.WEAK for low in graded)
    below = len(graded) - good
    return join_text(
        bold(f"{good} of {len(graded)}"),
        f" graded services in {area.name} have no grade below 4 good; {below or 'none'} "
        f"{'has' if below == 1 else 'have'} one, and in {weak or 'none'} of them it is 2 weak or lower. "
        f"{len(kept) - len(graded) or 'None'} of the {len(kept)} listed "
        f"{'has' if len(kept) - len(graded) == 1 else 'have'} no grade. As at {day_words(shown.as_at)}.",
    )


def _councils(catalogue: Catalogue, area: Area, good: Sequence[GoodServices]) -> tuple[CouncilLine, ...]:
    """Every council of the list, lowest share first, with Scotland as the sum of them in its place."""
    if len(good) < 2:
        return ()
    lines = [_line(each, catalogue.areas[each.area].name, each.area == area.code) for each in good]
    n = len(good)
    whole = GoodServices("", sum(each.graded for each in good), sum(each.good for each in good))
    name = "Scotland, computed" if n == _COUNCILS else f"The {n} councils of this list together"
    return tuple(sorted([*lines, _line(whole, name, False)], key=lambda line: (line.percent, line.name)))


def _line(each: GoodServices, name: str, ours: bool) -> CouncilLine:
    low, high = wilson(each.good, each.graded)
    return CouncilLine(
        code=each.area,
        name=name,
        share=share_words(each.good, each.graded),
        percent=100 * each.good / each.graded,
        interval=f"{number(100 * low, 0)}% to {number(100 * high, 0)}%",
        ours=ours,
        scotland=not each.area,
    )


def _national(connection: Connection, catalogue: Catalogue, area: Area) -> str:
    """What the benchmarking framework publishes of the council and of Scotland, in its newest period."""
    if SERVICES_GOOD not in catalogue.indicators:
        return ""
    found: dict[str, dict[str, float]] = {}
    for row in read.figures_of(connection, [SERVICES_GOOD], [area.code, SCOTLAND]):
        if row.figure.value is not None and row.figure.status is not Status.DOUBTFUL:
            found.setdefault(row.period.words, {})[row.area] = row.figure.value
    both = [words for words, values in found.items() if len(values) == 2]
    if not both:
        return ""
    words = both[-1]
    ours, scotland = found[words][area.code], found[words][SCOTLAND]
    return (
        f"The benchmarking framework ({SERVICES_GOOD}) has {number(ours, 1)}% of care services graded good or better "
        f"for {area.name} in {words}, and {number(scotland, 1)}% for Scotland."
    )


def _without(area: Area, national: str) -> Inspections:
    lead = join_text(bold(f"No list of inspected services of {area.name} is loaded."))
    return Inspections(
        area, lead, "", "", (), "", (), ALL, (), ALL, (), (), Paging(1, 0), (), 0, (), national
    )
