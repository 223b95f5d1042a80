"""One row of a comparison over invented figures: the pair, its difference, and which side is better."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.compare_rows import CompareRow, Pair, Side, compare_row, pairs_of
from indicators.figures import Basis, Figure, Status
from indicators.indicator import Indicator, IntervalKind, Polarity, SeriesBreak
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_areas, make_indicator
from tests.dashboard.views.stages import make_row

AREAS = make_areas()
OURS, THEIRS = Side(AREAS["A"], ""), Side(AREAS["B"], "")
NAMES = ("Ours", "Theirs")
Entries = dict[tuple[str, str], float | Figure]


def pair(entries: Entries, second: Side = THEIRS, indicator: Indicator | None = None) -> Pair | None:
    """The pair of council A and another side, from entries by area and period."""
    indicator = indicator or make_indicator()
    rows = [
        make_row(indicator, area, value if isinstance(value, Figure) else Figure(value), label)
        for (area, label), value in entries.items()
    ]
    return pairs_of(indicator, rows, OURS, second, Basis.NONE)


def row(one: float | Figure, other: float | Figure, **changes: object) -> CompareRow:
    """The row of two figures of one year."""
    made = pair({("A", "2021-22"): one, ("B", "2021-22"): other}, indicator=make_indicator(**changes))
    assert made is not None
    return compare_row(made, NAMES)


@pytest.mark.parametrize(
    ("entries", "period"),
    [
        ({("A", "2020-21"): 1.0, ("A", "2021-22"): 2.0, ("B", "2020-21"): 3.0, ("B", "2021-22"): 4.0},
         "2021-22"),
        ({("A", "2020-21"): 1.0, ("A", "2021-22"): 2.0, ("B", "2020-21"): 3.0}, "2020-21"),
        ({("A", "2020-21"): 1.0, ("B", "2020-21"): 3.0, ("B", "2021-22"): 4.0}, "2020-21"),
        ({("A", "2020-21"): 1.0, ("B", "2021-22"): 4.0}, None),
        ({("A", "2020-21"): 1.0}, None),
        ({}, None),
        ({("A", "2020-21"): 1.0, ("A", "2021-22"): Figure(None, Status.SUPPRESSED), ("B", "2020-21"): 3.0,
          ("B", "2021-22"): 4.0}, "2020-21"),
        ({("A", "2021-22"): 1.0, ("B", "2021-22"): Figure(2.0, Status.DOUBTFUL)}, None),
    ],
)  # fmt: skip
def test_two_councils_are_compared_in_the_latest_period_in_which_both_have_a_figure(
    entries: Entries, period: str | None
) -> None:
    found = pair(entries)
    assert (found.first.period.label if found else None) == period
    if found:
        assert (found.first.area, found.second.area, found.first.period) == ("A", "B", found.second.period)


@pytest.mark.parametrize(
    ("asked", "years"),
    [("2019-20", ("2021-22", "2019-20")), ("2021-22", None), ("2010-11", None), ("nonsense", None)],
)
def test_two_years_of_one_council_are_its_latest_and_the_one_asked_for(
    asked: str, years: tuple[str, str] | None
) -> None:
    entries: Entries = {
        ("A", "2019-20"): 3.0,
        ("A", "2020-21"): 2.0,
        ("A", "2021-22"): 1.0,
        ("B", "2010-11"): 9.0,
    }
    found = pair(entries, Side(AREAS["A"], asked))
    assert ((found.first.period.label, found.second.period.label) if found else None) == years


def test_years_on_two_sides_of_a_break_are_not_judged() -> None:
    broken = make_indicator(breaks=(SeriesBreak("2020-21", "new"),))
    entries: Entries = {("A", "2019-20"): 3.0, ("A", "2020-21"): 2.0, ("A", "2021-22"): 1.0}
    across, after = (pair(entries, Side(AREAS["A"], label), broken) for label in ("2019-20", "2020-21"))
    assert across is not None and after is not None
    found = compare_row(across, NAMES)
    assert (found.verdict, found.better, found.tested) == (
        "[b] a break in the series lies between",
        "",
        False,
    )
    assert compare_row(after, NAMES).better == "first"


@pytest.mark.parametrize(
    ("one", "other", "polarity", "difference", "verdict", "better"),
    [
        (7.8, 2.1, LOWER, "5.7 points higher", "Theirs on the better side, not tested", "second"),
        (2.1, 7.8, LOWER, "5.7 points lower", "Ours on the better side, not tested", "first"),
        (7.8, 2.1, HIGHER, "5.7 points higher", "Ours on the better side, not tested", "first"),
        (7.8, 2.1, NEITHER, "5.7 points higher", "neither way is better; not tested", ""),
        (7.84, 7.76, LOWER, "the same as shown", "level; not tested", "neither"),
        (7.84, 7.76, NEITHER, "the same as shown", "neither way is better; not tested", ""),
        (97.0, 103.0, RANGE, "6.0 points lower", "level; not tested", "neither"),
        (0.0, 2.1, LOWER, "2.1 points lower", "Ours on the better side, not tested", "first"),
    ],
)
def test_the_verdict_follows_what_is_better_and_what_is_shown(
    one: float, other: float, polarity: Polarity, difference: str, verdict: str, better: str
) -> None:
    found = row(one, other, polarity=polarity)
    assert (found.difference, found.verdict, found.better) == (difference, verdict, better)
    assert not found.tested


def in_thousand(cases: int) -> Figure:
    """A percentage with its counts."""
    return Figure(cases / 10, numerator=cases, denominator=1000)


@pytest.mark.parametrize(
    ("one", "other", "polarity", "verdict", "better"),
    [
        (20, 90, LOWER, "Ours is better (tested)", "first"),
        (90, 20, LOWER, "Theirs is better (tested)", "second"),
        (90, 20, HIGHER, "Ours is better (tested)", "first"),
        (50, 55, LOWER, "similar: the intervals overlap", "first"),
        (90, 20, NEITHER, "neither way is better; tested", ""),
    ],
)
def test_only_intervals_that_do_not_overlap_make_one_side_better_outright(
    one: int, other: int, polarity: Polarity, verdict: str, better: str
) -> None:
    found = row(in_thousand(one), in_thousand(other), polarity=polarity, interval=IntervalKind.PERCENTAGE)
    assert (found.verdict, found.better, found.tested) == (verdict, better, True)
    assert " to " in found.first_interval


def test_two_years_are_named_in_the_verdict_and_in_the_periods() -> None:
    made = pair({("A", "2019-20"): 3.0, ("A", "2021-22"): 1.0}, Side(AREAS["A"], "2019-20"))
    assert made is not None
    found = compare_row(made, ("Council A", "2019-20"))
    assert found.periods == "2021-22 against 2019-20"
    assert found.verdict == "2021-22 on the better side, not tested"


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from([LOWER, HIGHER, NEITHER, RANGE]))
def test_turning_the_two_sides_round_turns_the_verdict_round(
    one: float, other: float, polarity: Polarity
) -> None:
    there, back = row(one, other, polarity=polarity), row(other, one, polarity=polarity)
    turned = {"first": "second", "second": "first"}
    assert back.better == turned.get(there.better, there.better)
    assert (there.first, there.second) == (back.second, back.first)
    for word, opposite in (("higher", "lower"), ("lower", "higher")):
        if there.difference.endswith(word):
            assert back.difference == there.difference.removesuffix(word) + opposite
