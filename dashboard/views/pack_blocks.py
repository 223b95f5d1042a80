"""What a pack is laid out of: headings, texts, lists, tables and charts."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.written.paper import PackChart


@dataclass(frozen=True, slots=True)
class TableCell:
    """Lines of a cell; `light` colours the last but does not say anything that the words do not.

    `strong` sets the first line in bold.
    """

    lines: tuple[str, ...]
    light: str = ""
    strong: bool = False

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, the first of which names it. The last spans what is left of the columns."""

    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; no level is ever left out."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `name` stands before it in bold, `lead` sets it larger."""

    words: str
    name: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name, its headings and how wide each column is beside the others.

    Without headings it is a list of names and words. A narrow one takes half of the width of its page.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    widths: tuple[int, ...]
    narrow: bool = False


Block = Heading | Paragraph | Bullets | Table | PackChart
