"""The funnel plot on the bundled figures: what it shows where counts are known, or why there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from dashboard.views.benchmark_places import places_of
from dashboard.views.benchmark_stage import Stage
from dashboard.views.benchmarks import stage_of
from dashboard.views.funnel_plot import FunnelPlot, funnel_plot
from dashboard.views.scale import axis
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.funnel_plot import Zone


def stage(connection: Connection, catalogue: Catalogue, area: Area, code: str) -> Stage:
    """The stage of one indicator in its latest period."""
    made = stage_of(connection, catalogue, area, {"indicator": code})
    assert made is not None
    return made


@pytest.fixture
def counted(connection: Connection, catalogue: Catalogue, dundee: Area) -> Stage:
    """Readmissions in 2022-23, which are published with the discharges they are a rate of."""
    return stage(connection, catalogue, dundee, "SW06")


@pytest.fixture
def found(counted: Stage) -> FunnelPlot:
    """The plot of the same."""
    return funnel_plot(counted)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("SW01", "an amount of money"),
        ("CHN22", "no counts behind its figures are known"),
    ],
)
def test_without_counts_there_is_a_sentence_instead_of_a_picture(
    connection: Connection, catalogue: Catalogue, dundee: Area, code: str, why: str
) -> None:
    made = funnel_plot(stage(connection, catalogue, dundee, code))
    assert why in made.why_not
    assert spoken(made.lead).startswith("There is no funnel plot here: ")
    assert made.points == ()


def test_without_intervals_no_council_is_known(counted: Stage) -> None:
    bare = replace(counted, rows=[row._replace(interval=None) for row in counted.rows])
    assert funnel_plot(bare).why_not == "the counts behind its figures in 2022-23 are known for no council."


def test_a_few_councils_with_counts_make_no_funnel(counted: Stage) -> None:
    some = replace(counted, rows=[row for row in counted.rows if row.area in ("S12000042", "S12000041")])
    assert funnel_plot(some).why_not.endswith("are known only for two councils.")


def test_every_council_with_counts_is_in_the_picture_largest_first(found: FunnelPlot) -> None:
    assert len(found.points) == 32
    bases = [int(point.base.replace(",", "")) for point in found.points]
    assert bases == sorted(bases, reverse=True)
    assert "Scotland" not in {point.name for point in found.points}


def test_our_point_has_its_counts_and_limits_in_words(found: FunnelPlot) -> None:
    ours = next(point for point in found.points if point.role == "ours")
    assert (ours.base, ours.cases, ours.value, ours.interval) == ("20,520", "2,875", "140", "135 to 145")
    assert (ours.limits, ours.far_limits, ours.zone) == ("97 to 106", "95 to 109", Zone.FAR_ABOVE)


def test_zone_and_limits_say_the_same(found: FunnelPlot) -> None:
    for point in found.points:
        low, high = (float(end.replace(",", "")) for end in point.far_limits.split(" to "))
        value = float(point.value.replace(",", ""))
        if point.zone.outside:
            assert value <= low or value >= high
        else:
            assert low <= value <= high


def test_a_point_lies_above_the_line_of_scotland_when_its_figure_does(found: FunnelPlot) -> None:
    at, words = found.scotland
    assert words == "Scotland 102"
    for point in found.points:
        if point.zone is not Zone.INSIDE:
            assert (point.up > at) == (point.zone in (Zone.ABOVE, Zone.FAR_ABOVE))
        assert 0 < point.across < 1
        assert 0 <= point.up <= 1


def test_limits_open_towards_small_councils(found: FunnelPlot) -> None:
    far_low, low, high, far_high = found.lines
    assert len({len(line) for line in found.lines}) == 1
    assert far_high[0][1] - far_low[0][1] > far_high[-1][1] - far_low[-1][1]
    assert far_low[5][1] < low[5][1] < high[5][1] < far_high[5][1]


def test_the_sentence_places_us_and_counts_those_outside(found: FunnelPlot) -> None:
    outside = sum(point.zone.outside for point in found.points)
    assert outside > 6
    assert spoken(found.lead) == (
        "Dundee City is above the outer limit on readmissions within 28 days in 2022-23 for a council of its "
        f"size. {outside} of 32 councils are beyond the outer limits."
    )


def test_everyone_outside_is_named_below_the_picture(found: FunnelPlot) -> None:
    above, below = found.outside
    assert above.startswith("Above the outer limit: Aberdeen City, Angus, Clackmannanshire, Dundee City, ")
    assert below.startswith("Below the outer limit: ")
    for point in found.points:
        assert (point.name in above) == (point.zone is Zone.FAR_ABOVE)


def test_more_outside_than_chance_leaves_there_is_said(found: FunnelPlot) -> None:
    assert found.caution.startswith("By chance alone about 2 of 32 councils would lie beyond")
    assert "for more reasons than chance" in found.caution


def test_where_all_are_as_scotland_nobody_is_outside(counted: Stage) -> None:
    same = [row._replace(figure=replace(row.figure, value=102.0)) for row in counted.rows]
    made = funnel_plot(replace(counted, rows=same))
    assert "No council is beyond the outer limits." in spoken(made.lead)
    assert "for more reasons" not in made.caution


def test_our_council_and_its_family_are_marked(found: FunnelPlot) -> None:
    roles = [point.role for point in found.points]
    assert (roles.count("ours"), roles.count("family")) == (1, 7)


def test_with_counts_the_ranking_tests_each_council_against_scotland(counted: Stage) -> None:
    places = places_of(counted, axis([0, 200]), "all")
    assert {place.verdict for place in places} == {"better", "similar", "worse"}
    ours = next(place for place in places if place.role == "ours")
    assert (ours.verdict, ours.against) == ("worse", "worse than Scotland")
    assert ours.low is not None and ours.high is not None and ours.share is not None
    assert ours.low < ours.share < ours.high
