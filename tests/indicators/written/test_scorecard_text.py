"""A scorecard as lines: everything comes back as it was; a line that says nothing is told by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import UnknownIndicatorError
from indicators.vocabulary import Section
from indicators.written.checks import WritingError
from indicators.written.scorecard_text import WORDS, Known, from_text, to_text

CODES = {"CHN22": "CHN22", "chn 22": "CHN22", "SW01": "SW01", "SW02": "SW02"}


def code(text: str) -> str:
    """The code of a spelling."""
    if text not in CODES:
        raise UnknownIndicatorError(text, "CHN22" if text.startswith("CHN") else "")
    return CODES[text]


KNOWN = Known(code, ("process", "customer"), ("plan-P1",))
TEXT = """\
Section: Children
Commitment: Act early
Outcome: Children are safe
CHN22
Project: plan-P1
Commitment: Fund young carers
Activity: Go on funding it
Section: Process
Perspective: process
SW01
No indicator yet: Neglect"""
SECTIONS = (
    Section("Children", "Act early", "", ("CHN22",), "Children are safe", ("plan-P1",)),
    Section("Children", "Fund young carers", "", activities=("Go on funding it",)),
    Section("Process", "", "process", ("SW01",), no_indicator=("Neglect",)),
)


def test_lines_become_sections_with_their_commitments_and_rows_in_order() -> None:
    assert from_text(TEXT, KNOWN) == SECTIONS


def test_sections_become_the_lines_they_came_from() -> None:
    assert to_text(SECTIONS) == TEXT.replace("\nSection: Process", "\n\nSection: Process")


@pytest.mark.parametrize(
    "line",
    [
        "commitment : Act early",
        "COMMITMENT: Act early",
        "  Commitment:Act early  ",
        "\tCommitment: Act early",
    ],
)
def test_a_word_is_known_however_it_is_written(line: str) -> None:
    assert from_text(f"section: A\r\n{line}\r\n\r\nSW01", KNOWN) == (
        Section("A", "Act early", "", ("SW01",)),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("SW01", "Line 1: 'SW01' is in no section; begin with 'Section: ' and its title."),
        ("Activity: X", "Line 1: 'Activity: X' is in no section; begin with 'Section: ' and its title."),
        (
            "Section: A\n\nCHN23",
            "Line 3: 'CHN23' is not an indicator of the catalogue; did you mean 'CHN22'?",
        ),
        ("Section: A\nNote: X", "Line 2: 'Note: X' is not an indicator of the catalogue."),
        ("Section: A\nCHN22\nchn 22", "Line 3: CHN22 stands in line 2 already; remove one."),
        ("Section: A\nSW01\nSection: B\nSW01", "Line 4: SW01 stands in line 2 already; remove one."),
        ("Section: A\nPerspective: safety", "Line 2: 'safety' is no perspective; write process, customer."),
        ("Section: A\nProject: P9", "Line 2: 'P9' is the key of no project."),
    ],
)
def test_a_line_that_cannot_be_understood_is_told_by_its_number(text: str, sentence: str) -> None:
    with pytest.raises(WritingError) as refused:
        from_text(text, KNOWN)
    assert [fault.sentence for fault in refused.value.faults] == [sentence]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(WritingError) as refused:
        from_text("SW09\nSection: A\nSW08\nProject: none", KNOWN)
    assert [fault.field for fault in refused.value.faults] == ["Line 1", "Line 3", "Line 4"]


def test_nothing_is_no_section() -> None:
    assert from_text(" \n\n", KNOWN) == ()


_LETTERS = st.characters(categories=("L", "N"), include_characters="<>&'\"=")
_SAID = st.text(_LETTERS, min_size=1, max_size=12)


@st.composite
def cards(draw: st.DrawFn) -> tuple[Section, ...]:
    """Sections, each with something in it, and no indicator twice."""
    codes = draw(st.permutations(["CHN22", "SW01", "SW02"]))
    several = st.lists(_SAID, max_size=2, unique=True).map(tuple)
    return tuple(
        Section(
            draw(st.sampled_from(["A", "B"])),
            draw(st.just("") | _SAID),
            draw(st.sampled_from(["", "process"])),
            (each,),
            draw(st.just("") | _SAID),
            draw(st.sampled_from([(), ("plan-P1",)])),
            draw(several),
            draw(several),
        )
        for each in codes[: draw(st.integers(1, 3))]
    )


@given(cards())
def test_any_scorecard_comes_back_from_its_lines(sections: tuple[Section, ...]) -> None:
    assert from_text(to_text(sections), KNOWN) == sections


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from([*WORDS, ":", "\n", "SW01", " "]), max_size=30).map("".join)
)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        sections = from_text(text, KNOWN)
    except WritingError as refused:
        assert all(fault.sentence.startswith("Line ") for fault in refused.faults)
    else:
        assert all(isinstance(section, Section) for section in sections)
