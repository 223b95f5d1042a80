"""Small multiples, place by year and profile rows."""

from __future__ import annotations

from dashboard.charts.multiples import Ground, Small, small_multiples
from dashboard.charts.place_by_year import YearPlace, place_by_year
from dashboard.charts.profile import Spine, spine
from dashboard.views.scale import Axis
from tests.dashboard.tree import find, tree, words

SCALE = Axis(0.0, 20.0, (0.0, 10.0, 20.0))


def test_each_council_has_a_panel_with_its_name_and_latest_figure() -> None:
    made = small_multiples(
        [Small("Dundee City", "7.8%", (6.6, 7.8), ours=True), Small("Inverclyde", "10.5%", (None, 10.5))],
        Ground([8.0, 8.0], ["2020-21", "2021-22"], SCALE),
    )
    panels = find(made, "Li")
    assert [words(panel) for panel in panels] == [
        "Dundee City7.8%2020-212021-22",
        "Inverclyde10.5%2020-212021-22",
    ]
    assert [panel.className for panel in panels] == ["ours", "family"]


def test_all_panels_share_one_scale_and_gaps_stay_gaps() -> None:
    made = small_multiples([Small("A", "20", (None, 20.0))], Ground([10.0, 10.0], ["a", "b"], SCALE))
    assert find(made, "Path", className="line-family")[0].d == "M252 6M252.0 6.0h0.01"
    assert find(made, "Path", className="line-scotland")[0].d == "M8 49L252 49"
    assert find(made, "Path", className="grid")[0].d == "M0 49.0H260"


def test_a_panel_without_figures_has_no_dot() -> None:
    assert not find(small_multiples([Small("A", "[x]", (None,))], Ground([], [], SCALE)), "Circle")


def test_first_place_is_at_the_top_and_written_at_its_point() -> None:
    made = place_by_year([YearPlace("2020-21", 1, 32), YearPlace("2021-22", 32, 32)], "From 1st to 32nd")
    assert tree(made)[1]["aria-label"] == "From 1st to 32nd"
    assert [dot.cy for dot in find(made, "Circle")] == ["30", "160"]
    assert [words(each) for each in find(made, "Text", className="ours-text")] == ["1", "32"]


def test_a_year_without_a_place_is_a_gap() -> None:
    made = place_by_year([YearPlace("a", 3, 32), YearPlace("b", None, 0), YearPlace("c", 4, 31)], "x")
    assert find(made, "Path", className="line-ours thin")[0].d.count("M") == 2
    assert len(find(made, "Circle")) == 2


def test_many_years_are_named_every_other_one_ending_with_the_last() -> None:
    years = [YearPlace(f"20{n}-{n + 1}", 5, 32) for n in range(10, 23)]
    named = [words(each) for each in find(place_by_year(years, "x"), "Text", className="quiet-text")][2:]
    assert named[-1] == "22-23"
    assert len(named) == 7


def test_no_years_make_no_picture_fall_over() -> None:
    assert find(place_by_year([], "nothing"), "Svg")


def test_a_profile_row_runs_from_worst_to_best_with_scotland_in_the_middle() -> None:
    made = spine(Spine(0.3, 0.5, 0.4, 0.7), "31st of 32, worst quarter")
    assert words(made) == "31st of 32, worst quarter"
    assert [(each.className, getattr(each, "style", None)) for each in find(made, "I")] == [
        ("middle-half", {"--from": "40.00%", "--to": "70.00%"}),
        ("scotland", None),
        ("reach", {"--from": "30.00%", "--to": "50.00%"}),
        ("before", {"--at": "50.00%"}),
        ("ours", {"--at": "30.00%"}),
    ]


def test_where_nothing_is_better_the_bar_says_so_by_its_colour_and_few_councils_have_no_middle_half() -> None:
    made = spine(Spine(0.3, None, None, None, judged=False), "below Scotland, neither way is better")
    assert made.className == "spine neutral"
    assert [each.className for each in find(made, "I")] == ["scotland", "ours"]


def test_a_row_without_our_figure_has_no_dot() -> None:
    assert len(find(spine(Spine(None, 0.5, 0.4, 0.7), "no figure"), "I")) == 2


def test_a_small_chart_is_cut_where_a_definition_changed_and_may_begin_above_zero() -> None:
    ground = Ground([], ["a", "b", "c"], Axis(10.0, 20.0, (10.0, 15.0, 20.0)), (2,))
    made = small_multiples([Small("A", "20", (10.0, 15.0, 20.0))], ground)
    assert find(made, "Path", className="line-family")[0].d == "M8 92L130 49M252 6M252.0 6.0h0.01"


def test_a_missing_value_is_a_hollow_mark_that_says_why() -> None:
    small = Small("A", "20", (None, 20.0, None), reasons=("2019-20: [c] Suppressed", "", ""))
    made = small_multiples([small], Ground([], ["a", "b", "c"], SCALE))
    (mark,) = find(made, "Circle", className="dot-hollow")
    assert (mark.cx, mark.cy) == ("8", "92")
    assert words(find(mark, "Title")) == "2019-20: [c] Suppressed"
