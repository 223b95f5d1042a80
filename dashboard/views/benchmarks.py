"""Where one council stands among the 32 on one indicator, in one period and over the years."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sqlalchemy import Connection

from dashboard.views import choices
from dashboard.views.benchmark_places import Place, Quarter, places_of, quarter_names, quarters_of
from dashboard.views.benchmark_stage import Stage
from dashboard.views.choices import Choice, Chosen
from dashboard.views.histories import all_series
from dashboard.views.query import Query, one_of
from dashboard.views.scale import Axis, axis
from dashboard.views.text import Text, bold, join_text, within_sentence
from dashboard.views.words import QUARTERS, QUARTERS_BY_SIZE
from indicators.areas import Area
from indicators.benchmarks import quartile_cuts
from indicators.catalogue import Catalogue, Direction, Indicator
from indicators.display import value_text
from indicators.figures import Basis, Status
from indicators.statements import number_word, ordinal
from indicators.store import read
from indicators.store.read import BenchmarkRow


@dataclass(frozen=True, slots=True)
class PlaceInYear:
    """Our rank among n councils in one period; None where we have none."""

    period: str
    rank: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """All the benchmarks screen says."""

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
    axis: Axis
    ticks: tuple[tuple[float, str], ...]
    scotland: tuple[float, str] | None
    order: str
    caution: str
    years: tuple[PlaceInYear, ...]
    edition: str
    quarter_names: tuple[str, str, str, str]


def benchmarks(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Benchmarks | None:
    """Where a council stands on the indicator and period asked for; None when no figure is there at all."""
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
    return _view(Stage(catalogue, area, picked, series, tuple(ranked), period, rows, marks), query)


def _view(stage: Stage, query: Query) -> Benchmarks:
    compare = one_of(query, "compare", ("all", "family"), "all") if stage.family else "all"
    values = stage.values
    country = stage.scotland.scotland if stage.scotland else None
    scale = axis([*values.values(), *([country] if country is not None else [])])
    held = {row.basis for row in stage.series.all_rows if row.area == stage.area.code}
    return Benchmarks(
        area=stage.area,
        indicator=stage.indicator,
        service=stage.catalogue.services[stage.indicator.service].title,
        lead=_lead(stage),
        chosen=stage.chosen,
        periods=choices.periods(stage.every),
        period=stage.period.label,
        compare=compare,
        basis=stage.series.basis,
        bases=choices.bases(stage.indicator, held),
        places=places_of(stage, scale, compare),
        quarters=quarters_of(stage, scale),
        axis=scale,
        ticks=tuple(
            (scale.share(tick), value_text(stage.indicator, tick, _tick_places(scale)))
            for tick in scale.ticks
        ),
        scotland=_scotland(stage, scale),
        order=_order(stage.indicator),
        caution=_caution(stage),
        years=_years(stage),
        edition=next((row.edition for row in stage.rows), ""),
        quarter_names=quarter_names(stage.indicator),
    )


def _lead(stage: Stage) -> Text:
    standing, name = stage.standing, stage.area.name
    what = f" on {within_sentence(stage.indicator.short_title)} in {stage.period.words}"
    if standing is None or standing.comparators.rank is None:
        hidden = standing is not None and standing.figure.status is Status.SUPPRESSED
        why = "its figure is suppressed" if hidden else "it has no published figure"
        return (bold(f"{name} is not ranked"), f"{what}: {why}.")
    found = standing.comparators
    cuts = quartile_cuts(list(stage.values.values()))
    place = f"{ordinal(found.rank or 0)} of {found.rank_n}"
    names = QUARTERS if stage.indicator.polarity.judges else QUARTERS_BY_SIZE
    quarter = f", in the {names[found.quartile]}" if found.quartile else ""
    half = ""
    if cuts:
        low, high = (value_text(stage.indicator, cut) for cut in (cuts[0], cuts[2]))
        half = f" Half of all councils lie between {low} and {high}."
    return join_text(f"{name} is ", bold(place), f"{what}{quarter}{_level_with(stage)}.{half}")


def _level_with(stage: Stage) -> str:
    """The councils that share our rank, where they are few."""
    marks = stage.marks_in(stage.period)
    mine = marks.get(stage.area.code)
    tied = [
        stage.catalogue.areas[code].name
        for code, mark in marks.items()
        if mine and mark.rank == mine.rank and code != stage.area.code
    ]
    if not tied:
        return ""
    return f", level with {tied[0]}" if len(tied) == 1 else f", level with {number_word(len(tied))} others"


def _scotland(stage: Stage, scale: Axis) -> tuple[float, str] | None:
    mark = stage.scotland
    if mark is None or mark.scotland is None:
        return None
    return scale.share(mark.scotland), f"{stage.scotland_name} {value_text(stage.indicator, mark.scotland)}"


def _order(indicator: Indicator) -> str:
    words = {
        Direction.LOWER: "lower is better, best at the top",
        Direction.HIGHER: "higher is better, best at the top",
        Direction.RANGE: "nearest its best range at the top",
        Direction.NONE: "neither way is better; highest at the top",
    }
    return words[indicator.polarity.direction]


def _caution(stage: Stage) -> str:
    """How far ranks move from one period to the next on this indicator."""
    moves = [
        abs(mark.rank - before.rank)
        for newer, older in pairwise(stage.every)
        for code, mark in stage.marks_in(newer).items()
        if (before := stage.marks_in(older).get(code)) and mark.rank and before.rank
    ]
    if not moves:
        return "There is one period only, so nothing is known of how ranks move."
    typical = median(moves)
    places = f"{typical:g} {'place' if typical == 1 else 'places'}"
    return (
        f"On this indicator a council moves {places} from one period to the next "
        f"(median of {len(moves)} moves). No difference has been tested: the counts behind the figures are "
        "not used yet, and small councils swing most."
    )


def _years(stage: Stage) -> tuple[PlaceInYear, ...]:
    """Our rank in every period, oldest first."""
    found = []
    for period in reversed(stage.every):
        mark = stage.marks_in(period).get(stage.area.code)
        found.append(PlaceInYear(period.words, mark.rank if mark else None, mark.rank_n if mark else 0))
    return tuple(found)


def _tick_places(scale: Axis) -> int:
    step = scale.ticks[1] - scale.ticks[0]
    return 0 if step >= 1 else 1 if step >= 0.1 else 2
