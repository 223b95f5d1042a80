"""Shares of one population, and shares of one area told of the count of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.narrative.placements import placement
from etl.narrative.places import mixed_areas
from etl.narrative.shares import bases, moved_by_base, placements
from tests.etl.narrative.cases import table, told

HOME = "Around 88% were Looked After at Home, which is lower than the national average.\n"
RATES = ("|Rate|Open|Started", "May|33%|2,530|841", "June|47%|2,226|1,049", "July|58%|1,963|1,130")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("in our internal houses", "residential care"),
        ("cared for at home, not fostered", "at home"),
        ("", ""),
    ],
)
def test_the_first_placement_a_phrase_names_counts(phrase: str, kind: str) -> None:
    assert placement(phrase)[0] == kind


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (
            "145 (30%) of the looked after children were in foster care.",
            "88% at home and 30% foster care make 118%",
        ),
        ("20% of looked after children are in kinship care.", "88% at home and 20% kinship care make 108%"),
    ],
)
def test_two_placements_with_more_than_all_children_are_told(other: str, why: str) -> None:
    assert told(placements, HOME + other) == [(1, 2, why)]


@pytest.mark.parametrize(
    "other",
    [
        "12% of looked after children are in foster care.",
        "13% of looked after children are in foster care.",
        "For children looked after away from home, 80% are in foster care.",
        "Nationally 30% of looked after children are in foster care.",
        "30% of looked after children are girls.",
        "In all, 85% of looked after children are at home.",
        "The previous year 30% of looked after children were in foster care.",
    ],
)
def test_shares_of_another_population_or_that_fit_are_left_alone(other: str) -> None:
    assert told(placements, HOME + other) == []


def test_shares_of_two_years_are_not_added_up() -> None:
    text = "In 2018 88% were looked after at home.\nIn 2020 30% of looked after children were in foster care."
    assert told(placements, text) == []


@given(st.integers(0, 100))
def test_two_shares_of_a_whole_are_never_told(percent: int) -> None:
    text = f"Of looked after children {percent}% are at home and {100 - percent}% are in foster care."
    assert told(placements, text) == []


def test_shares_whose_base_is_told_nowhere_are_told_with_what_they_add_up_to() -> None:
    text = "39 questionnaires were completed.\n\n" + table(
        "|Better|Same|Worse", "Drugs|48 (63%)|26 (34%)|2 (3%)"
    )
    assert told(bases, text) == [(4, 1, "no base is told, and the counts make 76")]


def test_where_nothing_above_counts_answers_the_row_itself_is_cited() -> None:
    assert [against for _, against, _ in told(bases, table("Drugs|48 (63%)|28 (37%)"))] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "76 people answered.\n\n" + table("Drugs|48 (63%)|26 (34%)|2 (3%)"),
        table("|Better|Same|All", "Drugs|48 (63%)|28 (37%)|76"),
        table("Drugs|48 (63%)|28 (37%)|76 (100%)"),
        table("Drugs|48 (63%)|70 (92%)"),
        table("Drugs|48 (63%)|more"),
    ],
)
def test_shares_with_a_base_or_that_are_no_parts_of_one_are_left_alone(text: str) -> None:
    assert told(bases, text) == []


def test_a_rate_that_moves_with_the_same_count_is_told_at_the_heading_of_its_table() -> None:
    found = told(moved_by_base, table(*RATES, "August|66%|1,720|1,130"))
    assert found == [(1, 5, "58% became 66% with the same 1,130: its base is now 1,720")]


@pytest.mark.parametrize(
    "rows",
    [
        (*RATES, "August|68%|1,720|1,170"),
        (*RATES, "August|58%|1,963|1,130"),
        (*RATES, "August|66%|1,720|-"),
        ("|Rate|Open|Started", "July|58%|1,963|1,130", "August|66%|1,720|1,130"),
        ("|Rate|A|B", "May|33%|9|8", "June|47%|7|8", "July|58%|5|8"),
    ],
)
def test_a_rate_that_moves_with_its_count_or_is_no_rate_is_left_alone(rows: tuple[str, ...]) -> None:
    assert told(moved_by_base, table(*rows)) == []


def test_a_share_of_a_wider_area_after_a_count_without_one_is_told() -> None:
    text = "There were 161 registered offenders. In Tayside, 37% were managed jointly."
    assert told(mixed_areas, text) == [(1, 1, "the count has no area, and the 37% are of Tayside")]


@pytest.mark.parametrize(
    "text",
    [
        "There were 161 registered offenders in Tayside. In Tayside, 37% were managed jointly.",
        "There were 161 registered offenders. In Tayside, 37% of offenders were managed jointly.",
        "There were 161 registered offenders. In 2019/20, 37% were managed jointly.",
        "Much was done. In Tayside, 37% were managed jointly.",
        "There were 161 registered offenders.\nIn Tayside, 37% were managed jointly.",
    ],
)
def test_a_share_with_its_own_base_or_area_is_left_alone(text: str) -> None:
    assert told(mixed_areas, text) == []
