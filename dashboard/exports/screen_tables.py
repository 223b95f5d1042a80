"""The tables of a screen as rows for a file: read from what is drawn, so a file says what the screen says.

A number on a screen is an `indicators.display.Shown`: words that know the number itself. So a column of
numbers becomes a column of numbers at full precision, with the words and the small print beside it where
they say more; what the screen does not say, because it is hidden, is in no file either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dash.development.base_component import Component

from dashboard.exports.screen_cells import Said, classes_of, listed, said_by
from dashboard.exports.table_rows import ScreenTable

ACROSS: Final = "In words"
_UNDER: Final = ({"group"}, {"commitment", "outcome"}, {"commitment"})
"""The classes of rows that head others, from the widest to the narrowest."""


def is_table(node: object) -> bool:
    """Whether a component is a table with headings."""
    if not isinstance(node, Component) or node._type != "Table":
        return False
    return any(each._type == "Thead" for each in _children(node))


def tables_of(tree: object) -> Iterator[ScreenTable]:
    """Every table of a layout, in the order in which it is read."""
    if isinstance(tree, list | tuple):
        for each in tree:
            yield from tables_of(each)
    elif isinstance(tree, Component):
        if is_table(tree):
            yield _table(tree)
        else:
            yield from tables_of(getattr(tree, "children", None))


def _table(node: Component) -> ScreenTable:
    parts = {each._type: each for each in _children(node)}
    headings = _headings(_children(parts["Thead"]))
    rows, under = [], [""] * len(_UNDER)
    for row in _children(parts["Tbody"]):
        cells = _children(row)
        if depth := [at for at, classes in enumerate(_UNDER) if classes_of(row) >= classes][:1]:
            under[depth[0] :] = [said_by(cells[0]).words, *[""] * (len(_UNDER) - depth[0] - 1)]
            continue
        rows.append((": ".join(filter(None, under)), _placed(cells, len(headings))))
    across = (ACROSS,) if any(len(cells) > len(headings) for _, cells in rows) else ()
    width = len(headings) + len(across)
    return ScreenTable(
        caption_of(node),
        (*headings, *across),
        tuple((group, (*cells, *(Said() for _ in range(width - len(cells))))) for group, cells in rows),
        of=rows_in_all(node),
        has_own_file=has_own_file(node),
    )


def _headings(rows: Sequence[Component]) -> tuple[str, ...]:
    """The headings of columns; below one that spans several, each is named after both."""
    top, *rest = rows
    below = iter(_children(rest[0]) if rest else [])
    found: list[str] = []
    for each in _children(top):
        name = _heading(each)
        parts = [next(below) for _ in range(_span(each))] if rest and _span(each) > 1 else []
        found += [f"{name}: {_heading(part)}" for part in parts] or [name]
    return tuple(found)


def _placed(cells: Sequence[Component], width: int) -> tuple[Said, ...]:
    """What cells say under their headings.

    Words across columns stand in the first of them; those beside a name across columns, behind all others.
    """
    if cells and _span(cells[0]) > 1:
        name, *words = map(said_by, cells)
        return (name, *(Said() for _ in range(width - 1)), *words)
    found: list[Said] = []
    for cell in cells:
        found += [said_by(cell), *(Said() for _ in range(_span(cell) - 1))]
    return (*found, *(Said() for _ in range(width - len(found))))


def _span(cell: Component) -> int:
    return int(getattr(cell, "colSpan", None) or 1)


def rows_in_all(node: Component) -> int:
    """How many rows the list has that a table is a part of; 0 for a table that is whole."""
    return int(getattr(node, "data-of", 0))


def has_own_file(node: Component) -> bool:
    """Whether its page offers a file of it with more in it."""
    return bool(getattr(node, "data-file", ""))


def caption_of(node: Component) -> str:
    """What a table says it is."""
    captions = (each for each in _children(node) if each._type == "Caption")
    return "".join(said_by(getattr(each, "children", None)).words for each in captions)


def _heading(node: Component) -> str:
    said = said_by(node)
    return f"{said.words} ({said.note})" if said.note else said.words


def _children(node: Component) -> list[Component]:
    return [each for each in listed(getattr(node, "children", None)) if isinstance(each, Component)]
