"""Which counts are too small to show, and the two settings that say so."""

from __future__ import annotations

import pytest

from indicators.disclosure import DisclosureRule, DisclosureSettingError, hides, rule_in_force
from indicators.figures import Figure
from indicators.indicator import Unit
from tests.catalogue_builder import indicator


@pytest.mark.parametrize(
    ("rule", "small", "shown"),
    [
        (DisclosureRule(), (0.5, 1, 4, 4.9), (None, 0, 5, 12)),
        (DisclosureRule(10), (1, 9), (0, 10)),
        (DisclosureRule(zero_shown=False), (0, 1, 4), (None, 5)),
    ],
)
def test_which_counts_are_small(
    rule: DisclosureRule, small: tuple[float, ...], shown: tuple[float | None, ...]
) -> None:
    assert all(rule.is_small(count) for count in small)
    assert not any(rule.is_small(count) for count in shown)


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ({}, DisclosureRule(5, zero_shown=True)),
        ({"SMALLEST_SHOWN_COUNT": "", "SHOW_ZERO_COUNTS": ""}, DisclosureRule(5, zero_shown=True)),
        ({"SMALLEST_SHOWN_COUNT": "2"}, DisclosureRule(2, zero_shown=True)),
        ({"SMALLEST_SHOWN_COUNT": "10"}, DisclosureRule(10, zero_shown=True)),
        ({"SHOW_ZERO_COUNTS": "no"}, DisclosureRule(5, zero_shown=False)),
    ],
)
def test_the_settings_make_the_rule(settings: dict[str, str], rule: DisclosureRule) -> None:
    assert rule_in_force(settings) == rule


@pytest.mark.parametrize("text", ["five", "1", "0", "-5", "4.5", "5 "])
def test_a_threshold_that_is_none_is_refused_and_hides_nothing_less(text: str) -> None:
    with pytest.raises(DisclosureSettingError, match=f"SMALLEST_SHOWN_COUNT is '{text}'"):
        rule_in_force({"SMALLEST_SHOWN_COUNT": text})


def test_an_answer_about_zero_is_yes_or_no() -> None:
    with pytest.raises(DisclosureSettingError, match="SHOW_ZERO_COUNTS is 'maybe'; write yes or no"):
        rule_in_force({"SHOW_ZERO_COUNTS": "maybe"})


def test_a_figure_is_hidden_by_the_rule_it_is_given() -> None:
    counted = indicator("X", Unit.COUNT, disclosive=True)
    assert hides(counted, Figure(8.0), DisclosureRule(10))
    assert not hides(counted, Figure(8.0))
    assert hides(counted, Figure(0.0), DisclosureRule(zero_shown=False))
