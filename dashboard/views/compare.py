"""Two areas, or two years of one area, beside each other over the indicators of a service."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views import choices
from dashboard.views.benchmark_service import InService, in_service
from dashboard.views.choices import Choice
from dashboard.views.compare_rows import CompareRow, Side, compare_row, pairs_of
from dashboard.views.query import Query, area_of, text
from dashboard.views.text import Text, bold, counted, join_text, number_words, sentence_case
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.figures import Basis
from indicators.periods import Period
from indicators.store import read
from indicators.store.rows import FigureRow

NONE = "none"
"""In the address: nothing of this kind to compare with."""


@dataclass(frozen=True, slots=True)
class Compare:
    """All the comparison says. `with_area` is empty where two years are compared, `with_period` otherwise."""

    area: Area
    held: InService
    lead: Text
    others: tuple[Choice, ...]
    with_area: str
    periods: tuple[Choice, ...]
    with_period: str
    names: tuple[str, str]
    heading: str
    rows: tuple[CompareRow, ...]
    notes: tuple[str, ...]


def compare(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Compare:
    """The area in view beside another one, or beside itself in an earlier period."""
    years = text(query, "with_period") not in ("", NONE)
    other = area if years else _other(catalogue, area, query)
    held = in_service(connection, catalogue, query, between_councils=not years)
    codes = [indicator.code for indicator in held.indicators]
    by_code: dict[str, list[FigureRow]] = {code: [] for code in codes}
    for row in read.figures_of(connection, codes, dict.fromkeys((area.code, other.code))):
        by_code[row.indicator].append(row)
    offered = _periods(by_code, area)
    then = text(query, "with_period") if text(query, "with_period") in {p.label for p in offered} else ""
    if years and not then and offered:
        then = offered[-1].label
    made = [
        pairs_of(indicator, by_code[indicator.code], Side(area, ""), Side(other, then), Basis.CASH)
        for indicator in held.indicators
    ]
    names = (area.name, other.name) if not years else ("Latest", _words(offered, then))
    rows = tuple(compare_row(pair, names) for pair in made if pair is not None)
    return Compare(
        area=area,
        held=held,
        lead=_lead(area, names, rows, years),
        others=_others(catalogue, area),
        with_area="" if years else other.code,
        periods=choices.periods(offered),
        with_period=then,
        names=names,
        heading=f"{area.name} now and in {names[1]}" if years else f"{area.name} beside {other.name}",
        rows=rows,
        notes=(*held.left_out, *_without(len(made) - len(rows))),
    )


def _other(catalogue: Catalogue, area: Area, query: Query) -> Area:
    """The area to compare with: a council, else Scotland."""
    asked = text(query, "with")
    found = area_of(catalogue, {"area": asked}) if asked else catalogue.areas[SCOTLAND]
    known = asked in (found.code, found.name) and found != area
    return found if known else catalogue.areas[SCOTLAND]


def _others(catalogue: Catalogue, area: Area) -> tuple[Choice, ...]:
    return (Choice(SCOTLAND, catalogue.areas[SCOTLAND].name), *choices.councils(catalogue, area))


def _periods(by_code: dict[str, list[FigureRow]], area: Area) -> list[Period]:
    """The periods in which the area has a number on any of the indicators, newest first."""
    held = {
        row.period
        for rows in by_code.values()
        for row in rows
        if row.area == area.code and row.figure.number is not None
    }
    return sorted(held, reverse=True)


def _words(offered: list[Period], label: str) -> str:
    return next((period.words for period in offered if period.label == label), "an earlier period")


def _lead(area: Area, names: tuple[str, str], rows: tuple[CompareRow, ...], years: bool) -> Text:
    judged = [row for row in rows if row.better]
    if not rows:
        return (f"There is nothing to compare here for {area.name}.",)
    ahead = sum(row.better == "first" for row in judged)
    behind = sum(row.better == "second" for row in judged)
    tested = sum(row.tested for row in rows)
    could = (
        f"{counted(tested, 'difference')} of {number_words(len(rows))}"
        if tested
        else "none of the differences"
    )
    return join_text(
        f"Compared with {names[1]}, {area.name} is {'now ' if years else ''}",
        bold(f"on the better side for {number_words(ahead)} of {counted(len(judged), 'judged indicator')}"),
        f" and on the worse side for {number_words(behind)}; {could} could be tested.",
    )


def _without(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    words = counted(count, "indicator")
    return (f"{sentence_case(words)} without two figures to compare not shown.",)
