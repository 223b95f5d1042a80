"""The ranking as rows for downloads, over invented councils."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.views.benchmark_list import BENCHMARK_HEADER, of_stage
from dashboard.views.benchmark_places import places_of
from dashboard.views.benchmark_stage import Stage
from dashboard.views.scale import Axis
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak, Unit
from tests.builders import make_indicator
from tests.dashboard.views.stages import NINE, PERIOD, make_mark, make_stage, ranked


def by_council(
    stage: Stage, compare: str = "all", revised: tuple[tuple[str, ...], ...] = ()
) -> dict[str, dict[str, object]]:
    """The rows of a stage by council code, each by column."""
    rows = [dict(zip(BENCHMARK_HEADER, row, strict=True)) for row in of_stage(stage, compare, revised)]
    return {str(row["area_code"]): row for row in rows}


def test_a_row_has_what_the_screen_shows_with_where_it_comes_from() -> None:
    values = {**NINE, "A": 7.84}
    marks = {"A": make_mark(rank=8, rank_n=9, quartile=4, family_mean=5.1, family_fourth=4.0)}
    assert by_council(make_stage(values, marks=marks))["A"] == {
        "indicator_code": "CHN22", "indicator": "Re-registrations on the child protection register",
        "area_code": "A", "area": "Council A", "period": PERIOD, "basis": "none", "value": 7.84,
        "shown": "7.8%", "unit": "percent", "status": "published", "signs": "", "rank": 8, "rank_of": 9,
        "quartile": 4,
        "scotland": 5.5, "scotland_kind": "published", "family_mean": 5.1, "family_fourth": 4.0,
        "edition": "LGBF 2024", "file": "lgbf.csv", "locator": "A 2021-22",
        "loaded_at": "2024-03-01T12:00:00",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "shown", "status", "signs"),
    [
        (Figure(None, Status.SUPPRESSED), "Suppressed", "suppressed", "[c]"),
        (Figure(None, Status.NOT_SUBMITTED), "Not submitted", "not_submitted", ""),
        (Figure(0.0), "0.0%", "published", ""),
        (Figure(3.0, Status.ESTIMATED), "3.0%", "estimated", "[e]"),
    ],
)
def test_a_missing_figure_is_an_empty_value_with_its_status_and_never_a_zero(
    figure: Figure, shown: str, status: str, signs: str
) -> None:
    row = by_council(make_stage({**NINE, "B": figure}, marks=ranked(NINE)))["B"]
    assert (row["value"], row["shown"], row["status"], row["signs"]) == (figure.value, shown, status, signs)
    assert (row["rank"] is None) == (figure.value is None)
    assert (row["quartile"] is None) == (figure.value is None)


def test_a_doubted_figure_is_printed_but_not_ranked() -> None:
    row = by_council(make_stage({**NINE, "B": Figure(1.0, Status.DOUBTFUL)}, marks=ranked(NINE)))["B"]
    assert (row["value"], row["rank"], row["rank_of"], row["quartile"]) == (1.0, None, None, None)


def test_a_council_nobody_entered_is_a_row_of_no_figure_without_a_source() -> None:
    row = by_council(make_stage({"A": 5.0}))["I"]
    assert (row["value"], row["shown"], row["status"]) == (None, "No figure", "missing")
    assert (row["edition"], row["file"], row["locator"], row["loaded_at"]) == ("", "", "", "")
    assert (row["scotland"], row["family_mean"]) == (None, None)


def test_signs_are_those_of_breaks_and_revisions_in_this_period_and_on_this_basis() -> None:
    broken = make_indicator(breaks=(SeriesBreak(PERIOD, "new"),))
    revised = (
        ("CHN22", "A", PERIOD, "none"),
        ("CHN22", "B", PERIOD, "cash"),
        ("CHN22", "C", "2020-21", "none"),
    )
    rows = by_council(make_stage(indicator=broken), revised=revised)
    assert {code: row["signs"] for code, row in rows.items() if code in "ABC"} == {
        "A": "[b] [r]", "B": "[b]", "C": "[b]",
    }  # fmt: skip


def test_the_unit_says_of_what_and_per_what() -> None:
    for more, words in (
        ({"unit": Unit.COUNT, "noun": "orders"}, "number of orders"),
        ({"unit": Unit.COUNT}, "number"),
        ({"unit": Unit.POUNDS, "per": "per week"}, "pounds per week"),
        ({"unit": Unit.POUNDS_THOUSAND}, "thousand pounds"),
        ({"unit": Unit.YES_NO}, "yes or no"),
        ({"unit": Unit.PERCENTAGE_POINTS}, "percentage points"),
    ):
        assert by_council(make_stage(indicator=make_indicator(**more)))["A"]["unit"] == words


def test_the_file_has_the_order_of_the_screen() -> None:
    values = {**NINE, "B": None, "H": 9.0}
    known = {area: value for area, value in values.items() if value is not None}
    stage = make_stage(values, marks=ranked(known))
    on_screen = [place.code for place in places_of(stage, Axis(0, 10, (0, 10)), "all")]
    assert list(by_council(stage)) == on_screen
    assert list(by_council(stage, "family")) == [code for code in on_screen if code != "I"]


def test_without_ranks_the_file_is_by_name() -> None:
    stage = replace(make_stage({"C": 1.0, "B": 9.0}), marks={})
    assert list(by_council(stage)) == ["B", "C", "A", *"DEFGHI"]
