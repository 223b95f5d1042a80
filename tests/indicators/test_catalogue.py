"""The catalogue in memory: spellings of codes, services, and which target applies."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import UnknownIndicatorError
from indicators.codes import fold_code
from indicators.targets import TargetRule
from tests.builders import (
    make_catalogue,
    make_indicator,
    make_rule,
    make_target,
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


def test_a_target_holds_from_the_first_day_of_its_periods_to_the_last() -> None:
    bound, open_ended = make_target(first="2018-19", last="2019-20"), make_target()
    catalogue = make_catalogue(targets=[bound, open_ended])
    assert (catalogue.first_day(bound), catalogue.last_day(bound)) == (date(2018, 4, 1), date(2020, 3, 31))
    assert (catalogue.first_day(open_ended), catalogue.last_day(open_ended)) == (date.min, date.max)
    assert catalogue.targets_of("CHN22") == (bound, open_ended)
    assert catalogue.targets_of("SW01") == ()
