"""The workbook of a pack: a sheet for each table, readable on the screen and on paper, never a formula."""

from __future__ import annotations

import re

import pytest

from dashboard.exports.workbook import number_format
from dashboard.views.pack_parts import Pack
from tests.dashboard.exports.pack_files import book_of, pack_xlsx, parts_of, rows_of, xml_of
from tests.dashboard.exports.xlsx_cells import ReadCell, sheets_of, shown
from tests.dashboard.views.packs import PRODUCT, hostile

SHEETS = [
    "Cover", "Off target", "Scorecard", "What changed", "Care", "How to read", "Definitions", "Sources",
]  # fmt: skip


def sheets(made: Pack) -> list[str]:
    """The XML of each sheet in order."""
    parts = parts_of(pack_xlsx(made, PRODUCT))
    return [parts[f"xl/worksheets/sheet{number}.xml"] for number in range(1, len(SHEETS) + 1)]


def test_the_sheets_stand_in_the_order_of_the_paper(real: Pack) -> None:
    assert book_of(real).sheet_names == SHEETS


def test_no_cell_of_the_workbook_is_a_formula(people: Pack) -> None:
    assert "<f>" not in xml_of(pack_xlsx(hostile(people), PRODUCT))


def test_the_workbook_says_its_title_and_who_made_it(real: Pack) -> None:
    core = parts_of(pack_xlsx(real, PRODUCT))["docProps/core.xml"]
    assert f"<dc:title>{real.cover.document.replace('&', '&amp;')}</dc:title>" in core
    assert f"<dc:creator>{PRODUCT}</dc:creator>" in core


@pytest.mark.parametrize("number", range(len(SHEETS)))
def test_every_sheet_is_ready_for_paper(real: Pack, number: int) -> None:
    sheet = sheets(real)[number]
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert '<pageSetUpPr fitToPage="1"/>' in sheet
    assert "Page &amp;P of &amp;N" in sheet
    names = parts_of(pack_xlsx(real, PRODUCT))["xl/workbook.xml"]
    titles = re.search(rf'name="_xlnm.Print_Titles" localSheetId="{number}">([^<]*)<', names)
    assert titles is not None
    assert titles[1].endswith("$1:$1")


def test_headings_and_names_of_indicators_stay_in_view(real: Pack) -> None:
    for name, sheet in zip(SHEETS, sheets(real), strict=True):
        pane = re.search(r"<pane [^>]*>", sheet)
        assert pane is not None
        assert 'ySplit="1"' in pane[0]
        assert ('xSplit="1"' in pane[0]) == (name in ("Off target", "Scorecard"))


def test_the_scorecard_has_a_row_for_every_indicator_and_project_of_the_plan(business: Pack) -> None:
    header, *rows = book_of(business).get_sheet_by_name("Scorecard").to_python()
    lines = [line for section in business.sections for part in section.parts for line in part.lines]
    assert len(rows) == len(list(rows_of(business))) + len(lines) == 69 + 7
    assert header[:3] == ["Indicator", "Code", "Section"]
    assert header[-2:] == ["Commitment", "Outcome"]
    reports = next(row for row in rows if row[1] == "D&G 23")
    assert [reports[header.index(f"2018-19: {name}")] for name in ("Value", "Target", "Status")] == [
        98.0, 95.0, "On target",
    ]  # fmt: skip


def scorecard_of(made: Pack) -> list[dict[str, ReadCell]]:
    """The rows of the scorecard by their headings."""
    heads, *rows = sheets_of(pack_xlsx(made, PRODUCT))["Scorecard"]
    return [dict(zip((head.shown for head in heads), row, strict=False)) for row in rows]


NUMBERS = ("Value", "Target", "Scotland")


def test_values_targets_and_scotland_are_numbers_that_are_shown_with_their_units(people: Pack) -> None:
    rows = {row["Indicator"].shown: row for row in scorecard_of(people)}
    moves = rows["Looked after children with more than one placement in the year"]
    told = [moves[name] for name in ("Latest: Value", "Latest: Target", "Scotland")]
    assert [cell.shown for cell in told] == ["28.0%", "15.0%", "15.9%"]
    assert [type(cell.value) for cell in told] == [float] * 3
    assert moves["Scotland in"].value == "2021-22"
    for row in (row for section in people.sections for part in section.parts for row in part.rows):
        for cell, period in zip(row.cells if not row.slim else (), people.columns, strict=False):
            found = rows[row.title][f"{period}: Value"]
            assert (found.shown, found.value) == (cell.value, getattr(cell.value, "exact", "")), row.title


def test_what_is_no_number_is_words_on_the_scorecard_and_nothing_is_a_formula(real: Pack) -> None:
    rows = scorecard_of(real)
    cells = [cell for row in rows for name, cell in row.items() if name.rpartition(": ")[2] in NUMBERS]
    words = {cell.value for cell in cells if isinstance(cell.value, str)}
    assert {word for word in words if any(map(str.isdigit, word))} <= {"8% to 12%"}
    assert sum(isinstance(cell.value, float) for cell in cells) > 30
    assert not any(cell.formula for row in rows for cell in row.values())


@pytest.mark.parametrize(
    ("words", "exact", "form"),
    [
        ("7.8%", 7.84, '#,##0.0"%"'),
        ("£4,240", 4239.8, '"£"#,##0'),
        ("−£5.25", -5.25, '"£"#,##0.00'),
        ("15.53 days", 15.53, '#,##0.00" days"'),
        ("2,147", 2147.0, "#,##0"),
    ],
)
def test_the_format_of_a_number_shows_it_as_the_screen_does(words: str, exact: float, form: str) -> None:
    assert number_format(words) == form
    assert shown(str(exact), form) == words


@pytest.mark.parametrize("words", ["Yes", "", "8% to 12%", "[c]"])
def test_words_have_no_format(words: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        number_format(words)


def test_a_column_is_as_wide_as_its_widest_number(real: Pack) -> None:
    """A number too wide for its column is shown as ###."""
    sheet = sheets(real)[SHEETS.index("Scorecard")]
    wide = [float(width) for width in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]
    assert wide
    for row in sheets_of(pack_xlsx(real, PRODUCT))["Scorecard"]:
        assert all(
            len(cell.shown) < room for cell, room in zip(row, wide, strict=False) if cell.value != cell.shown
        )


def test_a_card_without_commitments_has_no_empty_column_for_them(people: Pack) -> None:
    header, *rows = book_of(people).get_sheet_by_name("Scorecard").to_python()
    assert "Commitment" not in header
    assert all(any(row[at] for row in rows) for at in range(len(header)))


def test_each_red_is_one_row_with_its_comment_beside_it(adults: Pack) -> None:
    header, *rows = book_of(adults).get_sheet_by_name("Off target").to_python()
    assert [row[0] for row in rows] == [red.title for red in adults.reds]
    assert {row[header.index("Comment")] for row in rows} == {"No approved comment"}


def test_lights_have_colours_beside_their_words_and_long_texts_wrap_in_rows_high_enough(real: Pack) -> None:
    for sheet in sheets(real):
        assert sheet.count("<cfRule ") == 3
        heights = [float(high) for high in re.findall(r'<row [^>]* ht="([\d.]+)"', sheet)]
        assert heights
        assert max(heights) <= 409
    definitions = sheets(real)[SHEETS.index("Definitions")]
    assert max(float(high) for high in re.findall(r'<row [^>]* ht="([\d.]+)"', definitions)) > 40
