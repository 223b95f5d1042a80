"""Every check on a handful of rows: what it finds, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf
from typing import Any

import pytest

from etl.checks import (
    base_jump,
    council_missing,
    out_of_range,
    parts_of_total,
    parts_of_value,
    same_again,
    scotland_sum,
    sudden_change,
    sudden_zero,
    target_behind,
    unit_jump,
)  # fmt: skip
from etl.problems import Problem
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.catalogue_words import Words
from indicators.indicator import Direction, Polarity, SeriesBreak, Unit
from indicators.periods import PeriodKind
from indicators.targets import Origin, Target
from indicators.totals import Total, Totals
from tests.catalogue_builder import COUNCILS, indicator, small_catalogue
from tests.etl.checks.frames import DUNDEE, GLASGOW, NOTHING, SCOTLAND, frame, series, stored

GAP = indicator("GAP", Unit.PERCENT, polarity=Polarity(Direction.RANGE, 0, 0))
BUDGET = indicator("BUDGET", Unit.PERCENT, polarity=Polarity(Direction.RANGE, 100, 100))
COUNT = indicator("COUNT", Unit.COUNT)


@pytest.fixture
def catalogue() -> Catalogue:
    broken = indicator("BROKEN", Unit.PERCENT, breaks=(SeriesBreak("2015-16", "counted anew"),))
    placements = [indicator(code, Unit.COUNT) for code in ("LAC_TOTAL", "LAC_COMMUNITY", "LAC_RESIDENTIAL")]
    whole = Total("LAC_TOTAL", ("LAC_COMMUNITY", "LAC_RESIDENTIAL"), exact=True, slack=0.0)
    return small_catalogue(GAP, BUDGET, COUNT, broken, *placements, totals=Totals((whole,)))


def said(problems: Iterator[Problem]) -> list[tuple[str, str]]:
    return [(problem.place, problem.sentence) for problem in problems]


def test_a_fraction_beside_percentages_is_a_unit_jump(catalogue: Catalogue) -> None:
    found = unit_jump.check(series(60, 62, 0.62, 0.7), catalogue, NOTHING)
    assert said(found) == [
        (
            "row 3",
            "CHN22 2012-13 of Dundee City is 0.62 and 2011-12 was 62, about 100 times different; "
            "check the unit.",
        )
    ]


def test_a_thousand_times_too_much_is_found_against_the_store(catalogue: Catalogue) -> None:
    new, before = frame({"value": 7_800}), stored({"period": "2018-19", "value": 7.8})
    assert [place for place, _ in said(unit_jump.check(new, catalogue, before))] == ["row 1"]


def test_a_count_that_grows_a_hundredfold_and_other_prices_are_no_unit_jump(catalogue: Catalogue) -> None:
    assert said(unit_jump.check(series(1, 100, indicator="COUNT"), catalogue, NOTHING)) == []
    new = frame({"basis": "real", "value": 2500})
    other_prices = stored({"basis": "real", "period": "2018-19", "value": 25})
    assert said(unit_jump.check(new, catalogue, other_prices)) == []


def test_a_council_without_a_row_is_missing_and_one_with_a_marker_is_not(catalogue: Catalogue) -> None:
    rows = [{"area": code} for code in COUNCILS if code not in (DUNDEE, GLASGOW)]
    rows.append({"area": GLASGOW, "value": float("nan"), "status": "suppressed"})
    found = council_missing.check(frame(*rows), catalogue, NOTHING)
    assert said(found) == [
        ("CHN22 2019-20", "no row for Dundee City; ask whether they are awaited or left out.")
    ]


def test_a_file_about_a_few_councils_misses_none(catalogue: Catalogue) -> None:
    assert said(council_missing.check(frame({}, {"area": GLASGOW}), catalogue, NOTHING)) == []


@pytest.mark.parametrize(
    ("code", "value", "wrong"),
    [
        ("CHN22", 100.0, False), ("CHN22", 100.1, True), ("CHN22", 0.0, False), ("CHN22", -0.1, True),
        ("CHN14a", -3.0, False), ("GAP", -2.5, False), ("BUDGET", 104.0, False), ("BUDGET", -1.0, True),
        ("COUNT", -1.0, True), ("COUNT", 5000.0, False), ("SW01", 140.0, False),
    ],
)  # fmt: skip
def test_a_value_must_be_possible_in_its_unit(
    catalogue: Catalogue, code: str, value: float, wrong: bool
) -> None:
    found = said(out_of_range.check(frame({"indicator": code, "value": value}), catalogue, NOTHING))
    assert bool(found) is wrong


def test_a_line_of_a_budget_may_be_income_and_a_unit_cost_may_not() -> None:
    real = load_catalogue()
    assert out_of_range.limits(real["BUDGET_FEES_ALL"]) == (-inf, inf)
    assert out_of_range.limits(real["SW01"]) == (0.0, inf)


def parts(value: float, over: float, under: float, **changes: Any) -> dict[str, Any]:
    return {"value": value, "numerator": over, "denominator": under, **changes}


@pytest.mark.parametrize(
    "row",
    [
        parts(7.8, 8, 103), parts(7.767, 8, 103), parts(2.5, 5, 2), parts(25.5, 51, 2),
        parts(4374.0, 22_744.8, 100), parts(6.67, 1_505_493, 22_587_539), parts(float("nan"), 1, 3),
    ],
)  # fmt: skip
def test_parts_that_make_the_value_by_rounding_or_a_known_multiplier_are_left_alone(
    catalogue: Catalogue, row: dict[str, Any]
) -> None:
    assert said(parts_of_value.check(frame(row), catalogue, NOTHING)) == []


def test_parts_that_do_not_make_the_value_are_named_with_what_they_make(catalogue: Catalogue) -> None:
    found = said(parts_of_value.check(frame(parts(9.8, 800, 10_300)), catalogue, NOTHING))
    assert found == [
        ("row 1", "CHN22 2019-20 of Dundee City is 9.8, but 800 over 10,300 makes 7.767; check all three.")
    ]


def test_swapped_parts_are_named(catalogue: Catalogue) -> None:
    ((_, sentence),) = said(parts_of_value.check(frame(parts(7.77, 10_300, 800)), catalogue, NOTHING))
    assert sentence.endswith("makes it only the other way round; numerator and denominator are swapped.")


def test_counts_of_people_are_never_in_a_sentence(catalogue: Catalogue) -> None:
    row = parts(9.8, 3, 17, indicator="LOCAL1", period_kind="financial_year")
    (problem,) = parts_of_value.check(frame(row), catalogue, NOTHING)
    assert problem.value == ""
    assert not {"3", "17", "9.8"} & set(problem.sentence.split())


def scotland(value: float, **changes: Any) -> Any:
    councils = [parts(50.0, 500, 1000, area=code, **changes) for code in COUNCILS]
    return frame(*councils, {"area": SCOTLAND, "value": value})


def test_scotland_is_recomputed_from_the_parts_of_all_councils(catalogue: Catalogue) -> None:
    assert said(scotland_sum.check(scotland(50.0), catalogue, NOTHING)) == []
    ((place, sentence),) = said(scotland_sum.check(scotland(54.0), catalogue, NOTHING))
    assert place == "row 10"
    assert "of Scotland is 54, but the parts of the councils make 50" in sentence


def test_scotland_is_not_recomputed_where_a_council_is_without_its_parts(catalogue: Catalogue) -> None:
    rows = scotland(54.0)
    rows.loc[0, "numerator"] = float("nan")
    assert said(scotland_sum.check(rows, catalogue, NOTHING)) == []


def test_counts_of_councils_add_up_to_scotland(catalogue: Catalogue) -> None:
    councils = [{"area": code, "indicator": "COUNT", "value": 10.0} for code in COUNCILS]
    rows = frame(*councils, {"area": SCOTLAND, "indicator": "COUNT", "value": 80.0})
    ((_, sentence),) = said(scotland_sum.check(rows, catalogue, NOTHING))
    assert "but the councils add up to 90" in sentence


@pytest.mark.parametrize(("scotland_prints", "found"), [(325.0, 0), (320.0, 1)])
def test_people_whose_council_is_unknown_belong_to_the_sum(scotland_prints: float, found: int) -> None:
    real = load_catalogue()
    code = "DELAYED_BED_DAYS"
    rows = [{"area": area.code, "indicator": code, "value": 10.0} for area in real.areas.councils]
    rows.append({"area": "UNKNOWN", "indicator": code, "value": 5.0})
    rows.append({"area": SCOTLAND, "indicator": code, "value": scotland_prints})
    assert len(said(scotland_sum.check(frame(*rows), real, NOTHING))) == found
    without_one = frame(*rows[1:-1], {"area": SCOTLAND, "indicator": code, "value": 300.0})
    assert said(scotland_sum.check(without_one, real, NOTHING)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (parts(50.0, 500, 1000), parts(50.0, 500, 1000), True),
        (parts(50.0, 500, 1000), parts(50.0, 600, 1200), False),
        (parts(50.0, 5, 10), parts(50.0, 5, 10), False),
        ({"value": 91.29}, {"value": 91.29}, True),
        ({"value": 7.8}, {"value": 7.8}, False),
        ({"value": 0.0}, {"value": 0.0}, False),
        ({"value": 91.29}, {"value": 91.29, "status": "carried_forward"}, False),
    ],
)
def test_a_return_that_repeats_the_last_one_is_possibly_carried_forward(
    catalogue: Catalogue, one: dict[str, Any], other: dict[str, Any], found: bool
) -> None:
    rows = frame({"period": "2018-19", **one}, {"period": "2019-20", **other})
    assert [place for place, _ in said(same_again.check(rows, catalogue, NOTHING))] == ["row 2"] * found


USUAL = (50.0, 51.0, 50.0, 51.0, 50.0, 51.0, 50.0)


@pytest.mark.parametrize(("last", "found"), [(53.2, False), (53.3, True), (46.7, True)])
def test_a_change_beyond_3_267_mean_changes_is_sudden(catalogue: Catalogue, last: float, found: bool) -> None:
    problems = said(sudden_change.check(series(*USUAL, last), catalogue, NOTHING))
    assert [place for place, _ in problems] == ["row 8"] * found


def test_six_earlier_changes_are_needed_and_none_across_a_break(catalogue: Catalogue) -> None:
    assert said(sudden_change.check(series(*USUAL[1:], 90), catalogue, NOTHING)) == []
    assert said(sudden_change.check(series(*USUAL, 90, indicator="BROKEN"), catalogue, NOTHING)) == []


def test_a_zero_after_four_figures_without_one_is_told_once(catalogue: Catalogue) -> None:
    ((place, sentence),) = said(sudden_zero.check(series(5, 6, 5, 4, 0, 0), catalogue, NOTHING))
    assert (place, "is 0 after 4 figures that were not" in sentence) == ("row 5", True)
    assert said(sudden_zero.check(series(5, 6, 5, 0), catalogue, NOTHING)) == []
    assert said(sudden_zero.check(series(0, 6, 5, 4, 7, 0), catalogue, NOTHING)) == []


def placements(community: float, residential: float, total: float) -> Any:
    values = {"LAC_COMMUNITY": community, "LAC_RESIDENTIAL": residential, "LAC_TOTAL": total}
    return frame(*({"indicator": code, "value": value} for code, value in values.items()))


def test_declared_parts_must_make_their_total(catalogue: Catalogue) -> None:
    assert said(parts_of_total.check(placements(431, 59, 490), catalogue, NOTHING)) == []
    ((_, sentence),) = said(parts_of_total.check(placements(431, 60, 490), catalogue, NOTHING))
    assert sentence == (
        "LAC_COMMUNITY + LAC_RESIDENTIAL 2019-20 of Dundee City make 491, not LAC_TOTAL, 490; "
        "check the parts and the total."
    )


def test_parts_and_total_that_could_give_a_small_count_away_are_told_without_numbers() -> None:
    """Residential care is no small number by itself, but some of its parts are."""
    ((_, sentence),) = said(parts_of_total.check(placements(431, 60, 490), load_catalogue(), NOTHING))
    assert sentence == (
        "LAC_COMMUNITY + LAC_RESIDENTIAL 2019-20 of Dundee City make a figure that is kept back, "
        "not LAC_TOTAL, a figure that is kept back; check the parts and the total."
    )


def test_a_part_that_is_missing_says_nothing_of_the_total(catalogue: Catalogue) -> None:
    rows = placements(431, float("nan"), 490)
    assert said(parts_of_total.check(rows, catalogue, NOTHING)) == []


@pytest.mark.parametrize(("base", "found"), [(199, False), (200, True), (50, True), (51, False)])
def test_a_base_that_halved_or_doubled_is_told(catalogue: Catalogue, base: float, found: bool) -> None:
    rows = frame(parts(50.0, 50, 100, period="2018-19"), parts(50.0, base / 2, base))
    assert [place for place, _ in said(base_jump.check(rows, catalogue, NOTHING))] == ["row 2"] * found


def test_a_small_base_may_double(catalogue: Catalogue) -> None:
    rows = frame(parts(50.0, 5, 10, period="2018-19"), parts(50.0, 15, 30))
    assert said(base_jump.check(rows, catalogue, NOTHING)) == []


@pytest.mark.parametrize(("reached", "found"), [(7.5, True), (7.9, False), (12.0, False)])
def test_a_target_worse_than_what_was_reached_is_told(reached: float, found: bool) -> None:
    small = small_catalogue()
    target = Target("CHN22", DUNDEE, Origin.LOCAL, "the council", value=8.0)
    aimed = Catalogue(_words(small), small.indicators.values(), [target])
    rows = frame({"period": "2018-19", "value": reached}, {"value": 8.0})
    assert [place for place, _ in said(target_behind.check(rows, aimed, NOTHING))] == ["row 2"] * found


def _words(made: Catalogue) -> Words:
    return Words(made.areas, made.services, made.perspectives, made.sources, made.scorecards)


def test_quarters_stand_beside_the_same_quarter_of_the_year_before() -> None:
    quarterly = replace(COUNT, code="QUARTERLY", unit=Unit.PERCENT, periods=(PeriodKind.QUARTER,))
    values = {"2018-19 Q1": 62.0, "2018-19 Q2": 0.62, "2019-20 Q1": 61.0, "2019-20 Q2": 0.6}
    rows = frame(
        *(
            {"indicator": "QUARTERLY", "period_kind": "quarter", "period": p, "value": v}
            for p, v in values.items()
        )
    )
    assert said(unit_jump.check(rows, small_catalogue(quarterly), NOTHING)) == []
