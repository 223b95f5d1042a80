"""Indicators of one council over time, beside Scotland, its family group and other councils."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.views import (
    choices,
    figure_list,
    trend_filters,
    trend_limits,
    trend_panels,
    trend_rows,
    trend_words,
)
from dashboard.views.choices import Chosen
from dashboard.views.histories import all_series, history_of
from dashboard.views.query import Query, one_of, several_of, text
from dashboard.views.scale import from_zero
from dashboard.views.trend_filters import (
    BASES,
    COMPARISONS,
    LIMITS,
    LINES,
    MULTIPLES,
    TABLE,
    VIEWS,
    TrendFilters,
    view_of,
)
from dashboard.views.trend_multiples import (
    CouncilTable,
    Panels,
    council_panels,
    council_table,
    councils_asked,
    family_panel,
)
from dashboard.views.trend_notes import Notes, notes
from dashboard.views.trend_panels import Panel
from dashboard.views.trend_scene import Scene
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.indicator import Indicator
from indicators.store import read

MOST_PEERS = 3
MOST_INDICATORS = 4
Cells = tuple[figure_list.Cell, ...]


@dataclass(frozen=True, slots=True)
class Trends:
    """All the trends screen says: of one indicator, or of several in `panels` and `beside`.

    `councils` and `council_table` are there in the view of small multiples only, `limits` in that of
    process limits only. `views` are those that make sense here. `left_aside` says so where another
    indicator was asked for.
    """

    area: Area
    view: str
    views: tuple[str, ...]
    service: str
    sub: str
    left_aside: str
    notes: Notes
    filters: TrendFilters
    panels: tuple[Panel, ...]
    rows: tuple[trend_rows.YearRow, ...]
    beside: tuple[trend_rows.Beside, ...]
    peer_names: tuple[str, ...]
    family: Panels | None
    councils: Panels | None
    council_table: CouncilTable | None
    limits: trend_limits.Limits | None
    counted: str
    source: str
    questions: tuple[str, ...]

    @property
    def has_picture(self) -> bool:
        """True where there is an axis: neither for a table nor where no limits can be drawn."""
        if self.view == LIMITS:
            return self.limits is not None and self.limits.drawing is not None
        return self.view != TABLE


def trends(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Trends:
    """Everything about the indicators of one council over the periods asked for."""
    view = view_of(query)
    picked, scenes = _scenes(connection, catalogue, area, query)
    scene = scenes[0]
    several, one_by_one = len(scenes) > 1, view == MULTIPLES
    return Trends(
        area=area,
        view=view,
        views=tuple(v for v in VIEWS if v != LIMITS or v == view or trend_limits.seasonal(scene)),
        service=catalogue.services[picked.indicator.service].title,
        sub=trend_words.sub(scene),
        left_aside=choices.left_aside(catalogue, query, picked.indicator),
        notes=notes(scene),
        filters=trend_filters.filters(scenes, picked, query),
        panels=trend_panels.panels([replace(scene, peers=())] if one_by_one else scenes),
        rows=() if several or one_by_one else trend_rows.year_rows(scene),
        beside=trend_rows.beside_rows(scenes) if several else (),
        peer_names=tuple(catalogue.areas[peer].name for peer in scene.peers),
        family=family_panel(scene) if view == LINES and not several else None,
        councils=council_panels(scene) if one_by_one else None,
        council_table=council_table(scene) if one_by_one else None,
        limits=trend_limits.limits(scene) if view == LIMITS else None,
        counted=trend_words.counted(scene),
        source=trend_words.source(scene),
        questions=() if several else picked.indicator.questions,
    )


def trend_figures(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> list[Cells]:
    """The figures of the screen at this address, as a download lists them."""
    _, scenes = _scenes(connection, catalogue, area, query)
    return [cells for scene in scenes for cells in figure_list.of_scene(scene)]


def scene_of(
    connection: Connection, catalogue: Catalogue, area: Area, indicator: Indicator, query: Query
) -> Scene:
    """What the screen is decided from: the series in view, and the councils beside it."""
    basis = one_of(query, "basis", BASES, BASES[0])
    series = all_series(connection, catalogue, area.code, [indicator], basis)[indicator.code]
    family = catalogue.areas.family(indicator.family_scheme, area.code) if indicator.family_scheme else None
    peers = _peers(catalogue, area, indicator, query)
    members = family.members if family and indicator.council_benchmark else ()
    every = tuple(sorted({row.period for row in series.rows}))
    periods = choices.within(every, query)
    points = dict(series.history.points)
    others = {*members, *peers} - {area.code}
    rows = read.figures_of(connection, [indicator.code], others, series.basis) if others else []
    release = read.release(connection)
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
        from_zero=from_zero(query),
        loaded=release.loaded_at,
        newest=release.newest_period,
    )


def _scenes(
    connection: Connection, catalogue: Catalogue, area: Area, query: Query
) -> tuple[Chosen, tuple[Scene, ...]]:
    """The indicator in view, and its scene with those of the indicators beside it."""
    asked = several_of(query, "indicators", read.indicators_with_figures(connection))
    if asked and not text(query, "indicator") and not text(query, "service"):
        query = {**query, "indicator": asked[0]}
    picked = choices.chosen(connection, catalogue, query)
    codes = dict.fromkeys((picked.indicator.code, *asked))
    if view_of(query) in (MULTIPLES, LIMITS):
        codes = {picked.indicator.code: None}
    found = [scene_of(connection, catalogue, area, catalogue[code], query) for code in codes]
    return picked, tuple(found[:MOST_INDICATORS])


def _peers(catalogue: Catalogue, area: Area, indicator: Indicator, query: Query) -> tuple[str, ...]:
    """Up to three councils asked for beside ours; one by one every one asked for, or all."""
    councils = [council.code for council in catalogue.areas.councils if council != area]
    if view_of(query) == MULTIPLES:
        return councils_asked(indicator, query, councils)
    return several_of(query, "peers", councils)[:MOST_PEERS]
