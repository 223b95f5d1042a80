"""Options of the filters: their order, their names, and what is said of an indicator that is not there."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.choices import (
    Choice,
    Chosen,
    bases,
    chosen,
    councils,
    further,
    in_order,
    left_aside,
    within,
)
from indicators.catalogue import Catalogue
from indicators.printed_periods import parse
from tests.builders import make_catalogue, make_indicator


def test_headline_indicators_come_first_and_the_rest_topic_by_topic() -> None:
    given = [("A", "homes", False), ("B", "moves", False), ("C", "homes", True), ("D", "homes", False)]
    every = [make_indicator(code=code, topic=topic, headline=first) for code, topic, first in given]
    assert [each.code for each in in_order(every)] == ["C", "A", "D", "B"]
    assert in_order([]) == []


def test_the_children_of_the_store_begin_with_what_people_ask_for(
    connection: Connection, catalogue: Catalogue
) -> None:
    found = chosen(connection, catalogue, {"service": "children"})
    first = [catalogue[choice.value] for choice in found.indicators[:5]]
    assert all(indicator.headline for indicator in first)
    assert not any("_" in choice.label for choice in found.indicators)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", ""),
        ("chn 22", ""),
        ("ZZQ", "No indicator ZZQ: Re-registrations within 18 months (CHN22) is shown."),
        (
            "CHN222",
            "No indicator CHN222: Re-registrations within 18 months (CHN22) is shown. "
            "Did you mean Re-registrations within 18 months (CHN22)?",
        ),
        (
            "CHN23",
            "More than one placement in the year (CHN23) has nothing to show here: "
            "Re-registrations within 18 months (CHN22) is shown.",
        ),
    ],
)
def test_an_address_that_asks_for_another_indicator_is_answered_in_one_line(
    catalogue: Catalogue, asked: str, said: str
) -> None:
    assert left_aside(catalogue, {"indicator": asked}, catalogue["CHN22"]) == said


YEARS = tuple(map(parse, ("2018-19", "2019-20", "2020-21", "2021-22")))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, ["2018-19", "2019-20", "2020-21", "2021-22"]),
        ({"from": "2019-20"}, ["2019-20", "2020-21", "2021-22"]),
        ({"to": "2019-20"}, ["2018-19", "2019-20"]),
        ({"from": "2019-20", "to": "2020-21"}, ["2019-20", "2020-21"]),
        ({"from": "2020-21", "to": "2019-20"}, ["2019-20", "2020-21"]),
        ({"from": "2020-21", "to": "2020-21"}, ["2020-21"]),
        ({"from": "1999-00", "to": "nonsense"}, ["2018-19", "2019-20", "2020-21", "2021-22"]),
    ],
)
def test_the_years_asked_for_are_both_included_in_either_order(
    query: dict[str, str], shown: list[str]
) -> None:
    assert [period.label for period in within(YEARS, query)] == shown
    assert within((), query) == ()


@pytest.mark.parametrize(
    ("priced", "held", "offered"),
    [
        (True, {"cash", "real"}, ["Cash", "Real terms"]),
        (True, {"cash", "real", "none"}, ["Cash", "Real terms"]),
        (True, {"cash"}, []),
        (True, {"real"}, []),
        (False, {"cash", "real"}, []),
        (False, {"none"}, []),
    ],
)
def test_prices_are_offered_for_a_cost_known_in_both(
    priced: bool, held: set[str], offered: list[str]
) -> None:
    assert [choice.label for choice in bases(make_indicator(priced=priced), held)] == offered


def test_councils_are_offered_by_name_without_the_one_in_view() -> None:
    catalogue = make_catalogue()
    assert [choice.value for choice in councils(catalogue)] == list("ABCDEFGHI")
    assert [choice.value for choice in councils(catalogue, catalogue.areas["C"])] == list("ABDEFGHI")


def test_what_can_be_shown_beside_begins_with_the_one_in_view_and_names_each_once() -> None:
    every = [make_indicator(code=code, short_title=f"Title {code}") for code in ("A1", "A2", "B1")]
    within_service = tuple(Choice(code, code) for code in ("A1", "A2"))
    picked = Chosen((), "children", within_service, every[1])
    found = further(picked, ("A2", "B1", "A1"), make_catalogue(every))
    assert [choice.value for choice in found] == ["A2", "A1", "B1"]


def test_only_indicators_that_may_be_compared_are_offered_where_councils_are(
    connection: Connection, catalogue: Catalogue
) -> None:
    every = chosen(connection, catalogue, {"service": "adult_protection"})
    assert every.service == "adult_protection"
    compared = chosen(connection, catalogue, {"service": "adult_protection"}, compared=True)
    assert compared.service != "adult_protection"
    assert all(catalogue[choice.value].council_benchmark for choice in compared.indicators)
