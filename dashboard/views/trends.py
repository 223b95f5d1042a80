"""One indicator of one council over time, beside Scotland, its family group and other councils."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views import choices, figure_list, trend_drawing, trend_rows, trend_words
from dashboard.views.choices import Choice, Chosen
from dashboard.views.drawing import TrendChart
from dashboard.views.histories import Series, all_series, history_of
from dashboard.views.query import Query, one_of, several_of
from dashboard.views.text import Text
from dashboard.views.trend_scene import Scene
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue, Indicator
from indicators.figures import Basis
from indicators.periods import Period
from indicators.store import read

MOST_PEERS = 3
COMPARISONS = ("family", "scotland", "alone")
BASES = (Basis.CASH, Basis.REAL)
Cells = tuple[figure_list.Cell, ...]


@dataclass(frozen=True, slots=True)
class TrendFilters:
    """What is chosen beside the service and the indicator, and what could be."""

    chosen: Chosen
    councils: tuple[Choice, ...]
    compare: str
    peers: tuple[str, ...]
    periods: tuple[Choice, ...]
    first: str
    last: str
    bases: tuple[Choice, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Trends:
    """All the trends screen says."""

    area: Area
    title: str
    code: str
    service: str
    lead: Text
    sub: str
    measure: str
    direction: str
    caption: str
    filters: TrendFilters
    drawing: TrendChart
    rows: tuple[trend_rows.YearRow, ...]
    peer_names: tuple[str, ...]
    family: trend_rows.FamilyPanel | None
    counted: str
    source: str
    questions: tuple[str, ...]


def trends(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Trends:
    """Everything about one indicator of one council over the periods asked for."""
    picked = choices.chosen(connection, catalogue, query)
    scene = scene_of(connection, catalogue, area, picked.indicator, query)
    basis = one_of(query, "basis", BASES, BASES[0])
    return Trends(
        area=area,
        title=picked.indicator.title,
        code=picked.indicator.code,
        service=catalogue.services[picked.indicator.service].title,
        lead=trend_words.lead(scene),
        sub=trend_words.sub(scene),
        measure=trend_words.measure(picked.indicator),
        direction=trend_words.direction(picked.indicator),
        caption=trend_words.caption(scene),
        filters=_filters(scene, picked, basis),
        drawing=trend_drawing.drawing(scene),
        rows=trend_rows.year_rows(scene),
        peer_names=tuple(catalogue.areas[peer].name for peer in scene.peers),
        family=trend_rows.family_panel(scene),
        counted=trend_words.counted(scene),
        source=trend_words.source(scene),
        questions=picked.indicator.questions,
    )


def trend_figures(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> list[Cells]:
    """The figures of the screen at this address, as a download lists them."""
    picked = choices.chosen(connection, catalogue, query)
    return figure_list.of_scene(scene_of(connection, catalogue, area, picked.indicator, query))


def scene_of(
    connection: Connection, catalogue: Catalogue, area: Area, indicator: Indicator, query: Query
) -> Scene:
    """What the screen is decided from: the series in view, and the councils beside it."""
    basis = one_of(query, "basis", BASES, BASES[0])
    series = all_series(connection, catalogue, area.code, [indicator], basis)[indicator.code]
    family = catalogue.areas.family(indicator.family_scheme, area.code) if indicator.family_scheme else None
    councils = [council.code for council in catalogue.areas.councils if council != area]
    peers = several_of(query, "peers", councils)[:MOST_PEERS]
    members = family.members if family and indicator.council_benchmark else ()
    every = _periods(series)
    periods = choices.within(every, query)
    points = dict(series.history.points)
    others = {*members, *peers} - {area.code}
    rows = read.figures_of(connection, [indicator.code], others, series.basis) if others else []
    return Scene(
        catalogue=catalogue,
        area=area,
        series=series,
        every=every,
        periods=periods,
        standings={period: series.history.at(period) for period in periods if period in points},
        others={code: dict(history_of(catalogue, indicator, code, rows).points) for code in others},
        other_rows=tuple(rows),
        family=family if members else None,
        peers=peers,
        compare=one_of(query, "compare", COMPARISONS, COMPARISONS[0]),
        revised=frozenset(
            (cell[1], cell[2])
            for cell in read.revised_cells(connection, [indicator.code], [area.code, SCOTLAND])
            if cell[3] == series.basis
        ),
    )


def _periods(series: Series) -> tuple[Period, ...]:
    """Every period in which the council or Scotland has an entry, oldest first."""
    return tuple(sorted({row.period for row in series.rows}))


def _filters(scene: Scene, picked: Chosen, basis: Basis) -> TrendFilters:
    held = {row.basis for row in scene.series.all_rows if row.area == scene.area.code}
    return TrendFilters(
        chosen=picked,
        councils=choices.councils(scene.catalogue, scene.area),
        compare=scene.compare,
        peers=scene.peers,
        periods=choices.periods(scene.every),
        first=scene.periods[0].label if scene.periods else "",
        last=scene.periods[-1].label if scene.periods else "",
        bases=choices.bases(picked.indicator, held),
        basis=basis,
    )
