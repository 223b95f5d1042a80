"""The sentences of the benchmarks screen over invented councils."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.views.benchmark_stage import Stage
from dashboard.views.benchmark_words import caution, lead, order, rank_moves, when
from dashboard.views.text import spoken
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, Polarity, Unit
from indicators.printed_periods import parse
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_indicator
from tests.dashboard.views.stages import NINE, make_mark, make_stage, ranked

COUNTED = make_indicator(interval=IntervalKind.PERCENTAGE)


def in_hundred(cases: float, base: float = 1000.0) -> Figure:
    """A percentage with the counts it is made of."""
    return Figure(100 * cases / base, numerator=cases, denominator=base)


@pytest.mark.parametrize(
    ("label", "words"),
    [("2021-22", "in 2021-22"), ("31 July 2019", "on 31 July 2019"), ("2012-03", "in March 2012")],
)
def test_a_day_is_on_and_every_other_period_in(label: str, words: str) -> None:
    assert when(parse(label)) == words


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        (LOWER, "lower is better, best at the top"),
        (HIGHER, "higher is better, best at the top"),
        (RANGE, "nearest its best range at the top"),
        (NEITHER, "neither way is better; highest at the top"),
    ],
)
def test_the_order_says_what_stands_at_the_top(polarity: Polarity, words: str) -> None:
    assert order(make_stage(indicator=make_indicator(polarity=polarity))) == words


def test_too_few_councils_are_listed_by_name_and_our_place_is_not_told() -> None:
    stage = make_stage({"A": 5.0, "B": 1.0})
    assert order(stage) == "only 2 councils have a figure: no rank, listed by name"
    assert spoken(lead(stage)) == ("Only 2 councils have a figure: no rank on re-registrations in 2021-22.")


def test_an_axis_that_does_not_begin_at_zero_is_said() -> None:
    stage = make_stage()
    assert order(stage, is_from_zero=False) == f"{order(stage)}; the axis does not begin at zero"


def test_the_lead_has_place_quarter_and_the_middle_half() -> None:
    """Of 1 to 9 the quarters are cut at 3, 5 and 7."""
    said = spoken(lead(make_stage(marks=ranked(NINE))))
    assert said == (
        "Council A is 5th of 9 on re-registrations in 2021-22, in the second quarter. "
        "Half of all councils lie between 3.0% and 7.0%."
    )


def test_where_nothing_is_better_the_quarter_is_by_size() -> None:
    marks = {"A": make_mark(rank=9, quartile=4)}
    said = spoken(lead(make_stage(indicator=make_indicator(polarity=NEITHER), marks=marks)))
    assert "in the lowest quarter" in said
    assert "worst" not in said


@pytest.mark.parametrize(
    ("others", "words"),
    [({}, "in the second quarter."), ({"C": 5.0}, "level with Council C."),
     ({"C": 5.0, "D": 5.0}, "level with two others."),
     ({"C": 5.0, "D": 5.0, "H": 5.0}, "level with three others.")],
)  # fmt: skip
def test_those_who_share_our_place_are_named_or_counted(others: dict[str, float], words: str) -> None:
    values = {**NINE, **others}
    assert words in spoken(lead(make_stage(values, marks=ranked(values))))


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        (Figure(None, Status.SUPPRESSED), "its figure is suppressed"),
        (Figure(None, Status.NOT_AVAILABLE), "it has no published figure"),
        (Figure(9.9, Status.DOUBTFUL), "it has no published figure"),
    ],
)
def test_a_council_without_a_place_is_told_why_and_no_number(figure: Figure, why: str) -> None:
    said = spoken(lead(make_stage({**NINE, "A": figure})))
    assert said == f"Council A is not ranked on re-registrations in 2021-22: {why}."


def test_a_council_without_any_entry_is_not_ranked() -> None:
    others = {area: value for area, value in NINE.items() if area != "A"}
    assert spoken(lead(make_stage(others))) == (
        "Council A is not ranked on re-registrations in 2021-22: it has no published figure."
    )


@pytest.mark.parametrize(
    ("cases", "words"),
    [(10, "It is better than Scotland (95% interval 0.5% to 1.8%)."),
     (55, "It is similar to Scotland (95% interval 4.2% to 7.1%)."),
     (90, "It is worse than Scotland (95% interval 7.4% to 10.9%).")],
)  # fmt: skip
def test_what_our_interval_says_of_scotland_is_said_with_its_ends(cases: int, words: str) -> None:
    values = {**NINE, "A": in_hundred(cases)}
    marks = ranked({**NINE, "A": cases / 10})
    assert spoken(lead(make_stage(values, COUNTED, marks))).endswith(words)


def test_nothing_is_tested_against_a_mean_of_councils() -> None:
    values = {**NINE, "A": in_hundred(10)}
    marks = ranked({**NINE, "A": 1.0}, scotland_kind="mean")
    stage = make_stage(values, COUNTED, marks)
    assert "95% interval" not in spoken(lead(stage))
    assert stage.scotland_name == "Mean of 9 councils"
    assert caution(stage).endswith("Small councils swing most.")


@pytest.mark.parametrize(
    ("kind", "name"),
    [("published", "Scotland"), ("computed", "Scotland (computed)"), ("mean", "Mean of 9 councils")],
)
def test_a_scotland_that_nobody_published_says_what_it_is(kind: str, name: str) -> None:
    assert make_stage(marks=ranked(NINE, scotland_kind=kind)).scotland_name == name


def test_a_plain_amount_is_never_held_against_scotland() -> None:
    total = make_indicator(unit=Unit.COUNT, decimals=0)
    assert make_stage(indicator=total).against("A") is None
    assert make_stage(indicator=make_indicator(unit=Unit.COUNT, per="per 1,000")).against("A") is not None


def test_a_council_or_a_scotland_without_a_figure_is_compared_with_nobody() -> None:
    assert make_stage({**NINE, "B": None}).against("B") is None
    assert make_stage(marks={"A": make_mark(scotland=None)}).against("A") is None
    assert make_stage(marks={}).against("A") is None


def test_scotland_is_no_council_and_a_doubted_figure_no_value() -> None:
    stage = make_stage({**NINE, "S92000003": 5.5, "B": Figure(1.0, Status.DOUBTFUL)})
    assert set(stage.values) == set("ACDEFGHI")


def test_the_counts_of_the_tests_are_those_of_the_councils_with_counts() -> None:
    values = {**NINE, "A": in_hundred(10), "B": in_hundred(12), "C": in_hundred(55), "D": in_hundred(90)}
    assert caution(make_stage(values, COUNTED)).endswith(
        "Of 4 councils tested beside Scotland by their 95% intervals, 2 are better, 1 is similar and 1 is "
        "worse. Differences between neighbours in the list are not tested."
    )


def two_years(before: dict[str, int | None], after: dict[str, int | None]) -> Stage:
    """A stage of two years in which councils have these ranks."""
    marks = {
        label: {area: make_mark(area, label, rank=rank) for area, rank in ranks.items()}
        for label, ranks in (("2021-22", after), ("2020-21", before))
    }
    return replace(make_stage(), every=tuple(map(parse, marks)), marks=marks)


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        ({"A": 1, "B": 2, "C": 3}, {"A": 3, "B": 2, "C": 1}, [2, 0, 2]),
        ({"A": 1, "B": None}, {"A": None, "B": 2}, []),
        ({"A": 4}, {"A": 1, "B": 2}, [3]),
        ({}, {"A": 1}, []),
    ],
)
def test_only_councils_ranked_in_both_years_have_moved(
    before: dict[str, int | None], after: dict[str, int | None], moves: list[int]
) -> None:
    assert rank_moves(two_years(before, after)) == moves


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"A": 1, "B": 2}, {"A": 2, "B": 1}, "ranks move 1 place in a typical year (median of 2 moves"),
        ({"A": 1, "B": 2}, {"A": 3, "B": 1}, "ranks move 1.5 places in a typical year (median of 2 moves"),
        ({"A": 1}, {"A": 1}, "ranks move 0 places in a typical year (median of 1 moves"),
        ({}, {"A": 1}, "Councils are ranked in one period only, so nothing is known of how ranks move."),
    ],
)
def test_the_caution_says_how_far_ranks_move(
    before: dict[str, int | None], after: dict[str, int | None], words: str
) -> None:
    assert words in caution(two_years(before, after))


def test_where_nobody_is_ranked_the_caution_says_nothing_of_ranks() -> None:
    assert caution(make_stage({"A": 5.0, "B": 1.0})) == (
        "No difference has been tested: the counts behind the figures are not known or make no interval. "
        "Small councils swing most."
    )
