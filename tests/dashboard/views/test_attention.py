"""The lists of the overview, on small histories: they say what the rules of exceptions find."""

from __future__ import annotations

import pytest

from dashboard.views.attention import disagreements, is_newly_off, newly_off, old
from dashboard.views.histories import Series
from indicators.figures import Figure, Status
from indicators.standing import Comparators
from tests.builders import (
    make_catalogue,
    make_history,
    make_indicator,
    make_standing,
    make_target,
    make_years,
    year,
)

TARGET = make_target(value=8.0, tolerance=0.5, in_points=True)


def make_series_of(*values: float | None) -> Series:
    """The series of council A in the years that end with 2021-22, against a target of 8.0."""
    history = make_history(points=make_years(values, first=2022 - len(values)), targets=[TARGET])
    return Series(history, make_history(), "none", (), ())


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ((7.5, 9.0), "Was on target in 2020-21 (7.5%)"),
        ((8.2, None, 9.0), "Was within tolerance in 2019-20 (8.2%)"),
        ((9.0,), "The first figure"),
    ],
)
def test_what_is_newly_off_target_says_what_it_was_before(values: tuple[float | None, ...], why: str) -> None:
    (item,) = newly_off([make_series_of(*values)])
    assert (item.fact, item.why) == ("9.0% in 2021-22, target 8%", why)


@pytest.mark.parametrize("values", [(9.0, 9.0), (9.0, 7.5), (7.5, 8.2), (None,)])
def test_a_red_that_was_red_before_is_not_new(values: tuple[float | None, ...]) -> None:
    assert not is_newly_off(make_series_of(*values))
    assert newly_off([make_series_of(*values)]) == ()


@pytest.mark.parametrize(
    ("value", "quartile", "rank", "fact"),
    [
        (7.5, 4, 30, "On target, yet 30th of 32: worst quarter"),
        (8.2, 4, 30, "Within tolerance, yet 30th of 32: worst quarter"),
        (9.0, 1, 2, "Off target, yet 2nd of 32: best quarter"),
        (9.0, 4, 30, None),
        (7.5, 1, 2, None),
    ],
)
def test_a_light_and_a_quarter_that_say_different_things(
    value: float, quartile: int, rank: int, fact: str | None
) -> None:
    compared = {"2021-22": Comparators(rank=rank, rank_n=32, quartile=quartile)}
    standing = make_standing(points=make_years([value], first=2021), comparators=compared, targets=[TARGET])
    assert [item.fact for item in disagreements([standing])] == ([fact] if fact else [])


@pytest.mark.parametrize(
    ("cadence", "first", "listed"),
    [
        ("annual", 2020, []),
        ("annual", 2019, ["Latest is 2019-20"]),
        ("biennial", 2018, []),
        ("biennial", 2017, ["Latest is 2017-18: collected every two years"]),
        ("irregular", 2019, ["Latest is 2019-20: published now and then"]),
    ],
)
def test_what_is_two_cycles_behind_the_newest_figure_is_old(
    cadence: str, first: int, listed: list[str]
) -> None:
    newest = make_standing(points=make_years([7.5], first=2021))
    label = f"{first}-{first - 1999}"
    indicator = make_indicator(cadence=cadence)
    other = make_standing(label, points=make_years([7.5], first=first), indicator=indicator)
    assert [item.fact for item in old(make_catalogue(), [newest, other])] == listed


def test_what_is_awaited_is_listed_with_its_month_and_shared_ages_become_one_line() -> None:
    waiting = make_standing(
        points=((year("2021-22"), Figure(None, Status.AWAITED)),), notes={"2021-22": "January 2023"}
    )
    (item,) = old(make_catalogue(), [waiting])
    assert (item.title, item.fact) == (waiting.indicator.title, "Awaited January 2023")
    (shared,) = old(make_catalogue(), [waiting, waiting])
    assert (shared.title, shared.why) == ("2 indicators", "Children")
    assert old(make_catalogue(), []) == ()
