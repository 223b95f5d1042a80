"""The figures of a screen as a plain list for downloads: at full precision, each with its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from dashboard.views.histories import Series
from dashboard.views.trend_scene import Scene
from dashboard.views.words import BREAK, REVISED, badge, shown_target, shown_value
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.display import value_text
from indicators.figures import Figure
from indicators.indicator import Indicator, Unit
from indicators.periods import Period
from indicators.standing import Standing
from indicators.store.rows import FigureRow

Cell = str | int | float | None
Revised = Collection[tuple[str, ...]]
"""What was revised, each by indicator, area, period and basis, as `store.read.revised_cells` has it."""
HEADER = (
    "indicator_code", "indicator", "area_code", "area", "period", "basis", "value", "shown", "unit", "status",
    "signs", "target", "target_shown", "light", "scotland", "scotland_kind", "family_mean", "family_fourth",
    "rank", "rank_of", "edition", "file", "locator", "loaded_at",
)  # fmt: skip


def of_scene(scene: Scene) -> list[tuple[Cell, ...]]:
    """The rows of a trends screen: ours for every period in view, then Scotland's, then the peers'."""
    rows = {(row.area, row.period): row for row in (*scene.series.rows, *scene.other_rows)}
    ours = [
        _standing_row(
            scene.catalogue,
            standing,
            rows.get((scene.area.code, period)),
            (scene.area.code, period.label) in scene.revised,
        )
        for period, standing in scene.standings.items()
    ]
    return [
        *ours,
        *_bare_rows(scene, SCOTLAND, dict(scene.series.scotland.points), rows),
        *_peers(scene, rows),
    ]


def of_latest(catalogue: Catalogue, every: Iterable[Series], revised: Revised = ()) -> list[tuple[Cell, ...]]:
    """The rows of an overview: the latest standing of every indicator of one council."""
    found = []
    for series in every:
        standing = series.latest
        if standing is not None:
            source = next(
                (r for r in series.rows if r.area == standing.area and r.period == standing.period), None
            )
            found.append(_standing_row(catalogue, standing, source, is_revised(source, revised)))
    return found


def _standing_row(
    catalogue: Catalogue, standing: Standing, source: FigureRow | None, revised: bool
) -> tuple[Cell, ...]:
    found, cut = standing.comparators, standing.cut
    return (
        *_names(catalogue, standing.indicator, standing.area, standing.period),
        source.basis if source else "",
        standing.figure.value,
        shown_value(standing),
        unit_words(standing.indicator),
        standing.figure.status.value,
        signs(standing.indicator, standing.period, standing.figure, revised),
        cut.low if cut else None,
        shown_target(standing),
        badge(standing).words,
        found.scotland,
        found.scotland_kind,
        found.family_mean,
        found.family_fourth,
        found.rank,
        found.rank_n or None,
        *source_cells(source),
    )


def _bare_rows(
    scene: Scene, area: str, points: dict[Period, Figure], rows: dict[tuple[str, Period], FigureRow]
) -> list[tuple[Cell, ...]]:
    """Figures of an area that is only compared with: no target, no light, no rank."""
    return [
        (
            *_names(scene.catalogue, scene.indicator, area, period),
            scene.series.basis,
            points[period].value,
            shown(scene.indicator, points[period]),
            unit_words(scene.indicator),
            points[period].status.value,
            signs(scene.indicator, period, points[period], (area, period.label) in scene.revised),
            *([None] * 9),
            *source_cells(rows.get((area, period))),
        )
        for period in scene.periods
        if period in points
    ]


def _peers(scene: Scene, rows: dict[tuple[str, Period], FigureRow]) -> list[tuple[Cell, ...]]:
    return [row for peer in scene.peers for row in _bare_rows(scene, peer, dict(scene.others[peer]), rows)]


def _names(catalogue: Catalogue, indicator: Indicator, area: str, period: Period) -> tuple[Cell, ...]:
    return indicator.code, indicator.title, area, catalogue.areas[area].name, period.label


UNIT_WORDS: Final = {
    Unit.COUNT: "number of",
    Unit.POUNDS_THOUSAND: "thousand pounds",
    Unit.POUNDS_MILLION: "million pounds",
    Unit.YES_NO: "yes or no",
}


def unit_words(indicator: Indicator) -> str:
    """The unit and what it is per or of: `percent`, `pounds per week`, `number of orders`."""
    unit = UNIT_WORDS.get(indicator.unit, indicator.unit.value.replace("_", " "))
    return f"{unit} {indicator.per or indicator.noun}".strip().removesuffix(" of")


def signs(indicator: Indicator, period: Period, figure: Figure, revised: bool) -> str:
    """The signs of statistics of a figure, as `[b] [r] [p]`: text of its own, so that values stay numbers."""
    found = (
        BREAK if any(each.first == period.label for each in indicator.breaks) else "",
        REVISED if revised else "",
        figure.status.shorthand,
    )
    return " ".join(filter(None, found))


def is_revised(row: FigureRow | None, revised: Revised) -> bool:
    """True where later editions changed the value of a figure."""
    return row is not None and (row.indicator, row.area, row.period.label, row.basis) in revised


def shown(indicator: Indicator, figure: Figure) -> str:
    """The figure as a screen shows it; without a number, its status in words."""
    return figure.status.words if figure.value is None else value_text(indicator, figure.value)


def source_cells(row: FigureRow | None) -> tuple[Cell, ...]:
    """Edition, file, place in it and moment of loading; empty where there is no figure."""
    return (row.edition, row.file_name, row.locator, row.loaded_at) if row else ("", "", "", "")
