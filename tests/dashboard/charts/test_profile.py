"""One row of a profile: what is drawn of it and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.profile import Spine, spine
from tests.dashboard.tree import find, words

ROW = Spine(0.3, 0.5, 0.4, 0.7)


def drawn(row: Spine) -> dict[str, dict[str, str] | None]:
    """The parts of a row with their places."""
    return {part.className: getattr(part, "style", None) for part in find(spine(row, "x"), "I")}


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (ROW, ["middle-half", "scotland", "reach", "before", "ours"]),
        (replace(ROW, before=None), ["middle-half", "scotland", "ours"]),
        (replace(ROW, ours=None), ["middle-half", "scotland"]),
        (replace(ROW, quarter_low=None), ["scotland", "reach", "before", "ours"]),
        (replace(ROW, quarter_high=None), ["scotland", "reach", "before", "ours"]),
        (Spine(None, None, None, None), ["scotland"]),
        (Spine(0.0, 0.0, 0.0, 0.0), ["middle-half", "scotland", "reach", "before", "ours"]),
    ],
)
def test_only_what_is_known_is_drawn_and_nought_is_known(row: Spine, parts: list[str]) -> None:
    assert list(drawn(row)) == parts


@pytest.mark.parametrize(
    ("share", "at"),
    [(-0.5, "0.00%"), (0.0, "0.00%"), (0.12345, "12.35%"), (1.0, "100.00%"), (2.0, "100.00%")],
)
def test_a_dot_never_leaves_its_bar(share: float, at: str) -> None:
    style = drawn(replace(ROW, ours=share))["ours"]
    assert style == {"--at": at}


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_way_from_before_runs_from_left_to_right(ours: float, before: float) -> None:
    style = drawn(Spine(ours, before, None, None))["reach"]
    assert style is not None
    assert float(style["--from"][:-1]) <= float(style["--to"][:-1])


def test_the_words_of_the_row_are_read_and_not_seen() -> None:
    made = spine(replace(ROW, judged=False), "below Scotland")
    assert words(find(made, "Span", className="unseen")) == "below Scotland"
    assert made.className == "spine neutral"
