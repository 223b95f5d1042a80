"""A table of inspections against its title, what is said of it, and its own kinds of service."""

from __future__ import annotations

import pytest

from etl.narrative.inspections import exceptions, inspected, themes
from tests.etl.narrative.cases import table, told

HEADING = "Name of Service|Service Type|Inspection Date|Environment|Staffing"
GRADES = table(
    HEADING,
    "Oak House|Care Home|12/12/19|5|5",
    "Elm House|Care Home|18/09/19|4|4",
    "Fostering Services|Fostering|20/11/17|n/a|4",
    "Home Support Team|Care at Home|31/01/20|n/a|5",
)


@pytest.mark.parametrize("words", ["with the exception of Care Homes", "excluding all Care Homes"])
def test_a_title_that_leaves_out_what_its_table_lists_is_told(words: str) -> None:
    found = told(exceptions, f"All services {words} in the city\n\n{GRADES}")
    assert found == [(1, 4, "2 rows of the table are Care Homes")]


@pytest.mark.parametrize(
    "text",
    [
        f"All services with the exception of Day Centres\n\n{GRADES}",
        f"All services including Care Homes\n\n{GRADES}",
        f"All services with the exception of Care Homes\n\nThey are listed elsewhere.\n\n\n\n{GRADES}",
        f"{GRADES}\n\nAll services with the exception of Care Homes",
    ],
)
def test_a_title_that_holds_or_stands_elsewhere_is_left_alone(text: str) -> None:
    assert told(exceptions, text) == []


def test_an_inspection_said_to_be_of_a_later_year_than_its_date_is_told() -> None:
    text = f"During 2019/20 there was an inspection of Fostering.\n\n{GRADES}"
    assert told(inspected, text) == [(1, 6, "Fostering Services was inspected on 20/11/17, not in 2019-20")]


@pytest.mark.parametrize(
    "said",
    [
        "During 2019/20 there was an inspection of Oak House.",
        "During 2017/18 there was an inspection of Fostering.",
        "During 2016/17 there was an inspection of Fostering.",
        "There was an inspection of Fostering.",
        "During 2019/20 there was an inspection of Adoption.",
        "During 2019/20 Fostering grew.",
    ],
)
def test_an_inspection_in_its_year_or_of_no_service_in_the_table_is_left_alone(said: str) -> None:
    assert told(inspected, f"{said}\n\n{GRADES}") == []


def test_each_of_two_services_said_to_be_inspected_is_looked_up() -> None:
    rows = GRADES + "\n" + table("Adoption Services|Adoption|20/11/17|n/a|4")
    found = told(inspected, f"In 2019/20 we had an inspection of Fostering and Adoption.\n\n{rows}")
    assert [against for _, against, _ in found] == [6, 8]


def test_an_environment_graded_in_peoples_own_homes_is_told_beside_a_row_without() -> None:
    rows = GRADES + "\n" + table("Enablement|Care at Home and Housing Support combined|31/01/20|5|n/a")
    why = "the environment of a service in people's own homes is not graded, and has 5"
    assert told(themes, rows) == [(6, 5, why)]


@pytest.mark.parametrize(
    "row",
    [
        "Enablement|Housing Support|31/01/20|n/a|5",
        "Enablement|Housing Support|31/01/20||",
        "Day Centre|Support Service|01/02/20|5|5",
    ],
)
def test_an_environment_left_out_or_of_a_building_is_left_alone(row: str) -> None:
    assert told(themes, f"{GRADES}\n{table(row)}") == []
