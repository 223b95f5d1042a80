"""What an indicator says of itself: which way is better, plain amounts, breaks and kinds of year."""

from __future__ import annotations

import pytest

from indicators.indicator import SeriesBreak, Unit
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_indicator, year


@pytest.mark.parametrize(
    ("polarity", "better", "worse"),
    [(HIGHER, 5.0, 4.0), (LOWER, 4.0, 5.0), (RANGE, 95.0, 94.9), (RANGE, 104.0, 108.0), (RANGE, 107.0, 92.0)],
)
def test_badness_grows_as_a_value_gets_worse(polarity: object, better: float, worse: float) -> None:
    assert polarity.badness(better) < polarity.badness(worse)  # type: ignore[attr-defined]


def test_inside_its_range_every_value_is_as_good() -> None:
    assert {RANGE.badness(value) for value in (95.0, 100.0, 105.0)} == {0.0}


def test_without_a_judgement_the_highest_comes_first() -> None:
    assert NEITHER.badness(9.0) < NEITHER.badness(1.0)
    assert not NEITHER.judges


@pytest.mark.parametrize(
    ("unit", "per", "total"),
    [
        (Unit.COUNT, "", True),
        (Unit.POUNDS, "", True),
        (Unit.POUNDS, "per week", False),
        (Unit.PERCENT, "", False),
        (Unit.DAYS, "", False),
    ],
)
def test_plain_amounts_grow_with_an_area(unit: Unit, per: str, total: bool) -> None:
    assert make_indicator(unit=unit, per=per).is_total is total


# --- breaks in a series


@pytest.mark.parametrize(
    ("first", "earlier", "later", "crossed"),
    [
        ("2018-19", "2017-18", "2018-19", True),
        ("2018-19", "2016-17", "2019-20", True),
        ("2018-19", "2018-19", "2019-20", False),
        ("2018-19", "2016-17", "2017-18", False),
        ("2018-19", "2018-03", "2018-04", True),
        ("2018-19", "2018-04", "2018-05", False),
        ("2018-19", "2017-07-31", "2018-07-31", True),
        ("2018-19", "2018-07-31", "2019-07-31", False),
        ("2018-19", "2017-18 Q4", "2018-19 Q1", True),
        ("2018-19", "2018-19 Q1", "2019-20 Q1", False),
        ("2017-20", "2014-17", "2015-18", False),
        ("2017-20", "2016-19", "2017-20", True),
    ],
)
def test_a_break_lies_between_what_is_before_and_what_is_not(
    first: str, earlier: str, later: str, crossed: bool
) -> None:
    """A break declared by a financial year holds for days, months and quarters too."""
    indicator = make_indicator(breaks=(SeriesBreak(first, "counted anew"),))
    found = indicator.crosses_break(year(earlier), year(later))
    assert (found is not None) is crossed
    assert found is None or found.reason == "counted anew"


def test_a_break_of_a_care_year_is_read_as_one() -> None:
    care = PeriodKind.CARE_YEAR
    indicator = make_indicator(periods=(care,), breaks=(SeriesBreak("2018-19", "counted anew"),))
    assert indicator.crosses_break(parse("2017-18", care), parse("2018-19", care))
    assert not indicator.crosses_break(parse("2016-17", care), parse("2017-18", care))


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ((PeriodKind.FINANCIAL_YEAR,), PeriodKind.FINANCIAL_YEAR),
        ((PeriodKind.CARE_YEAR,), PeriodKind.CARE_YEAR),
        ((PeriodKind.WINDOW, PeriodKind.SURVEY_ROUND), PeriodKind.SURVEY_ROUND),
        ((PeriodKind.DAY,), PeriodKind.FINANCIAL_YEAR),
    ],
)
def test_an_indicator_says_what_kind_of_year_its_labels_are(
    kinds: tuple[PeriodKind, ...], kind: PeriodKind
) -> None:
    assert make_indicator(periods=kinds).year_kind is kind


@pytest.mark.parametrize(
    ("changes", "survey", "alone"),
    [
        ({}, False, False),
        ({"cadence": "biennial"}, True, True),
        ({"periods": (PeriodKind.SURVEY_ROUND,)}, True, True),
        ({"periods": (PeriodKind.CARE_YEAR, PeriodKind.SURVEY_ROUND)}, True, True),
        ({"unit": Unit.YES_NO}, False, True),
    ],
)
def test_no_line_joins_the_rounds_of_a_survey_nor_yes_and_no(
    changes: dict[str, object], survey: bool, alone: bool
) -> None:
    found = make_indicator(**changes)
    assert (found.is_survey, found.stands_alone) == (survey, alone)


def test_an_indicator_is_offered_with_the_code_readers_know() -> None:
    assert (make_indicator().published_code, make_indicator().named) == ("CHN22", "Re-registrations (CHN22)")
    own = make_indicator(code="CP_REGISTER")
    assert (own.published_code, own.named) == ("", "Re-registrations")
