"""Contrast of the palette, computed over the style sheet itself in both modes (WCAG 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.charts import marks, scenery, traces, trend

TOKENS = Path(__file__).parents[3] / "assets" / "tokens.css"
MODES = ("light", "dark")

TEXT_ON_PAPER = ["ink", "ink-2", "ink-3", "link", "ours", "family-ink", "scotland", "none-ink"]
TEXT_ON_GROUND = [
    *((f"{light}-ink", f"{light}-ground") for light in ("green", "amber", "red")),
    *((ink, "tint") for ink in ("ink", "ink-2", "ink-3", "link", "ours")),
    *((f"quarter-{n}-ink", f"quarter-{n}") for n in (1, 2, 3, 4)),
    *(("ink-3", ground) for ground in ("band-1", "band-2", "pandemic")),
    ("scotland", "band-2"),
    ("paper", "ours"),
]
MARKS = [
    "green", "amber", "red", "none", "ours", "scotland", "family", "family-dot", "other-dot",
    "peer-1", "peer-2", "peer-3", "field",
]  # fmt: skip
MARKS_ON_GROUND = [
    *((light, f"{light}-ground") for light in ("green", "amber", "red")),
    *(
        (dot, band)
        for dot in ("ours", "family-dot", "other-dot", "scotland")
        for band in ("band-1", "band-2")
    ),
]


def colours(mode: str) -> dict[str, str]:
    """The tokens of a mode by name."""
    block = re.search(rf'\[data-theme="{mode}"\] \{{(.*?)\}}', TOKENS.read_text(), re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", TEXT_ON_PAPER)
def test_text_can_be_read_on_the_page(mode: str, name: str) -> None:
    found = colours(mode)
    assert contrast(found[name], found["paper"]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(mode: str, ink: str, ground: str) -> None:
    found = colours(mode)
    assert contrast(found[ink], found[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", MARKS)
def test_marks_stand_out_from_the_page(mode: str, name: str) -> None:
    found = colours(mode)
    assert contrast(found[name], found["paper"]) >= 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("mark", "ground"), MARKS_ON_GROUND)
def test_marks_stand_out_from_their_ground(mode: str, mark: str, ground: str) -> None:
    found = colours(mode)
    assert contrast(found[mark], found[ground]) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_the_focus_ring_is_seen_against_its_own_border(mode: str) -> None:
    found = colours(mode)
    assert max(contrast(found["focus"], found["paper"]), contrast(found["ink"], found["paper"])) >= 3


def test_both_modes_name_the_same_colours() -> None:
    assert set(colours("light")) == set(colours("dark"))


def test_colours_written_into_figures_are_the_light_ones() -> None:
    light = set(colours("light").values())
    written = set()
    for module in (trend, scenery, marks, traces):
        written |= set(re.findall(r"#[0-9a-f]{6}", Path(str(module.__file__)).read_text()))
    assert written <= light


def test_no_style_sheet_but_the_tokens_names_a_colour() -> None:
    for sheet in TOKENS.parent.glob("*.css"):
        if sheet != TOKENS:
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet.read_text()), sheet.name
