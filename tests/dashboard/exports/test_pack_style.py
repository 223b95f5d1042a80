"""The look of packs on paper: every light by shape and word, and words dark enough for their ground."""

from __future__ import annotations

import pytest

from dashboard.exports.pack_style import BRAND, GROUNDS, INK, INKS, LINES, RULE, SHAPES, TINT, with_shape
from dashboard.exports.xml_text import writable


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2.2, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_most_contrast_there_is() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)


@pytest.mark.parametrize("light", sorted(INKS))
def test_the_words_of_a_light_can_be_read_on_paper_and_on_their_ground(light: str) -> None:
    assert contrast(INKS[light], "ffffff") >= 4.5
    assert contrast(INKS[light], GROUNDS.get(light, "ffffff")) >= 4.5
    assert contrast(INKS[light], TINT) >= 4.5


def test_plain_words_and_headings_can_be_read_on_every_ground() -> None:
    for ground in ("ffffff", TINT, *GROUNDS.values()):
        assert contrast(INK, ground) >= 7
    assert contrast(BRAND, "ffffff") >= 4.5


@pytest.mark.parametrize("line", sorted(LINES))
def test_the_lines_of_a_chart_stand_out_from_paper(line: str) -> None:
    assert contrast(LINES[line], "ffffff") >= 3


def test_a_rule_is_fainter_than_any_line() -> None:
    assert all(contrast(RULE, "ffffff") < contrast(colour, "ffffff") for colour in LINES.values())


def test_every_light_has_a_shape_of_its_own_before_its_words() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES) == 4
    assert [with_shape(light, "x") for light in ("red", "amber", "green", "none")] == [
        "◆ x",
        "▲ x",
        "● x",
        "○ x",
    ]
    assert with_shape("", "x") == with_shape("blue", "x") == "x"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain £ Gàidhlig 😀", "plain £ Gàidhlig 😀"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\0b\x0bc\x1bd\x0ce", "a b c d e"),
        ("\ud800x\udfff", " x "),
        ("\ufffe\uffff", "  "),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_what_xml_has_no_room_for_becomes_a_space(text: str, kept: str) -> None:
    assert writable(text) == kept
