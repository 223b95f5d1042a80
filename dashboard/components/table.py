"""Tables for figures: a caption, headed columns, headed rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import aria, data

OWN_FILE = "own"
"""Marks a table that its page has a file of its own for, with more in it."""
Cell = str | Component | Sequence[str | Component]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, a smaller line below it, where its cells stand, and extra CSS classes.

    `heading` may be a link that sorts by the column; `sorted` says that it is sorted, and which way.
    """

    heading: str | Component
    below: str = ""
    align: Literal["left", "right"] = "left"
    classes: str = ""
    sorted: Literal["", "ascending", "descending"] = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell a column, the first being its heading; `wide` cells run to the end of the row."""

    cells: tuple[Cell, ...]
    classes: str = ""
    wide_last: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading across the table for the rows below it, in parts, with a few words beside."""

    heading: Sequence[str | Component]
    by: str = ""


def figures_table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Row | Group],
    kind: Literal["plain", "indicators", "profile", "compared"] = "plain",
    caption_seen: bool = False,
    own_file: bool = False,
    of: int = 0,
) -> Component:
    """A table by its CSS class; a plain one scrolls sideways when it must, others fold on a phone.

    The caption is for screen readers unless `caption_seen`. With `own_file` the page itself offers a file of
    its rows; below every other table stand links to one. `of` is how many rows the whole list has where these
    may be a part of it: its file holds them all.
    """
    table = html.Table(
        [
            html.Caption(caption, className=None if caption_seen else "unseen"),
            html.Thead(plain.tr([_heading(column) for column in columns])),
            html.Tbody([_row(row, columns) for row in rows]),
        ],
        className=kind,
        **(data(file=OWN_FILE) if own_file else {}),
        **(data(of=str(of)) if of > len(rows) else {}),
    )
    if kind != "plain":
        return table
    return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=caption))


def filled(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[list[Column], list[Row]]:
    """The columns and rows of a table without the columns that have nothing in any row."""
    kept = [at for at in range(len(columns)) if at == 0 or any(row.cells[at] for row in rows)]
    fewer = [replace(row, cells=tuple(row.cells[at] for at in kept)) for row in rows]
    return [columns[at] for at in kept], fewer


def _heading(column: Column) -> Component:
    return plain.th(
        [column.heading, plain.small(column.below)] if column.below else column.heading,
        scope="col",
        className=_classes(column),
        **(aria(sort=column.sorted) if column.sorted else {}),
    )


def _row(row: Row | Group, columns: Sequence[Column]) -> Component:
    if isinstance(row, Group):
        return _group(row, len(columns))
    first, *others = row.cells
    head = plain.th(first, scope="row", className=_classes(columns[0]))
    cells: list[Component] = []
    for at, cell in enumerate(others):
        last = row.wide_last and at == len(others) - 1
        span: dict[str, Any] = {"colSpan": len(columns) - 1 - at} if last else {}
        cells.append(plain.td(cell, className=_classes(columns[at + 1]), **span))
    return plain.tr([head, *cells], className=row.classes or None)


def _group(group: Group, width: int) -> Component:
    by = [plain.span(group.by, className="by")] if group.by else []
    return plain.tr(plain.th([*group.heading, *by], colSpan=width, scope="colgroup"), className="group")


def _classes(column: Column) -> str | None:
    return " ".join(filter(None, ("right" if column.align == "right" else "", column.classes))) or None
