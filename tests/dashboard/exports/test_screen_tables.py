"""What a table on a screen becomes in a file: numbers at full precision, words as they are, nothing more."""

from __future__ import annotations

import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from dashboard import plain, svg
from dashboard.components.arrow import arrow
from dashboard.components.empty import dash
from dashboard.components.heat import HeatCell, HeatRow, heat_table
from dashboard.components.table import Cell, Column, Group, Row, figures_table
from dashboard.exports.safe_csv import Cell as FileCell
from dashboard.exports.safe_csv import to_csv
from dashboard.exports.screen_tables import is_table, tables_of
from dashboard.exports.table_rows import ScreenTable
from indicators.display import Shown, value_text
from indicators.indicator import Unit
from tests.builders import make_indicator

HEADS = (Column("Name"), Column("Latest", align="right"))


def read(rows: list[Row | Group], columns: tuple[Column, ...] = HEADS) -> ScreenTable:
    """The only table of a screen of these rows."""
    (table,) = tables_of(html.Div([html.P("before"), html.Div(figures_table("Caption", columns, rows))]))
    return table


def columns_of(table: ScreenTable) -> dict[str, list[FileCell]]:
    """The columns of its file, each with its heading."""
    laid_out = table.laid_out()
    return dict(zip(laid_out.header, map(list, zip(*laid_out.rows(), strict=True)), strict=True))


def of_cell(cell: Cell) -> dict[str, FileCell]:
    """The columns a single cell comes to, without the name of its row."""
    columns = columns_of(read([Row(("x", cell))]))
    return {heading: cells[0] for heading, cells in columns.items() if heading != "Name"}


@pytest.mark.parametrize(
    ("cell", "columns"),
    [
        (Shown("7.8%", 7.84), {"Latest": 7.84, "Latest, as shown": "7.8%"}),
        (Shown("£4,240", 4239.8785), {"Latest": 4239.8785, "Latest, as shown": "£4,240"}),
        (Shown("2,147", 2147.0), {"Latest": 2147}),
        (Shown("−3", -3.0), {"Latest": -3, "Latest, as shown": "−3"}),
        ("2,147", {"Latest": 2147}),
        ("0", {"Latest": 0}),
        ("007", {"Latest": "007"}),
        ("2,14", {"Latest": "2,14"}),
        ("7.8%", {"Latest": "7.8%"}),
        ("16 of 31", {"Latest": "16 of 31"}),
        ("[c]", {"Latest": "[c]"}),
        ([Shown("7.8%", 7.84), " [r]"], {"Latest": 7.84, "Latest, as shown": "7.8% [r]"}),
        (Shown("7.8% [r]", 7.84), {"Latest": 7.84, "Latest, as shown": "7.8% [r]"}),
        ([Shown("7", 7.0), " or ", Shown("8", 8.0)], {"Latest": "7 or 8"}),
        (
            [plain.b(Shown("7.8%", 7.84)), plain.small("2021-22"), plain.small("revised")],
            {"Latest": 7.84, "Latest, as shown": "7.8%", "Latest, small print": "2021-22; revised"},
        ),
        (arrow("down", "1.8 points", "usual"), {"Latest": "down 1.8 points", "Latest, small print": "usual"}),
        (
            [plain.span("Angus ", className="phone-only"), Shown("5.0", 5.0)],
            {"Latest": 5, "Latest, as shown": "5.0"},
        ),
        ([html.P("One"), html.P("Two")], {"Latest": "One; Two"}),
        ([html.Summary("abc…"), html.Code("abcdef")], {"Latest": "abcdef"}),
        (dash(), {}),
        (svg.drawing([svg.path("x", "M0 0")], "strip", "0 0 1 1"), {}),
    ],
)  # fmt: skip
def test_a_cell_becomes_its_number_the_words_of_it_and_its_small_print(
    cell: Cell, columns: dict[str, FileCell]
) -> None:
    assert of_cell(cell) == columns


@given(st.floats(-1e9, 1e9), st.sampled_from([Unit.PERCENT, Unit.POUNDS, Unit.COUNT, Unit.DAYS, Unit.RATE]))
def test_every_figure_a_screen_shows_is_in_the_file_to_the_last_digit(value: float, unit: Unit) -> None:
    assert of_cell(value_text(make_indicator(unit=unit, decimals=1), value))["Latest"] == value


def test_a_column_of_words_with_one_number_keeps_both() -> None:
    table = read([Row(("a", Shown("7.8%", 7.84))), Row(("b", "not printed")), Row(("c", ""))])
    assert columns_of(table) == {
        "Name": ["a", "b", "c"],
        "Latest": [7.84, None, None],
        "Latest, as shown": ["7.8%", "not printed", ""],
    }


def test_rows_carry_the_heading_they_stand_under_and_the_indicator_they_lead_to() -> None:
    story = dcc.Link("Re-registrations", href="/indicators/CHN22?area=S12000042")
    trend = dcc.Link("Costs", href="/trends?area=S12000042&indicator=SW01")
    table = read([Group(["Children"], "2 rows"), Row((story, "1")), Group(["Adults"]), Row((trend, "2"))])
    assert table.laid_out().codes == {"CHN22", "SW01"}
    assert columns_of(table) == {
        "Under": ["Children", "Adults"],
        "indicator_code": ["CHN22", "SW01"],
        "Name": ["Re-registrations", "Costs"],
        "Latest": [1, 2],
    }


def test_a_row_that_ends_early_is_filled_up_and_headings_alike_are_told_apart() -> None:
    columns = (*HEADS, Column("Latest", "before"), Column("Latest"))
    table = read([Row(("a", "1", "no figure before"), wide_last=True)], columns)
    assert table.laid_out().header == ["Name", "Latest", "Latest (before)"]
    table = read([Row(("a", "1", "2", "3"))], columns)
    assert table.laid_out().header == ["Name", "Latest", "Latest (before)", "Latest 2"]


def test_no_council_is_a_nought_in_the_file_of_a_heat_map() -> None:
    cells = (HeatCell(32, 4), HeatCell(0, 0))
    drawn = heat_table("Reach", "Indicator", ("2020-21", "2019-20"), [HeatRow("A", cells)], ["none"] * 5)
    (table,) = tables_of(drawn)
    assert columns_of(table) == {"Indicator": ["A"], "2020-21": [32], "2019-20": [0]}


def test_columns_below_a_wide_heading_are_named_after_both_and_words_across_stand_in_the_first() -> None:
    over = plain.tr([plain.th("Name"), plain.th("Latest", colSpan=2), plain.th("Before", rowSpan=2)])
    under = plain.tr([plain.th("Value"), plain.th("Target")])
    rows = [
        plain.tr(plain.th("Children", colSpan=4), className="group"),
        plain.tr(plain.th("Safe", colSpan=4), className="commitment outcome"),
        plain.tr(plain.th("Fewer moves", colSpan=4), className="commitment"),
        plain.tr([plain.th("a"), plain.td(Shown("7.8%", 7.84)), plain.td("8%"), plain.td("6")]),
        plain.tr(plain.th("Adults", colSpan=4), className="group"),
        plain.tr([plain.th("b"), plain.td("[c]", colSpan=2), plain.td("5")]),
        plain.tr([plain.th("c", colSpan=2), plain.td("Awaited", colSpan=2)]),
    ]
    (table,) = tables_of(html.Table([html.Caption("c"), html.Thead([over, under]), html.Tbody(rows)]))
    assert columns_of(table) == {
        "Under": ["Children: Safe: Fewer moves", "Adults", "Adults"],
        "Name": ["a", "b", "c"],
        "Latest: Value": [7.84, None, None],
        "Latest: Value, as shown": ["7.8%", "[c]", ""],
        "Latest: Target": ["8%", "", ""],
        "Before": [6, 5, None],
        "In words": ["", "", "Awaited"],
    }


def test_what_is_no_table_is_read_by_no_file() -> None:
    assert not is_table(html.Table([html.Caption("c"), html.Tbody([])]))
    assert not is_table(html.Div())
    assert list(tables_of(["text", None, html.Div("none")])) == []


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "@SUM(A1)", "-2+3", "\t=1", "<script>"])
def test_text_that_could_run_is_harmless_in_the_csv(hostile: str) -> None:
    table = read([Row((hostile, hostile))], (Column(hostile), Column("Latest")))
    laid_out = table.laid_out()
    written = to_csv(laid_out.header, laid_out.rows())
    starts = [
        cell.lstrip('"')[:1]
        for line in written.removeprefix("\ufeff").splitlines()
        for cell in line.split(",")
    ]
    assert not set(starts) & set("=+-@\t")
