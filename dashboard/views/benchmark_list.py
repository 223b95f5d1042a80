"""The ranking of the benchmarks screen as rows for downloads, in the order of the screen."""

from __future__ import annotations

from dashboard.views.benchmark_places import councils_of
from dashboard.views.benchmark_stage import Stage
from dashboard.views.figure_list import (
    Cell,
    Revised,
    is_revised,
    shown,
    signs,
    source_cells,
    unit_words,
)
from indicators.areas import Area
from indicators.figures import Figure, Status
from indicators.store.rows import BenchmarkRow, FigureRow

BENCHMARK_HEADER = (
    "indicator_code", "indicator", "area_code", "area", "period", "basis", "value", "shown", "unit", "status",
    "signs", "rank", "rank_of", "quartile", "scotland", "scotland_kind", "family_mean", "family_fourth",
    "edition", "file", "locator", "loaded_at",
)  # fmt: skip


def of_stage(stage: Stage, compare: str, revised: Revised = ()) -> list[tuple[Cell, ...]]:
    """One row a council by rank, or by name where too few have a figure; those without one last."""
    figures, marks = {row.area: row for row in stage.rows}, stage.marks_in(stage.period)
    values = stage.values

    def place(council: Area) -> tuple[bool, int, str]:
        mark = marks.get(council.code)
        return (council.code not in values, (mark.rank or 0) if mark else 0, council.name)

    councils = sorted(councils_of(stage, compare), key=place)
    return [
        _row(stage, council, figures.get(council.code), marks.get(council.code), revised)
        for council in councils
    ]


def _row(
    stage: Stage, council: Area, row: FigureRow | None, mark: BenchmarkRow | None, revised: Revised
) -> tuple[Cell, ...]:
    figure = row.figure if row else Figure(None, Status.MISSING)
    counted = figure.number is not None
    return (
        stage.indicator.code,
        stage.indicator.title,
        council.code,
        council.name,
        stage.period.label,
        stage.series.basis,
        figure.value,
        shown(stage.indicator, figure),
        unit_words(stage.indicator),
        figure.status.value,
        signs(stage.indicator, stage.period, figure, is_revised(row, revised)),
        *((mark.rank, mark.rank_n, mark.quartile) if mark and counted else (None, None, None)),
        *((mark.scotland, mark.scotland_kind) if mark else (None, None)),
        *((mark.family_mean, mark.family_fourth) if mark else (None, None)),
        *source_cells(row),
    )
