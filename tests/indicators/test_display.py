"""Display: rounded half up on the printed decimals, at the last moment only."""

from __future__ import annotations

import copy
import pickle
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.display import (
    Shown,
    change_text,
    decimals_to_tell_apart,
    number,
    printed_decimals,
    rounded,
    singular,
    spoken_change,
    spoken_value,
    value_text,
)
from indicators.indicator import Unit
from tests.builders import make_indicator

PRINTED = st.decimals(-10_000_000, 10_000_000, places=4)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (10.45, 1, "10.5"),
        (10.44999, 1, "10.4"),
        (2.675, 2, "2.68"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-10.45, 1, "−10.5"),
        (-0.04, 1, "0.0"),
        (0.0, 0, "0"),
        (2147.0, 0, "2,147"),
        (1234567.891, 1, "1,234,567.9"),
    ],
)
def test_numbers_are_rounded_half_up_and_written_in_british_form(
    value: float, decimals: int, shown: str
) -> None:
    assert number(value, decimals) == shown


@given(PRINTED, st.integers(0, 4))
def test_rounding_is_that_of_decimals_for_any_printed_number(printed: Decimal, decimals: int) -> None:
    wanted = printed.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert rounded(float(printed), decimals) == wanted


@pytest.mark.parametrize(
    ("unit", "decimals", "value", "text"),
    [
        (Unit.PERCENT, 1, 7.8, "7.8%"),
        (Unit.PERCENT, 1, 0.0, "0.0%"),
        (Unit.PERCENTAGE_POINTS, 1, 16.42, "16.4 points"),
        (Unit.PERCENTAGE_POINTS, 0, 1.0, "1 point"),
        (Unit.POUNDS, 0, 4239.5, "£4,240"),
        (Unit.POUNDS, 2, 23.456, "£23.46"),
        (Unit.POUNDS, 0, -535.0, "−£535"),
        (Unit.POUNDS_THOUSAND, 0, 1.0, "£1 thousand"),
        (Unit.POUNDS_MILLION, 1, 3.25, "£3.3 million"),
        (Unit.DAYS, 2, 15.53, "15.53 days"),
        (Unit.DAYS, 0, 1.0, "1 day"),
        (Unit.HOURS, 0, 34.0, "34 hours"),
        (Unit.WEEKS, 1, 36.0, "36.0 weeks"),
        (Unit.COUNT, 0, 2147.0, "2,147"),
        (Unit.RATE, 1, 3.14, "3.1"),
        (Unit.YES_NO, 0, 1.0, "Yes"),
        (Unit.YES_NO, 0, 0.0, "No"),
    ],
)
def test_a_value_is_shown_with_its_unit(unit: Unit, decimals: int, value: float, text: str) -> None:
    assert value_text(make_indicator(unit=unit, decimals=decimals), value) == text


@pytest.mark.parametrize(
    ("unit", "decimals", "change", "text"),
    [
        (Unit.PERCENT, 1, -1.8, "1.8 points"),
        (Unit.PERCENT, 1, 1.0, "1.0 point"),
        (Unit.PERCENT, 0, -1.0, "1 point"),
        (Unit.POUNDS, 0, -535.2, "£535"),
        (Unit.COUNT, 0, 34.0, "34"),
        (Unit.DAYS, 1, -2.04, "2.0 days"),
    ],
)
def test_a_change_is_shown_without_its_direction_and_in_points_for_percentages(
    unit: Unit, decimals: int, change: float, text: str
) -> None:
    assert change_text(make_indicator(unit=unit, decimals=decimals), change) == text


@pytest.mark.parametrize(
    ("value", "other", "decimals"), [(8.42, 8.4, 2), (8.4, 8.4, 1), (8.4, 8.5, 1), (8.4, 8.4 + 1e-12, 1)]
)
def test_values_that_differ_but_look_alike_get_one_more_decimal(
    value: float, other: float, decimals: int
) -> None:
    assert decimals_to_tell_apart(make_indicator(decimals=1), value, other) == decimals


@pytest.mark.parametrize(("value", "decimals"), [(95.55, 2), (9.0, 0), (230.0, 0), (0.125, 3), (1e20, 0)])
def test_a_target_keeps_the_decimals_it_was_set_with(value: float, decimals: int) -> None:
    assert printed_decimals(value) == decimals


def test_plain_plurals_lose_their_s() -> None:
    assert [singular(noun) for noun in ("days", "points", "million")] == ["day", "point", "million"]
    people = ("children", "young people", "women", "inquiries", "orders")
    assert [singular(noun) for noun in people] == ["child", "young person", "woman", "inquiry", "order"]


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [
        (88.33, 86.18, "2.2 points"),
        (7.84, 9.66, "1.8 points"),
        (10.45, 10.0, "0.5 points"),
        (0.3, 0.25, "0.1 points"),
    ],
)
def test_the_dust_of_arithmetic_does_not_tip_the_rounding_of_a_change(
    now: float, before: float, shown: str
) -> None:
    """CHN19b of Dundee City, 2018-19 to 2019-20: 88.33 less 86.18 is 2.15, and that is shown as 2.2."""
    assert change_text(make_indicator(), now - before) == shown


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2))
def test_a_change_is_rounded_as_the_exact_difference_is(now: Decimal, before: Decimal) -> None:
    exact = abs(now - before).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert change_text(make_indicator(), float(now) - float(before)).split()[0] == f"{exact:,}"


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (Unit.POUNDS_THOUSAND, 35515.0, "£35.5 million"),
        (Unit.POUNDS_THOUSAND, 111895.0, "£111.9 million"),
        (Unit.POUNDS_THOUSAND, 1000.0, "£1.0 million"),
        (Unit.POUNDS_THOUSAND, 999.5, "£999,500"),
        (Unit.POUNDS_THOUSAND, 182.0, "£182,000"),
        (Unit.POUNDS_THOUSAND, -2677.0, "−£2.7 million"),
        (Unit.POUNDS_THOUSAND, 10450.0, "£10.5 million"),
        (Unit.POUNDS_THOUSAND, 2500000.0, "£2,500.0 million"),
        (Unit.POUNDS_MILLION, 146.0, "£146 million"),
        (Unit.POUNDS, 4240.0, "£4,240"),
        (Unit.COUNT, 2147.0, "2,147"),
    ],
)
def test_a_sentence_speaks_of_millions_where_a_cell_has_thousands(
    unit: Unit, value: float, said: str
) -> None:
    assert spoken_value(make_indicator(unit=unit, decimals=0), value) == said


@given(st.floats(-1e7, 1e7))
def test_a_spoken_amount_is_near_its_value_and_never_american(value: float) -> None:
    said = spoken_value(make_indicator(unit=Unit.POUNDS_THOUSAND, decimals=0), value)
    plain = float(said.replace("−", "-").replace("£", "").replace(",", "").removesuffix(" million"))
    pounds = plain * (1_000_000 if said.endswith("million") else 1)
    assert abs(pounds - value * 1000) <= (50_001 if said.endswith("million") else 1)
    assert not said.endswith(("m", "M", "K", "k"))


def test_a_spoken_change_has_no_sign_and_keeps_points() -> None:
    assert spoken_change(make_indicator(unit=Unit.POUNDS_THOUSAND), -2677.0) == "£2.7 million"
    assert spoken_change(make_indicator(unit=Unit.PERCENT), -1.8) == "1.8 points"


@given(st.floats(-1e7, 1e7), st.sampled_from([Unit.PERCENT, Unit.POUNDS, Unit.COUNT, Unit.WEEKS, Unit.RATE]))
def test_what_is_shown_knows_its_number_and_is_text_like_any_other(value: float, unit: Unit) -> None:
    shown = value_text(make_indicator(unit=unit), value)
    assert isinstance(shown, Shown)
    assert shown.exact == value
    assert {shown: 1}[str(shown)] == 1
    assert (copy.deepcopy(shown), pickle.loads(pickle.dumps(shown)).exact) == (shown, value)
    assert type(f"{shown} of all") is str


def test_the_size_of_a_change_is_words_for_it_has_no_direction() -> None:
    for unit in (Unit.PERCENT, Unit.POUNDS, Unit.COUNT):
        assert type(change_text(make_indicator(unit=unit), -2.0)) is str
