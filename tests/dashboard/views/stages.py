"""A benchmarks screen's stage of invented councils, without a store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.views.benchmark_stage import Stage
from dashboard.views.choices import Chosen
from dashboard.views.histories import Series
from indicators.areas import SCOTLAND
from indicators.figures import Figure
from indicators.indicator import Indicator
from indicators.intervals import interval
from indicators.printed_periods import parse
from indicators.standing import Comparators, History
from indicators.store.rows import BenchmarkRow, FigureRow
from tests.builders import make_catalogue, make_figure, make_indicator

PERIOD = "2021-22"
NINE = {"A": 5.0, "B": 1.0, "C": 2.0, "D": 3.0, "E": 4.0, "F": 6.0, "G": 7.0, "H": 8.0, "I": 9.0}
Values = Mapping[str, float | Figure | None]


def make_mark(area: str = "A", period: str = PERIOD, **changes: Any) -> BenchmarkRow:
    """What a council is compared with: a published Scotland of 5.5 and nothing else."""
    plain: dict[str, Any] = dict.fromkeys(BenchmarkRow._fields)
    plain |= {
        "indicator": "CHN22", "area": area, "period": period, "basis": "none", "scotland": 5.5,
        "scotland_kind": "published", "scotland_councils": 9, "family_n": 0, "family_group": "", "rank_n": 9,
    }  # fmt: skip
    return BenchmarkRow(**{**plain, **changes})


def make_row(indicator: Indicator, area: str, figure: Figure, period: str = PERIOD) -> FigureRow:
    """A row of the store, with the interval its counts make."""
    return FigureRow(
        indicator.code, area, parse(period), "none", figure, "", "lgbf", "LGBF 2024", f"{area} {period}",
        "2024-03-01T12:00:00", "lgbf.csv", "", interval(indicator, figure),
    )  # fmt: skip


def make_stage(
    values: Values | None = None,
    indicator: Indicator | None = None,
    marks: Mapping[str, BenchmarkRow] | None = None,
    **changes: Any,
) -> Stage:
    """Council A among nine in 2021-22, without ranks unless `marks` of the period has them."""
    indicator, values = indicator or make_indicator(), NINE if values is None else values
    catalogue, period = make_catalogue([indicator]), parse(PERIOD)
    figures = {
        area: value if isinstance(value, Figure) else make_figure(value) for area, value in values.items()
    }
    rows = [make_row(indicator, area, figure) for area, figure in figures.items()]
    found = {area: make_mark(area) for area in values if area != SCOTLAND} if marks is None else marks
    own = found.get("A")
    comparators = Comparators(
        scotland=own.scotland if own else None, rank=own.rank if own else None,
        rank_n=own.rank_n if own else 0, quartile=own.quartile if own else None,
    )  # fmt: skip
    points = ((period, figures["A"]),) if "A" in figures else ()
    history = History(indicator, "A", points, {period: comparators}, catalogue)
    plain: dict[str, Any] = {
        "catalogue": catalogue,
        "area": catalogue.areas["A"],
        "chosen": Chosen((), "children", (), indicator),
        "series": Series(history, History(indicator, SCOTLAND, (), {}, catalogue), "none", tuple(rows), ()),
        "every": (period,),
        "period": period,
        "rows": rows,
        "marks": {PERIOD: found},
    }
    return Stage(**{**plain, **changes})


def ranked(values: Mapping[str, float], period: str = PERIOD, **changes: Any) -> dict[str, BenchmarkRow]:
    """Marks with ranks, lowest first; ties share the better one."""
    places = {area: 1 + sum(other < value for other in values.values()) for area, value in values.items()}
    return {
        area: make_mark(
            area,
            period,
            rank=place,
            rank_n=len(values),
            quartile=(place - 1) * 4 // len(values) + 1,
            **changes,
        )
        for area, place in places.items()
    }
