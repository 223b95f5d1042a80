"""The benchmarks screen, on the bundled figures."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.benchmarks import Benchmarks, benchmarks
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue


@pytest.fixture
def found(connection: Connection, catalogue: Catalogue, dundee: Area) -> Benchmarks:
    """CHN22 of Dundee City among the councils."""
    made = benchmarks(connection, catalogue, dundee, {"indicator": "CHN22"})
    assert made is not None
    return made


def test_the_sentence_says_place_quarter_ties_and_where_half_of_all_lie(found: Benchmarks) -> None:
    assert spoken(found.lead) == (
        "Dundee City is 16th of 31 on re-registrations within 18 months in 2021-22, in the second quarter, "
        "level with Stirling. Half of all councils lie between 3.2% and 11.0%."
    )


def test_all_32_councils_are_there_and_scotland_is_not_among_them(found: Benchmarks) -> None:
    assert len(found.places) == 32
    assert "Scotland" not in {place.name for place in found.places}
    assert found.scotland is not None
    assert found.scotland[1] == "Scotland 8.0%"


def test_ties_share_the_better_rank_and_ours_comes_first_among_them(found: Benchmarks) -> None:
    ranked = [(place.name, place.rank) for place in found.places]
    assert ranked[:4] == [
        ("East Renfrewshire", "1"),
        ("Eilean Siar", "1"),
        ("Orkney Islands", "1"),
        ("Highland", "4"),
    ]
    assert ranked[15:18] == [("Dundee City", "16"), ("Stirling", "16"), ("Fife", "18")]


def test_a_council_without_a_figure_comes_last_with_its_reason(found: Benchmarks) -> None:
    last = found.places[-1]
    assert (last.name, last.rank, last.value) == ("Dumfries & Galloway", "", "[x]")
    assert (last.share, last.quartile, last.reason) == (None, 0, "Not available, so not ranked")


def test_quarters_follow_polarity_from_left_to_right(
    found: Benchmarks, connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    assert [quarter.words for quarter in found.quarters] == ["Best", "2nd", "3rd", "Worst"]
    higher = benchmarks(connection, catalogue, dundee, {"indicator": "CHN09"})
    assert higher is not None
    assert [quarter.words for quarter in higher.quarters] == ["Worst", "3rd", "2nd", "Best"]
    cost = benchmarks(connection, catalogue, dundee, {"indicator": "SW01"})
    assert cost is not None
    assert {q.words for q in cost.quarters} == {"Highest", "2nd", "3rd", "Lowest"}
    assert cost.quarter_names == ("Highest", "Second", "Third", "Lowest")


def test_our_place_is_told_for_every_year(found: Benchmarks) -> None:
    assert [year.rank for year in found.years] == [18, 22, 12, 5, 5, 25, 10, 3, 22, 16]
    assert found.years[-1].of == 31


def test_an_earlier_period_can_be_asked_for(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"indicator": "CHN22", "period": "2019-20"}
    found = benchmarks(connection, catalogue, dundee, asked)
    assert found is not None
    assert spoken(found.lead).startswith("Dundee City is 3rd of 32")


def test_the_family_group_alone_keeps_the_ranks_among_all(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"indicator": "CHN22", "compare": "family"}
    found = benchmarks(connection, catalogue, dundee, asked)
    assert found is not None
    assert len(found.places) == 8
    assert next(place.rank for place in found.places if place.name == "Dundee City") == "16"


def test_a_council_that_is_not_ranked_is_told_so(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = benchmarks(connection, catalogue, dumfries, {"indicator": "CHN22"})
    assert found is not None
    assert spoken(found.lead).startswith("Dumfries & Galloway is not ranked on re-registrations")


def test_indicators_that_may_not_be_compared_are_not_offered(found: Benchmarks, catalogue: Catalogue) -> None:
    assert all(catalogue[choice.value].council_benchmark for choice in found.chosen.indicators)
    assert "adult_protection" not in {service.value for service in found.chosen.services}


def test_the_caution_counts_how_far_ranks_move(found: Benchmarks) -> None:
    assert found.caution.startswith(
        "On this indicator ranks move 7 places in a typical year "
        "(median of 286 moves of councils from one period to the next)."
    )
    assert "No difference has been tested" in found.caution
    assert not found.tested


def test_our_figure_stands_beside_scotland_in_every_year(found: Benchmarks) -> None:
    last = found.years[-1]
    assert (last.period, last.value, last.scotland, last.gap) == (
        "2021-22",
        "7.8%",
        "8.0%",
        "0.2 points below",
    )


def test_a_mean_of_councils_is_not_called_scotland(
    connection: Connection, catalogue: Catalogue, dundee: Area, found: Benchmarks
) -> None:
    meals = benchmarks(connection, catalogue, dundee, {"indicator": "MEALS_RATIO"})
    assert meals is not None and meals.scotland is not None and found.scotland is not None
    assert meals.scotland[1] == "Mean of 31 councils 0.12"
    assert found.scotland[1] == "Scotland 8.0%"


def test_a_suppressed_figure_is_not_said_to_be_unpublished(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = benchmarks(connection, catalogue, dumfries, {"indicator": "MEALS_0_64"})
    assert found is not None
    assert spoken(found.lead) == (
        "Dumfries & Galloway is not ranked on meals: aged 0 to 64 in March 2012: its figure is suppressed."
    )


def test_months_are_named_in_the_places_by_year(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = benchmarks(connection, catalogue, dundee, {"indicator": "MEALS_RATIO"})
    assert found is not None
    assert [year.period for year in found.years] == ["March 2012"]
