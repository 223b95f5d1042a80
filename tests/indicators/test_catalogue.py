"""The catalogue in memory: spellings of codes, breaks, and which target applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import SeriesBreak, Unit, UnknownIndicatorError
from indicators.codes import fold_code
from indicators.periods import PeriodKind, parse
from indicators.targets import TargetRule
from tests.builders import (
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    make_catalogue,
    make_indicator,
    make_rule,
    make_target,
    year,
)


@pytest.mark.parametrize(
    "spelling", ["CHN8a", "CHN08a", "CHN 08a", "chn08A", " CHN 8A ", "CHN008a", "OLD_NAME"]
)
def test_every_spelling_of_a_code_is_one_indicator(spelling: str) -> None:
    catalogue = make_catalogue([make_indicator(code="CHN08a", aliases=("OLD_NAME",))])
    assert catalogue.resolve(spelling).code == "CHN08a"


@pytest.mark.parametrize("other", ["CHN08b", "CHN80a", "CHN08", "CHN8aa", "SW8a", "CHN108a"])
def test_another_code_is_another_indicator(other: str) -> None:
    assert fold_code(other) != fold_code("CHN08a")


@given(
    st.sampled_from(["CHN", "SW", "CORP", "D&G", "C&L"]), st.integers(1, 99), st.sampled_from(["", "a", "b"]),
    st.integers(0, 3), st.sampled_from(["", " ", "  "]), st.booleans(),
)  # fmt: skip
def test_zeros_spaces_and_case_never_change_a_code(
    letters: str, number: int, letter: str, zeros: int, space: str, upper: bool
) -> None:
    spelling = f"{letters}{space}{'0' * zeros}{number}{letter}"
    assert fold_code(spelling.upper() if upper else spelling) == fold_code(f"{letters}{number:02d}{letter}")


def test_an_unknown_code_is_refused_with_the_nearest() -> None:
    catalogue = make_catalogue([make_indicator(code="CHN22")])
    with pytest.raises(UnknownIndicatorError) as caught:
        catalogue.resolve("CHN23")
    assert str(caught.value) == "'CHN23' is not an indicator of the catalogue; did you mean 'CHN22'?"
    with pytest.raises(UnknownIndicatorError, match=r"'bins' is not an indicator of the catalogue$"):
        catalogue.resolve("bins")


def test_services_for_context_are_not_shown_and_indicators_are_found_by_service() -> None:
    catalogue = make_catalogue()
    assert [service.code for service in catalogue.shown_services()] == ["children"]
    assert catalogue.of_service("children") == [catalogue["CHN22"]]
    assert catalogue.of_service("justice") == []


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


# --- targets


@pytest.mark.parametrize(
    ("first", "last", "period", "valid"),
    [
        ("2018-19", "2018-19", "2018-19", True),
        ("2018-19", "2018-19", "2017-18", False),
        ("2018-19", "2018-19", "2019-20", False),
        ("2018-19", "", "2024-25", True),
        ("", "2018-19", "2010-11", True),
        ("2018-19", "2018-19", "2018-19 Q1", True),
        ("2018-19", "2018-19", "2018-19 Q4", True),
        ("2018-19", "2018-19", "2019-20 Q1", False),
        ("2018-19", "2018-19", "2019-03", True),
        ("2018-19", "2018-19", "2019-04", False),
        ("2018-19", "2018-19", "2018-03", False),
        ("2018-19", "2018-19", "2018-07-31", True),
        ("2018-19", "2018-19", "2019-07-31", False),
    ],
)
def test_a_target_is_valid_for_its_own_periods_only(first: str, last: str, period: str, valid: bool) -> None:
    """The months, quarters and days of a year are within it."""
    catalogue = make_catalogue(targets=[make_target(first=first, last=last)])
    assert (catalogue.target("CHN22", "A", period) is not None) is valid


def test_a_target_of_one_council_is_not_another_councils() -> None:
    catalogue = make_catalogue(targets=[make_target()])
    assert catalogue.target("CHN22", "B", "2021-22") is None
    assert catalogue.target("CHN22", "A", "2021-22") == make_target()
    assert catalogue.target("SW01", "A", "2021-22") is None


def test_a_local_target_comes_before_a_general_one_and_both_before_a_rule() -> None:
    rule = make_rule(TargetRule.FAMILY_FOURTH)
    general, own = make_target(area="", value=9.0), make_target(value=8.0)
    for targets in ([rule, general, own], [own, general, rule]):
        catalogue = make_catalogue(targets=targets)
        assert catalogue.target("CHN22", "A", "2021-22") == own
        assert catalogue.target("CHN22", "B", "2021-22") == general
    assert make_catalogue(targets=[rule, own]).target("CHN22", "B", "2021-22") == rule


def test_of_two_open_targets_the_one_set_later_applies_from_its_own_period() -> None:
    old, new = make_target(first="2015-16", value=9.0), make_target(first="2019-20", value=8.0)
    for targets in ([old, new], [new, old]):
        catalogue = make_catalogue(targets=targets)
        assert catalogue.target("CHN22", "A", "2018-19") == old
        assert catalogue.target("CHN22", "A", "2019-20") == new
