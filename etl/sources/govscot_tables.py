"""Reads the tables by council of the Scottish Government's publication workbooks."""

from __future__ import annotations

import re
from typing import Any

from etl.cells import column_letters, sort_cells
from etl.editions import Edition, edition_of
from etl.extract import Extracted
from etl.problems import Problem, refused
from etl.readings import Asked, Reading, resolve_areas, shown_value, tidy_frame
from etl.sources.description import Reader, describe
from etl.sources.govscot_headers import (
    Cells,
    Series,
    Table,
    code_of,
    period_of,
    series_of,
    tables_in,
    without_footnotes,
)
from etl.tables import read_sheet, sheet_names
from indicators.catalogue import Catalogue

DESCRIPTION = describe("govscot_tables")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OF_THE_CELL = ("value", "status", "note")


def recognises(extracted: Extracted) -> bool:
    """True for a workbook with a table by council that has a known title."""
    names = sheet_names(extracted)
    found = (table for name in names for table in tables_in(read_sheet(extracted, name)))
    return any(series_of(table.title) for table in found)


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every cell of a known table is a figure; a table or column of no indicator is left out with a note.

    A cell nobody can read is rejected. Raises LoadRefused for an unknown council, or without a date.
    """
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for sheet in sheet_names(extracted):
        cells = read_sheet(extracted, sheet)
        for table in tables_in(cells):
            place = f"{extracted.name}, {sheet}!A{table.corner + 1}"
            series = series_of(table.title)
            if series:
                rows += _figures(cells, table, series, catalogue, f"{extracted.name}, {sheet}", problems)
            else:
                sentence = (
                    f"{place}: the table '{table.title[:60]}' is of no known indicator; it is left out."
                )
                problems.append(Problem("no indicator", "warning", place, "", sentence))
    kept, unread = _with_numbers(rows, catalogue, edition, extracted.name)
    if not kept:
        raise refused("no rows", extracted.name, f"{extracted.name}: no table by council has a figure in it.")
    frame = tidy_frame({name: [row[name] for row in kept] for name in kept[0]})
    source = catalogue[kept[0]["indicator"]].source
    return Reading(source, frame, (*problems, *unread), len(unread))


def _figures(
    cells: Cells, table: Table, series: Series, catalogue: Catalogue, where: str, problems: list[Problem]
) -> list[dict[str, Any]]:
    """The printed cells of a table with indicator, area and period; adds a note for each column left out."""
    names = {row: without_footnotes(str(cells[row, 0])) for row in table.rows}
    areas = resolve_areas(catalogue, {names[row]: f"{where}!A{row + 1}" for row in reversed(table.rows)})
    figures = []
    for column, header in table.headers.items():
        code, period = code_of(header, table, series), period_of(header, table, series)
        letters = column_letters(column)
        if not code or period is None:
            place = f"{where}!{letters}{table.corner + 1}"
            sentence = f"{place}: '{header}' is no known measure of a year; the column is left out."
            problems.append(Problem("unknown column", "warning", place, header, sentence))
            continue
        what = {"indicator": code, "period": period.label, "period_kind": period.kind.value}
        figures += [
            {
                **what,
                "area": areas[names[row]],
                "value": _plain(cells[row, column]),
                "locator": f"{where.rpartition(', ')[2]}!{letters}{row + 1}",
            }
            for row in table.rows
        ]
    return figures


def _with_numbers(
    rows: list[dict[str, Any]], catalogue: Catalogue, edition: Edition, name: str
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The figures with numbers and statuses, and a problem for each cell nobody can read."""
    found = sort_cells([row["value"] for row in rows], DESCRIPTION.markers)
    constants = {"basis": "none", "numerator": float("nan"), "denominator": float("nan")}
    constants |= {"edition": edition.label, "published_on": edition.published_on}
    kept, problems = [], []
    cells = zip(rows, found.numbers, found.statuses, found.notes, found.unreadable, strict=True)
    for row, *cell, unreadable in cells:
        if unreadable:
            place, printed = (
                f"{name}, {row['locator']}",
                shown_value(catalogue[row["indicator"]], row["value"]),
            )
            sentence = f"{place}: the value is neither a number nor a known marker; the figure is left out."
            problems.append(Problem("unreadable value", "error", place, printed, sentence))
        else:
            kept.append({**row, **dict(zip(_OF_THE_CELL, cell, strict=True)), **constants})
    return kept, problems


def _plain(cell: object) -> object:
    """A cell without the commas of thousands."""
    text = str(cell).strip()
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else cell


READER = Reader(DESCRIPTION, read, recognises)
