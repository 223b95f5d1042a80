"""A table of counts shaded by how near each is to all; the number stands in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import aria
from dashboard.components.empty import dash
from dashboard.components.key import KeyItem, key
from dashboard.components.table import Cell
from indicators.display import Shown


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A count and its shade, from 0 for none to 4 for all."""

    count: int
    level: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """The heading of a row, and its cells."""

    heading: Cell
    cells: tuple[HeatCell, ...]


def heat_table(
    caption: str, corner: str, columns: Sequence[str], rows: Sequence[HeatRow], shades: Sequence[str]
) -> Component:
    """The table, which scrolls sideways below its fixed first column, and the words of its five shades."""
    head = [plain.th(corner, scope="col"), *(plain.th(column, scope="col") for column in columns)]
    table = html.Table(
        [
            html.Caption(caption, className="unseen"),
            html.Thead(plain.tr(head)),
            html.Tbody([_row(row) for row in rows]),
        ],
        className="heat",
    )
    items = [KeyItem(f"share-{level}", words) for level, words in enumerate(shades)]
    scroll = html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=caption))
    return html.Div([key(items), scroll])


def _row(row: HeatRow) -> Component:
    return plain.tr([plain.th(row.heading, scope="row"), *(_cell(cell) for cell in row.cells)])


def _cell(cell: HeatCell) -> Component:
    """The number, or a dash that is read as none and is nought in a file."""
    if not cell.count:
        return plain.td([Shown("", 0), *dash()], className="share-0")
    return plain.td(str(cell.count), className=f"share-{cell.level}")
