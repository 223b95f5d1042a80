"""CSV that spreadsheets open as text and numbers, never as formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

# Everything a spreadsheet may take for the start of a formula, the full-width forms included.
_RISKY = tuple("=+-@\t\r\n\0＝＋－＠")
_KEPT = re.compile(r"'+[=+\-@\t\r\n\0＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")

_LINES_AT_ONCE = 200

Cell = str | int | float | None


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as CSV: numbers at full precision, missing cells empty, text that could run made harmless."""
    return "".join(csv_lines(header, rows))


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The same, some lines at a time, so that a list of any length can be sent while it is read.

    Begins with a byte order mark, so that spreadsheets read £ and Gaelic names rightly.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    yield "\ufeff"
    for at, row in enumerate(rows, 1):
        writer.writerow([harmless(cell) for cell in row])
        if at % _LINES_AT_ONCE == 0:
            yield _taken(out)
    yield _taken(out)


def harmless(cell: Cell) -> str:
    """A cell as text; text that begins like a formula gets an apostrophe, true numbers stay numbers.

    So does text that begins with an apostrophe before such a sign: `restored` takes one away from both.
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(cell)
    text = str(cell)
    if (text.startswith(_RISKY) and not _NUMBER.fullmatch(text)) or _KEPT.match(text):
        return f"'{text}"
    return text


def restored(text: str) -> str:
    """The text of a cell of our own CSV as it was before `harmless`."""
    return text[1:] if _KEPT.match(text) else text


def _taken(out: io.StringIO) -> str:
    """What was written since last time."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text
