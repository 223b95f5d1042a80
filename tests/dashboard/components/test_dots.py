"""Ranked dots: what is drawn of a council, and what is never drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.dots import Dot, Line, Quarter, ranked_dots
from tests.dashboard.tree import find, tree, words


def parts(dot: Dot) -> list[str]:
    """The classes of what is on the track of a council."""
    return [getattr(each, "className", "") or "dot" for each in find(ranked_dots([dot], (), []), "I")]


@pytest.mark.parametrize(
    ("dot", "drawn"),
    [
        (Dot("1", "A", "1%", 0.5), ["dot"]),
        (Dot("1", "A", "1%", 0.5, before=0.4), ["reach", "before", "dot"]),
        (Dot("1", "A", "1%", 0.5, low=0.4, high=0.6), ["whisker", "dot"]),
        (Dot("1", "A", "1%", 0.5, low=0.4), ["dot"]),
        (Dot("1", "A", "1%", 0.5, high=0.6), ["dot"]),
        (Dot("1", "A", "1%", 0.5, low=0.0, high=0.0), ["whisker", "dot"]),
        (Dot("1", "A", "1%", 0.0), ["dot"]),
        (Dot("", "A", "[c]", None, low=0.4, high=0.6, before=0.4, reason="Suppressed"), []),
    ],
)
def test_half_an_interval_is_none_nought_is_a_place_and_a_hidden_council_has_no_mark(
    dot: Dot, drawn: list[str]
) -> None:
    assert parts(dot) == drawn


@pytest.mark.parametrize(("role", "classes"), [("ours", "ours"), ("family", "family"), ("other", None)])
def test_ours_and_the_family_are_told_apart_from_the_others(role: str, classes: str | None) -> None:
    (row,) = find(ranked_dots([Dot("1", "A", "1%", 0.5, role)], (), []), "Li")
    assert getattr(row, "className", None) == classes


def test_rank_name_and_figure_are_heard_in_each_row_and_the_picture_is_not() -> None:
    made = ranked_dots(
        [Dot("3", "Angus", "2.1%", 0.5, verdict="better")], (Quarter(0, 1, "Best"),), [Line(0, "0%")]
    )
    (row,) = find(made, "Li")
    assert words(row) == "3Angus2.1% better"
    (ground,) = find(made, "Div", className="dots-ground")
    assert tree(ground)[1]["aria-hidden"] == "true"
    (track,) = find(row, "Span", className="track")
    assert tree(track)[1]["aria-hidden"] == "true"


def test_a_list_of_one_without_a_verdict_is_not_called_tested() -> None:
    assert ranked_dots([Dot("1", "A", "1%", 0.5)], (), []).className == "ranking"
    assert len(find(ranked_dots([Dot("1", "A", "1%", 0.5)], (), []), "Ul")) == 0


@pytest.mark.parametrize(
    ("at", "side"), [(0.0, "scotland"), (0.7, "scotland"), (0.71, "scotland end"), (1.0, "scotland end")]
)
def test_the_words_of_scotland_turn_round_near_the_right_edge(at: float, side: str) -> None:
    made = ranked_dots([], (), [], Line(at, "Scotland 8.0%"))
    assert [each.className for each in find(made, "Span") if words(each) == "Scotland 8.0%"] == [side]


SHARES = st.one_of(st.none(), st.floats(-1, 2))


@given(st.lists(st.tuples(SHARES, SHARES, SHARES, SHARES), max_size=8))
def test_whatever_is_drawn_lies_on_the_axis_and_everyone_is_in_the_list_once(
    places: list[tuple[float | None, float | None, float | None, float | None]],
) -> None:
    dots = [
        Dot(str(rank), f"Council {rank}", "x", at, "other", low, high, before, reason="None")
        for rank, (at, low, high, before) in enumerate(places)
    ]
    made = ranked_dots(dots, (), [])
    for part in find(made, "I"):
        assert all(0 <= float(share[:-1]) <= 100 for share in part.style.values())
    names = [words(name) for name in find(made, "Span", className="name")]
    assert sorted(names) == sorted(dot.name for dot in dots)
    without = [dot.name for dot in dots if dot.at is None]
    assert names[len(names) - len(without) :] == without
