"""Abbreviations, footnotes and lists said to stand at a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.narrative.naming import PAGE, abbreviations, footnotes, references
from tests.etl.narrative.cases import told

FIGURES = "Figure 1\n\nThis is due to:\n\n- training\n- support\n\nFigure 2\n\nIt fell.\n\n"


def test_an_abbreviation_spelt_out_in_two_ways_is_told_with_both() -> None:
    text = "There were 36 Child Protection Orders (CPOs).\nThere were 532 Community Payback Orders (CPOs)."
    assert told(abbreviations, text) == [(2, 1, "CPO is 'Child Protection Orders' in line 1")]


@pytest.mark.parametrize(
    "text",
    [
        "Self-Directed Support (SDS) grew.\nself directed supports (SDS) fell.",
        "The Chief Social Work Officer (CSWO) reports.\nEach Chief Social Work Officer (CSWO) reports.",
        "The Head of Service (HOS) spoke.\nThe officers (HOS) left.",
        "Child Protection Orders (CPOs) rose.\nThey fell in every council (CPO).",
        "Adult Protection (AP) rose.\nChild Protection Committee (CPC) met.",
        "It is larger (UK).\nIt is smaller (UK).",
    ],
)
def test_the_same_words_in_another_spelling_or_no_words_are_no_second_meaning(text: str) -> None:
    assert told(abbreviations, text) == []


@given(st.lists(st.sampled_from(["Care", "Home", "Order", "Team", "Plan"]), min_size=2, max_size=5))
def test_a_phrase_that_is_always_abbreviated_alike_is_never_told(spelt: list[str]) -> None:
    short = "".join(word[0] for word in spelt)
    line = f"The {' '.join(spelt)} ({short}) met."
    assert told(abbreviations, f"{line}\n{line}") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Adult Services*\t£76,198\nTotal\t£111,895", "*"),
        ("Open cases**\t20\n* Open: with a worker.", "**"),
        ("It was 87%*.\n" + "\n" * PAGE + "* Provisional.\n" + "Text.\n" * PAGE, "*"),
    ],
)
def test_an_asterisk_without_a_footnote_on_its_page_is_told(text: str, mark: str) -> None:
    assert told(footnotes, text) == [(1, 1, "no footnote on its page begins with the mark")]
    assert mark in text


@pytest.mark.parametrize(
    "text",
    [
        "Adult Services*\t£76,198\n\n* Without grants.",
        "Adult Services*\t£76,198\n\n***Note:** without grants.",
        "It was 87%*.\n" + "Text.\n" * 2 * PAGE + "* Provisional.",
        "This is *very* important, and **so is this**.",
        "The mean of *all the\ncouncils*. It is not ranked.",
        "Load every docs/*.csv and 5*3 of them.",
        "* a bullet\n* another",
    ],
)
def test_a_mark_that_is_answered_or_is_emphasis_is_left_alone(text: str) -> None:
    assert told(footnotes, text) == []


def test_a_list_said_to_stand_at_a_figure_that_lists_nothing_is_told_with_the_nearest_list() -> None:
    found = told(references, FIGURES + "More of the initiatives detailed at Figure 2.")
    assert found == [(12, 5, "Figure 2 lists nothing; the nearest list stands at Figure 1")]


@pytest.mark.parametrize(
    "text",
    [
        FIGURES + "More of the initiatives detailed at Figure 1.",
        FIGURES + "More of the initiatives detailed at Figure 7.",
        FIGURES + "The trend is shown in Figure 2.",
        "Figure 1\n\nFigure 2\n\nIt fell.\n\nMore of the actions listed in Figure 2.",
    ],
)
def test_a_reference_to_a_list_that_is_there_or_to_a_picture_is_left_alone(text: str) -> None:
    assert told(references, text) == []
