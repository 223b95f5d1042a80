"""Forms: each field under its own label, what is sent unseen, and a place for what is refused."""

from __future__ import annotations

import pytest
from dash.development.base_component import Component

from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, text_field, write_form
from tests.dashboard.tree import find, words

OPTIONS = [Option("draft", "Keep it"), Option("submitted", "Submit it")]
FIELDS = {
    "Input": text_field("f", "owner", "Owner", "A. Lead", helped="Who does it.", required=True),
    "Textarea": long_field("f", "owner", "Owner", "A. Lead", helped="Who does it.", required=True),
}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_field_has_its_name_value_and_a_label_with_what_helps(kind: str) -> None:
    (field,), (label,) = find(FIELDS[kind], kind), find(FIELDS[kind], "Label")
    assert (field.name, field.value, field.id) == ("owner", "A. Lead", "f-owner")
    assert label.htmlFor == field.id
    assert words(label) == "Owner (needed) Who does it."


def test_a_field_that_may_be_left_out_says_nothing_of_it() -> None:
    assert words(text_field("f", "due", "Due", "", kind="date")) == "Due"
    assert find(text_field("f", "due", "Due", "", kind="date"), "Input")[0].type == "date"


def test_a_choice_offers_its_options_and_holds_the_chosen_one() -> None:
    (field,) = find(choice_field("f", "step", "Then", OPTIONS, "submitted"), "Select")
    assert [each["value"] for each in field.options] == ["draft", "submitted"]
    assert field.value == "submitted"


@pytest.fixture
def form() -> Component:
    """A form with one field that sends its version along."""
    fields = [text_field("f", "cause", "Cause", "")]
    return write_form("f", "comment", fields, "Save", {"version": "3"})


def test_a_form_is_sent_to_the_door_of_its_kind_with_a_name_and_what_it_keeps(form: Component) -> None:
    (found,) = find(form, "Form")
    assert (found.action, found.method, found.id) == ("/write/comment", "post", "f")
    assert getattr(found, "data-write") == ""
    sent = {each.name: (each.type, each.value) for each in find(form, "Input")}
    assert sent == {"cause": ("text", ""), "author": ("text", ""), "version": ("hidden", "3")}


def test_a_form_tells_refusals_where_a_screen_reader_hears_them_before_its_button(form: Component) -> None:
    (problems,) = find(form, "Div", role="alert")
    (button,) = find(form, "Button")
    assert (words(problems), words(button), button.type) == ("", "Save", "submit")
