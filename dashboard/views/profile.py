"""The profile of a council: every indicator of a service between its worst and its best council."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.benchmark_service import InService, in_service
from dashboard.views.histories import Series, all_series
from dashboard.views.profile_rows import ProfileRow, profile_row
from dashboard.views.query import Query, one_of
from dashboard.views.text import Text, bold, counted, join_text, number_words, sentence_case
from dashboard.views.words import no_rank
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.figures import Basis
from indicators.store import read

ORDERS = ("position", "service")


@dataclass(frozen=True, slots=True)
class Profile:
    """All the profile says; `rows` from furthest behind to furthest ahead, or in the order of the service."""

    area: Area
    held: InService
    lead: Text
    rows: tuple[ProfileRow, ...]
    order: str
    notes: tuple[str, ...]


def profile(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Profile:
    """The profile of one council for the service asked for."""
    held = in_service(connection, catalogue, query, between_councils=True)
    order = one_of(query, "sort", ORDERS, "position")
    basis = one_of(query, "basis", (Basis.CASH, Basis.REAL), Basis.CASH)
    found = all_series(connection, catalogue, area.code, held.indicators, basis)
    among = {code: _councils(connection, catalogue, series) for code, series in found.items()}
    rows = [row for i in held.indicators if (row := _row(found[i.code], among[i.code])) is not None]
    if order == "position":
        rows.sort(key=lambda row: (row.ours is None, not row.judged, row.ours or 0.0))
    few = Counter(filter(None, (no_rank(len(among[i.code])) for i in held.indicators)))
    without = len(held.indicators) - len(rows) - few.total()
    notes = (*held.left_out, *_too_few(few), *([_without(without, area)] if without else []))
    return Profile(area, held, _lead(area, rows), tuple(rows), order, notes)


def _councils(connection: Connection, catalogue: Catalogue, series: Series) -> list[float]:
    """The councils' numbers in our latest period; none where we have no figure at all."""
    if series.latest is None:
        return []
    label = series.latest.period.label
    rows = read.councils_in(connection, series.indicator.code, label, series.basis)
    councils = {area.code for area in catalogue.areas.councils}
    return [row.figure.number for row in rows if row.area in councils and row.figure.number is not None]


def _row(series: Series, values: Sequence[float]) -> ProfileRow | None:
    """The row of one indicator in the council's latest period; None where nothing can be compared there."""
    standing = series.latest
    if standing is None:
        return None
    earlier = series.history.before(standing.period)
    before = series.history.at(earlier).figure.number if earlier else None
    return profile_row(standing, values, before)


def _lead(area: Area, rows: list[ProfileRow]) -> Text:
    judged = [row for row in rows if row.judged and row.ours is not None]
    if not rows:
        return (
            bold("There is no profile of this service"),
            f" of {area.name}: nothing in it can be compared.",
        )
    if not judged:
        return (f"{area.name} has no figure here that can be judged against Scotland.",)
    ahead = sum(row.better_side for row in judged)
    worst = sum(row.quartile == 4 for row in judged)
    best = sum(row.quartile == 1 for row in judged)
    of = counted(len(judged), "judged indicator")
    side = f"on the better side of Scotland for {number_words(ahead)} of {of}"
    return join_text(
        f"{area.name} is ",
        bold(side),
        f", in the worst quarter of councils for {number_words(worst)} "
        f"and in the best for {number_words(best)}.",
    )


def _too_few(few: Mapping[str, int]) -> list[str]:
    """How many indicators have too few councils for a worst and a best one, and how few."""
    return [
        f"{sentence_case(counted(count, 'indicator'))} {'is' if count == 1 else 'are'} not shown, as {why}."
        for why, count in few.items()
    ]


def _without(count: int, area: Area) -> str:
    words = counted(count, "indicator")
    return f"{sentence_case(words)} without a figure of {area.name} or of other councils not shown."
