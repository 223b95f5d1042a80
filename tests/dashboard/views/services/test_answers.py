"""Answers on a service page: shares with their base, and nothing that gives a hidden count away."""

from __future__ import annotations

import pytest

from dashboard.views.services.answers import answers_content
from dashboard.views.services.shapes import Content, Line
from dashboard.views.text import spoken
from indicators.figures import Figure, Status
from indicators.service_pages import PartKind
from tests.dashboard.views.services.scenes import Values, counted, scene, series

ALIKE = {"same": ("SAME",), "worse": ("WORSE",), "labels": ("Their home",)}


def content(improved: Values, same: Values, worse: Values) -> Content:
    """The part of one question from its three series."""
    triples = zip(("IMPROVED", "SAME", "WORSE"), (improved, same, worse), strict=True)
    every = [series(counted(code), values) for code, values in triples]
    return answers_content(scene(PartKind.ANSWERS, *every, indicators=("IMPROVED",), **ALIKE))


def test_a_question_has_a_bar_a_line_and_a_sentence_with_its_base() -> None:
    found = content({"2019-20": 51}, {"2019-20": 22}, {"2019-20": 4})
    assert found.when == "2019-20"
    assert [(bar.name, bar.base) for bar in found.answers] == [("Their home", "n = 77")]
    assert [shown for _, shown, _ in found.answers[0].parts] == ["51 (66%)", "22 (29%)", "4 (5%)"]
    assert spoken(found.sentence) == (
        "Council A, 2019-20: of 77 who answered, 51 (66%) said that their home improved, 22 (29%) the same "
        "and 4 (5%) worse."
    )


def test_printed_counts_that_are_to_be_checked_are_shown_and_marked() -> None:
    doubtful = [{"2019-20": Figure(value, Status.DOUBTFUL)} for value in (51, 22, 4)]
    found = content(*doubtful)
    assert spoken(found.sentence).endswith("4 (5%) worse (to check).")
    assert found.grid is not None
    (line,) = found.grid.lines
    assert isinstance(line, Line)
    assert (line.cells[0].shown, line.cells[0].note) == ("51", "66%, to check")


@pytest.mark.parametrize("worse", [{"2019-20": Figure(None, Status.SUPPRESSED)}, {}])
def test_a_count_that_is_hidden_or_unknown_leaves_no_share_bar_base_or_sentence(worse: Values) -> None:
    """With the base and two of the counts, or with their shares, the third would be known."""
    found = content({"2019-20": 51}, {"2019-20": 22}, worse)
    assert (found.answers, found.sentence) == ((), ())
    assert found.grid is not None
    (line,) = found.grid.lines
    assert isinstance(line, Line)
    assert [cell.note for cell in line.cells][:2] == ["", ""]
    assert (line.cells[3].shown, line.cells[3].note) == ("", "not worked out")


def test_only_the_newest_period_is_shown() -> None:
    found = content(*({"2018-19": 1, "2019-20": value} for value in (3, 1, 0)))
    assert found.answers[0].base == "n = 4"


def test_without_any_answer_there_is_nothing_to_show() -> None:
    assert content({}, {}, {}) == Content()
