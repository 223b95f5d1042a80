"""A figure beside Scotland's: what is said of it, and the light of level and direction."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.beside_scotland import Against, Level, against_scotland, level
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, Polarity, Unit
from indicators.intervals import interval
from indicators.printed_periods import parse
from indicators.standing import Comparators, History, Standing
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_catalogue, make_figure, make_indicator


def standing(
    values: tuple[float | Figure | None, ...],
    scotland: float | None = 8.0,
    kind: str = "published",
    **changes: Any,
) -> Standing:
    """Council A in the last of consecutive years ending in 2021-22."""
    indicator = make_indicator(**changes)
    first = 2022 - len(values)
    points = tuple(
        (
            parse(f"{first + at}-{(first + at + 1) % 100}"),
            value if isinstance(value, Figure) else make_figure(value),
        )
        for at, value in enumerate(values)
    )
    period = points[-1][0]
    found = Comparators(scotland=scotland, scotland_kind=kind, scotland_councils=31)
    known = {at: each for at, figure in points if (each := interval(indicator, figure))}
    return History(indicator, "A", points, {period: found}, make_catalogue([indicator]), {}, known).at(period)


def counted(cases: float, base: float = 1000.0) -> Figure:
    """A percentage with its counts."""
    return Figure(100 * cases / base, numerator=cases, denominator=base)


@pytest.mark.parametrize(
    ("value", "scotland", "size"),
    [
        (7.8, 8.0, "0.2 points below"),
        (8.2, 8.0, "0.2 points above"),
        (8.0, 8.0, "level"),
        (8.04, 8.0, "level"),
        (8.04, 7.96, "level"),
        (0.0, 8.0, "8.0 points below"),
    ],
)
def test_the_gap_is_told_with_its_size_unless_both_are_shown_alike(
    value: float, scotland: float, size: str
) -> None:
    assert against_scotland(standing((value,), scotland)) == Against(size, "not tested")


@pytest.mark.parametrize(
    ("cases", "note"),
    [(30, "better"), (80, "similar"), (150, "worse")],
)
def test_with_counts_the_note_is_what_the_test_found(cases: int, note: str) -> None:
    found = standing((counted(cases),), interval=IntervalKind.PERCENTAGE)
    assert against_scotland(found).note == note


def test_where_nothing_is_better_a_tested_difference_is_beyond_chance_and_not_judged() -> None:
    found = standing((counted(30),), polarity=NEITHER, interval=IntervalKind.PERCENTAGE)
    assert against_scotland(found) == Against("5.0 points below", "beyond chance")


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("mean", "not tested, mean of 31 councils"),
        ("computed", "not tested, computed from councils' counts"),
        ("published", "not tested"),
    ],
)
def test_a_scotland_that_nobody_published_says_how_it_was_made(kind: str, note: str) -> None:
    assert against_scotland(standing((7.8,), kind=kind)).note == note


@pytest.mark.parametrize(
    ("value", "scotland", "changes"),
    [
        (None, 8.0, {}),
        (7.8, None, {}),
        (Figure(7.8, Status.DOUBTFUL), 8.0, {}),
        (7.8, 8.0, {"unit": Unit.COUNT}),
    ],
)
def test_without_two_figures_that_may_be_compared_nothing_is_said(
    value: float | Figure | None, scotland: float | None, changes: dict[str, Any]
) -> None:
    found = standing((9.0, value), scotland, **changes)
    assert against_scotland(found) == Against("", "")
    assert level(found) is None


@pytest.mark.parametrize(
    ("polarity", "before", "value", "shape", "words"),
    [
        (LOWER, 9.0, 7.0, "ring-plus", "ahead, improving; not tested"),
        (LOWER, 6.0, 7.0, "ring-minus", "ahead, worsening; not tested"),
        (LOWER, 7.0, 7.0, "ring-bar", "ahead, steady; not tested"),
        (LOWER, 9.0, 8.0, "square-plus", "alike, improving; not tested"),
        (LOWER, 8.5, 9.5, "diamond-minus", "behind, worsening; not tested"),
        (HIGHER, 9.0, 7.0, "diamond-minus", "behind, worsening; not tested"),
        (HIGHER, 7.0, 9.0, "ring-plus", "ahead, improving; not tested"),
    ],
)
def test_the_light_joins_where_a_figure_stands_with_which_way_it_goes(
    polarity: Polarity, before: float, value: float, shape: str, words: str
) -> None:
    found = level(standing((before, value), polarity=polarity))
    assert found == Level(shape, words.replace("not tested", "not\N{NO-BREAK SPACE}tested"))


def test_a_tested_light_says_the_result_instead_of_ahead_or_behind() -> None:
    found = level(standing((counted(60), counted(30)), interval=IntervalKind.PERCENTAGE))
    assert found == Level("ring-plus", "better, improving")


def test_a_similar_figure_is_alike_however_far_it_looks() -> None:
    found = level(standing((counted(9, 100), counted(7, 100)), interval=IntervalKind.PERCENTAGE))
    assert found == Level("square-plus", "similar, improving")


def test_what_nobody_judges_has_no_light() -> None:
    assert level(standing((9.0, 7.0), polarity=NEITHER)) is None


def test_a_first_figure_has_no_direction_and_so_no_light() -> None:
    assert level(standing((7.0,))) is None
    assert level(standing((None, 7.0))) is None


def test_inside_the_best_range_a_movement_is_neither_better_nor_worse() -> None:
    """95 to 105 is best: both years and Scotland lie in it."""
    found = level(standing((97.0, 103.0), 100.0, polarity=RANGE))
    assert found is not None
    assert found.words.startswith("alike, steady")


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from([LOWER, HIGHER, NEITHER, RANGE]))
def test_above_and_below_are_never_mixed_up(value: float, scotland: float, polarity: Polarity) -> None:
    size = against_scotland(standing((value,), scotland, polarity=polarity)).size
    if size.endswith("above"):
        assert value > scotland
    elif size.endswith("below"):
        assert value < scotland
    else:
        assert size == "level"
        assert abs(value - scotland) < 0.1
