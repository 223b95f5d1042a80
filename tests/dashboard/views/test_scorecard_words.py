"""What a scorecard says of its lights: counted, never averaged."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.scorecard_lines import ACTION, ACTIVITY, NO_INDICATOR, PROJECT, CardLine
from dashboard.views.scorecard_words import lead, summary
from dashboard.views.text import spoken
from indicators.rag import Light

RED, AMBER, GREEN = Light.RED, Light.AMBER, Light.GREEN
DARK = [light for light in Light if light not in (RED, AMBER, GREEN)]


@pytest.mark.parametrize(
    ("lights", "kinds", "words"),
    [
        ([], [], ""),
        ([RED], [], "1 off target"),
        ([GREEN, RED, GREEN, AMBER], [], "1 off target, 1 within tolerance, 2 on target"),
        ([Light.NO_TARGET, Light.SUPPRESSED, Light.DATA_ONLY], [], "3 without a light"),
        ([], [PROJECT], "1 improvement project"),
        ([], [PROJECT, PROJECT], "2 improvement projects"),
        ([], [ACTIVITY], "1 ongoing activity"),
        ([], [ACTIVITY, ACTIVITY], "2 ongoing activities"),
        ([], [NO_INDICATOR, NO_INDICATOR], "2 without an indicator yet"),
        ([RED, Light.NO_DATA], [ACTION, ACTION, PROJECT],
         "1 off target, 1 without a light; 2 actions, 1 improvement project"),
    ],
)  # fmt: skip
def test_a_section_counts_its_lights_and_then_its_other_lines(
    lights: list[Light], kinds: list[str], words: str
) -> None:
    assert summary(lights, [CardLine(kind, "x") for kind in kinds]) == words


@pytest.mark.parametrize(
    ("lights", "words"),
    [
        ([], "There is no indicator here."),
        ([RED], "The one indicator here is off target."),
        ([AMBER], "The one indicator here is within tolerance of its target."),
        ([GREEN], "The one indicator here is on target."),
        ([Light.SUPPRESSED], "The one indicator here has no light."),
        ([RED, GREEN],
         "Of 2 indicators, one is off target. One is on target, none within tolerance."),
        ([GREEN, Light.NO_DATA],
         "Of 2 indicators, none are off target. One is on target, none within tolerance; 1 has no light."),
        ([RED, RED, AMBER, GREEN, GREEN, Light.NO_TARGET, Light.TO_CHECK],
         "Of 7 indicators, two are off target. Two are on target, one within tolerance; 2 have no light."),
    ],
)  # fmt: skip
def test_the_lead_counts_every_indicator_once(lights: list[Light], words: str) -> None:
    assert spoken(lead(lights)) == words


def test_what_is_off_target_carries_the_weight_of_the_lead() -> None:
    (weight,) = [part.words for part in lead([RED, GREEN]) if not isinstance(part, str)]
    assert weight == "one is off target"


@pytest.mark.parametrize("light", DARK)
def test_a_figure_without_a_light_is_never_counted_as_red_amber_or_green(light: Light) -> None:
    assert summary([light], []) == "1 without a light"


@given(st.lists(st.sampled_from(list(Light))))
def test_the_numbers_of_a_summary_add_up_to_the_indicators(lights: list[Light]) -> None:
    said = summary(lights, [])
    counts = {words: int(count) for count, words in (part.split(" ", 1) for part in said.split(", ") if part)}
    assert sum(counts.values()) == len(lights)
    assert counts.get("off target", 0) == Counter(lights)[RED]
