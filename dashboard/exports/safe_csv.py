"""CSV that spreadsheets open as text and numbers, never as formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Everything a spreadsheet may take for the start of a formula, the full-width forms included.
_RISKY = tuple("=+-@\t\r\n\0＝＋－＠")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")

Cell = str | int | float | None


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as CSV: numbers at full precision, missing cells empty, text that could run made harmless.

    Begins with a byte order mark, so that spreadsheets read £ and Gaelic names rightly.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def harmless(cell: Cell) -> str:
    """A cell as text; text that begins like a formula gets an apostrophe, true numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(cell)
    text = str(cell)
    if text.startswith(_RISKY) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
