"""The sentences of a funnel plot over invented councils with counts."""

from __future__ import annotations

import pytest

from dashboard.views.benchmark_stage import Stage
from dashboard.views.funnel_words import Counted, caution, counted_councils, lead, outside, why_not
from dashboard.views.text import spoken
from indicators.areas import Area, AreaKind
from indicators.figures import Figure
from indicators.funnel_plot import ControlLimits, Zone
from indicators.indicator import IntervalKind, Unit
from tests.builders import COUNCILS, make_indicator
from tests.dashboard.views.stages import make_mark, make_stage

COUNTED = make_indicator(interval=IntervalKind.PERCENTAGE)
LIMITS = ControlLimits(10, 20, 40, 50)
IN_ZONE = {Zone.FAR_BELOW: 5.0, Zone.BELOW: 15.0, Zone.INSIDE: 30.0, Zone.ABOVE: 45.0, Zone.FAR_ABOVE: 55.0}


def in_hundred(cases: float, base: float = 100.0) -> Figure:
    """A percentage with the counts it is made of."""
    return Figure(100 * cases / base, numerator=cases, denominator=base)


def nine(**changes: Figure | float) -> Stage:
    """Nine councils with 5 in 100, but for those told."""
    return make_stage({**dict.fromkeys(COUNCILS, in_hundred(5)), **changes}, COUNTED)


def points(*zones: Zone) -> list[Counted]:
    """Councils A, B, ... in these zones."""
    figure = in_hundred(5)
    return [
        Counted(Area(code, f"Council {code}", AreaKind.COUNCIL), IN_ZONE[zone], figure, 100.0, LIMITS)
        for code, zone in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", zones, strict=False)
    ]


@pytest.mark.parametrize(
    ("stage", "why"),
    [
        (
            make_stage(indicator=make_indicator(unit=Unit.POUNDS, interval=IntervalKind.RATE)),
            "an amount of money",
        ),
        (make_stage(), "no counts behind its figures are known"),
        (make_stage({c: in_hundred(5) for c in COUNCILS}, COUNTED, {}), "there is no figure for Scotland"),
        (
            make_stage({c: in_hundred(5) for c in COUNCILS}, COUNTED, {"A": make_mark(scotland_kind="mean")}),
            "there is no figure for Scotland",
        ),
        (make_stage(indicator=COUNTED), "in 2021-22 are known for no council."),
        (nine(A=5.0, B=5.0), "in 2021-22 are known only for seven councils."),
        (make_stage({"A": in_hundred(5)}, COUNTED), "in 2021-22 are known only for one council."),
    ],
)
def test_where_no_funnel_can_be_drawn_the_reason_is_said(stage: Stage, why: str) -> None:
    assert why in why_not(stage)


def test_eight_councils_with_counts_are_enough() -> None:
    assert why_not(nine(A=5.0)) == ""


def test_the_largest_council_comes_first_and_equal_ones_by_name() -> None:
    stage = nine(C=in_hundred(5, 400), H=in_hundred(5, 200))
    found = counted_councils(stage, 5.5)
    assert "".join(point.area.code for point in found) == "CHABDEFGI"
    assert (found[0].base, found[0].value) == (400, 1.25)


def test_a_figure_without_counts_is_not_among_the_points() -> None:
    assert {point.area.code for point in counted_councils(nine(B=5.0), 5.5)} == set("ACDEFGHI")


@pytest.mark.parametrize("zone", list(Zone))
def test_the_lead_says_in_which_zone_ours_lies(zone: Zone) -> None:
    far = "Council A is" if zone.outside else "No council is"
    assert spoken(lead(nine(), points(zone, Zone.INSIDE))) == (
        f"Council A is {zone.value} on re-registrations in 2021-22 for a council of its size. "
        f"{far} beyond the outer limits."
    )


def test_a_council_without_counts_is_told_that_it_is_not_there() -> None:
    assert spoken(lead(nine(), points(Zone.INSIDE, Zone.FAR_ABOVE, Zone.FAR_BELOW)[1:])) == (
        "Council A is not in the funnel on re-registrations in 2021-22. "
        "Council B and Council C are beyond the outer limits."
    )


@pytest.mark.parametrize(
    ("beyond", "words"),
    [(6, "Council A, Council B, Council C, Council D, Council E and Council F are beyond"),
     (7, "7 of 9 councils are beyond")],
)  # fmt: skip
def test_up_to_six_are_named_and_more_are_counted(beyond: int, words: str) -> None:
    zones = [Zone.FAR_ABOVE] * beyond + [Zone.INSIDE] * (9 - beyond)
    assert words in spoken(lead(nine(), points(*zones)))


def test_those_outside_are_listed_above_then_below_by_name() -> None:
    found = points(Zone.FAR_BELOW, Zone.FAR_ABOVE, Zone.ABOVE, Zone.FAR_ABOVE, Zone.BELOW)
    assert outside(list(reversed(found))) == (
        "Above the outer limit: Council B and Council D.",
        "Below the outer limit: Council A.",
    )
    assert outside(points(Zone.INSIDE, Zone.ABOVE, Zone.BELOW)) == ()


@pytest.mark.parametrize(
    ("beyond", "of", "words"),
    [
        (0, 9, "By chance alone hardly one of 9 councils would lie beyond the inner limits; here 0 do."),
        (1, 9, "hardly one of 9 councils would lie beyond the inner limits; here 1 does."),
        (1, 20, "about 1 of 20 councils would lie beyond the inner limits; here 1 does."),
        (3, 26, "about 1 of 26 councils would lie beyond the inner limits; here 3 do."),
    ],
)
def test_the_caution_counts_everyone_beyond_the_inner_limits(beyond: int, of: int, words: str) -> None:
    zones = [Zone.ABOVE] * beyond + [Zone.INSIDE] * (of - beyond)
    said = caution(points(*zones))
    assert words in said
    assert said.endswith("A place beyond a limit is a question, not a finding.")


@pytest.mark.parametrize(("beyond", "more"), [(4, False), (6, False), (7, True), (20, True)])
def test_only_too_many_for_chance_have_other_reasons(beyond: int, more: bool) -> None:
    """Of 26 councils, 6 or more beyond has a probability of 0.0015, 7 or more of 0.0002."""
    zones = [Zone.BELOW] * beyond + [Zone.INSIDE] * (26 - beyond)
    assert ("more reasons than chance" in caution(points(*zones))) == more
