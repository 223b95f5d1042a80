"""The tables of a screen as rows for a file: read from what is drawn, so a file says what the screen says.

A number on a screen is an `indicators.display.Shown`: words that know the number itself. So a column of
numbers becomes a column of numbers at full precision, with the words and the small print beside it where
they say more; what the screen does not say, because it is hidden, is in no file either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dash.development.base_component import Component

from dashboard.exports.safe_csv import Cell
from dashboard.exports.screen_cells import Said, classes_of, listed, said_by

CODE: Final = "indicator_code"


@dataclass(frozen=True, slots=True)
class ScreenTable:
    """A table as it is drawn: its caption, headings, and rows with the heading they stand under.

    `about` is the indicator all of it is about, where its rows lead to none.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Said, ...]], ...]
    about: str = ""

    @property
    def codes(self) -> set[str]:
        """The indicators it is about."""
        led = {code for _, cells in self.rows for cell in cells for code in cell.codes}
        return led or ({self.about} if self.about else set())

    def columns(self) -> list[tuple[str, list[Cell]]]:
        """The columns of its file, each with its heading; a column that says nothing is left out."""
        found: list[tuple[str, list[Cell]]] = []
        if any(group for group, _ in self.rows):
            found.append(("Under", [group for group, _ in self.rows]))
        if self.codes:
            led = (next((code for cell in cells for code in cell.codes), "") for _, cells in self.rows)
            found.append((CODE, [code or self.about for code in led]))
        for at, heading in enumerate(self.headings):
            found += _columns_of(heading or f"Column {at + 1}", [cells[at] for _, cells in self.rows])
        return _told_apart(found)


def is_table(node: object) -> bool:
    """Whether a component is a table with a caption and one row of headings, as all but scorecards are."""
    if not isinstance(node, Component) or node._type != "Table":
        return False
    head = next((each for each in _children(node) if each._type == "Thead"), None)
    return head is not None and len(_children(head)) == 1


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
    headings = tuple(_heading(each) for each in _children(_children(parts["Thead"])[0]))
    rows, group = [], ""
    for row in _children(parts["Tbody"]):
        cells = _children(row)
        if classes_of(row) & {"group"}:
            group = said_by(cells[0]).words
            continue
        said = [said_by(cell) for cell in cells]
        said += [Said() for _ in range(len(headings) - len(said))]
        rows.append((group, tuple(said)))
    return ScreenTable(caption_of(node), headings, tuple(rows))


def caption_of(node: Component) -> str:
    """What a table says it is."""
    captions = (each for each in _children(node) if each._type == "Caption")
    return "".join(said_by(getattr(each, "children", None)).words for each in captions)


def _heading(node: Component) -> str:
    said = said_by(node)
    return f"{said.words} ({said.note})" if said.note else said.words


def _columns_of(heading: str, cells: Sequence[Said]) -> Iterator[tuple[str, list[Cell]]]:
    """One column, or up to three: the numbers, the words of them, and the small print below."""
    words, numbers = [cell.words for cell in cells], [cell.number for cell in cells]
    if any(number is not None for number in numbers):
        yield heading, list(numbers)
        if any(cell.words and cell.words.replace(",", "") != str(cell.number) for cell in cells):
            yield f"{heading}, as shown", list(words)
    elif any(words):
        yield heading, list(words)
    if any(cell.note for cell in cells):
        yield f"{heading}, small print", [cell.note for cell in cells]


def _told_apart(columns: Iterable[tuple[str, list[Cell]]]) -> list[tuple[str, list[Cell]]]:
    """The same columns, a heading that was there before with a number behind it."""
    seen: dict[str, int] = {}
    found = []
    for heading, cells in columns:
        seen[heading] = seen.get(heading, 0) + 1
        found.append((heading if seen[heading] == 1 else f"{heading} {seen[heading]}", cells))
    return found


def _children(node: Component) -> list[Component]:
    return [each for each in listed(getattr(node, "children", None)) if isinstance(each, Component)]
