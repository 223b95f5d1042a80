"""How wide words are and where they wrap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.letters import width, wrapped

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0.0), ("2021", 2.224), ("ill", 0.666), ("Wm", 1.777), ("a b", 1.39)]
)
def test_widths_are_those_of_arial(text: str, wide: float) -> None:
    assert width(text) == pytest.approx(wide)


def test_bold_words_are_wider() -> None:
    assert width("Off target", bold=True) > width("Off target")


@given(WORDS, st.floats(1.0, 60.0), st.booleans())
def test_wrapping_loses_no_letter_and_no_line_is_wider_than_its_room(
    text: str, room: float, bold: bool
) -> None:
    lines = wrapped(text, room, bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, bold) <= room + 1e-9 or len(line) == 1 for line in lines)


def test_a_text_that_fits_is_one_line_and_nothing_is_one_too() -> None:
    assert wrapped("Off target", 20) == ["Off target"]
    assert wrapped("", 20) == [""]
