"""Pills, arrows, sparklines, strips and words: what is drawn, and what a screen reader hears."""

from __future__ import annotations

import pytest
from dash import html

from dashboard.components.arrow import arrow
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.key import KeyItem, key
from dashboard.components.marks import mark
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.rank_strip import rank_strip
from dashboard.components.section import section
from dashboard.components.sparkline import sparkline
from dashboard.components.words import Sentence, inline
from dashboard.views.text import Bold
from tests.dashboard.tree import find, tree, walk, words


@pytest.mark.parametrize("light", ["green", "amber", "red", "none"])
def test_a_pill_says_its_status_in_words_beside_its_shape(light: str) -> None:
    made = pill(light, "Off target")
    assert words(made) == "Off target"
    assert made.className == f"pill {light}"
    assert find(made, "Svg")[0].className == f"lamp {light}"


def test_every_light_has_a_shape_of_its_own() -> None:
    shapes = {
        tuple(path.d for path in find(mark(light), "Path")) for light in ("green", "amber", "red", "none")
    }
    assert len(shapes) == 4


def test_a_mark_is_hidden_from_screen_readers_because_words_say_the_same() -> None:
    assert tree(mark("red"))[1]["aria-hidden"] == "true"


@pytest.mark.parametrize(
    ("direction", "heard"),
    [
        ("up", "up 1.8 pointsworsening"),
        ("down", "down 1.8 pointsworsening"),
        ("steady", "1.8 pointsworsening"),
    ],
)
def test_an_arrow_is_heard_before_its_size(direction: str, heard: str) -> None:
    assert words(arrow(direction, "1.8 points", "worsening")) == heard


def test_without_a_direction_there_is_no_arrow_only_words() -> None:
    made = arrow("", "", "first figure")
    assert words(made) == "first figure"
    assert not find(made, "Svg")


def test_an_arrow_without_words_is_one_line() -> None:
    assert not find(arrow("up", "1.8 points"), "Small")


def test_a_sparkline_leaves_gaps_as_gaps() -> None:
    line, dot = find(sparkline([1.0, None, 2.0, 3.0]), "Path")
    assert (line.className, line.d) == ("line-ours", "M6 29M86 17L126 5")
    assert (dot.className, dot.d) == ("line-ours lone", "M6.0 29.0h0.01")


def test_a_figure_every_other_year_is_a_row_of_dots() -> None:
    every_other = [1.0, None, 2.0, None, 3.0]
    assert [path.className for path in find(sparkline(every_other, every_other), "Path")] == [
        "line-scotland lone",
        "line-ours lone",
    ]


def test_a_sparkline_ends_in_a_dot_at_the_latest_figure() -> None:
    made = sparkline([1.0, 2.0, None])
    (dot,) = find(made, "Circle")
    assert dot.cx == "66"
    assert dot.cy == "5"


def test_ours_and_scotland_share_one_scale() -> None:
    made = sparkline([0.0, 10.0], [20.0, 20.0])
    assert find(made, "Path", className="line-scotland")[0].d == "M6 5L126 5"
    assert find(made, "Path", className="line-ours")[0].d == "M6 29L126 17"


def test_a_sparkline_of_equal_values_runs_through_the_middle() -> None:
    assert find(sparkline([4.0, 4.0]), "Path")[0].d == "M6 17L126 17"


@pytest.mark.parametrize("values", [[], [None, None]])
def test_a_sparkline_without_figures_is_empty(values: list[None]) -> None:
    assert not find(sparkline(values), "Path")


def test_a_labelled_sparkline_is_an_image_and_an_unlabelled_one_is_hidden() -> None:
    labelled, silent = tree(sparkline([1.0], label="Falling since 2015"))[1], tree(sparkline([1.0]))[1]
    assert (labelled["role"], labelled["aria-label"]) == ("img", "Falling since 2015")
    assert silent["aria-hidden"] == "true"


@pytest.mark.parametrize(("share", "x"), [(0.0, "5"), (0.5, "52"), (1.0, "99")])
def test_a_rank_strip_runs_from_worst_at_the_left_to_best_at_the_right(share: float, x: str) -> None:
    assert find(rank_strip(share), "Circle")[0].cx == x


def test_bold_parts_become_bold_and_everything_else_stays_text() -> None:
    made = inline(("Of these ", Bold("two"), " <b>are</b> off target."))
    assert tree(made) == ["Of these ", ("B", {}, "two"), " <b>are</b> off target."]


@pytest.mark.parametrize("sentence", ["In 2019-20, and 2020-21.", ("In 2019-20", Bold(", and 2020-21"), ".")])
def test_a_line_of_a_sentence_never_ends_within_a_year(sentence: Sentence) -> None:
    made = html.P(inline(sentence))
    assert words(made) == "In 2019-20, and 2020-21."
    assert [words(each) for each in find(made, "Span", className="nowrap")] == ["2019-20", "2020-21"]


def test_a_page_head_has_one_heading_and_its_lead() -> None:
    made = page_head("Trends", (Bold("7.8%"), " of them"), eyebrow=["Children"], below=["The target is met."])
    assert [words(each) for each in find(made, "H1")] == ["Trends"]
    assert [words(each) for each in find(made, "P")] == ["Children", "7.8% of them", "The target is met."]


def test_a_page_head_with_actions_puts_them_beside_the_heading() -> None:
    made = page_head("Scorecard", actions=[html.Button("Print")])
    (head,) = find(made, "Div", className="head")
    assert words(head) == "ScorecardPrint"


def test_a_section_is_headed_and_can_be_linked_to() -> None:
    made = section("The figures", ["content"], by="in order", aside=["10 of 10"], name="figures")
    assert made.id == "figures"
    assert words(made) == "The figuresin order10 of 10content"
    assert find(made, "H2")


def test_a_section_without_extras_has_none() -> None:
    assert "id" not in tree(section("Plain", []))[1]
    assert not find(section("Plain", []), "Span")


def test_details_are_native_and_closed_unless_asked() -> None:
    assert details("How?", ["So."]).open is False
    assert details("How?", ["So."], is_open=True).open is True
    assert words(find(details("How?", ["So."]), "Summary")[0]) == "How?"


def test_an_empty_state_says_what_is_missing_and_what_to_do() -> None:
    assert [words(each) for each in find(empty("No figures yet.", "Due in May."), "P")] == [
        "No figures yet.",
        "Due in May.",
    ]
    assert len(find(empty("No figures yet."), "P")) == 1


def test_a_key_explains_each_swatch() -> None:
    made = key((KeyItem("dot ours", "Dundee City"), KeyItem("q1", "Best quarter")))
    assert [words(each) for each in find(made, "Li")] == ["Dundee City", "Best quarter"]
    assert [each.className for each in walk(made) if each._type == "I"] == ["dot ours", "q1"]
