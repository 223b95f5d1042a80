"""The template as CSV, for systems that write returns by themselves: the same columns, no drop-downs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from etl import target_sheet
from etl.template import COLUMNS, Content


def write_csv_template(path: Path, content: Content) -> tuple[Path, ...]:
    """Two files, for figures and for targets, each with its header and a row begun for every indicator.

    A row in which nothing follows the indicator is not read back. The mark at the start tells
    spreadsheets that the text is UTF-8.
    """
    targets = path.with_name(f"{path.stem}-targets{path.suffix}")
    codes = [item.code for item in content.indicators]
    _write(path, COLUMNS, codes)
    _write(targets, target_sheet.COLUMNS, codes)
    return path, targets


def _write(path: Path, columns: Sequence[str], codes: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([code, *[""] * (len(columns) - 1)] for code in codes)
