"""Filters, tables, tallies, tiles, ranked dots, charts, header and footer."""

from __future__ import annotations

import json

import pytest

from dashboard.charts.line_ends import LineEnd
from dashboard.components.chart import chart
from dashboard.components.dots import Dot, Line, Quarter, ranked_dots
from dashboard.components.filters import Option, dom_id, filter_bar, joined, select, ticks
from dashboard.components.footer import Footer, footer
from dashboard.components.header import Header, header
from dashboard.components.table import Column, Group, Row, figures_table
from dashboard.components.tally import Count, ServiceLights, tally
from dashboard.components.tiles import Tile, tile_map
from tests.dashboard.tree import find, tree, words

OPTIONS = (Option("a", "Angus"), Option("f", "Fife"))
HEADER = Header(
    product="Indicators",
    councils=OPTIONS,
    council="f",
    period="2022-23",
    edition="LGBF February 2024",
    indicators=(Option("CHN22", 'Re-registrations "within" <18> months'),),
    search_to="/search",
    indicators_at="/indicators/",
    links=(("/", "Overview"), ("/trends", "Trends")),
    user="Ada Analyst",
)


def test_a_select_is_named_in_the_address_and_labelled_for_the_keyboard() -> None:
    made = select("area", "Council", OPTIONS, "f")
    (control,), (label,) = find(made, "Select"), find(made, "Label")
    assert control.id == {"filter": "area"}
    assert control.value == "f"
    assert control.options == [{"label": "Angus", "value": "a"}, {"label": "Fife", "value": "f"}]
    assert label.htmlFor == dom_id("area") == '{"filter":"area"}'


def test_a_filter_says_which_parameters_it_clears() -> None:
    assert tree(select("service", "Service", OPTIONS, "a", clears=("indicator", "period")))[1] == {
        "className": "filter",
        "data-clears": "indicator period",
    }
    assert "data-clears" not in tree(select("service", "Service", OPTIONS, "a"))[1]


def test_joined_buttons_are_radio_buttons_under_a_legend() -> None:
    made = joined("view", "View", OPTIONS, "a")
    assert made._type == "Fieldset"
    assert words(find(made, "Legend")[0]) == "View"
    assert find(made, "RadioItems")[0].value == "a"


def test_ticks_hold_several_values() -> None:
    assert find(ticks("areas", "Areas", OPTIONS, ["a", "f"]), "Checklist")[0].value == ["a", "f"]


def test_a_filter_bar_is_a_labelled_group() -> None:
    properties = tree(filter_bar([select("area", "Council", OPTIONS, "f")]))[1]
    assert (properties["role"], properties["aria-label"]) == ("group", "What is shown")


COLUMNS = (Column("Year"), Column("Ours", "per cent", align="right", classes="value"), Column("Note"))


def test_a_table_has_a_caption_headed_columns_and_headed_rows() -> None:
    made = figures_table("Re-registrations", COLUMNS, [Row(("2021-22", "7.8%", "revised"))])
    assert words(find(made, "Caption")[0]) == "Re-registrations"
    assert [head.scope for head in find(made, "Th")] == ["col", "col", "col", "row"]
    assert [words(cell) for cell in find(made, "Td")] == ["7.8%", "revised"]
    assert find(made, "Td")[0].className == "right value"


def test_a_table_that_may_scroll_can_be_reached_by_keyboard() -> None:
    properties = tree(figures_table("Figures", COLUMNS, []))[1]
    assert (properties["tabIndex"], properties["role"], properties["aria-label"]) == (0, "region", "Figures")


def test_a_group_runs_across_the_table() -> None:
    made = figures_table("All", COLUMNS, [Group(["Children"], "1 off target")], kind="indicators")
    (heading,) = find(made, "Th", scope="colgroup")
    assert heading.colSpan == 3
    assert words(heading) == "Children1 off target"


def test_the_last_cell_of_a_row_may_run_to_its_end() -> None:
    made = figures_table("All", COLUMNS, [Row(("2021-22", "No figure yet"), wide_last=True)])
    assert find(made, "Td")[0].colSpan == 2


def test_a_tally_links_each_count_and_says_each_service_in_words() -> None:
    made = tally(
        [Count("red", "Off target", 4, "/exceptions")],
        [ServiceLights("Children", ("red", "none"), "1 off target, 1 data only")],
    )
    (link,) = find(made, "Link")
    assert (link.href, words(link)) == ("/exceptions", "4Off target")
    assert words(find(made, "Dd")[0]) == "1 off target, 1 data only"
    assert [each.className for each in find(made, "Svg")] == ["lamp red", "lamp red", "lamp none"]


def test_a_tally_counts_the_indicators_without_a_light_where_they_are_many() -> None:
    for without, rings, number in ((4, 4, ""), (5, 1, "5"), (61, 1, "61")):
        lights = ("red", *["none"] * without, "green")
        (marks,) = find(tally([], [ServiceLights("Children", lights, "in words")]), "Dd")
        drawn = [each.className for each in find(marks, "Svg")]
        assert sorted(drawn) == sorted(["lamp red", "lamp green", *["lamp none"] * rings])
        assert words(marks) == f"{number}in words"


SHADES = ("Best", "Second", "Third", "Worst")


def test_the_map_reads_as_a_list_of_full_names_and_figures() -> None:
    dundee = Tile(4, 6, "Dunde", "Dundee City", "7.8", 2, "/benchmarks?area=S12", ours=True, family=True)
    made = tile_map([dundee], SHADES)
    assert words(find(made, "Ul")[1]) == "".join((*SHADES, "Family group"))
    (tile, *_) = find(made, "Li")
    assert tile.className == "q2 ours family"
    assert tile.style == {"gridArea": "4 / 6"}
    assert words(find(tile, "Span", className="unseen")[0]) == "Dundee City 7.8"


def test_a_map_without_quarters_has_no_key_of_them() -> None:
    made = tile_map([Tile(1, 7, "Shetl", "Shetland Islands", "[x]", 0, "/")], ())
    assert len(find(made, "Ul")) == 1


def test_the_keyboard_reaches_every_tile_as_a_link_within_the_site() -> None:
    made = tile_map([Tile(1, 7, "Shetl", "Shetland Islands", "[x]", 0, "/benchmarks?area=S12")], SHADES)
    (link,) = find(made, "A")
    assert tree(link)[1] == {"href": "/benchmarks?area=S12", "data-page": ""}


QUARTERS = (Quarter(0, 0.25, "Best"), Quarter(0.25, 0.5, "2nd"), Quarter(0.5, 1, "Worst quarter"))


def test_ranked_dots_stand_at_shares_of_the_axis() -> None:
    made = ranked_dots([Dot("1", "Angus", "2.1%", 0.07)], QUARTERS, [Line(0, "0%"), Line(1, "30%")])
    (row,) = find(made, "Li")
    assert words(row) == "1Angus2.1%"
    assert find(row, "I")[0].style == {"--at": "7.00%"}


@pytest.mark.parametrize(("rank", "listing"), [("1", "Ol"), ("", "Ul")])
def test_dots_without_ranks_are_a_list_without_an_order(rank: str, listing: str) -> None:
    made = ranked_dots([Dot(rank, "Angus", "2.1%", 0.07)], (), [])
    assert words(find(made, listing, className="dots")) == f"{rank}Angus2.1%"


def test_our_row_shows_where_we_were_before() -> None:
    made = ranked_dots([Dot("16", "Dundee City", "7.8%", 0.26, "ours", before=0.32)], QUARTERS, [])
    (row,) = find(made, "Li", className="ours")
    assert [each.style for each in find(row, "I")] == [
        {"--from": "26.00%", "--to": "32.00%"},
        {"--at": "32.00%"},
        {"--at": "26.00%"},
    ]


def test_an_interval_is_drawn_where_it_is_known_and_what_it_says_stands_in_words() -> None:
    made = ranked_dots([Dot("1", "Fife", "8.3%", 0.3, low=0.2, high=0.4, verdict="similar")], QUARTERS, [])
    (whisker,) = find(made, "I", className="whisker")
    assert whisker.style == {"--from": "20.00%", "--to": "40.00%"}
    assert words(find(made, "Li")) == "1Fife8.3% similar"
    assert made.className == "ranking tested"


def test_with_an_interval_the_figure_before_is_a_ring_without_a_line_to_it() -> None:
    made = ranked_dots([Dot("1", "Fife", "8%", 0.3, "ours", 0.2, 0.4, before=0.5)], QUARTERS, [])
    assert [getattr(each, "className", "") for each in find(made, "I")] == ["whisker", "before", ""]


@pytest.mark.parametrize(
    ("count", "kept"),
    [(2, [0, 1]), (4, [0, 1, 2, 3]), (5, [0, 2, 4]), (6, [0, 5]), (7, [0, 2, 4, 6]), (10, [0, 3, 6, 9])],
)
def test_a_phone_keeps_as_many_ticks_as_it_has_room_for(count: int, kept: list[int]) -> None:
    ticks = [Line(at / count, str(at)) for at in range(count)]
    shown = [
        span for span in find(ranked_dots([], QUARTERS, ticks), "Span") if "tick" in (span.className or "")
    ]
    assert [int(words(tick)) for tick in shown if "not-phone" not in tick.className] == kept


def test_the_names_of_both_ends_stand_apart_from_the_bands_which_may_be_narrow() -> None:
    made = ranked_dots([], QUARTERS, [])
    assert [words(each) for each in find(made, "Span", className="quarter-name")] == ["2nd"]
    assert words(find(made, "Span", className="quarter-end")[0]) == "Best"
    assert words(find(made, "Span", className="quarter-end last")[0]) == "Worst quarter"
    assert "quarter-end" not in str(ranked_dots([], (), []))


def test_councils_without_a_figure_come_last_with_their_reason() -> None:
    made = ranked_dots(
        [Dot("", "Moray", "[x]", None, reason="not available"), Dot("1", "Fife", "8%", 0.3)], QUARTERS, []
    )
    assert [words(row) for row in find(made, "Li")] == ["1Fife8%", "Moraynot available[x]"]


@pytest.mark.parametrize(("at", "side"), [(0.3, "scotland"), (0.9, "scotland end")])
def test_scotlands_words_stay_inside_the_picture(at: float, side: str) -> None:
    made = ranked_dots([], QUARTERS, [], Line(at, "Scotland 8.0%"))
    assert len(find(made, "Span", className=side)) == 1


def test_positions_never_leave_the_axis() -> None:
    made = ranked_dots([Dot("32", "Shetland Islands", "40%", 1.4)], QUARTERS, [])
    assert find(made, "I")[0].style == {"--at": "100.00%"}


def test_a_chart_is_named_offline_and_described() -> None:
    made = chart(
        "trend", {"data": [], "layout": {}}, [LineEnd("ours", "Dundee City 7.8%", 80, 97)], "measure"
    )
    (graph,) = find(made, "Graph")
    assert graph.id == {"chart": "trend"}
    assert graph.config["displayModeBar"] is False
    assert graph.config["showSendToCloud"] is False
    assert not hasattr(graph, "mathjax")
    assert [tree(each)[1].get("aria-labelledby") for each in find(made, "Div", role="img")] == ["measure"]
    (end,) = find(made, "Li", className="ours")
    assert (words(end), end.style) == ("Dundee City 7.8%", {"top": "97.0px"})
    assert find(made, "Path")[0].d == "M0 80.0L20 97.0"


def test_the_header_offers_council_search_and_pages() -> None:
    made = header(HEADER)
    assert find(made, "Select")[0].value == "f"
    assert words(find(made, "Div", className="period")[0]) == "Figures to 2022-23LGBF February 2024"
    top = [link for link in find(made, "Link") if link.id["where"] == "top"]
    assert [(link.href, words(link)) for link in top] == [("/", "Overview"), ("/trends", "Trends")]
    assert find(made, "Label", htmlFor="search-box")
    assert words(find(made, "Span", className="who")[0]) == "Signed in as Ada AnalystAA"


def test_the_search_box_carries_its_list_and_where_it_leads_as_data() -> None:
    (form,) = find(header(HEADER), "Form")
    assert tree(form)[1]["data-to"] == "/search"
    assert tree(form)[1]["data-indicators"] == "/indicators/"
    assert json.loads(tree(form)[1]["data-options"]) == [["CHN22", 'Re-registrations "within" <18> months']]


def test_header_controls_have_names() -> None:
    buttons = find(header(HEADER), "Button")
    assert all(tree(button)[1].get("aria-label") for button in buttons)


def test_the_footer_says_how_old_the_data_is_and_whose() -> None:
    made = footer(Footer("20 November 2026", "1.0", "Open Government Licence v3.0", (("/about", "About"),)))
    assert words(made) == "Data as at 20 November 2026, release 1.0AboutOpen Government Licence v3.0"
    (link,) = find(made, "A")
    assert (link.href, link.id) == ("/about", {"nav": "/about", "where": "foot"})


def test_a_tick_that_is_fixed_stays_and_many_ticks_scroll() -> None:
    few = find(ticks("areas", "Areas", [Option("a", "Angus", fixed=True), *OPTIONS[1:]], ["a"]), "Checklist")[
        0
    ]
    assert few.options[0] == {"label": "Angus", "value": "a", "disabled": True}
    assert "disabled" not in few.options[1]
    assert few.className == "ticks"
    many = [Option(str(each), str(each)) for each in range(41)]
    assert find(ticks("areas", "Areas", many, []), "Checklist")[0].className == "ticks long"


def test_what_a_chart_looks_like_is_said_to_those_who_cannot_see_it() -> None:
    made = chart("trend", {"data": []}, described_by="measure", alt="Two figures, from 1 to 2.")
    (plot,) = find(made, "Div", role="img")
    said = find(made, "P", id="alt-trend")[0]
    assert (words(said), said.className) == ("Two figures, from 1 to 2.", "unseen")
    assert plot.to_plotly_json()["props"]["aria-describedby"] == "alt-trend"
    assert find(chart("trend", {}, short=True), "Div", className="chart short")
