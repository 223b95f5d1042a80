"""Options of the filters: their order, their names, and what is said of an indicator that is not there."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.choices import chosen, in_order, left_aside
from indicators.catalogue import Catalogue
from tests.builders import make_indicator


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
