"""Funnels and grouped bars: text for everybody, pictures for those who see them."""

from __future__ import annotations

from dashboard.components.answer_bars import answer_bars
from dashboard.components.funnel import funnel_steps
from dashboard.components.grouped_bars import grouped_bars
from dashboard.views.services.shapes import AnswerBar, Bar, BarGroup, Bars, Step
from tests.dashboard.tree import find, words

STEPS = (
    Step("Referrals", "ASP_REFERRALS", "2,147", "", "", 1.0),
    Step("Investigations", "ASP_INVESTIGATIONS", "83", "estimated", "3.9% of referrals", 0.0387),
    Step("Conferences", "ASP_CASE_CONFERENCES", "[c]", "suppressed", "", None),
)


def test_every_step_has_name_number_and_rate_as_text_and_its_number_is_linked() -> None:
    asked: list[tuple[str, str]] = []

    def link(code: str, shown: str) -> str:
        asked.append((code, shown))
        return shown

    items = find(funnel_steps(STEPS, link), "Li")
    assert [words(item) for item in items] == [
        "Referrals2,147",
        "Investigations833.9% of referrals, estimated",
        "Conferences[c]suppressed",
    ]
    assert asked == [(step.code, step.shown) for step in STEPS]


def test_bars_of_a_funnel_are_as_long_as_their_share_and_a_hidden_count_has_none() -> None:
    tree = funnel_steps(STEPS, lambda _, shown: shown)
    assert [bar.style["--share"] for bar in find(tree, "I")] == ["100.00%", "3.87%"]
    assert all(getattr(track, "aria-hidden") == "true" for track in find(tree, "Span", className="track"))


def test_grouped_bars_are_a_picture_of_the_table_below_and_hidden_from_screen_readers() -> None:
    bars = (Bar("2018-19", "no figure", None), Bar("2019-20", "£28,135", 0.5, latest=True))
    tree = grouped_bars(Bars("Spending per person", (BarGroup("Option 1", bars),)))
    assert getattr(tree, "aria-hidden") == "true"
    assert words(tree) == "Spending per personOption 12018-19no figure2019-20£28,135"
    assert [bar.style["--share"] for bar in find(tree, "I")] == ["50.00%"]
    assert [words(item) for item in find(tree, "Li", className="latest")] == ["2019-20£28,135"]


def test_answers_are_parts_as_wide_as_their_shares_and_each_says_its_word() -> None:
    parts = (("Improved", "51 (66%)", 0.6623), ("Same", "22 (29%)", 0.2857), ("Worse", "4 (5%)", 0.0519))
    tree = answer_bars([AnswerBar("Crime", "n = 77", parts)])
    assert getattr(tree, "aria-hidden") == "true"
    assert words(tree) == "Crime n = 77Improved 51 (66%)Same 22 (29%)Worse 4 (5%)"
    drawn = [find(tree, "Span", className=name)[0].style["--share"] for name in ("improved", "same", "worse")]
    assert drawn == ["66.23%", "28.57%", "5.19%"]
