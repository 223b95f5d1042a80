"""Reads data/catalogue/totals.toml: which indicators make, share in or repeat one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from indicators.toml_checks import checked_code
from indicators.toml_entries import Entry, build, entries
from indicators.totals import SameCount, Share, Total, Totals

FILE = "totals.toml"
TABLES = "sum share same_count people"


def read_totals(folder: Path, codes: Mapping[str, str]) -> Totals:
    """The totals of a catalogue; a folder without the file declares none.

    Raises CatalogueError, naming file and line, for an unknown indicator, key or name of a part.
    """
    shares = [
        build(entry, Share, dict.fromkeys(("share", "part", "whole"), _code_of(entry, codes)))
        for entry in _entries(folder, "share")
    ]
    counts = [
        build(
            entry,
            SameCount,
            {"count": _code_of(entry, codes), "indicator": _code_of(entry, codes), "name": _part},
        )
        for entry in _entries(folder, "same_count")
    ]
    sums, people = (tuple(_totals(folder, table, codes)) for table in ("sum", "people"))
    return Totals(sums, tuple(shares), tuple(counts), people)


def _totals(folder: Path, table: str, codes: Mapping[str, str]) -> Iterator[Total]:
    """The totals of one table; `for_each` makes one of each of its texts in the place of `{}`."""
    for entry in _entries(folder, table):
        values = dict(entry.values)
        for text in values.pop("for_each", [""]):
            filled = {"parts": [str(part).replace("{}", text) for part in values.get("parts", [])]}
            if isinstance(values.get("whole"), str):
                filled["whole"] = values["whole"].replace("{}", text)
            shaped = Entry(entry.file, entry.line, {**values, **filled})
            readers = {"whole": _code_of(entry, codes), "slack": float, "parts": _codes_of(entry, codes)}
            yield build(shaped, Total, readers)


def _entries(folder: Path, table: str) -> list[Entry]:
    return list(entries(folder, FILE, table, beside=TABLES, needed=False))


def _code_of(entry: Entry, codes: Mapping[str, str]) -> Callable[[Any], Any]:
    """Reads an indicator, or the number a whole may be."""
    return lambda code: checked_code(entry, code, codes) if isinstance(code, str) else float(code)


def _codes_of(entry: Entry, codes: Mapping[str, str]) -> Callable[[list[str]], tuple[str, ...]]:
    return lambda names: tuple(checked_code(entry, name, codes) for name in names)


def _part(name: str) -> str:
    if name not in ("numerator", "denominator"):
        raise ValueError(f"'{name}' is neither numerator nor denominator")
    return name
