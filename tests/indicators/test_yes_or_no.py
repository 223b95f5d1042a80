"""Yes and no: the better one is green, the other red, and no line joins them."""

from __future__ import annotations

import pytest

from indicators.indicator import Direction, Polarity, Unit
from indicators.rag import Light
from indicators.statements import statement
from indicators.yes_or_no import target_meant
from tests.builders import HIGHER, LOWER, NEITHER, make_indicator, make_series, make_standing, make_target


@pytest.mark.parametrize(
    ("polarity", "value", "light"),
    [
        (HIGHER, 1.0, Light.GREEN),
        (HIGHER, 0.0, Light.RED),
        (LOWER, 0.0, Light.GREEN),
        (LOWER, 1.0, Light.RED),
        (NEITHER, 1.0, Light.DATA_ONLY),
    ],
)
def test_yes_is_green_where_yes_is_better(polarity: Polarity, value: float, light: Light) -> None:
    indicator = make_indicator(unit=Unit.YES_NO, decimals=0, polarity=polarity)
    standing = make_standing(points=make_series({"2021-22": value}), indicator=indicator)
    assert standing.light is light
    assert not standing.over_achieved


def test_a_target_that_somebody_set_goes_before_what_is_meant() -> None:
    indicator = make_indicator(unit=Unit.YES_NO, decimals=0, polarity=HIGHER)
    own = make_target(value=0.0)
    standing = make_standing(points=make_series({"2021-22": 0.0}), indicator=indicator, targets=[own])
    assert standing.light is Light.GREEN


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.YES_NO])
def test_no_other_unit_has_a_target_that_nobody_set(unit: Unit) -> None:
    assert target_meant(make_indicator(unit=unit)) is None


def test_a_range_means_neither() -> None:
    indicator = make_indicator(unit=Unit.YES_NO, polarity=Polarity(Direction.RANGE, 0.0, 1.0))
    assert target_meant(indicator) is None


@pytest.mark.parametrize(("unit", "alone"), [(Unit.YES_NO, True), (Unit.PERCENT, False), (Unit.COUNT, False)])
def test_figures_that_are_yes_or_no_are_joined_by_no_line(unit: Unit, alone: bool) -> None:
    assert make_indicator(unit=unit).stands_alone is alone


def test_the_sentence_says_whose_target_it_is() -> None:
    indicator = make_indicator(
        unit=Unit.YES_NO, decimals=0, polarity=HIGHER, statement="{value} in {period}: plans are reviewed"
    )
    standing = make_standing(points=make_series({"2021-22": 1.0}), indicator=indicator)
    said = "The target, Yes, was set by this product, as the better of yes and no; it is met."
    assert said in statement(standing, "Angus").text
