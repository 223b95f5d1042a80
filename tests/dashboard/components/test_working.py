"""How something was worked out: the rule, what went in, the steps, closed until asked."""

from __future__ import annotations

from dashboard.components.working import working
from dashboard.views.workings import TracedInput
from tests.dashboard.tree import find, words

PLAIN = TracedInput("Dundee City, 2021-22", "7.84%", "", "LGBF; lgbf.csv")


def test_the_disclosure_is_named_after_its_subject_for_those_who_hear_a_list_of_them() -> None:
    made = working("Rank", "Ordered by value.", [PLAIN], ["15 are ahead."])
    assert words(find(made, "Summary")) == "How was this worked out? Rank"
    assert words(find(made, "Span", className="unseen")) == " Rank"
    assert not getattr(made, "open", False)


def test_the_rule_comes_first_then_the_inputs_then_the_steps_in_order() -> None:
    made = working("Rank", "The rule.", [PLAIN], ["First.", "Second."])
    (inside,) = find(made, "Div", className="inside")
    assert words(inside) == "The rule.Dundee City, 2021-22: 7.84%LGBF; lgbf.csvFirst.Second."


def test_note_and_source_are_small_print_and_nothing_is_printed_where_there_is_neither() -> None:
    noted = TracedInput("Target", "8.4%", "set by the council", "targets.toml")
    bare = TracedInput("Steps", "3", "", "")
    made = working("x", "r", [noted, bare], [])
    assert [words(each) for each in find(made, "Small")] == ["set by the council; targets.toml"]
    assert [words(each) for each in find(made, "Li")][1] == "Steps: 3"


def test_without_inputs_there_is_no_empty_list() -> None:
    assert find(working("x", "r", [], []), "Ul") == []


def test_hostile_text_in_a_source_stays_text() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    made = working(hostile, hostile, [TracedInput(hostile, hostile, hostile, hostile)], [hostile])
    assert words(made).count(hostile) == 7
    assert find(made, "Img") == []
