"""Our place among the councils by year: first at the top, gaps kept, words at each point."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.place_by_year import HEIGHT, WIDTH, YearPlace, place_by_year
from tests.dashboard.tree import find, words


def picture(*ranks: int | None, of: int = 32) -> object:
    """Years with these ranks."""
    years = [YearPlace(f"20{10 + at}-{11 + at}", rank, of if rank else 0) for at, rank in enumerate(ranks)]
    return place_by_year(years, "Places")


@pytest.mark.parametrize(
    ("ranks", "of", "heights"),
    [
        ((1, 32), 32, ["30", "160"]),
        ((1, 2, 3), 3, ["30", "95", "160"]),
        ((1,), 1, ["30"]),
        ((16, 17), 32, ["92.9", "97.1"]),
    ],
)
def test_first_is_at_the_top_and_last_at_the_bottom(
    ranks: tuple[int, ...], of: int, heights: list[str]
) -> None:
    assert [dot.cy for dot in find(picture(*ranks, of=of), "Circle")] == heights


def test_the_scale_is_that_of_the_year_with_most_councils() -> None:
    years = [YearPlace("a", 31, 31), YearPlace("b", 32, 32)]
    made = place_by_year(years, "x")
    assert [dot.cy for dot in find(made, "Circle")] == ["155.8", "160"]
    assert [words(each) for each in find(made, "Text", className="quiet-text")][:2] == ["1", "32"]


def test_four_bands_of_one_height_lie_side_by_side_behind_the_line() -> None:
    bands = find(picture(1), "Rect")
    assert [band.className for band in bands] == ["band-2", "band-1", "band-2", "band-1"]
    tops = [float(band.y) for band in bands]
    assert [b - a for a, b in pairwise(tops)] == [36.5] * 3
    assert {float(band.height) for band in bands} == {36.5}
    assert tops[0] <= 30 and tops[-1] + 36.5 >= 160


@pytest.mark.parametrize(("rank", "below"), [(1, False), (16, False), (17, True), (32, True)])
def test_a_place_is_written_away_from_the_nearer_edge(rank: int, below: bool) -> None:
    made = picture(rank)
    (dot,), (text,) = find(made, "Circle"), find(made, "Text", className="ours-text")
    assert (float(text.y) > float(dot.cy)) == below
    assert text.textAnchor == "middle"


def test_a_year_without_a_place_lifts_the_pen() -> None:
    made = picture(3, None, 4, 5)
    (line,) = find(made, "Path")
    assert [part.count(" ") for part in line.d.split("M")[1:]] == [1, 2]
    assert [words(each) for each in find(made, "Text", className="ours-text")] == ["3", "4", "5"]


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (10, [f"{n}-{n + 1}" for n in range(10, 20)]),
        (11, ["10-11", "12-13", "14-15", "16-17", "18-19", "20-21"]),
    ],
)
def test_more_than_ten_years_are_named_every_other_one(count: int, named: list[str]) -> None:
    made = picture(*[1] * count)
    assert [words(each) for each in find(made, "Text", className="quiet-text")][2:] == named


@given(st.lists(st.one_of(st.none(), st.integers(1, 32)), max_size=20))
def test_every_known_place_is_a_dot_with_its_number_in_the_picture(ranks: list[int | None]) -> None:
    made = picture(*ranks)
    known = [rank for rank in ranks if rank is not None]
    dots, texts = find(made, "Circle"), find(made, "Text", className="ours-text")
    assert len(dots) == len(known)
    assert [words(text) for text in texts] == [str(rank) for rank in known]
    assert all(0 <= float(dot.cx) <= WIDTH and 0 <= float(dot.cy) <= HEIGHT for dot in dots)
    by_height = [rank for _, rank in sorted(zip((float(dot.cy) for dot in dots), known, strict=True))]
    assert by_height == sorted(known)
