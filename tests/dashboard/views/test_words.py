"""Words of a standing that several screens share: what heads a change, and what it is measured from."""

from __future__ import annotations

import pytest

from dashboard.views.words import Rank, change, change_heading, marks, no_rank, rank, rank_in_words
from indicators.figures import Figure, Status
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.standing import Comparators
from indicators.statements import rank_words
from tests.builders import make_history, make_indicator, make_series, make_standing


@pytest.mark.parametrize(
    ("labels", "heading"),
    [
        ([], "Change on last figure"),
        (["2019-20", "2017-20"], "Change on last figure"),
        (["2024-08", "2024-07"], "Change on a year before"),
        (["2024-25 Q1"], "Change on a year before"),
        (["2024-08", "2019-20"], "Change"),
    ],
)
def test_a_column_says_what_its_changes_are_measured_from(labels: list[str], heading: str) -> None:
    assert change_heading(map(parse, labels)) == heading


@pytest.mark.parametrize(
    ("kind", "values", "note"),
    [
        (None, {"2022-23": 9.0, "2023-24": 7.0}, "improving, too few years"),
        (None, {"2020-21": 9.0, "2023-24": 7.0}, "improving, too few years, since 2020-21"),
        (
            PeriodKind.MONTH,
            {"2023-08": 9.0, "2024-07": 1.0, "2024-08": 7.0},
            "improving, too few years; less than in August 2023",
        ),
        (
            PeriodKind.MONTH,
            {"2023-08": 7.0, "2024-07": 1.0, "2024-08": 9.0},
            "worsening, too few years; more than in August 2023",
        ),
        (PeriodKind.MONTH, {"2023-08": 9.0, "2024-08": 9.0}, "too few years; about as in August 2023"),
    ],
)
def test_a_change_names_the_period_it_is_measured_from_unless_it_is_the_year_before(
    kind: PeriodKind | None, values: dict[str, float], note: str
) -> None:
    series = make_series(values, kind)
    history = make_history(points=series, indicator=make_indicator(periods=(kind,) if kind else ()))
    assert change(history.at(series[-1][0])).note == note


@pytest.mark.parametrize(
    ("revised", "figure", "signs"),
    [
        (False, Figure(1.0), ""),
        (True, Figure(1.0), "[r]"),
        (True, Figure(1.0, Status.PROVISIONAL), "[r] [p]"),
        (False, Figure(None, Status.SUPPRESSED), ""),
        (True, None, "[r]"),
    ],
)
def test_the_signs_beside_a_number(revised: bool, figure: Figure | None, signs: str) -> None:
    assert marks(revised, figure) == signs


@pytest.mark.parametrize(
    ("councils", "words"),
    [
        (0, ""),
        (1, "only 1 council has a figure: no rank"),
        (2, "only 2 councils have a figure: no rank"),
        (7, "only 7 councils have a figure: no rank"),
        (8, ""),
        (32, ""),
    ],
)
def test_without_a_rank_the_number_of_councils_says_why(councils: int, words: str) -> None:
    assert no_rank(councils) == words
    found = make_standing(comparators={"2021-22": Comparators(rank_n=councils)})
    assert (rank(found).words, rank_in_words(found), rank_words(found)) == (words, words, "")


def test_a_council_without_a_figure_is_not_told_how_many_others_have_one() -> None:
    few = {"2021-22": Comparators(rank_n=2)}
    found = make_standing(points=make_series({"2021-22": None}), comparators=few)
    assert (rank(found).words, rank_in_words(found)) == ("", "")


def test_a_place_has_its_quarter_and_how_far_it_is_from_the_last() -> None:
    found = make_standing(comparators={"2021-22": Comparators(rank=3, rank_n=9, quartile=2)})
    assert rank(found) == Rank("3 of 9", "second quarter", 0.75)
    assert (rank(found).words, rank_in_words(found)) == ("3 of 9", "3rd of 9")
