"""Lights: a figure against the target and tolerance valid for its period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures import Figure, Status
from indicators.indicator import Polarity
from indicators.rag import Cut, Light, cut_points, light, over_achieved
from indicators.targets import TargetRule
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_figure, make_target

G, A, R = Light.GREEN, Light.AMBER, Light.RED
ORDER = [G, A, R]
NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
POLARITIES = st.sampled_from([HIGHER, LOWER, RANGE])


def lit(
    value: float | None, polarity: Polarity, low: float, tolerance: float, high: float | None = None
) -> Light:
    """The light of a value against a goal with a tolerance in its own unit."""
    return light(make_figure(value), polarity, Cut(low, low if high is None else high, tolerance))


@pytest.mark.parametrize(
    ("value", "target", "polarity", "tolerance", "in_points", "expected"),
    [
        (228, 230, LOWER, 5, False, G),
        (5, 25, LOWER, 5, False, G),
        (15.53, 9, LOWER, 5, False, R),
        (98, 95, HIGHER, 2, True, G),
        (6.9, 4, LOWER, 5, False, R),
        (91.5, 94.2, HIGHER, 5, False, A),
    ],
)
def test_the_examples_of_the_councils_own_papers(
    value: float, target: float, polarity: Polarity, tolerance: float, in_points: bool, expected: Light
) -> None:
    cut = cut_points(make_target(value=float(target), tolerance=tolerance, in_points=in_points), None)
    assert light(make_figure(float(value)), polarity, cut) is expected


@pytest.mark.parametrize(
    ("value", "polarity", "expected"),
    [
        (100.1, HIGHER, G),
        (100.0, HIGHER, G),
        (99.9, HIGHER, A),
        (95.0, HIGHER, A),
        (94.9, HIGHER, R),
        (-5.0, HIGHER, R),
        (0.0, HIGHER, R),
        (99.9, LOWER, G),
        (100.0, LOWER, G),
        (100.1, LOWER, A),
        (105.0, LOWER, A),
        (105.1, LOWER, R),
        (0.0, LOWER, G),
        (-5.0, LOWER, G),
    ],
)
def test_the_goal_and_the_edge_of_the_tolerance_belong_to_the_better_light(
    value: float, polarity: Polarity, expected: Light
) -> None:
    assert lit(value, polarity, 100.0, 5.0) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(95, G), (100, G), (105, G), (94.9, A), (93, A), (107, A), (92.9, R), (107.1, R)],
)
def test_inside_a_range_is_green_and_within_tolerance_outside_it_amber(value: float, expected: Light) -> None:
    assert lit(float(value), RANGE, 95.0, 2.0, 105.0) is expected


def test_the_goal_is_compared_at_full_precision_with_a_slack_for_binary_fractions() -> None:
    assert lit(0.1 + 0.2, LOWER, 0.3, 0.0) is G
    assert lit(8.4000001, LOWER, 8.4, 0.0) is R
    assert lit(1.1 * 3 + 0.1, LOWER, 3.3, 0.1) is A


@pytest.mark.parametrize("target", [0.0, -4.0])
def test_a_zero_or_negative_target_is_a_target(target: float) -> None:
    cut = cut_points(make_target(value=target, tolerance=50.0), None)
    assert cut is not None
    assert cut.tolerance == abs(target) / 2
    assert light(make_figure(target), LOWER, cut) is G
    assert light(make_figure(target + 100), LOWER, cut) is R


@given(NUMBERS, NUMBERS, NUMBERS, st.floats(0, 1e5), POLARITIES)
def test_improving_a_value_never_worsens_the_light(
    one: float, other: float, goal: float, tolerance: float, polarity: Polarity
) -> None:
    cut = Cut(polarity.low, polarity.high, tolerance) if polarity is RANGE else Cut(goal, goal, tolerance)
    better, worse = sorted((one, other), key=polarity.badness)
    lights = [light(make_figure(value), polarity, cut) for value in (better, worse)]
    assert ORDER.index(lights[0]) <= ORDER.index(lights[1])


@given(NUMBERS, NUMBERS, st.floats(0, 1e5))
def test_lower_is_better_mirrors_higher_is_better(value: float, goal: float, tolerance: float) -> None:
    assert lit(value, HIGHER, goal, tolerance) is lit(-value, LOWER, -goal, tolerance)


@given(NUMBERS, NUMBERS)
def test_without_a_judgement_a_figure_is_data_only_whatever_the_target(value: float, goal: float) -> None:
    assert light(make_figure(value), NEITHER, Cut(goal, goal, 0.0)) is Light.DATA_ONLY
    assert light(make_figure(value), NEITHER, None) is Light.DATA_ONLY
    assert not over_achieved(value, NEITHER, Cut(goal, goal, 0.0))


@pytest.mark.parametrize("polarity", [HIGHER, LOWER, RANGE, NEITHER])
@pytest.mark.parametrize("status", [s for s in Status if not s.may_have_number])
def test_missing_is_never_zero_and_never_red(status: Status, polarity: Polarity) -> None:
    """Even where zero would be the best or the worst value there is."""
    expected = Light.SUPPRESSED if status is Status.SUPPRESSED else Light.NO_DATA
    assert light(Figure(None, status), polarity, Cut(50.0, 50.0, 5.0)) is expected


def test_no_entry_at_all_is_no_data() -> None:
    assert light(None, LOWER, Cut(1.0, 1.0, 0.0)) is Light.NO_DATA


@given(NUMBERS, NUMBERS, POLARITIES)
def test_a_doubtful_figure_gets_no_light(value: float, goal: float, polarity: Polarity) -> None:
    found = light(Figure(value, Status.DOUBTFUL), polarity, Cut(goal, goal, 1.0))
    assert found is Light.TO_CHECK
    assert not found.judged


def test_without_a_target_the_light_says_so() -> None:
    assert light(make_figure(7.8), LOWER, None) is Light.NO_TARGET


def test_only_green_amber_and_red_are_counted_as_lights() -> None:
    assert {item for item in Light if item.judged} == {G, A, R}


@pytest.mark.parametrize(
    ("value", "polarity", "over"),
    [
        (99.1, HIGHER, True),
        (99.0, HIGHER, False),
        (98.0, HIGHER, False),
        (90.9, LOWER, True),
        (91.0, LOWER, False),
    ],
)
def test_better_by_more_than_twice_the_tolerance_is_over_achieved(
    value: float, polarity: Polarity, over: bool
) -> None:
    cut = cut_points(make_target(value=95.0, tolerance=2.0, in_points=True), None)
    assert cut is not None
    assert over_achieved(value, polarity, cut) is over
    assert not over or light(make_figure(value), polarity, cut) is G


@pytest.mark.parametrize(
    ("over", "in_points", "value", "expected"),
    [
        (2.0, True, 97.0, False),
        (2.0, True, 97.1, True),
        (2.0, False, 96.9, False),
        (2.0, False, 97.0, True),
        (0.0, True, 95.0, False),
        (0.0, True, 95.1, True),
        (6.0, True, 99.1, False),
    ],
)
def test_a_target_may_have_an_over_band_of_its_own_in_the_kind_of_its_tolerance(
    over: float, in_points: bool, value: float, expected: bool
) -> None:
    """2 percent of 95 are 1.9. The band does not move amber, and the light stays green."""
    cut = cut_points(make_target(value=95.0, tolerance=2.0, over=over, in_points=in_points), None)
    assert cut is not None
    assert over_achieved(value, HIGHER, cut) is expected
    assert light(make_figure(value), HIGHER, cut) is G
    assert cut.tolerance == pytest.approx(2.0 if in_points else 1.9)


@given(NUMBERS, st.floats(0, 10))
def test_nothing_in_a_range_is_over_achieved(value: float, tolerance: float) -> None:
    assert not over_achieved(value, RANGE, Cut(0.0, 1000.0, tolerance))


@pytest.mark.parametrize(
    ("changes", "resolved", "expected"),
    [
        ({"value": 8.4}, None, Cut(8.4, 8.4, 0.42)),
        ({"value": 8.4}, 99.0, Cut(8.4, 8.4, 0.42)),
        ({"value": 8.4, "tolerance": 2.0, "in_points": True}, None, Cut(8.4, 8.4, 2.0)),
        ({"value": None, "low": 90.0, "high": 110.0}, None, Cut(90.0, 110.0, 5.0)),
        ({"value": None, "low": -5.0, "high": 5.0}, None, Cut(-5.0, 5.0, 0.25)),
        ({"value": -20.0}, None, Cut(-20.0, -20.0, 1.0)),
        ({"value": 0.0}, None, Cut(0.0, 0.0, 0.0)),
        ({"value": None}, None, None),
        ({"value": None, "low": 90.0}, None, None),
        ({"value": None, "high": 90.0}, None, None),
        ({"value": None, "rule": TargetRule.SCOTLAND}, None, None),
    ],
)
def test_cut_points_come_from_the_target(
    changes: dict[str, object], resolved: float | None, expected: Cut | None
) -> None:
    found = cut_points(make_target(**changes), resolved)
    assert (found is None) is (expected is None)
    if found and expected:
        assert (found.low, found.high) == (expected.low, expected.high)
        assert found.tolerance == pytest.approx(expected.tolerance)
