"""Coverage: for how many of the councils each indicator of a service has a figure, year by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.choices import Choice
from dashboard.views.query import Query, one_of
from dashboard.views.text import Text, bold, join_text
from indicators.catalogue import Catalogue
from indicators.codes import with_code
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store.reach import ReachRow, councils_by_period

LEVELS = ("none", "under half", "half or more", "all but a few", "all councils")
A_FEW = 4
_NAMED = (PeriodKind.FINANCIAL_YEAR.value, PeriodKind.CARE_YEAR.value, PeriodKind.SURVEY_ROUND.value)


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How many councils have a figure, and the shade: 0 for none to 4 for all."""

    councils: int
    level: int


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One indicator over the years."""

    code: str
    title: str
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The indicators of one service by year, and those for which no council has a figure."""

    services: tuple[Choice, ...]
    service: str
    service_title: str
    lead: Text
    years: tuple[str, ...]
    lines: tuple[CoverageLine, ...]
    without: tuple[str, ...]


def coverage(connection: Connection, catalogue: Catalogue, query: Query) -> Coverage:
    """The coverage of the service the address asks for, else of the first."""
    services = catalogue.shown_services()
    code = one_of(query, "service", [each.code for each in services], services[0].code)
    items = catalogue.of_service(code)
    rows = councils_by_period(connection, [item.code for item in items])
    held = _by_year(rows)
    years = tuple(sorted({year for _, year in held}, reverse=True))
    known = {found for found, _ in held}
    of = len(catalogue.areas.councils)
    lines = tuple(
        CoverageLine(
            each.code, each.short_title, tuple(_cell(held.get((each.code, y), 0), of) for y in years)
        )
        for each in items
        if each.code in known
    )
    by_reach = sorted(lines, key=lambda line: -sum(cell.councils for cell in line.cells))
    title = catalogue.services[code].title
    return Coverage(
        services=tuple(Choice(each.code, each.title) for each in services),
        service=code,
        service_title=title,
        lead=_lead(title, lines),
        years=years,
        lines=tuple(by_reach),
        without=tuple(with_code(item.title, item.code) for item in items if item.code not in known),
    )


def year_of(period: str, kind: str) -> str:
    """The column a period stands in: `2019-20` for the year named so, else for what ends within it.

    A window stands in its last year; a month, quarter, day or calendar year in the financial year it ends in.
    """
    if kind in _NAMED:
        return period
    end = parse(period, PeriodKind(kind)).end
    first = end.year if end.month > 3 else end.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def level_of(councils: int, of: int) -> int:
    """The shade for a number of councils."""
    if councils == 0:
        return 0
    if councils >= of:
        return 4
    if councils >= of - A_FEW:
        return 3
    return 2 if councils * 2 >= of else 1


def _by_year(rows: Iterable[ReachRow]) -> dict[tuple[str, str], int]:
    """Councils by indicator and year, where there are any: those of its best covered period in the year."""
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        if not row.councils:
            continue
        place = row.indicator, year_of(row.period, row.period_kind)
        found[place] = max(found.get(place, 0), row.councils)
    return found


def _cell(councils: int, of: int) -> CoverageCell:
    return CoverageCell(councils, level_of(councils, of))


def _lead(title: str, lines: tuple[CoverageLine, ...]) -> Text:
    if not lines:
        return (f"{title}: no council has a figure.",)
    full = sum(any(cell.level == 4 for cell in line.cells) for line in lines)
    what = "indicator has" if len(lines) == 1 else "indicators have"
    return join_text(
        f"{title}: {len(lines)} {what} figures of councils, ",
        bold(f"{full} of them for all councils in at least one year."),
    )
