"""The blocks of a scorecard, and the source a scorecard names."""

from __future__ import annotations

import pytest

from etl.narrative.scorecards import blocks, lengths, new_with_history, repeated, twice
from etl.narrative.source_labels import labels
from indicators.catalogue_files import load_catalogue
from indicators.indicator import Unit
from tests.catalogue_builder import indicator, small_catalogue
from tests.etl.narrative.cases import table, told

HEADING = "Value|Target|Status|Value|Target|Source"


def block(names: str, *rows: str) -> str:
    """A block of a scorecard: a heading, its names, and the table of two periods below them."""
    years = "2019/20|||2018/19||"
    return f"Key Performance Indicators\n{names}\n\n{table(years, HEADING, *rows)}\n"


def test_a_block_has_its_names_with_their_lines_and_the_rows_below_its_heading() -> None:
    (found,) = blocks(block("Children on the\nregister\nVisits in time", "1|2|||3|", "|||||"))
    assert found.names == ((2, "Children on the"), (4, "Visits in time"))
    assert (found.headed, found.columns("value"), found.columns("target")) == (True, [0, 3], [1, 4])
    assert [row.text for row in found.rows] == ["1 | 2 | 3"]
    assert list(found.aligned()) == []


@pytest.mark.parametrize(
    ("names", "rows"), [("Visits in time\nPlans in time", ["1|2"]), ("Visits in time", ["1|2", "3|4"])]
)
def test_names_and_rows_of_different_number_are_told(names: str, rows: list[str]) -> None:
    ((line, _, why),) = told(lengths, block(names, *rows))
    assert line == 1 + len(names.splitlines())
    assert why == f"{len(names.splitlines())} names have {len(rows)} rows"


@pytest.mark.parametrize(
    "text",
    [
        block("Visits in time\nPlans in time", "1|2", "3|4"),
        block("Visits that were\nmade in time", "1|2"),
        block("Visits in time\nPlans in time"),
        "Visits in time\nPlans in time\n\n" + table(HEADING, "1|2"),
        "Key Performance Indicators\nVisits in time\n\n" + table("Name|Number", "1|2", "3|4"),
    ],
)
def test_a_block_in_order_without_values_or_without_a_heading_is_left_alone(text: str) -> None:
    assert told(lengths, text) == []


def test_an_indicator_marked_new_with_an_earlier_value_is_told() -> None:
    text = block("Visits in time (NEW)", "|80%||87%|83%|LGBF")
    assert told(new_with_history, text) == [(2, 6, "it is marked new, and an earlier period has 87%")]


@pytest.mark.parametrize(
    "text",
    [
        block("Visits in time", "|80%||87%|83%|LGBF"),
        block("Visits in time (NEW)", "85%|80%|||83%|LGBF"),
        block("Visits in time (NEW)", "|80%||New from 2019/20||LGBF"),
        block("Visits in time (NEW)\nPlans in time", "|80%||87%|83%|LGBF"),
        block("New visits in time", "|80%||87%|83%|LGBF"),
    ],
)
def test_what_is_not_new_or_has_only_targets_before_is_left_alone(text: str) -> None:
    assert told(new_with_history, text) == []


def test_a_value_that_is_its_own_target_and_the_value_before_is_told() -> None:
    text = block("Weekly cost", "£4,374.00|£4,374.00||£4,374.00|£2,465.00|LGBF")
    ((line, _, why),) = told(repeated, text)
    assert (line, why) == (6, "£4,374.00 is the value, its target and the value of another period")


@pytest.mark.parametrize(
    "row",
    [
        "£4,374.00|£4,374.00||£4,019.00|£4,374.00|LGBF",
        "£4,374.00|£4,019.00||£4,374.00|£4,019.00|LGBF",
        "100%|100%||100%|100%|",
        "85%|85%||85%|85%|",
        "Not known yet|Not known yet||Not known yet||",
        "|||||LGBF",
    ],
)
def test_a_value_reached_once_or_that_may_well_be_planned_twice_is_left_alone(row: str) -> None:
    assert told(repeated, block("Weekly cost", row)) == []


def test_an_indicator_listed_with_values_and_again_without_is_told() -> None:
    text = block("Days lost through sickness absence", "15.5|9") + "\n" * 2
    again = block("Days lost through sickness absence")
    assert told(twice, text + again) == [
        (10, 6, "it is listed twice, once with values and once without"),
    ]


@pytest.mark.parametrize(
    "again",
    [
        block("Days lost through sickness absence", "16.5|9"),
        block("Days lost through sickness absence - teachers"),
        block("Days lost"),
    ],
)
def test_an_indicator_listed_twice_with_values_or_another_one_is_left_alone(again: str) -> None:
    first = block("Days lost through sickness absence\nDays lost", "15.5|9", "1|2")
    assert told(twice, f"{first}\n\n{again}") == []


REGISTRATIONS = indicator(
    "CHN22", Unit.PERCENT, title="Child protection re-registrations", definition="Within 18 months."
)


@pytest.mark.parametrize("length", ["36 weeks", "12 months"])
def test_a_source_is_told_that_knows_no_indicator_of_the_length_of_time(length: str) -> None:
    text = block(f"Child protection re-registrations within {length}", "5%|25%||||LGBF")
    ((found),) = labels(text, small_catalogue(REGISTRATIONS))
    assert (found.rule, found.line, found.against_line) == ("source", 2, 6)
    assert found.why == f"no indicator of LGBF in the catalogue is about {length} of this"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Child protection re-registrations within 18 Months", "LGBF"),
        ("Child protection re-registrations within 36 weeks", "National Standard"),
        ("Child protection registrations of any length", "LGBF"),
    ],
)
def test_a_name_its_source_knows_or_another_source_is_left_alone(name: str, source: str) -> None:
    assert list(labels(block(name, f"5%|25%||||{source}"), small_catalogue(REGISTRATIONS))) == []


@pytest.mark.parametrize(
    "name",
    [
        "Percentage of Child Protection re- registrations within 18 Months",
        "The weekly cost of a child in residential care",
        "Emergency readmissions to hospital within 28 days of discharge",
    ],
)
def test_names_as_councils_print_them_are_found_in_the_whole_catalogue(name: str) -> None:
    assert list(labels(block(name, "5%|25%||||LGBF"), load_catalogue())) == []
