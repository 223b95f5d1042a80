"""How was this worked out: the working names the rule, every input and the arithmetic of each badge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.areas import SCOTLAND, FamilyGroup, FamilyScheme
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak
from indicators.intervals import Interval, Method
from indicators.rag import Light
from indicators.standing import Comparators
from indicators.targets import TargetRule
from indicators.working import Input, light_working
from indicators.working_benchmarks import Peers, family_working, rank_working, scotland_working
from indicators.working_trends import long_trend_working, short_trend_working
from tests.builders import (
    COUNCILS,
    FAMILY,
    HIGHER,
    NEITHER,
    RANGE,
    make_history,
    make_indicator,
    make_rule,
    make_series,
    make_standing,
    make_target,
    make_years,
    year,
)

LATEST = year("2021-22")
VALUES = {code: float(place) for place, code in enumerate(COUNCILS, 1)}
NAMES = {code: f"Council {code}" for code in COUNCILS}
GROUP = FamilyGroup("people-1", FamilyScheme.PEOPLE, 1, "Alike", "2010-04-01", FAMILY)
PEERS = Peers(VALUES, NAMES, GROUP)
COMPARED = {
    "2021-22": Comparators(
        scotland=8.0,
        scotland_kind="published",
        family_mean=4.5,
        family_median=4.5,
        family_fourth=4.0,
        family_n=8,
        rank=1,
        rank_n=9,
        quartile=1,
    )
}


# --- status


def test_a_light_shows_figure_target_tolerance_cut_points_and_distance() -> None:
    target = make_target(value=7.5, first="2021-22", last="2021-22")
    working = light_working(make_standing(targets=[target]), "Dundee City", "Within tolerance")
    assert working.inputs == (
        Input("Dundee City, 2021-22", "7.8%", figure=("A", LATEST)),
        Input("Target", "7.5%", "set by the council, for 2021-22"),
        Input("Tolerance", "5% of the target", "that is 0.375 points"),
    )
    assert working.steps == (
        "On target up to 7.5%; within tolerance up to 7.875%; off target above 7.875%.",
        "0.3 points to go.",
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("", "", "for every period"),
        ("2019-20", "", "from 2019-20"),
        ("", "2022-23", "to 2022-23"),
        ("2019-20", "2022-23", "from 2019-20 to 2022-23"),
    ],
)
def test_a_target_says_for_which_periods_it_is_set(first: str, last: str, words: str) -> None:
    working = light_working(make_standing(targets=[make_target(first=first, last=last)]), "D", "On target")
    assert working.inputs[1].note == f"set by the council, {words}"


def test_a_rule_target_says_the_rule_and_the_period_it_is_from() -> None:
    compared = {"2020-21": Comparators(family_fourth=8.4)}
    rule = make_rule(TargetRule.FAMILY_FOURTH)
    working = light_working(make_standing(targets=[rule], comparators=compared), "D", "On target")
    assert working.inputs[1] == Input(
        "Target", "8.4%", "by rule: the 2020-21 fourth place in the family group"
    )


def test_the_cut_points_follow_the_polarity() -> None:
    higher = make_indicator(polarity=HIGHER)
    standing = make_standing(
        indicator=higher, targets=[make_target(value=90.0, tolerance=2.0, in_points=True)]
    )
    assert light_working(standing, "D", "Off target").steps[0] == (
        "On target from 90.0%; within tolerance from 88.0%; off target below 88.0%."
    )
    ranged = make_indicator(polarity=RANGE)
    target = make_target(value=None, low=95.0, high=105.0, tolerance=2.0, in_points=True)
    standing = make_standing(indicator=ranged, targets=[target])
    working = light_working(standing, "D", "Off target")
    assert working.inputs[1].value == "95.0% to 105.0%"
    assert working.steps[0] == (
        "On target from 95.0% to 105.0%; within tolerance from 93.0% to 107.0%; off target outside."
    )


def test_an_over_achieved_target_says_by_how_much_it_is_beaten() -> None:
    target = make_target(value=20.0, tolerance=2.0, in_points=True)
    working = light_working(make_standing(targets=[target]), "D", "On target")
    assert working.steps[-1] == "More than 4.0 points better than the target: over-achieved."


@pytest.mark.parametrize(
    ("figure", "light", "words"),
    [
        (Figure(7.8), Light.NO_TARGET, "No target is set"),
        (Figure(None, Status.SUPPRESSED), Light.SUPPRESSED, "rests on a small count"),
        (Figure(7.8, Status.DOUBTFUL), Light.TO_CHECK, "contradicts itself"),
        (Figure(None, Status.AWAITED), Light.NO_DATA, "There is no figure"),
    ],
)
def test_without_a_light_the_working_says_why(figure: Figure, light: Light, words: str) -> None:
    standing = make_standing(points=((LATEST, figure),))
    assert standing.light is light
    working = light_working(standing, "D", "none")
    assert words in working.rule
    assert working.steps == ()


def test_where_neither_way_is_better_there_is_no_light_whatever_the_target() -> None:
    standing = make_standing(indicator=make_indicator(polarity=NEITHER), targets=[make_target()])
    assert "Neither way is better" in light_working(standing, "D", "Data only").rule


def test_a_hidden_figure_leaves_no_number_in_any_working() -> None:
    points = (*make_series({"2020-21": 9.6}), (LATEST, Figure(None, Status.SUPPRESSED)))
    history = make_history(points, comparators=COMPARED, targets=[make_target()])
    standing = history.at(LATEST)
    workings = (
        light_working(standing, "D", "[c]"),
        short_trend_working(history, standing, "D", ""),
        long_trend_working(history, standing, "D", ""),
        scotland_working(standing, "D", ""),
    )
    for working in workings:
        own = [item for item in working.inputs if item.figure == ("A", LATEST)]
        assert [item.value for item in own] == ["[c] Suppressed"]
        assert working.steps == ()


# --- trends


def test_a_short_trend_shows_both_figures_the_change_and_the_steady_limit() -> None:
    history = make_history()
    working = short_trend_working(history, history.at(LATEST), "Dundee City", "improving")
    assert [(item.name, item.value) for item in working.inputs] == [
        ("Dundee City, 2021-22", "7.8%"),
        ("Dundee City, 2020-21", "9.6%"),
    ]
    assert working.inputs[1].figure == ("A", year("2020-21"))
    assert working.steps == (
        "The change is 1.8 points less.",
        "It would be steady below 0.096 points.",
        "Earlier changes to compare it with: 1; with fewer than 6 it is not said whether a change is usual.",
    )


def test_a_usual_change_shows_the_mean_it_is_measured_against() -> None:
    history = make_history(make_years([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 11.0]))
    standing = history.at(year("2017-18"))
    assert short_trend_working(history, standing, "D", "").steps[-1] == (
        "The mean size of 6 earlier changes is 1.0 point; beyond 3.267 times that, 3.267 points, is unusual."
    )


def test_a_long_trend_lists_the_figures_of_its_mean() -> None:
    history = make_history(make_years([6.0, 7.0, 8.0, 9.0, 5.0]))
    working = long_trend_working(history, history.at(year("2014-15")), "D", "improving")
    assert [item.value for item in working.inputs] == ["5.0%", "6.0%", "7.0%", "8.0%", "9.0%"]
    assert working.steps[:2] == ("The mean of the 4 is 7.5%.", "The change is 2.5 points less.")


def test_a_trend_that_a_break_forbids_has_no_steps() -> None:
    broken = make_indicator(breaks=(SeriesBreak("2021-22", "counted anew"),))
    history = make_history(indicator=broken)
    working = short_trend_working(history, history.at(LATEST), "D", "")
    assert (len(working.inputs), working.steps) == (1, ())
    assert "No change is measured across a break" in working.rule


# --- benchmarks


def test_scotland_is_named_as_published_and_an_untested_comparison_says_so() -> None:
    working = scotland_working(make_standing(comparators=COMPARED), "D", "")
    assert working.inputs[1] == Input(
        "Scotland", "8.0%", "the published figure for Scotland", (SCOTLAND, LATEST)
    )
    assert working.steps == ("So the figure is below Scotland (not tested).",)


@pytest.mark.parametrize(
    ("kind", "words"), [("computed", "added up over"), ("mean", "the mean of 31 councils")]
)
def test_a_scotland_that_is_not_published_says_how_it_came_about(kind: str, words: str) -> None:
    compared = {"2021-22": Comparators(scotland=8.0, scotland_kind=kind, scotland_councils=31)}
    scotland = scotland_working(make_standing(comparators=compared), "D", "").inputs[1]
    assert words in scotland.note
    assert scotland.figure is None


def test_a_tested_comparison_shows_the_interval_its_method_and_counts() -> None:
    points = ((LATEST, Figure(7.8, numerator=11, denominator=141)),)
    history = make_history(points, comparators=COMPARED)
    tested = replace(history, intervals={LATEST: Interval(4.4123, 13.4321, Method.WILSON)})
    working = scotland_working(tested.at(LATEST), "D", "")
    assert working.inputs[2].value == "4.4123% to 13.4321%"
    assert working.inputs[2].note == "Wilson score interval for a percentage, from 11 of 141"
    assert working.steps == ("So the figure is similar to Scotland.",)


def test_without_a_figure_for_scotland_there_is_nothing_to_compare() -> None:
    assert "No figure for Scotland" in scotland_working(make_standing(), "D", "").rule


def test_a_family_group_lists_its_members_best_first() -> None:
    working = family_working(make_standing(comparators=COMPARED), PEERS, "")
    assert [item.name for item in working.inputs] == [NAMES[code] for code in FAMILY]
    assert working.inputs[0].figure == ("A", LATEST)
    assert working.steps == ("The mean of the 8 is 4.5%, the median 4.5%, the fourth place 4.0%.",)
    assert working.rule.endswith("Group: Alike.")


def test_a_member_without_a_figure_is_not_in_the_mean() -> None:
    fewer = Peers({code: value for code, value in VALUES.items() if code != "C"}, NAMES, GROUP)
    names = [item.name for item in family_working(make_standing(comparators=COMPARED), fewer, "").inputs]
    assert "Council C" not in names


def test_without_a_family_group_the_working_says_so() -> None:
    assert family_working(make_standing(comparators=COMPARED), Peers(), "").inputs == ()


def test_a_rank_counts_those_ahead_and_shows_where_the_quarters_are_cut() -> None:
    compared = {"2021-22": Comparators(rank=3, rank_n=9, quartile=1)}
    history = replace(make_history(make_series({"2021-22": 3.0}), comparators=compared), area="C")
    working = rank_working(history.at(LATEST), PEERS, "C", "3 of 9")
    assert working.steps == (
        "2 of 9 councils are ahead, so the place is 3.",
        "The quarters are cut at 3.0%, 5.0%, 7.0%.",
    )
    assert "Rank 1 is the lowest, which is best" in working.rule


def test_with_few_councils_no_place_is_worked_out() -> None:
    compared = {"2021-22": Comparators(rank_n=2)}
    few = Peers({"A": 7.8, "B": 9.0}, NAMES, GROUP)
    working = rank_working(make_standing(comparators=compared), few, "D", "")
    assert working.steps == ()
    assert working.rule.endswith("Fewer than eight councils have a figure: no rank and no quarter.")


def test_a_range_has_quarters_of_its_distance() -> None:
    indicator = make_indicator(polarity=RANGE)
    steps = rank_working(make_standing(comparators=COMPARED, indicator=indicator), PEERS, "D", "").steps
    assert steps[-1] == "The quarters are those of the distance from the best range."


def test_a_figure_that_is_not_ranked_says_so() -> None:
    assert "is not ranked" in rank_working(make_standing(), PEERS, "D", "").rule
