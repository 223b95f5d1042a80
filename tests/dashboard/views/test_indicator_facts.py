"""What else is told of a figure: its published place, and a denominator that moved its share."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard.views.indicator_facts import base_note, further_facts
from dashboard.views.trend_scene import Scene
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak
from indicators.printed_periods import parse
from tests.builders import make_indicator
from tests.dashboard.views.scenes import make_scene
from tests.dashboard.views.stages import make_row


def share(numerator: float | None, denominator: float | None) -> Figure:
    """A percentage with its counts; 50 per cent where they are not known."""
    if numerator is None or denominator is None:
        return Figure(50.0)
    return Figure(100 * numerator / denominator, numerator=numerator, denominator=denominator)


def scene(before: Figure, now: Figure, **changes: object) -> Scene:
    """Two years of council A, read from rows."""
    indicator = make_indicator(**changes)
    made = make_scene(((parse("2020-21"), before), (parse("2021-22"), now)), indicator)
    rows = tuple(
        make_row(indicator, "A", figure, label) for label, figure in (("2020-21", before), ("2021-22", now))
    )
    return replace(made, series=replace(made.series, rows=rows))


def facts(made: Scene) -> dict[str, str]:
    """The further facts of 2021-22, by name."""
    now = made.standings[parse("2021-22")]
    return {fact.name: fact.words for fact in further_facts(None, made, now)}  # type: ignore[arg-type]


def test_a_denominator_that_fell_and_lifted_the_share_is_told_with_both_counts() -> None:
    made = scene(share(1130, 1963), share(1130, 1720))
    assert made.latest is not None
    assert base_note(made, made.latest) == (
        "The denominator fell from 1,963 to 1,720 since 2020-21, while the numerator stayed at 1,130. "
        "On the earlier denominator it would be 57.6%."
    )
    (fact,) = further_facts(None, made, made.latest)  # type: ignore[arg-type]
    assert fact.words.startswith("1,130 of 1,720. The denominator fell")
    assert [(each.name, each.value, each.note) for each in fact.inputs] == [
        ("Council A, 2021-22", "65.7%", "1,130 of 1,720"),
        ("Council A, 2020-21", "57.6%", "1,130 of 1,963"),
    ]
    assert [each.source for each in fact.inputs] == [
        "LGBF 2024; lgbf.csv, A 2021-22", "LGBF 2024; lgbf.csv, A 2020-21",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (share(50, 100), share(50, 96)),
        (share(50, 100), share(90, 120)),
        (share(None, None), share(50, 90)),
        (share(50, 100), share(None, None)),
        (share(50, 100), Figure(None, Status.SUPPRESSED)),
        (Figure(None, Status.NOT_AVAILABLE), share(50, 90)),
    ],
)
def test_a_small_move_one_that_explains_nothing_and_unknown_counts_are_not_remarked_on(
    before: Figure, now: Figure
) -> None:
    made = scene(before, now)
    assert base_note(made, made.standings[parse("2021-22")]) == ""
    assert facts(made) == {}


def test_nothing_is_told_across_a_break() -> None:
    made = scene(share(1130, 1963), share(1130, 1720), breaks=(SeriesBreak("2021-22", "new"),))
    assert facts(made) == {}


def with_place(made: Scene, period: str = "2021-22", area: str = "A") -> Scene:
    """The scene where a report prints a place."""
    place = SimpleNamespace(place=3, of=32, first="the best", edition="Report 2022", locator="page 7")
    catalogue = SimpleNamespace(published_places={("CHN22", area, period): place}, areas=made.catalogue.areas)
    return replace(made, catalogue=catalogue)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("period", "area", "figure"),
    [
        ("2020-21", "A", share(50, 100)),
        ("2021-22", "B", share(50, 100)),
        ("2021-22", "A", Figure(None, Status.SUPPRESSED)),
    ],
)
def test_a_place_of_another_period_another_council_or_a_hidden_figure_is_not_told(
    period: str, area: str, figure: Figure
) -> None:
    assert facts(with_place(scene(share(50, 100), figure), period, area)) == {}


@pytest.mark.parametrize("figure", [Figure(None, Status.SUPPRESSED), Figure(9.0, Status.DOUBTFUL)])
def test_no_gap_is_worked_out_of_a_figure_without_a_number(figure: Figure) -> None:
    assert facts(scene(share(50, 100), figure, whole="CHN99")) == {}
