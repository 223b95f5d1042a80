"""Where one council stands among the 32 on one indicator, in one period and over the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views import benchmark_words, choices
from dashboard.views.benchmark_places import (
    Place,
    Quarter,
    figure_words,
    places_of,
    quarter_names,
    quarters_of,
)
from dashboard.views.benchmark_stage import Stage
from dashboard.views.choices import Choice, Chosen
from dashboard.views.histories import all_series
from dashboard.views.query import Query, one_of
from dashboard.views.scale import Axis, axis, axis_named, from_zero
from dashboard.views.text import Text
from dashboard.views.words import no_rank
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.display import change_text, shown_alike, value_text
from indicators.figures import Basis
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.store import read
from indicators.store.rows import BenchmarkRow


@dataclass(frozen=True, slots=True)
class PlaceInYear:
    """Our rank among n councils in one period, None where we have none, with our figure beside Scotland's.

    `place` has it in words, or why there is none though there is a figure.
    """

    period: str
    rank: int | None
    of: int
    place: str
    value: str
    scotland: str
    gap: str


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """All the benchmarks screen says; `no_rank` is why nobody is ranked, and then no quarter is named."""

    area: Area
    indicator: Indicator
    service: str
    lead: Text
    chosen: Chosen
    periods: tuple[Choice, ...]
    period: str
    compare: str
    basis: str
    bases: tuple[Choice, ...]
    places: tuple[Place, ...]
    quarters: tuple[Quarter, ...]
    axis: str
    ticks: tuple[tuple[float, str], ...]
    scotland: tuple[float, str] | None
    no_rank: str
    order: str
    caution: str
    tested: bool
    family_known: bool
    years: tuple[PlaceInYear, ...]
    edition: str
    quarter_names: tuple[str, ...]


def benchmarks(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Benchmarks | None:
    """Where a council stands on the indicator and period asked for; None when no figure is there at all."""
    stage = stage_of(connection, catalogue, area, query)
    return _view(stage, query) if stage else None


def stage_of(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Stage | None:
    """One indicator and period of every council; None when no figure is there at all."""
    picked = choices.chosen(connection, catalogue, query, compared=True)
    indicator = picked.indicator
    basis = one_of(query, "basis", (Basis.CASH, Basis.REAL), Basis.CASH)
    series = all_series(connection, catalogue, area.code, [indicator], basis)[indicator.code]
    every = sorted({row.period for row in series.rows}, reverse=True)
    marks: dict[str, dict[str, BenchmarkRow]] = {}
    for mark in read.benchmarks_of(connection, [indicator.code], [c.code for c in catalogue.areas.councils]):
        if mark.basis == series.basis:
            marks.setdefault(mark.period, {})[mark.area] = mark
    ranked = [period for period in every if any(m.rank_n for m in marks.get(period.label, {}).values())]
    if not ranked:
        return None
    period = next((p for p in ranked if p.label == query.get("period")), ranked[0])
    rows = read.councils_in(connection, indicator.code, period.label, series.basis)
    return Stage(catalogue, area, picked, series, tuple(ranked), period, rows, marks)


def _view(stage: Stage, query: Query) -> Benchmarks:
    compare = compared(stage, query)
    values = stage.values
    country = stage.scotland.scotland if stage.scotland else None
    ends = [end for known in stage.intervals.values() for end in (known.lower, known.upper)]
    is_from_zero = from_zero(query)
    scale = axis([*values.values(), *ends, *([country] if country is not None else [])], is_from_zero)
    held = {row.basis for row in stage.series.all_rows if row.area == stage.area.code}
    return Benchmarks(
        area=stage.area,
        indicator=stage.indicator,
        service=stage.catalogue.services[stage.indicator.service].title,
        lead=benchmark_words.lead(stage),
        chosen=stage.chosen,
        periods=choices.periods(stage.every),
        period=stage.period.label,
        compare=compare,
        basis=stage.series.basis,
        bases=choices.bases(stage.indicator, held),
        places=places_of(stage, scale, compare),
        quarters=quarters_of(stage, scale),
        axis=axis_named(is_from_zero),
        ticks=tuple(
            (scale.share(tick), value_text(stage.indicator, tick, scale.decimals)) for tick in scale.ticks
        ),
        scotland=_scotland(stage, scale),
        no_rank=stage.no_rank,
        order=benchmark_words.order(stage, is_from_zero),
        caution=benchmark_words.caution(stage),
        tested=bool(stage.intervals),
        family_known=stage.family is not None,
        years=_years(stage),
        edition=next((row.edition for row in stage.rows), ""),
        quarter_names=() if stage.no_rank else quarter_names(stage.indicator),
    )


def compared(stage: Stage, query: Query) -> str:
    """Whom our council is shown among: `all`, or `family` where it has one."""
    return one_of(query, "compare", ("all", "family"), "all") if stage.family else "all"


def _scotland(stage: Stage, scale: Axis) -> tuple[float, str] | None:
    mark = stage.scotland
    if mark is None or mark.scotland is None:
        return None
    return scale.share(mark.scotland), f"{stage.scotland_name} {value_text(stage.indicator, mark.scotland)}"


def _years(stage: Stage) -> tuple[PlaceInYear, ...]:
    """Our rank, figure and gap to Scotland in every period, oldest first."""
    return tuple(_year(stage, period, stage.marks_in(period)) for period in reversed(stage.every))


def _year(stage: Stage, period: Period, marks: Mapping[str, BenchmarkRow]) -> PlaceInYear:
    mark = marks.get(stage.area.code)
    scotland = next((m.scotland for m in marks.values() if m.scotland is not None), None)
    figure = dict(stage.series.history.points).get(period)
    value = mark.value if mark else None
    return PlaceInYear(
        period.words,
        mark.rank if mark else None,
        mark.rank_n if mark else 0,
        _place(mark) if mark and figure and figure.number is not None else "",
        figure_words(stage.indicator, figure),
        "" if scotland is None else value_text(stage.indicator, scotland),
        "" if scotland is None or value is None else _gap(stage.indicator, value, scotland),
    )


def _place(mark: BenchmarkRow) -> str:
    return f"{mark.rank} of {mark.rank_n}" if mark.rank else no_rank(mark.rank_n)


def _gap(indicator: Indicator, value: float, scotland: float) -> str:
    """How far above or below Scotland; a plain amount has no gap to speak of."""
    if indicator.is_total:
        return ""
    if shown_alike(indicator, value, scotland):
        return "level"
    return f"{change_text(indicator, value - scotland)} {'above' if value > scotland else 'below'}"
