"""Progress bars, counts that are links, and the risk matrix: words beside every colour."""

from __future__ import annotations

import pytest

from dashboard.components.filters import day
from dashboard.components.linked_counts import LinkedCount, linked_counts
from dashboard.components.progress_bar import progress_bar
from dashboard.components.risk_table import RiskCell, RiskLink, risk_table
from tests.dashboard.tree import find, words


@pytest.mark.parametrize(("done", "drawn"), [(33.0, "33%"), (100.0, "100%"), (0.4, "0.4%"), (250.0, "100%")])
def test_the_bar_is_as_long_as_the_progress_and_never_longer_than_its_track(done: float, drawn: str) -> None:
    (fill,) = find(progress_bar(done, None, "red", "33% done"), "Span", className="fill")
    assert fill.style == {"width": drawn}


def test_the_mark_stands_where_progress_should_be_and_the_words_say_both() -> None:
    bar = progress_bar(33.0, 65.6, "red", "33% done, 66% of its time gone")
    (mark,) = find(bar, "Span", className="expected")
    assert mark.style == {"left": "65.6%"}
    assert words(bar) == "33% done, 66% of its time gone"
    (track,) = find(bar, "Span", className="track red")
    assert getattr(track, "aria-hidden") == "true"


def test_without_progress_and_expectation_there_are_only_words() -> None:
    bar = progress_bar(None, None, "none", "no position reported")
    assert find(bar, "Span") == []
    assert words(bar) == "no position reported"


def test_no_progress_yet_is_an_empty_track_with_its_mark() -> None:
    bar = progress_bar(0.0, 10.0, "amber", "0% done")
    assert find(bar, "Span", className="fill") == []
    assert len(find(bar, "Span", className="expected")) == 1


def test_each_count_is_a_link_and_the_one_shown_says_so() -> None:
    nav = linked_counts(
        [LinkedCount("", "All", 4, "/x", True), LinkedCount("red", "Overdue", 1, "/x?state=overdue")],
        "Where they stand",
    )
    every, late = find(nav, "A")
    assert (words(every), getattr(every, "aria-current")) == ("4All", "true")
    assert (words(late), late.href) == ("1Overdue", "/x?state=overdue")
    assert not hasattr(late, "aria-current")
    assert getattr(nav, "aria-label") == "Where they stand"


def test_the_matrix_says_score_and_band_in_every_cell_and_heads_both_sides() -> None:
    risk = RiskLink("R1", "now and aim", "/risks/r1")
    rows = [
        (2, (RiskCell(2, "medium", 2, ()), RiskCell(4, "very high", 4, (risk,)))),
        (1, (RiskCell(1, "low", 1, ()), RiskCell(2, "medium", 2, ()))),
    ]
    table = risk_table("Risks", rows)
    assert [words(each) for each in find(table, "Td")] == [
        "2 medium", "4 very highR1 now and aim", "1 low", "2 medium",
    ]  # fmt: skip
    heads = [(words(each), each.scope) for each in find(table, "Th")]
    assert heads == [
        ("Impact", "col"), ("Likelihood 1", "col"), ("Likelihood 2", "col"), ("2", "row"), ("1", "row"),
    ]  # fmt: skip
    (link,) = find(table, "Link")
    assert link.href == "/risks/r1"


def test_a_day_is_a_control_with_a_label_of_its_own() -> None:
    control = day("as_at", "As at", "2019-07-23")
    (field,) = find(control, "Input")
    assert (field.id, field.type, field.value) == ({"filter": "as_at"}, "date", "2019-07-23")
    (label,) = find(control, "Label")
    assert label.htmlFor == '{"filter":"as_at"}'
