"""What the councils' documents require of one indicator, as its page and its trend show it."""

from __future__ import annotations

import re

import pytest

from tests.requirements.screen import DUMFRIES, DUNDEE, Screen, Site


def light(screen: Screen) -> str:
    """The pill of the figure a page of an indicator is of, which stands two lines below its period."""
    start = next(at for at, line in enumerate(screen.lines) if line == "Target")
    return screen.lines[start - 1]


def test_02_a_pending_figure_is_words_with_its_month_and_never_red(bundle: Site) -> None:
    """D&G 3 of 2018-19 is announced for January 2020: words, no light, and listed as awaited."""
    figures = bundle.open("/indicators/DG03", DUMFRIES)
    assert figures.row("2018-19")[1] == "Awaited January 2020"
    waiting = bundle.open("/exceptions", DUMFRIES, kind="awaited")
    assert "January 2020" in waiting.words


@pytest.mark.parametrize(
    ("code", "value", "target", "status"),
    [
        ("DG02", "£228", "£230", "On target"),
        ("DG04", "5%", "25%", "On target"),
        ("DG34", "15.53 days", "9 days", "Off target"),
        ("DG35", "6.9%", "4%", "Off target"),
    ],
)
def test_03_and_35_a_light_follows_value_target_and_polarity(
    bundle: Site, code: str, value: str, target: str, status: str
) -> None:
    """228 against 230 and 5% against 25% are on target; 15.53 days against 9 and 6.9% against 4% off."""
    found = bundle.open(f"/indicators/{code}", DUMFRIES)
    assert value in found.lines
    assert found.lines[found.lines.index("Target") + 1].startswith(target)
    assert light(found) == status


def test_04_a_short_and_a_long_trend_may_point_different_ways(bundle: Site) -> None:
    """Positive destinations of 2017-18: 2.6 points worse than the year before, steady in the longer run."""
    found = bundle.open("/indicators/CHN11", to="2017-18")
    assert found.after("Short trend") == "down 2.6 points, worsening, too few years"
    assert found.after("Long trend") == "steady"


def test_12_a_family_group_is_told_with_fourth_place_and_both_means(bundle: Site) -> None:
    """Re-registrations of 2016-17: fourth place 5.74%, and the means of the 8 and of the other 7."""
    found = bundle.open("/indicators/CHN22", to="2016-17")
    (steps,) = [line for line in found.lines if "the fourth place 5.74%" in line]
    assert steps.startswith("The mean of the 8 is 5.2%")
    assert "Reports that leave the council itself out have the mean of the other 7: 5.8%." in found.lines


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("CARE_SERVICES_GOOD_LOCAL", "13th of 31 partnerships"),
        ("DELAYED_DISCHARGE_PER_100", "11th, n not stated"),
        ("EMERGENCY_READMISSION_PCT", "worst, n not stated"),
        ("FALLS_RATE", "worst, n not stated"),
    ],
)
def test_14_a_printed_place_is_told_with_how_many_only_where_that_is_printed(
    bundle: Site, code: str, place: str
) -> None:
    """13th of 31 partnerships; the 11th best and the worst without saying among how many."""
    found = bundle.open(f"/indicators/{code}")
    assert found.after("Published place") == place
    assert "1 is the best." in found.lines


def test_26_a_timescale_is_a_field_and_its_share_has_count_and_base(bundle: Site, made_up: Site) -> None:
    """Screened within 24 hours: the limit stands beside the unit, and the share is made of 190 of 200."""
    assert bundle.open("/indicators/DG27", DUMFRIES).after("Timescale") == "Within 24 hours"
    assert bundle.open("/indicators/DG12", DUMFRIES).after("Timescale") == "Within 26 weeks"
    counted = made_up.open("/indicators/MADE_UP_SCREENED")
    assert counted.after("Timescale") == "Within 24 hours"
    assert "190 of 200" in counted.row("2019-20")


def test_30_choosing_a_quarter_recalculates_the_status_of_that_quarter(made_up: Site) -> None:
    """81 against the 80 of the second quarter is on target; 84 against the 90 of the third is off target."""
    second = made_up.open("/indicators/MADE_UP_QUARTERS", to="2019-20 Q2")
    third = made_up.open("/indicators/MADE_UP_QUARTERS", to="2019-20 Q3")
    assert second.options["to"] == ["2019-20 Q3", "2019-20 Q2", "2019-20 Q1"]
    assert (light(second), second.after("Target")) == ("On target", "80%, met by 1.0 point")
    assert (light(third), third.after("Target")) == ("Off target", "90%, 6.0 points to go")
    beside = made_up.open("/benchmarks", indicator="MADE_UP_QUARTERS", period="2019-20 Q2")
    assert "Dundee City is 5th of 9 on made up: quarters in 2019-20 Q2" in beside.words


@pytest.mark.parametrize("address", ["/indicators/HACE_SAFE", "/trends"])
def test_31_the_rounds_of_a_survey_are_points_and_nothing_is_drawn_between(
    bundle: Site, address: str
) -> None:
    """The survey of 2015-16 and 2017-18 only: two points, no line, nothing for 2016-17."""
    found = bundle.open(address, indicator="HACE_SAFE")
    ours = found.trace("ours")
    assert (ours["customdata"], ours["y"]) == (["2015-16", "2017-18"], [84.0, 87.0])
    assert ours["mode"] == "markers"
    assert "2016-17" not in found.words
    assert "Each point is one round of the survey." in found.words


def test_34_the_days_the_law_allows_are_stored_on_the_indicator(bundle: Site) -> None:
    """Freedom of information within 20 working days, personal information within 30 days."""
    assert bundle.open("/indicators/DG43", DUMFRIES).after("Timescale") == "Within 20 working days"
    assert bundle.open("/indicators/DG44", DUMFRIES).after("Timescale") == "Within 30 days"


def test_39_localities_are_offered_where_they_are_held_and_missed_in_words_elsewhere(
    bundle: Site, made_up: Site
) -> None:
    """Four localities from 4% to 12%: a chart with a gap of 8 points; no locality of another says so."""
    found = made_up.open("/indicators/MADE_UP_PLACES", DUMFRIES)
    assert "Places within Dumfries & Galloway" in found.lines
    assert "Best: Stewartry, 4.0%; worst: Wigtownshire, 12.0%: a gap of 8.0 points." in found.lines
    assert found.row("Nithsdale")[1] == "8.0%"
    for screen in (made_up.open("/indicators/MADE_UP_PLACES", DUNDEE), bundle.open("/indicators/CHN22")):
        assert screen.after("Localities") == "No figures below the council are held"
        assert "Places within" not in screen.words


def test_39_a_locality_without_a_number_is_named_and_no_part_of_the_gap(made_up: Site) -> None:
    """Two of three localities have a figure: the gap is between those, the third is hidden and named."""
    found = made_up.open("/indicators/MADE_UP_SCREENED", DUMFRIES)
    said = "Best: Stewartry, 80.0%; worst: Nithsdale, 90.0%: a gap of 10.0 points."
    assert f"{said} Without a number: Wigtownshire." in found.lines
    assert found.row("Wigtownshire")[1:3] == ["[c]", "Suppressed"]


def test_40_the_gap_between_a_group_and_everybody_is_told_in_points(bundle: Site) -> None:
    """School attendance of 2019-20: 87.5% of looked after children against 91.7% of all is -4.2 points."""
    found = bundle.open("/indicators/LAC_ATTENDANCE_LOCAL", to="2019-20")
    name = "Gap to school attendance of all pupils (council figure)"
    assert found.after(name) == "−4.2 points: 87.5% against 91.7%, not tested"
    before = bundle.open("/indicators/LAC_ATTENDANCE_LOCAL", to="2018-19")
    assert name not in before.lines, "all pupils have no figure of that session"


@pytest.mark.parametrize("address", ["/indicators/CHRONOLOGY_COMPLETION_PCT", "/trends"])
def test_42_a_share_that_rose_because_its_denominator_fell_says_so(bundle: Site, address: str) -> None:
    """1,130 of 1,963 = 58%, then 1,130 of 1,720 = 66%: the denominator fell, the numerator stayed."""
    found = bundle.open(address, indicator="CHRONOLOGY_COMPLETION_PCT")
    assert "The denominator fell from 1,963 to 1,720 since 1 August 2020" in found.words
    assert "the numerator stayed at 1,130. On the earlier denominator it would be 58%." in found.words
    if address != "/trends":
        assert [found.row(day)[1:4:2] for day in ("28 August 2020", "1 August 2020")] == [
            ["66%", "1,130 of 1,720"],
            ["58%", "1,130 of 1,963"],
        ]


def test_48_a_chart_says_how_old_it_is_and_marks_what_is_older_than_its_cycle(bundle: Site) -> None:
    """A survey of 2017-18 is stale beside figures to March 2023; a yearly figure of 2021-22 is not."""
    old, fresh = bundle.open("/indicators/HACE_SAFE"), bundle.open("/indicators/CHN22")
    said = r"Latest figure {}; figures last loaded on \d+ \w+ 20\d\d\."
    stale = "Older than its cycle: the newest figures here reach 31 March 2023."
    assert re.search(f"{stale} {said.format('2017-18')}", old.words)
    assert re.search(said.format("2021-22"), fresh.words)
    assert "Older than its cycle" not in fresh.words


def test_49_an_earlier_target_stays_when_the_target_changes(bundle: Site) -> None:
    """The weekly cost of residential care: £2,465 for 2017-18 and £4,374 for 2018-19."""
    found = bundle.open("/trends", DUMFRIES, indicator="DG01", view="table")
    assert (found.row("2017-18")[2], found.row("2018-19")[2]) == ("£2,465", "£4,374")


def test_52_a_target_worse_than_the_figure_already_reached_is_flagged(bundle: Site) -> None:
    """£230 while it costs £228 is flagged, 95.55% while 93.9% is reached is not; others stand beside."""
    passed = bundle.open("/indicators/DG02", DUMFRIES)
    asking = bundle.open("/indicators/DG03", DUMFRIES)
    flag = "Check the target. The target of £230 is worse than the figure already reached, £228."
    assert flag in passed.lines
    assert "Check the target." not in asking.words
    assert asking.row("Dumfries & Galloway, 2017-18")[1:] == ["93.9%", "1.7 points harder"]
    others = bundle.open("/indicators/CHN22")
    assert others.row("Fourth of the family group")[1:] == ["7.8%", "0.6 points easier"]
    assert others.row("Best of the family group")[0] == "Best of the family group: Eilean Siar"


def test_52_a_reader_can_try_a_target(bundle: Site) -> None:
    """Re-registrations of 7.84% would be off target at 7%, and 9% asks for less than is reached."""
    strict, lax = (bundle.open("/indicators/CHN22", **{"try": each}) for each in ("7", "9"))
    assert "With a target of 7% the figure would be: Off target" in strict.words
    assert "With a target of 9% the figure would be: On target" in lax.words
    assert "Check the target. The target of 9% is worse than the figure already reached" in lax.words


def test_53_a_projection_is_dashed_and_gets_no_light(bundle: Site) -> None:
    """85,900 people of working age in 2014, 75,900 projected for 2039: dashed, no light, not the latest."""
    found = bundle.open("/indicators/WORKING_AGE_PEOPLE", DUMFRIES)
    dashed = found.trace("projection")
    assert (dashed["y"], dashed["line"]["dash"]) == ([85900.0, 75900.0], "3px,4px")
    assert found.trace("ours")["y"] == [85900.0, None]
    assert "Dumfries & Galloway, 2014" in found.lines
    assert found.row("2039")[1:4] == ["75,900", "75,900", "Projected"]
    table = bundle.open("/trends", DUMFRIES, indicator="WORKING_AGE_PEOPLE", view="table")
    assert table.row("2039")[3] == "Projected"
