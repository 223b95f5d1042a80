"""The figures of Explore as rows for downloads: at full precision, each with its source to the cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.views.figure_list import Cell, Revised, is_revised, shown, signs, unit_words
from indicators.catalogue import Catalogue
from indicators.store.rows import FigureRow

EXPLORE_HEADER = (
    "indicator_code", "indicator", "service", "area_code", "area", "period", "period_kind", "period_start",
    "period_end", "basis", "base_year", "value", "shown", "unit", "status", "signs", "numerator",
    "denominator", "lower_95", "upper_95", "note", "source", "edition", "file", "locator", "loaded_at",
)  # fmt: skip


def of_figures(
    catalogue: Catalogue, rows: Iterable[FigureRow], revised: Revised = ()
) -> Iterator[tuple[Cell, ...]]:
    """A row of cells for each figure, in the order given, one at a time."""
    for row in rows:
        indicator, period, figure = catalogue[row.indicator], row.period, row.figure
        yield (
            row.indicator,
            indicator.title,
            catalogue.services[indicator.service].title,
            row.area,
            catalogue.areas[row.area].name,
            period.label,
            period.kind.value,
            period.start.isoformat(),
            period.end.isoformat(),
            row.basis,
            row.base_year,
            figure.value,
            shown(indicator, figure),
            unit_words(indicator),
            figure.status.value,
            signs(indicator, period, figure, is_revised(row, revised)),
            figure.numerator,
            figure.denominator,
            row.interval.lower if row.interval else None,
            row.interval.upper if row.interval else None,
            row.note,
            row.source,
            row.edition,
            row.file_name,
            row.locator,
            row.loaded_at,
        )
