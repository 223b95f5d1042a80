"""Small multiples: every panel on one scale, every gap a gap, every missing value a mark with its reason."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.multiples import HEIGHT, WIDTH, Ground, Small, small_multiples
from dashboard.views.scale import Axis, axis
from tests.dashboard.tree import find, words

SCALE = Axis(0.0, 20.0, (0.0, 10.0, 20.0))
FOUR = ("2018-19", "2019-20", "2020-21", "2021-22")


def path(
    role: str, *values: float | None, scotland: tuple[float | None, ...] = (), cuts: tuple[int, ...] = ()
) -> str:
    """The commands of one line of a panel."""
    made = small_multiples([Small("A", "x", values)], Ground(scotland, FOUR, SCALE, cuts))
    (found,) = find(made, "Path", className=f"line-{role}")
    return str(found.d)


@pytest.mark.parametrize(
    ("values", "d"),
    [
        ((0.0, 10.0, 20.0, 0.0), "M8 92L89.3 49L170.7 6L252 92"),
        ((0.0, None, None, 20.0), "M8 92M252 6M8.0 92.0h0.01M252.0 6.0h0.01"),
        ((None, 10.0, 20.0, None), "M89.3 49L170.7 6"),
        ((None, None, None, None), ""),
    ],
)
def test_a_line_joins_neighbours_only(values: tuple[float | None, ...], d: str) -> None:
    assert path("family", *values) == d


@pytest.mark.parametrize(
    ("cuts", "d"),
    [
        ((), "M8 92L89.3 92L170.7 92L252 92"),
        ((2,), "M8 92L89.3 92M170.7 92L252 92"),
        ((1, 3), "M8 92M89.3 92L170.7 92M252 92M8.0 92.0h0.01M252.0 92.0h0.01"),
    ],
)
def test_a_new_definition_cuts_ours_and_scotlands_line_alike(cuts: tuple[int, ...], d: str) -> None:
    zeros = (0.0, 0.0, 0.0, 0.0)
    assert path("family", *zeros, cuts=cuts) == d
    assert path("scotland", *zeros, scotland=zeros, cuts=cuts) == d


def test_the_dot_is_at_the_last_figure_and_not_at_a_later_gap() -> None:
    made = small_multiples([Small("A", "x", (5.0, 10.0, None, None), ours=True)], Ground((), FOUR, SCALE))
    (dot,) = find(made, "Circle", className="dot-ours")
    assert (dot.cx, dot.cy) == ("89.3", "49")


def test_a_missing_value_without_a_reason_has_no_mark_and_a_present_one_never_has() -> None:
    small = Small("A", "x", (None, 10.0, None), reasons=("", "Not believed", "Suppressed"))
    marks = find(small_multiples([small], Ground((), FOUR[:3], SCALE)), "Circle", className="dot-hollow")
    assert [words(mark) for mark in marks] == ["Suppressed"]


def test_the_ends_are_the_first_and_the_last_period() -> None:
    made = small_multiples([Small("A", "x", (1.0,) * 4)], Ground((), FOUR, SCALE))
    assert words(find(made, "Div", className="ends")) == "2018-192021-22"
    assert (
        words(find(small_multiples([Small("A", "x", ())], Ground((), (), SCALE)), "Div", className="ends"))
        == ""
    )


FIGURES = st.integers(-500, 10_000).map(lambda tenths: tenths / 10)
VALUES = st.lists(st.one_of(st.none(), FIGURES), min_size=1, max_size=12)


@given(VALUES, VALUES)
def test_every_point_lies_in_the_panel_and_as_many_are_drawn_as_there_are_figures(
    values: list[float | None], scotland: list[float | None]
) -> None:
    scale = axis([each for each in (*values, *scotland) if each is not None])
    made = small_multiples(
        [Small("A", "x", tuple(values))], Ground(scotland, [str(at) for at in values], scale)
    )
    for role, every in (("family", values), ("scotland", scotland)):
        (line,) = find(made, "Path", className=f"line-{role}")
        points = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)(?!h)", re.sub(r"M[-\d. ]+h0\.01", "", line.d))
        assert len(points) == sum(value is not None for value in every)
        assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in points)


def test_hostile_names_stay_text() -> None:
    hostile = '<img src=x onerror="x">'
    made = small_multiples([Small(hostile, hostile, (1.0,))], Ground((), (hostile,), SCALE))
    assert words(made).count(hostile) == 4
    assert find(made, "Img") == []
