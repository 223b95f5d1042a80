"""What a page is answered with: a figure, a benchmark, a revision, a load or the release, as a named tuple.

They are plain tuples: a page may ask for some thousands of them for one picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from indicators.figures import Figure, Status
from indicators.intervals import Interval, Method
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse
from indicators.store.views import figure_facts

_FIGURE = figure_facts.c
FIGURE_COLUMNS = (
    _FIGURE.indicator_code, _FIGURE.area_code, _FIGURE.period, _FIGURE.period_kind, _FIGURE.basis,
    _FIGURE.value, _FIGURE.status, _FIGURE.numerator, _FIGURE.denominator, _FIGURE.note, _FIGURE.source,
    _FIGURE.edition, _FIGURE.locator, _FIGURE.loaded_at, _FIGURE.file_name, _FIGURE.base_year,
    _FIGURE.lower_95, _FIGURE.upper_95, _FIGURE.interval_method,
)  # fmt: skip
"""What a `FigureRow` is made of."""


class FigureRow(NamedTuple):
    """A current figure with where it came from; numbers are None wherever the status allows none."""

    indicator: str
    area: str
    period: Period
    basis: str
    figure: Figure
    note: str
    source: str
    edition: str
    locator: str
    loaded_at: str
    file_name: str
    base_year: str
    interval: Interval | None

    @classmethod
    def of(cls, row: Sequence[Any], known: dict[tuple[str, str], Period]) -> FigureRow:
        """The row of a query for FIGURE_COLUMNS; `known` keeps the periods met so far by label and kind."""
        indicator, area, label, kind, basis, value, status, above, below, *rest = row
        *source, lower, upper, method = rest
        period = known.get((label, kind))
        if period is None:
            period = known[label, kind] = parse(label, PeriodKind(kind))
        figure = Figure(value, Status(status), above, below)
        interval = None if method is None else Interval(lower, upper, Method(method))
        return cls._make((indicator, area, period, basis, figure, *source, interval))


class BenchmarkRow(NamedTuple):
    """What a council's figure of one period is compared with."""

    indicator: str
    area: str
    period: str
    basis: str
    value: float | None
    scotland: float | None
    scotland_kind: str
    scotland_councils: int
    family_group: str
    family_mean: float | None
    family_median: float | None
    family_fourth: float | None
    family_n: int
    family_rank: int | None
    rank: int | None
    rank_n: int
    quartile: int | None


class RevisionRow(NamedTuple):
    """A value that differs from the one an edition before it printed; `kind` is revision or rebase."""

    area: str
    period: str
    old_value: float | None
    old_edition: str
    new_value: float | None
    new_edition: str
    kind: str


class LoadRow(NamedTuple):
    """One run of the ETL on one file."""

    id: int
    source: str
    file_name: str
    sha256: str
    loaded_at: str
    read: int
    new: int
    unchanged: int
    revised: int
    rebased: int
    history: int
    rejected: int


class Release(NamedTuple):
    """What the store holds: its last load, when that was, the newest LGBF edition and its newest period."""

    id: int
    loaded_at: str
    lgbf_edition: str
    newest_period: str
