"""CSV that spreadsheets open as text and numbers, never as formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from indicators.harmless import harmless_text

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
    """A cell as text; text that begins like a formula gets an apostrophe, true numbers stay numbers."""
    if cell is None:
        return ""
    return repr(cell) if isinstance(cell, float) else harmless_text(str(cell))


def _taken(out: io.StringIO) -> str:
    """What was written since last time."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text
