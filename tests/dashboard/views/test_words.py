"""Words of a standing that several screens share: what heads a change, and what it is measured from."""

from __future__ import annotations

import pytest

from dashboard.views.words import change, change_heading, marks
from indicators.figures import Figure, Status
from indicators.periods import PeriodKind, parse
from tests.builders import make_history, make_indicator, make_series


@pytest.mark.parametrize(
    ("labels", "heading"),
    [
        ([], "Change on last figure"),
        (["2019-20", "2017-20"], "Change on last figure"),
        (["2024-08", "2024-07"], "Change on a year before"),
        (["2024-25 Q1"], "Change on a year before"),
        (["2024-08", "2019-20"], "Change"),
    ],
)
def test_a_column_says_what_its_changes_are_measured_from(labels: list[str], heading: str) -> None:
    assert change_heading(map(parse, labels)) == heading


@pytest.mark.parametrize(
    ("kind", "values", "note"),
    [
        (None, {"2022-23": 9.0, "2023-24": 7.0}, "improving, too few years"),
        (None, {"2020-21": 9.0, "2023-24": 7.0}, "improving, too few years, since 2020-21"),
        (
            PeriodKind.MONTH,
            {"2023-08": 9.0, "2024-07": 1.0, "2024-08": 7.0},
            "improving, too few years; less than in August 2023",
        ),
        (
            PeriodKind.MONTH,
            {"2023-08": 7.0, "2024-07": 1.0, "2024-08": 9.0},
            "worsening, too few years; more than in August 2023",
        ),
        (PeriodKind.MONTH, {"2023-08": 9.0, "2024-08": 9.0}, "too few years; about as in August 2023"),
    ],
)
def test_a_change_names_the_period_it_is_measured_from_unless_it_is_the_year_before(
    kind: PeriodKind | None, values: dict[str, float], note: str
) -> None:
    series = make_series(values, kind)
    history = make_history(points=series, indicator=make_indicator(periods=(kind,) if kind else ()))
    assert change(history.at(series[-1][0])).note == note


@pytest.mark.parametrize(
    ("revised", "figure", "signs"),
    [
        (False, Figure(1.0), ""),
        (True, Figure(1.0), "[r]"),
        (True, Figure(1.0, Status.PROVISIONAL), "[r] [p]"),
        (False, Figure(None, Status.SUPPRESSED), ""),
        (True, None, "[r]"),
    ],
)
def test_the_signs_beside_a_number(revised: bool, figure: Figure | None, signs: str) -> None:
    assert marks(revised, figure) == signs
