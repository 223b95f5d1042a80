"""Reads projects and actions from a CSV file or a workbook in the columns of `plan_rows`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from etl.extract import Extracted, FileKind
from etl.problems import LoadRefused, Problem, refused
from etl.tables import read_sheet, read_table, sheet_names
from indicators.catalogue import Catalogue
from indicators.written.checks import WritingError
from indicators.written.plan import Action, Project
from indicators.written.plan_rows import COLUMNS, NEEDED, from_row

RULE = "plan"
Kept = Mapping[str, Project | Action]


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """A project or action with the row it stands in, and the key it is kept under."""

    place: str
    key: str
    item: Project | Action


def read_plan(extracted: Extracted, catalogue: Catalogue, area: str, kept: Kept) -> list[PlacedItem]:
    """Every filled row; `area` is for those that name none, `kept` are the versions before by key.

    A row is known by its Id, else by its Code within the area. Raises LoadRefused, with a sentence for each
    cell that cannot be right, and for a file without rows.
    """
    rows = filled_rows(extracted)
    found, problems = [], []
    for place, cells in rows:
        try:
            found.append(_placed(place, cells, catalogue, area, kept))
        except WritingError as error:
            problems += [_problem(place, fault.field, fault.sentence) for fault in error.faults]
        except KeyError as error:
            problems.append(_problem(place, "Area", f"Area: {str(error).strip(chr(34)).rstrip('.')}."))
    problems += _twice(found)
    if problems:
        raise LoadRefused(problems)
    return found


def filled_rows(extracted: Extracted) -> list[tuple[str, dict[str, str]]]:
    """The place and the cells by column of each row with any. Raises LoadRefused for a missing column."""
    if extracted.kind is FileKind.TEXT:
        table = read_table(extracted)
        name, heads = extracted.name, [str(column) for column in table.columns if column != "row"]
        rows = [(int(row["row"]), [str(row[head]) for head in heads]) for _, row in table.iterrows()]
    else:
        sheet = sheet_names(extracted)[0]
        cells, name = read_sheet(extracted, sheet), f"{extracted.name}, sheet {sheet}"
        heads = [str(cell).strip() for cell in cells[0]] if len(cells) else []
        rows = [(at, [_text(cell) for cell in row]) for at, row in enumerate(cells[1:], 2)]
    missing = [column for column in NEEDED if column not in heads]
    if missing:
        said = f"there is no column {', '.join(missing)}; a plan needs {', '.join(NEEDED)}"
        raise refused("columns", f"{name}, row 1", f"{name}, row 1: {said}.")
    known = [at for at, head in enumerate(heads) if head in COLUMNS]
    filled = [(f"{name}, row {at}", {heads[n]: row[n] for n in known}) for at, row in rows if any(row)]
    if not filled:
        raise refused("no rows", name, f"{name}: there are no filled rows below the headings; fill them in.")
    return filled


def _placed(place: str, cells: dict[str, str], catalogue: Catalogue, area: str, kept: Kept) -> PlacedItem:
    own = catalogue.areas.resolve(cells["Area"]).code if cells.get("Area") else area
    key = _unescaped(cells.pop("Id", "")) or _key_of(cells["Code"], own, kept)
    plain = {column: _unescaped(text) for column, text in cells.items()}
    if "Area" in plain or key not in kept:
        plain["Area"] = own
    if plain.get("Indicators"):
        _check_indicators(plain["Indicators"], catalogue.resolve)
    return PlacedItem(place, key, from_row(plain, kept.get(key)))
