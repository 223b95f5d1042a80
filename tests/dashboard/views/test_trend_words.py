"""The words of the trends screen over invented series: sentence, captions, age and source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.views.histories import Series
from dashboard.views.text import spoken
from dashboard.views.trend_scene import Scene
from dashboard.views.trend_words import caption, counted, direction, lead, measure, plain_caption, source, sub
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, Polarity, SeriesBreak, Unit
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.standing import Comparators
from indicators.store.rows import FigureRow
from indicators.targets import Target, TargetRule
from tests.builders import (
    COUNCILS,
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    make_indicator,
    make_rule,
    make_series,
    make_target,
    make_years,
)
from tests.dashboard.views.scenes import make_scene

THREE = {"2019-20": 9.4, "2020-21": 9.6, "2021-22": 7.8}
COMPARED = {
    "2020-21": Comparators(scotland=8.1, family_mean=8.2, family_fourth=8.3, family_n=8),
}


def scene_with(scene: Scene, **changes: object) -> Scene:
    """The scene with other rows or comparators in its series."""
    series = scene.series
    history = replace(series.history, **changes)
    standings = {period: history.at(period) for period in scene.periods}
    return replace(
        scene,
        series=Series(history, series.scotland, series.basis, series.rows, series.all_rows),
        standings=standings,
    )


def row(
    label: str, value: float, area: str = "A", base_year: str = "", edition: str = "LGBF 2024"
) -> FigureRow:
    """A row of the store, traced to a cell of its own."""
    return FigureRow(
        "CHN22", area, parse(label), "cash", Figure(value), "", "lgbf", edition, f"cell {label}",
        "2024-03-01", "lgbf.csv", base_year, None,
    )  # fmt: skip


def on_basis(basis: str, *rows: FigureRow) -> Scene:
    """The three years on a basis, read from these rows."""
    scene = make_scene(make_series(THREE))
    series = scene.series
    return replace(scene, series=Series(series.history, series.scotland, basis, rows, rows))


@pytest.mark.parametrize(
    ("unit", "more", "words"),
    [
        (Unit.PERCENT, {}, "Per cent"),
        (Unit.PERCENTAGE_POINTS, {}, "Percentage points"),
        (Unit.POUNDS, {"per": "per week"}, "Pounds per week"),
        (Unit.POUNDS_THOUSAND, {}, "Thousands of pounds"),
        (Unit.POUNDS_MILLION, {}, "Millions of pounds"),
        (Unit.COUNT, {}, "Number"),
        (Unit.COUNT, {"noun": "children"}, "Number of children"),
        (Unit.COUNT, {"noun": "children", "per": "per 1,000"}, "Number of children"),
        (Unit.RATE, {"per": "per 1,000"}, "Rate per 1,000"),
        (Unit.RATE, {"noun": "children"}, "Rate"),
        (Unit.DAYS, {}, "Days"),
        (Unit.SCORE, {}, "Score"),
        (Unit.YES_NO, {}, "Yes or no"),
    ],
)
def test_the_axis_says_what_it_measures(unit: Unit, more: dict[str, str], words: str) -> None:
    assert measure(make_indicator(unit=unit, **more)) == words


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        (HIGHER, "higher is better"),
        (LOWER, "lower is better"),
        (RANGE, "best within its range"),
        (NEITHER, "neither way is better"),
    ],
)
def test_the_direction_is_told_in_words(polarity: Polarity, words: str) -> None:
    assert direction(make_indicator(polarity=polarity)) == words


def test_a_series_without_any_entry_has_a_sentence_that_says_so() -> None:
    bare = make_scene(())
    assert spoken(lead(bare)) == "Council A has no figure for re-registrations."
    assert sub(bare) == "The published figures are below where there are any for Scotland or other councils."
    assert counted(bare) == "0 of 0 periods with a figure; [r] revised since first published"
    assert source(bare) == ""
    assert caption(bare) == ""


def test_the_number_of_the_sentence_is_the_latest_figure_and_bold() -> None:
    (number,) = [part.words for part in lead(make_scene(make_series(THREE))) if not isinstance(part, str)]
    assert number == "7.8%"


@pytest.mark.parametrize(
    ("latest", "polarity", "words"),
    [
        (7.0, LOWER, "Over the longer run it is 3.0 points below the mean of the figures before "
                     "(10.0%): improving."),
        (7.0, HIGHER, "Over the longer run it is 3.0 points below the mean of the figures before "
                      "(10.0%): worsening."),
        (13.0, LOWER, "Over the longer run it is 3.0 points above the mean of the figures before "
                      "(10.0%): worsening."),
        (13.0, NEITHER, "Over the longer run it is 3.0 points above the mean of the figures before "
                        "(10.0%)."),
        (10.05, LOWER, "Over the longer run it is about the mean of the figures before (10.0%): steady."),
    ],
)  # fmt: skip
def test_the_longer_run_is_told_with_its_size_and_judged_only_where_something_is_better(
    latest: float, polarity: Polarity, words: str
) -> None:
    scene = make_scene(make_years([9.0, 10.0, 11.0, 10.0, latest]), make_indicator(polarity=polarity))
    assert sub(scene) == words


def test_fewer_than_three_earlier_figures_have_no_longer_run() -> None:
    assert sub(make_scene(make_series(THREE))) == ""


def test_periods_after_the_figure_spoken_of_are_named_with_why_they_have_none() -> None:
    points = (*make_series(THREE), (parse("2022-23"), Figure(None, Status.AWAITED)))
    assert sub(make_scene(points)) == "2022-23: Awaited."


def test_a_missing_figure_before_the_latest_one_is_not_called_still_to_come() -> None:
    assert sub(make_scene(make_series({"2019-20": 9.0, "2020-21": None, "2021-22": 7.0}))) == ""


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (make_target(), "Target set by the council; the pale band beside it is the tolerance of 5%."),
        (
            make_target(tolerance=0.5, in_points=True),
            "Target set by the council; the pale band beside it is the tolerance of 0.5 points.",
        ),
        (
            make_rule(TargetRule.FAMILY_FOURTH),
            "Target, by rule: the fourth place in the family group in the period before; "
            "the pale band beside it is the tolerance of 5%.",
        ),
        (
            make_rule(TargetRule.FAMILY_MEAN),
            "Target, by rule: the family group mean in the period before; "
            "the pale band beside it is the tolerance of 5%.",
        ),
        (
            make_rule(TargetRule.SCOTLAND),
            "Target, by rule: the figure for Scotland in the period before; "
            "the pale band beside it is the tolerance of 5%.",
        ),
        (
            make_rule(TargetRule.OWN_PREVIOUS),
            "Target, by rule: the figure of our own in the period before; "
            "the pale band beside it is the tolerance of 5%.",
        ),
    ],
)
def test_the_caption_says_whose_target_it_is_or_by_which_rule(target: Target, words: str) -> None:
    scene = make_scene(make_series(THREE), targets=[target])
    found = {parse(label): item for label, item in COMPARED.items()}
    assert caption(scene_with(scene, comparators=found)).startswith(words)


def test_a_target_that_ended_is_still_named_where_its_line_is_drawn() -> None:
    ended = make_target(last="2020-21")
    assert "Target set by the council;" in caption(make_scene(make_series(THREE), targets=[ended]))


def test_a_target_on_what_nobody_judges_is_not_in_the_caption() -> None:
    scene = make_scene(make_series(THREE), make_indicator(polarity=NEITHER), [make_target()])
    assert "arget" not in caption(scene)


def test_a_percentage_made_of_counts_has_its_latest_interval_in_the_caption() -> None:
    counted_up = make_indicator(interval=IntervalKind.PERCENTAGE)
    points = ((parse("2021-22"), Figure(10.0, numerator=10, denominator=100)),)
    # The Wilson interval of 10 in 100 is 5.52% to 17.44%.
    assert caption(make_scene(points, counted_up)) == (
        "The pale ribbon is the 95% interval of our figures: 5.5% to 17.4% in 2021-22."
    )


def test_a_ribbon_that_ends_before_the_latest_figure_promises_no_interval_for_it() -> None:
    counted_up = make_indicator(interval=IntervalKind.PERCENTAGE)
    points = (
        (parse("2020-21"), Figure(10.0, numerator=10, denominator=100)),
        (parse("2021-22"), Figure(9.0)),
    )
    assert caption(make_scene(points, counted_up)) == (
        "The pale ribbon is the 95% interval of our figures, where one is known."
    )


@pytest.mark.parametrize(("unit", "said"), [(Unit.PERCENT, True), (Unit.RATE, True), (Unit.COUNT, False)])
def test_only_a_percentage_or_a_rate_says_why_it_has_no_ribbon(unit: Unit, said: bool) -> None:
    words = caption(make_scene(make_series(THREE), make_indicator(unit=unit)))
    assert ("No interval can be drawn" in words) == said


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.DOUBTFUL, "A hollow mark off the line"), (Status.PROJECTED, "The dashed line is a projection")],
)
def test_a_mark_is_explained_only_where_there_is_one(status: Status, words: str) -> None:
    marked = make_scene((*make_series(THREE), (parse("2022-23"), Figure(9.9, status))))
    assert words in caption(marked)
    assert words not in caption(make_scene(make_series(THREE)))


@pytest.mark.parametrize(
    ("label", "kind", "words"),
    [
        ("2021-22", PeriodKind.FINANCIAL_YEAR, ""),
        ("2021-22", PeriodKind.CARE_YEAR, "Years run from 1 August to 31 July."),
        ("2017-20", None, "Each point covers several years; neighbouring points overlap."),
        ("31 July 2019", None, "Each point is the position on one day."),
        ("2021-22", PeriodKind.SURVEY_ROUND, "Each point is one round of the survey."),
        ("2019-04", None, ""),
    ],
)
def test_the_kind_of_period_is_explained_where_it_is_no_plain_year(
    label: str, kind: PeriodKind | None, words: str
) -> None:
    assert plain_caption(make_scene(make_series({label: 9.0}, kind))) == words


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    scene = make_scene(make_series(THREE))
    assert plain_caption(replace(scene, from_zero=False)) == "The axis does not begin at zero."
    assert plain_caption(scene) == ""


def test_a_break_is_told_once_with_one_full_stop() -> None:
    broken = make_indicator(breaks=(SeriesBreak("2020-21", "Counted anew."),))
    assert plain_caption(make_scene(make_series(THREE), broken)) == (
        "[b] Not comparable before 2020-21: Counted anew."
    )


@pytest.mark.parametrize(
    ("basis", "rows", "words"),
    [
        ("none", (), ""),
        ("cash", (row("2021-22", 7.8),),
         "Costs are in the prices of their own year (cash): part of a rise is inflation."),
        ("real", (row("2020-21", 7.8, base_year="2021-22"), row("2021-22", 7.8, base_year="2022-23")),
         "Costs are in 2022-23 prices."),
        ("real", (row("2021-22", 7.8),), ""),
    ],
)  # fmt: skip
def test_prices_name_their_year(basis: str, rows: tuple[FigureRow, ...], words: str) -> None:
    assert plain_caption(on_basis(basis, *rows)) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"2019-20": 9.0, "2020-21": None, "2021-22": 7.0}, "2 of 3 periods"),
        ({"2021-22": 7.0}, "1 of 1 period "),
        ({"2021-22": None}, "0 of 1 period "),
        ({"2020-21": 0.0, "2021-22": None}, "1 of 2 periods"),
    ],
)
def test_only_periods_with_a_number_are_counted_and_a_true_zero_is_one(
    values: dict[str, float | None], words: str
) -> None:
    assert counted(make_scene(make_series(values))).startswith(words)


def test_a_printed_figure_that_is_doubted_is_counted_as_a_figure() -> None:
    points = ((parse("2021-22"), Figure(9.0, Status.DOUBTFUL)),)
    assert counted(make_scene(points)).startswith("1 of 1 period ")


def test_the_source_is_that_of_our_latest_figure_and_of_no_other_councils() -> None:
    scene = on_basis(
        "none", row("2020-21", 9.6), row("2021-22", 1.0, "B", edition="Other"), row("2021-22", 7.8)
    )
    assert source(scene) == "Latest figure: LGBF 2024; file lgbf.csv, cell 2021-22."


def test_a_figure_whose_row_is_not_there_has_no_source_to_tell() -> None:
    assert source(on_basis("none", row("2020-21", 9.6), row("2021-22", 1.0, "B"))) == ""


def test_no_other_council_is_named_in_the_words_of_ours() -> None:
    """Words of a scene are about council A and its comparators only."""
    scene = make_scene(make_series(THREE), targets=[make_target()])
    said = " ".join((spoken(lead(scene)), sub(scene), caption(scene), counted(scene), source(scene)))
    assert not [code for code in COUNCILS[1:] if f"Council {code}" in said]
