"""The lists of the overview, on small histories: they say what the rules of exceptions find."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dashboard.views.attention import (
    disagreements,
    is_first_judged_off,
    is_newly_off,
    is_of_few,
    moves,
    newly_off,
    old,
)
from dashboard.views.histories import Series
from indicators.figures import Figure, Status
from indicators.standing import Comparators
from indicators.trends import Point
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
        ((9.0,), "First judged; the first figure"),
    ],
)
def test_what_is_newly_off_target_says_what_it_was_before(values: tuple[float | None, ...], why: str) -> None:
    (item,) = newly_off([make_series_of(*values)])
    assert (item.fact, item.why) == ("9.0% in 2021-22, target 8%", why)


def test_what_is_first_judged_stands_last_and_is_not_counted_as_newly_so() -> None:
    first, new = make_series_of(9.0), make_series_of(7.5, 9.0)
    assert [item.why[:12] for item in newly_off([first, new])] == ["Was on targe", "First judged"]
    assert [(is_newly_off(each), is_first_judged_off(each)) for each in (first, new)] == [
        (False, True),
        (True, False),
    ]


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
    newest = series_of(make_years([7.5], first=2021))
    other = series_of(make_years([7.5], first=first), cadence=cadence)
    assert [item.fact for item in old(make_catalogue(), [newest, other])] == listed


def test_what_is_awaited_is_listed_with_its_month_and_shared_ages_become_one_line() -> None:
    notes = {"2021-22": "January 2023"}
    waiting = series_of(((year("2021-22"), Figure(None, Status.AWAITED)),), notes)
    (item,) = old(make_catalogue(), [waiting])
    assert (item.title, item.fact, item.why) == (
        waiting.indicator.title,
        "2021-22: awaited January 2023",
        "",
    )
    (shared,) = old(make_catalogue(), [waiting, waiting, waiting])
    assert (shared.title, shared.why) == (waiting.indicator.title, "And 2 more: Children")
    assert old(make_catalogue(), []) == ()


def test_a_figure_that_is_awaited_after_the_latest_number_is_listed_and_one_before_it_is_not() -> None:
    awaited = Figure(None, Status.AWAITED)
    later = (*make_years([7.5], first=2020), (year("2021-22"), awaited))
    earlier = ((year("2020-21"), awaited), *make_years([7.5], first=2021))
    (item,) = old(make_catalogue(), [series_of(later, {"2021-22": "January 2023"}), series_of(earlier)])
    assert item.fact == "2021-22: awaited January 2023"


def series_of(points: tuple[Point, ...], notes: Mapping[str, str] | None = None, **changes: object) -> Series:
    """The series of council A with these points."""
    history = make_history(points=points, indicator=make_indicator(**changes), notes=notes)
    return Series(history, make_history(), "none", (), ())


@pytest.mark.parametrize(
    ("values", "note", "facts"),
    [
        ((9.0, 9.0), "Nothing moved.", []),
        ((9.0, 7.5), "None is known to be unusual. The largest:", ["↓ 1.5 points since 2020-21, improving"]),
        ((*(9.0, 8.5) * 5, 20.0), "", ["↑ 11.5 points since 2020-21, worsening"]),
    ],
)
def test_the_unusual_moves_are_listed_and_where_there_is_none_the_largest(
    values: tuple[float, ...], note: str, facts: list[str]
) -> None:
    items, said = moves([series_of(make_years(values, first=2022 - len(values)))])
    assert ([item.fact for item in items], said) == (facts, note)


def test_every_unusual_move_is_listed_but_of_the_usual_ones_two() -> None:
    usual = [series_of(make_years([9.0, 7.0 + at], first=2020)) for at in range(5)]
    unusual = [series_of(make_years([*(9.0, 8.5) * 5, 20.0 + at], first=2011)) for at in range(5)]
    assert len(moves(usual)[0]) == 2
    assert len(moves([*usual, *unusual])[0]) == 5


@pytest.mark.parametrize(
    ("before", "now", "few"),
    [((None, None), (None, None), False), ((30, 300), (25, 300), False), ((3, 300), (25, 300), True),
     ((30, 300), (19, 300), True)],
)  # fmt: skip
def test_a_move_between_small_counts_says_so(
    before: tuple[int | None, int | None], now: tuple[int | None, int | None], few: bool
) -> None:
    counts = [dict(zip(("numerator", "denominator"), each, strict=True)) for each in (before, now)]
    points = tuple(
        (year(label), Figure(value, Status.PUBLISHED, **each))
        for label, value, each in zip(("2020-21", "2021-22"), (9.0, 7.0), counts, strict=True)
    )
    series = series_of(points)
    assert is_of_few(series) is few
    assert moves([series])[0][0].why.endswith("; small numbers") is few


def test_a_single_figure_has_no_move_of_small_numbers() -> None:
    assert not is_of_few(series_of(make_years([3.0], first=2021)))
