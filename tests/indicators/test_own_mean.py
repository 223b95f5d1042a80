"""A figure against the mean of its own earlier ones."""

from __future__ import annotations

import pytest

from indicators.indicator import SeriesBreak, Unit
from indicators.own_mean import own_mean, own_mean_words, printed_mean
from tests.builders import make_indicator, make_series, make_years, year

COUNT = make_indicator(unit=Unit.COUNT, decimals=0)


def test_the_mean_is_that_of_the_five_before_and_not_of_the_figure_itself() -> None:
    found = own_mean(COUNT, make_years([500, 10, 20, 30, 40, 50, 36], first=2015), year("2021-22"))
    assert found is not None
    assert (found.mean, found.n, found.since) == (30.0, 5, year("2016-17"))
    assert found.change == 6.0


@pytest.mark.parametrize(
    ("values", "latest", "n"),
    [
        ({"2018-19": 1, "2019-20": 2, "2020-21": 3, "2021-22": 4}, "2021-22", 3),
        ({"2019-20": 2, "2020-21": 3, "2021-22": 4}, "2021-22", None),
        ({"2017-18": 1, "2018-19": None, "2019-20": 2, "2020-21": 3, "2021-22": 4}, "2021-22", 3),
        ({"2018-19": 1, "2019-20": 2, "2020-21": 3, "2021-22": None}, "2021-22", None),
        ({"2018-19": 1, "2019-20": 2, "2020-21": 3, "2021-22": 4, "2022-23": 9}, "2021-22", 3),
        ({"2018-21": 1, "2019-20": 2, "2020-21": 3, "2021-22": 4}, "2021-22", None),
    ],
)
def test_at_least_three_earlier_figures_of_the_same_kind_are_needed(
    values: dict[str, float | None], latest: str, n: int | None
) -> None:
    found = own_mean(COUNT, make_series(values, None), year(latest))
    assert (found.n if found else None) == n


def test_nothing_from_before_a_break_is_in_the_mean() -> None:
    broken = make_indicator(breaks=(SeriesBreak("2018-19", "counted anew"),))
    series = make_years([90, 90, 10, 20, 30, 20], first=2016)
    found = own_mean(broken, series, year("2021-22"))
    assert found is not None
    assert (found.mean, found.n) == (20.0, 3)


@pytest.mark.parametrize(
    ("changes", "values", "words"),
    [
        ({}, [10.0, 10.0, 10.0, 7.0], "3.0 points below own average of 10.0%, the mean of the 3 before"),
        ({}, [10.0, 10.0, 10.0, 10.5], "0.5 points above own average of 10.0%, the mean of the 3 before"),
        (
            {"unit": Unit.COUNT, "decimals": 0},
            [80, 100, 120, 150],
            "50% above own average of 100, the mean of the 3 before",
        ),
        (
            {"unit": Unit.COUNT, "decimals": 0},
            [100, 100, 100, 100],
            "level with own average of 100, the mean of the 3 before",
        ),
        (
            {"unit": Unit.COUNT, "decimals": 0},
            [0, 0, 0, 3],
            "3 above own average of 0, the mean of the 3 before",
        ),
    ],
)
def test_the_comparison_in_words(changes: dict[str, object], values: list[float], words: str) -> None:
    """Counts by their share of the mean, percentages in points, and never a share of 0."""
    indicator = make_indicator(**changes)
    found = own_mean(indicator, make_years(values, first=2018), year("2021-22"))
    assert found is not None
    assert own_mean_words(indicator, found) == words


def test_a_printed_mean_is_named_with_its_window() -> None:
    means = make_series({"2011-16": 80.0, "2014-19": 90.0, "2015-20": 91.0}, None)
    found = printed_mean(89.0, year("2019-20"), means)
    assert found is not None
    assert (found.mean, found.n, found.since.label, found.printed) == (91.0, 5, "2015-20", True)
    assert own_mean_words(COUNT, found) == "2% below own average of 91, printed for 2015-20"
    assert printed_mean(89.0, year("2018-19"), means[:1]) is None


@pytest.mark.parametrize(
    ("windows", "used", "n"),
    [
        ({"2009-19": 80.0}, "2009-19", 10),
        ({"2009-19": 80.0, "2015-20": 91.0}, "2015-20", 5),
        ({"2015-20": 91.0, "2017-20": 95.0}, "2017-20", 3),
        ({"2015-20": None, "2014-19": 90.0}, "2014-19", 5),
        ({"2013-18": 80.0}, None, None),
        ({"2016-21": 80.0}, None, None),
    ],
)
def test_a_printed_mean_ends_with_the_figure_or_just_before_it_and_the_latest_is_used(
    windows: dict[str, float | None], used: str | None, n: int | None
) -> None:
    found = printed_mean(89.0, year("2019-20"), make_series(windows, None))
    assert (found.since.label if found else None, found.n if found else None) == (used, n)
