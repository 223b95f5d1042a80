"""The trend chart as data: what is drawn where, and that data is never read as markup."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from dashboard.charts.axes import short
from dashboard.charts.line_ends import trend_ends
from dashboard.charts.spread import APART, spread
from dashboard.charts.text import plain
from dashboard.charts.trend import shown, trend_figure
from dashboard.views.drawing import Band, Break, Level, Mark, TargetStep, TrendChart, TrendSeries

PERIODS = ("2018-19", "2019-20", "2020-21", "2021-22")
OURS = TrendSeries(
    "Dundee City", "ours", (4.2, None, 9.7, 7.8), (), ("", "Suppressed", "", ""), "Dundee City 7.8%"
)
SCOTLAND = TrendSeries("Scotland", "scotland", (7.2, 6.9, 7.0, 8.0), end="Scotland 8.0%")
CHART = TrendChart("Re-registrations", PERIODS, (OURS, SCOTLAND), suffix="%")


def trace(chart: TrendChart, uid: str) -> dict[str, Any]:
    """The one trace with this uid."""
    (found,) = [each for each in trend_figure(chart)["data"] if each["uid"] == uid]
    return found


def test_points_are_the_figures_in_the_order_of_the_periods() -> None:
    ours = trace(CHART, "ours")
    assert ours["y"] == [4.2, None, 9.7, 7.8]
    assert ours["customdata"] == list(PERIODS)
    assert trend_figure(CHART)["layout"]["xaxis"]["ticktext"] == ["18-19", "19-20", "20-21", "21-22"]


def test_a_gap_stays_a_gap() -> None:
    assert trace(CHART, "ours")["connectgaps"] is False


def test_a_point_without_a_number_is_a_hollow_mark_with_its_reason() -> None:
    missing = trace(CHART, "missing")
    assert (missing["x"], missing["y"]) == ([1.0], [0.0])
    assert missing["text"] == ["Suppressed"]
    assert missing["customdata"] == ["2019-20"]


def test_a_new_definition_cuts_the_line_and_is_marked() -> None:
    broken = replace(CHART, breaks=(Break("2020-21", "Not comparable before 2020-21: new"),))
    assert trace(broken, "scotland")["y"] == [7.2, 6.9, None, 7.0, 8.0]
    assert trace(broken, "scotland")["x"] == [0, 1, 1.5, 2, 3]
    assert trace(broken, "break-marks")["text"] == ["Not comparable before 2020-21: new"]


def test_a_break_at_the_first_period_or_outside_cuts_nothing() -> None:
    broken = replace(CHART, breaks=(Break("2018-19", "x"), Break("2009-10", "y")))
    assert trace(broken, "scotland")["y"] == [7.2, 6.9, 7.0, 8.0]


def test_targets_run_half_a_period_to_each_side_over_their_tolerance() -> None:
    aimed = replace(CHART, targets=(TargetStep("2021-22", 8.4, 8.4, 8.82), TargetStep("1999-00", 1.0)))
    assert trace(aimed, "target")["x"] == [2.5, 3.5, None]
    assert trace(aimed, "target")["y"] == [8.4, 8.4, None]
    assert trace(aimed, "tolerance")["y"] == [8.4, 8.4, 8.82, 8.82, None]


def test_a_target_without_tolerance_is_a_line_alone() -> None:
    aimed = replace(CHART, targets=(TargetStep("2021-22", 8.4),))
    assert trend_figure(aimed)["data"][0]["uid"] == "target"


def test_ours_lies_over_scotland_which_lies_over_the_rest() -> None:
    other = TrendSeries("Fife", "other", (1, 2, 3, 4))
    peer = TrendSeries("Angus", "peer-1", (1, 2, 3, 4))
    drawn = replace(CHART, series=(OURS, SCOTLAND, peer, other, replace(other, name="Moray")))
    assert [each["uid"] for each in trend_figure(drawn)["data"]] == [
        "other-0", "other-1", "peer-1", "scotland", "ours", "missing",
    ]  # fmt: skip


def test_shaded_periods_lie_behind_everything_with_their_name() -> None:
    layout = trend_figure(replace(CHART, shaded=(Band("2020-21", "2021-22", "Pandemic years"),)))["layout"]
    (shape,), (note,) = layout["shapes"], layout["annotations"]
    assert (shape["layer"], shape["x0"], shape["x1"]) == ("below", 1.5, 3.5)
    assert note["text"] == "Pandemic years"


def test_a_band_outside_the_periods_is_left_out() -> None:
    assert trend_figure(replace(CHART, shaded=(Band("2001-02", "2002-03", "x"),)))["layout"]["shapes"] == []


def test_values_start_at_zero_unless_asked_otherwise() -> None:
    assert trend_figure(CHART)["layout"]["yaxis"]["range"][0] == 0
    close = replace(CHART, series=(replace(OURS, values=(90, 91, 92, 93), reasons=()),), zero_based=False)
    assert trend_figure(close)["layout"]["yaxis"]["range"][0] == 90


def test_the_unit_is_read_once_at_the_top_tick() -> None:
    assert trend_figure(CHART)["layout"]["yaxis"]["ticktext"][-2:] == ["8", "10%"]


def test_nothing_is_named_twice_nothing_moves_and_nothing_is_a_template() -> None:
    layout = trend_figure(CHART)["layout"]
    assert layout["showlegend"] is False
    assert layout["dragmode"] is False
    assert "title" not in layout
    assert "template" not in layout


HOSTILE = '<a href="https://evil.example">x</a> & <b>bold</b>'


def test_data_is_never_read_as_markup() -> None:
    nasty = TrendSeries(HOSTILE, "ours", (1, None, 3, 4), (HOSTILE,) * 4, (HOSTILE,) * 4, HOSTILE)
    chart = TrendChart(
        HOSTILE,
        (HOSTILE, *PERIODS[1:]),
        (nasty,),
        shaded=(Band(HOSTILE, "2019-20", HOSTILE),),
        breaks=(Break("2020-21", "Not comparable before 2020-21: new"),),
    )
    sent = json.dumps(trend_figure(chart))
    assert "<a" not in sent
    assert "<b>" not in sent
    assert plain(HOSTILE).startswith("&lt;a href")


def test_hovering_says_the_words_given_else_name_and_figure() -> None:
    worded = replace(SCOTLAND, texts=("Scotland, 2018-19: 7.2%",))
    assert trace(replace(CHART, series=(worded,)), "scotland")["text"][:2] == [
        "Scotland, 2018-19: 7.2%",
        "Scotland: 6.9%",
    ]


@pytest.mark.parametrize(
    ("value", "prefix", "suffix", "decimals", "words"),
    [
        (-3.25, "", "%", 1, "−3.3%"),
        (1057.0, "£", "", 0, "£1,057"),
        (-5.0, "£", "", 2, "−£5.00"),
        (0.0, "", "%", 1, "0.0%"),
    ],
)
def test_figures_are_shown_with_their_unit(
    value: float, prefix: str, suffix: str, decimals: int, words: str
) -> None:
    assert shown(replace(CHART, prefix=prefix, suffix=suffix, decimals=decimals), value) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [("2021-22", "21-22"), ("2021", "2021"), ("2012-15", "12-15"), ("Q1 2024", "Q1 2024")],
)
def test_only_years_with_two_halves_are_shortened(period: str, words: str) -> None:
    assert short(period) == words


def test_a_lone_figure_is_a_visible_dot() -> None:
    lone = replace(SCOTLAND, values=(None, 7.0, None, None))
    assert trace(replace(CHART, series=(lone,)), "scotland")["mode"] == "lines+markers"


def test_a_chart_without_any_figure_is_still_a_chart() -> None:
    bare = TrendChart("x", PERIODS, (TrendSeries("Dundee City", "ours", (None,) * 4),))
    assert trend_figure(bare)["layout"]["yaxis"]["range"][0] == 0
    assert trend_ends(bare) == ()


def test_line_ends_name_each_line_from_top_to_bottom_and_keep_apart() -> None:
    aimed = replace(CHART, targets=(TargetStep("2021-22", 8.4),))
    ends = trend_ends(aimed)
    assert [end.words for end in ends] == ["Target 8.4%", "Scotland 8.0%", "Dundee City 7.8%"]
    assert [end.role for end in ends] == ["target", "scotland", "ours"]
    gaps = [below.place - above.place for above, below in pairwise(ends)]
    assert all(gap >= APART - 1e-6 for gap in gaps)


def test_a_line_without_words_has_no_name_at_its_end() -> None:
    assert [end.role for end in trend_ends(replace(CHART, series=(replace(OURS, end=""), SCOTLAND)))] == [
        "scotland"
    ]


def test_words_that_want_the_same_place_share_it_evenly() -> None:
    assert spread([100, 100, 100], 0, 400) == [83, 100, 117]


def test_words_far_apart_stay_where_they_want_to_be() -> None:
    assert spread([300, 20, 100], 0, 400) == [300, 20, 100]


def test_words_stay_inside_at_both_edges() -> None:
    assert spread([0, 0], 10, 400) == [10, 27]
    assert spread([400, 400], 10, 400) == [383, 400]


def test_blocks_that_meet_become_one() -> None:
    places = spread([100, 105, 118, 121, 180], 0, 400)
    assert places == sorted(places)
    assert all(b - a >= APART - 1e-6 for a, b in pairwise(places))
    assert places[-1] == 180


def test_no_words_need_no_room() -> None:
    assert spread([], 0, 400) == []


RIBBON = replace(OURS, intervals=((3, 5), None, (8, 11), (6, 9)), reasons=())


def test_intervals_are_a_ribbon_cut_where_the_line_is() -> None:
    ribbon = trace(replace(CHART, series=(RIBBON,)), "interval")
    assert ribbon["x"] == [-0.1, 0.1, 0.1, -0.1, None, 2, 3, 3, 2, None]
    assert ribbon["y"] == [3, 3, 5, 5, None, 8, 6, 9, 11, None]
    cut = replace(CHART, series=(RIBBON,), breaks=(Break("2021-22", "new"),))
    assert trace(cut, "interval")["x"].count(None) == 3


def test_the_axis_has_room_for_ribbons_limits_and_doubtful_figures() -> None:
    for more in (
        {"series": (replace(OURS, intervals=((0, 40),)),)},
        {"series": (replace(OURS, doubtful=(40.0,)),)},
        {"levels": (Level("limit", "2018-19", "2021-22", 40, "Upper limit 40"),)},
    ):
        assert trend_figure(replace(CHART, **more))["layout"]["yaxis"]["tickvals"][-1] == 40


def test_a_doubtful_figure_is_a_hollow_mark_at_its_height_and_not_on_the_axis() -> None:
    doubted = replace(OURS, doubtful=(None, 0.0, None, None), reasons=("", "To check, printed 0%", "", ""))
    chart = replace(CHART, series=(doubted,))
    assert (trace(chart, "doubtful")["x"], trace(chart, "doubtful")["y"]) == ([1.0], [0.0])
    assert trace(chart, "doubtful")["text"] == ["To check, printed 0%"]
    assert "missing" not in [each["uid"] for each in trend_figure(chart)["data"]]


def test_limits_are_level_lines_named_at_their_ends() -> None:
    levels = (
        Level("limit", "2019-20", "2021-22", 12, "Upper limit 12"),
        Level("centre", "2019-20", "2021-22", 6, "Centre 6"),
        Level("limit", "2019-20", "2021-22", 2, "Lower limit 2"),
    )
    chart = replace(CHART, series=(OURS,), levels=levels)
    assert trace(chart, "limit")["x"] == [0.5, 3.5, None, 0.5, 3.5, None]
    assert trace(chart, "limit")["y"] == [12, 12, None, 2, 2, None]
    assert trace(chart, "centre")["y"] == [6, 6, None]
    assert [end.words for end in trend_ends(chart)] == [
        "Upper limit 12",
        "Dundee City 7.8%",
        "Centre 6",
        "Lower limit 2",
    ]


def test_each_kind_of_signal_has_a_shape_of_its_own_and_says_why() -> None:
    marks = (
        Mark("outside", "2020-21", 9.7, "2020-21: 9.7%, above the upper limit"),
        Mark("run", "2021-22", 7.8, "8 in a row above the centre"),
    )
    chart = replace(CHART, marks=marks)
    outside, run = trace(chart, "signal-outside"), trace(chart, "signal-run")
    assert (outside["x"], outside["y"], outside["text"]) == ([2.0], [9.7], [marks[0].words])
    assert outside["marker"]["symbol"] != run["marker"]["symbol"]


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (3, [0, 1, 2]),
        (14, list(range(14))),
        (15, [0, 2, 4, 6, 8, 10, 12, 14]),
        (110, list(range(1, 110, 12))),
    ],
)
def test_many_periods_are_named_every_so_often_ending_with_the_latest(count: int, named: list[int]) -> None:
    many = TrendChart("x", tuple(str(each) for each in range(count)), ())
    assert trend_figure(many)["layout"]["xaxis"]["tickvals"] == named
    assert trend_figure(many)["layout"]["xaxis"]["ticktext"] == [str(each) for each in named]


def test_the_dots_of_a_crowded_line_are_small() -> None:
    sizes = []
    for count in (40, 41):
        periods = tuple(str(each) for each in range(count))
        chart = TrendChart("x", periods, (TrendSeries("Dundee City", "ours", (1.0,) * count),))
        sizes.append(trace(chart, "ours")["marker"]["size"])
    assert sizes == [8, 4]


def test_the_rounds_of_a_survey_are_points_without_a_line_on_every_series() -> None:
    apart = replace(CHART, joined=False)
    assert {trace(apart, uid)["mode"] for uid in ("ours", "scotland")} == {"markers"}
    assert trace(CHART, "ours")["mode"] == "lines+markers"


def test_points_without_a_line_are_told_apart_by_shape_too() -> None:
    apart = replace(CHART, joined=False)
    shapes = [trace(apart, uid)["marker"]["symbol"] for uid in ("ours", "scotland")]
    assert shapes == ["circle", "diamond"]
    assert "symbol" not in trace(CHART, "scotland")["marker"]


def test_what_is_projected_is_dashed_from_the_last_figure_and_hollow_and_has_room_on_the_axis() -> None:
    ahead = replace(
        OURS, values=(4.2, 5.0, None, None), projected=(None, None, 30.0, 40.0), reasons=("", "", "P1", "P2")
    )
    chart = replace(CHART, series=(ahead,))
    way, marks = trace(chart, "projection"), trace(chart, "projected")
    assert (way["x"], way["y"]) == ([1, 2, 3], [5.0, 30.0, 40.0])
    assert "dash" in way["line"]
    assert (marks["x"], marks["y"], marks["text"]) == ([2.0, 3.0], [30.0, 40.0], ["P1", "P2"])
    assert trend_figure(chart)["layout"]["yaxis"]["range"][1] > 40
    assert not [each for each in trend_figure(chart)["data"] if each["uid"] == "missing"]


def test_a_projection_without_any_figure_before_it_starts_by_itself() -> None:
    alone = replace(OURS, values=(None,) * 4, projected=(None, None, None, 40.0), reasons=())
    chart = replace(CHART, series=(alone,))
    assert (trace(chart, "projection")["y"], trace(chart, "projected")["text"]) == ([40.0], [""])
