"""A bar is as long as its number, and no number is no bar."""

from __future__ import annotations

import pytest

from dashboard.components.score_bar import score_bar
from tests.dashboard.tree import find, words


@pytest.mark.parametrize(("percent", "width"), [(90, "90%"), (0, "0%"), (100, "100%"), (120, "100%")])
def test_a_bar_is_as_long_as_its_number_and_never_longer_than_its_track(percent: float, width: str) -> None:
    (fill,) = find(score_bar(percent, "shown"), "Span", className="fill")
    assert fill.style == {"width": width}


def test_what_is_missing_is_words_without_a_bar() -> None:
    made = score_bar(None, "not printed")
    assert (find(made, className="track"), words(made)) == ([], "not printed")
