"""Standing: the light of every period by its own target, and what a rule target is taken from."""

from __future__ import annotations

import pytest

from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak
from indicators.rag import Light
from indicators.standing import Comparators
from indicators.targets import TargetRule
from tests.builders import (
    HIGHER,
    NEITHER,
    THREE_YEARS,
    make_figure,
    make_history,
    make_indicator,
    make_rule,
    make_series,
    make_standing,
    make_target,
    year,
)

FOURTH = make_rule(TargetRule.FAMILY_FOURTH)
COMPARED = {
    "2019-20": Comparators(scotland=9.0, family_mean=9.5, family_fourth=9.2),
    "2020-21": Comparators(scotland=8.0, family_mean=8.6, family_fourth=8.4),
    "2021-22": Comparators(scotland=1.0, family_mean=1.0, family_fourth=1.0),
}


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (TargetRule.FAMILY_FOURTH, 8.4),
        (TargetRule.FAMILY_MEAN, 8.6),
        (TargetRule.SCOTLAND, 8.0),
        (TargetRule.OWN_PREVIOUS, 9.6),
    ],
)
def test_a_rule_target_is_taken_from_the_period_before(rule: TargetRule, value: float) -> None:
    """Never from the same period: a target is known in advance and cannot pass by itself."""
    standing = make_standing(comparators=COMPARED, targets=[make_rule(rule)])
    assert standing.cut is not None
    assert (standing.cut.low, standing.target_since) == (value, year("2020-21"))
    assert standing.light is Light.GREEN


@pytest.mark.parametrize("rule", TargetRule)
def test_in_the_first_period_there_is_no_rule_target(rule: TargetRule) -> None:
    standing = make_standing("2019-20", comparators=COMPARED, targets=[make_rule(rule)])
    assert (standing.target, standing.cut, standing.target_since) == (None, None, None)
    assert standing.light is Light.NO_TARGET


def test_a_rule_target_skips_a_period_without_its_comparator() -> None:
    compared = {**COMPARED, "2020-21": Comparators(scotland=8.0)}
    standing = make_standing(comparators=compared, targets=[FOURTH])
    assert standing.cut is not None
    assert (standing.cut.low, standing.target_since) == (9.2, year("2019-20"))


def test_comparators_of_a_period_without_an_own_figure_set_the_next_target() -> None:
    points = make_series({"2019-20": 9.4, "2021-22": 7.8})
    standing = make_standing(points=points, comparators=COMPARED, targets=[FOURTH])
    assert standing.target_since == year("2020-21")


def test_no_rule_target_comes_from_before_a_break() -> None:
    """What was counted differently sets no target for what is counted now."""
    broken = make_indicator(breaks=(SeriesBreak("2021-22", "counted anew"),))
    standing = make_standing(comparators=COMPARED, targets=[FOURTH], indicator=broken)
    assert (standing.light, standing.cut) == (Light.NO_TARGET, None)
    before = make_standing("2020-21", comparators=COMPARED, targets=[FOURTH], indicator=broken)
    assert before.cut is not None


def test_every_period_is_judged_by_the_target_valid_for_it() -> None:
    """A later target never rewrites an earlier light."""
    targets = [
        make_target(value=9.5, first="2019-20", last="2020-21"),
        make_target(value=7.0, tolerance=1.0, in_points=True, first="2021-22"),
    ]
    history = make_history(targets=targets)
    lights = [history.at(year(label)).light for label in THREE_YEARS]
    assert lights == [Light.GREEN, Light.AMBER, Light.AMBER]
    assert [history.at(year(label)).light for label in list(THREE_YEARS)[:2]] == [
        make_history(targets=targets[:1]).at(year(label)).light for label in list(THREE_YEARS)[:2]
    ]


def test_a_period_outside_every_target_has_none() -> None:
    standing = make_standing(targets=[make_target(last="2020-21")])
    assert (standing.light, standing.target, standing.cut) == (Light.NO_TARGET, None, None)


def test_the_councils_own_target_comes_before_the_rule() -> None:
    standing = make_standing(comparators=COMPARED, targets=[FOURTH, make_target(value=7.0)])
    assert standing.cut is not None
    assert (standing.cut.low, standing.target_since, standing.light) == (7.0, None, Light.RED)


def test_over_achievement_is_flagged_and_stays_green() -> None:
    standing = make_standing(targets=[make_target(value=9.0, tolerance=0.5, in_points=True)])
    assert (standing.light, standing.over_achieved) == (Light.GREEN, True)
    exact = make_standing(targets=[make_target(value=7.8)])
    assert (exact.light, exact.over_achieved) == (Light.GREEN, False)


@pytest.mark.parametrize(
    ("figure", "light"),
    [
        (make_figure(None), Light.NO_DATA),
        (Figure(None, Status.SUPPRESSED), Light.SUPPRESSED),
        (Figure(0.1, Status.DOUBTFUL), Light.TO_CHECK),
    ],
)
def test_without_a_judged_number_there_is_no_light_trend_or_over_achievement(
    figure: Figure, light: Light
) -> None:
    points = (*make_series({"2019-20": 9.4, "2020-21": 9.6}), (year("2021-22"), figure))
    standing = make_standing(points=points, targets=[make_target()], notes={"2021-22": "see the note"})
    assert (standing.light, standing.over_achieved, standing.short, standing.long) == (
        light,
        False,
        None,
        None,
    )
    assert standing.note == "see the note"


def test_without_a_judgement_a_target_gives_no_light() -> None:
    standing = make_standing(indicator=make_indicator(polarity=NEITHER), targets=[make_target()])
    assert standing.light is Light.DATA_ONLY


def test_a_standing_holds_the_trends_of_its_own_period() -> None:
    history = make_history(indicator=make_indicator(polarity=HIGHER))
    assert history.at(year("2019-20")).short is None
    short = history.at(year("2020-21")).short
    assert short is not None
    assert short.since == year("2019-20")
    with pytest.raises(KeyError):
        history.at(year("2015-16"))


@pytest.mark.parametrize(
    ("last", "latest"),
    [
        (make_figure(7.8), "2021-22"),
        (Figure(None, Status.SUPPRESSED), "2021-22"),
        (Figure(7.8, Status.DOUBTFUL), "2021-22"),
        (Figure(None, Status.AWAITED), "2020-21"),
        (make_figure(None), "2020-21"),
    ],
)
def test_the_latest_period_is_the_last_that_tells_something(last: Figure, latest: str) -> None:
    points = (*make_series({"2019-20": 9.4, "2020-21": 9.6}), (year("2021-22"), last))
    assert make_history(points=points).latest == year(latest)


def test_a_series_of_statuses_only_ends_at_its_last_and_an_empty_one_nowhere() -> None:
    assert make_history(points=make_series({"2019-20": None, "2020-21": None})).latest == year("2020-21")
    history = make_history()
    assert type(history)(history.indicator, "A", (), {}, history.catalogue).latest is None


def test_the_period_before_is_the_last_with_a_number() -> None:
    history = make_history(points=make_series({"2018-19": 9.0, "2019-20": None, "2020-21": 9.6}))
    assert history.before(year("2020-21")) == year("2018-19")
    assert history.before(year("2018-19")) is None
