"""The ways to look at a trend: several indicators, small multiples, intervals, hollow marks, axes."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.figure_list import HEADER
from dashboard.views.text import spoken
from dashboard.views.trend_drawing import drawing
from dashboard.views.trend_multiples import council_panels, council_table
from dashboard.views.trend_panels import SHORT, aligned, panels
from dashboard.views.trend_rows import beside_rows, year_rows
from dashboard.views.trend_words import caption
from dashboard.views.trends import Trends, trend_figures, trends
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, SeriesBreak
from indicators.periods import PeriodKind
from tests.builders import make_figure, make_indicator, make_series, make_years
from tests.dashboard.views.scenes import make_scene

THREE = make_series({"2019-20": 9.0, "2020-21": 8.0, "2021-22": 7.0})


def at(connection: Connection, catalogue: Catalogue, area: Area, **query: str) -> Trends:
    """The screen at an address."""
    return trends(connection, catalogue, area, query)


def test_lines_are_shown_unless_another_known_view_is_asked_for(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"": "lines", "table": "table", "multiples": "multiples", "limits": "limits", "x": "lines"}
    shown = {view: at(connection, catalogue, dundee, indicator="CHN22", view=view).view for view in asked}
    assert shown == asked


def test_process_limits_are_offered_only_where_there_can_be_any(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    assert at(connection, catalogue, dundee, indicator="CHN22").views == ("lines", "multiples", "table")
    found = at(connection, catalogue, dundee, indicator="CHN22", view="limits")
    assert found.views[-1] == "limits"
    assert found.limits is not None
    assert found.limits.why_not.startswith("Process limits are for series by month or quarter")


def test_several_indicators_have_a_panel_each_with_its_own_unit_and_sentence(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = at(connection, catalogue, dundee, indicators="CHN22,SW01")
    assert [(panel.code, panel.drawing.prefix, panel.drawing.suffix) for panel in found.panels] == [
        ("CHN22", "", "%"),
        ("SW01", "£", ""),
    ]
    assert [spoken(panel.lead).split(" ")[2] for panel in found.panels] == ["7.8%", "an"]
    assert {panel.drawing.height for panel in found.panels} == {SHORT}
    assert (found.family, found.rows, found.questions) == (None, (), ())


def test_the_first_of_several_indicators_decides_the_filters_unless_one_is_named(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    first = at(connection, catalogue, dundee, indicators="SW01,CHN22").filters
    assert (first.chosen.service, first.shown) == ("adult_care", ("SW01", "CHN22"))
    assert first.further[0].value == "SW01"
    assert first.further[-1].value == "CHN22"
    named = at(connection, catalogue, dundee, indicator="CHN17", indicators="SW01,CHN22")
    assert named.filters.shown == ("CHN17", "SW01", "CHN22")


def test_no_more_than_four_indicators_are_drawn_and_unknown_ones_are_left_out(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = "CHN22,nonsense,CHN17,CHN22,SW01,CHN23,CHN09"
    found = at(connection, catalogue, dundee, indicators=asked)
    assert [panel.code for panel in found.panels] == ["CHN22", "CHN17", "SW01", "CHN23"]


def test_the_table_of_several_indicators_holds_what_their_charts_draw(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = at(connection, catalogue, dundee, indicators="CHN22,SW01")
    assert [row.period for row in found.beside][:2] == ["2022-23", "2021-22"]
    shown = {each.period: [row.value if row else "" for row in each.rows] for each in found.beside}
    assert shown["2021-22"] == ["7.8%", "£33.24"]
    assert shown["2022-23"] == ["", "£33.81"]
    assert found.panels[0].drawing.periods == found.panels[1].drawing.periods


def test_the_download_of_several_indicators_lists_each(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    cells = trend_figures(connection, catalogue, dundee, {"indicators": "CHN22,SW01"})
    assert {row[HEADER.index("indicator_code")] for row in cells} == {"CHN22", "SW01"}


def test_years_of_different_kinds_share_an_axis_and_months_stand_apart() -> None:
    care = make_scene(make_series({"2018-19": 1.0}, PeriodKind.CARE_YEAR))
    assert [[p.label for p in scene.periods] for scene in aligned([make_scene(THREE), care])] == [
        ["2018-19", "2019-20", "2020-21", "2021-22"]
    ] * 2
    month = make_scene(make_series({"2021-04": 1.0}, PeriodKind.MONTH))
    assert [len(scene.periods) for scene in aligned([make_scene(THREE), month])] == [3, 1]
    assert [each.period for each in beside_rows([make_scene(THREE), month])][:2] == ["2021-22", "April 2021"]


def test_small_multiples_show_all_councils_ours_first_then_the_highest(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = at(connection, catalogue, dundee, indicator="CHN22", view="multiples")
    assert found.councils is not None
    assert [small.name for small in found.councils.members[:3]] == [
        "Dundee City",
        "Shetland Islands",
        "Aberdeen City",
    ]
    assert len(found.councils.members) == 32
    assert found.councils.grid == "faint lines at 20%, 40% and 60%"


def test_small_multiples_show_only_the_councils_asked_for(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    peers = "S12000041,S12000049,S12000033,S12000034"
    found = at(connection, catalogue, dundee, indicator="CHN22", view="multiples", peers=peers)
    assert found.councils is not None
    assert {small.name for small in found.councils.members} == {
        "Dundee City", "Angus", "Glasgow City", "Aberdeen City", "Aberdeenshire",
    }  # fmt: skip
    assert len(found.filters.peers) == 4
    beside = at(connection, catalogue, dundee, indicator="CHN22", peers=peers)
    assert len(beside.filters.peers) == 3


def test_the_table_of_councils_holds_the_numbers_of_the_small_charts(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = at(connection, catalogue, dumfries, indicator="CHN22", view="multiples")
    assert found.council_table is not None
    rows = {row[0]: row[1:] for row in found.council_table.rows}
    assert len(rows) == 33
    assert found.council_table.periods[-1] == "2021-22"
    assert (rows["Dundee City"][-1], rows["Scotland"][-1]) == ("7.8%", "8.0%")
    assert rows["Dumfries & Galloway"][-2:] == ("[x]", "[x]")
    cells = trend_figures(connection, catalogue, dumfries, {"indicator": "CHN22", "view": "multiples"})
    assert len({row[HEADER.index("area_code")] for row in cells}) == 33


def test_councils_that_may_not_be_compared_are_not_lined_up(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = at(connection, catalogue, dundee, indicator="ASP_REFERRALS", view="multiples")
    assert found.councils is not None
    assert [small.name for small in found.councils.members] == ["Dundee City"]


def test_a_long_table_of_councils_shows_the_latest_periods_and_says_so() -> None:
    long = make_scene(make_years([float(each) for each in range(30)], first=1990))
    found = council_table(long)
    assert (len(found.periods), found.periods[-1]) == (24, "2019-20")
    assert found.note == "The latest 24 of 30 periods; the download has all of them."
    assert council_table(make_scene(THREE)).note == ""


def test_a_council_without_a_number_has_the_reason_at_its_mark() -> None:
    points = ((THREE[0][0], Figure(None, Status.SUPPRESSED)), *THREE[1:])
    (small,) = council_panels(make_scene(points)).members
    assert small.reasons == ("2019-20: [c] Suppressed", "", "")
    assert small.values == (None, 8.0, 7.0)


def test_intervals_are_drawn_written_and_explained() -> None:
    indicator = make_indicator(interval=IntervalKind.PERCENTAGE)
    points = ((THREE[2][0], make_figure(7.0, numerator=70, denominator=1000)),)
    scene = make_scene(points, indicator)
    (line,) = drawing(scene).series
    assert line.intervals[0] == pytest.approx((5.58, 8.75), abs=0.01)
    assert line.texts == ("7.0% (95% interval 5.6% to 8.8%)",)
    assert year_rows(scene)[0].interval == "5.6% to 8.8%"
    assert "The pale ribbon is the 95% interval of our figures: 5.6% to 8.8% in 2021-22." in caption(scene)
    assert panels([scene])[0].has_intervals


def test_a_percentage_without_counts_says_why_it_has_no_interval() -> None:
    assert "No interval can be drawn" in caption(make_scene(THREE))


def test_a_doubtful_figure_is_hollow_off_the_line() -> None:
    points = (*THREE[:2], (THREE[2][0], Figure(86.0, Status.DOUBTFUL)))
    scene = make_scene(points)
    (line,) = drawing(scene).series
    assert line.values == (9.0, 8.0, None)
    assert line.doubtful == (None, None, 86.0)
    assert line.reasons[2] == "To check, printed 86.0%"
    assert "hollow mark off the line" in caption(scene)


def test_a_break_cuts_at_the_first_figure_after_it_even_where_its_own_period_has_none() -> None:
    indicator = make_indicator(breaks=(SeriesBreak("2020-21", "a new form."),))
    scene = make_scene((THREE[0], THREE[2]), indicator)
    assert [(item.period, item.words) for item in drawing(scene).breaks] == [
        ("2021-22", "Not comparable before 2020-21: a new form")
    ]
    assert council_panels(scene).cuts == (1,)


def test_an_axis_begins_at_zero_unless_asked_to_fit_which_is_said(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    zero = at(connection, catalogue, dundee, indicator="SW01")
    fit = at(connection, catalogue, dundee, indicator="SW01", axis="fit")
    assert (zero.panels[0].drawing.zero_based, fit.panels[0].drawing.zero_based) == (True, False)
    assert "The axis does not begin at zero." in fit.panels[0].caption
    assert "begin at zero" not in zero.panels[0].caption
    assert (zero.filters.axis, fit.filters.axis) == ("zero", "fit")


def test_the_text_for_those_who_cannot_see_the_chart_follows_the_periods(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    query = {"indicator": "CHN22", "from": "2018-19", "to": "2019-20"}
    (panel,) = trends(connection, catalogue, dundee, query).panels
    assert panel.alt == (
        "Re-registrations within 18 months, Dundee City: 2 figures, from 4.2% in 2018-19 to 1.9% in 2019-20; "
        "lowest 1.9% in 2019-20, highest 4.2% in 2018-19."
    )
