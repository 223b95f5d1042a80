"""Reads projects and actions from a CSV file or a workbook in the columns of `plan_rows`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from etl.extract import Extracted, FileKind
from etl.problems import LoadRefused, Problem, refused
from etl.tables import read_sheet, read_table, sheet_names
from indicators.areas import UnknownAreaError
from indicators.catalogue import Catalogue
from indicators.harmless import restored
from indicators.written.checks import Fault, WritingError
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
        except UnknownAreaError as error:
            problems.append(_problem(place, "Area", f"Area: {error}."))
    problems += _twice(found)
    if problems:
        raise LoadRefused(problems)
    return found


def filled_rows(extracted: Extracted) -> list[tuple[str, dict[str, str]]]:
    """The place and the cells by column of each row with any. Raises LoadRefused for a missing column."""
    if extracted.kind is FileKind.TEXT:
        table = read_table(extracted)
        name, heads = extracted.name, [str(column) for column in table.columns if column != "row"]
        rows = [
            (int(row["row"]), [restored(str(row[head])) for head in heads]) for _, row in table.iterrows()
        ]
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
    """A row as a project or action; what its area, code and indicators mean is looked up."""
    own = catalogue.areas.resolve(cells["Area"]).code if cells.get("Area") else area
    key = cells.pop("Id", "") or _key_of(cells["Code"], own, kept)
    if "Area" in cells or key not in kept:
        cells["Area"] = own
    item = from_row(cells, kept.get(key))
    unknown = [code for code in item.indicators if code not in catalogue.indicators]
    if unknown:
        said = f"Indicators: '{unknown[0]}' is not the code of an indicator of the catalogue; correct it."
        raise WritingError([Fault("Indicators", said)])
    return PlacedItem(place, key, item)


def _key_of(code: str, area: str, kept: Kept) -> str:
    """What an item of this code and area is kept under, or will be. Raises WritingError without a code."""
    if not code:
        raise WritingError([Fault("Code", "Code: it is empty; give each row one of its own.")])
    same = [key for key, item in kept.items() if (item.code, item.area) == (code, area)]
    return same[0] if same else f"{area}-{code}"


def _twice(found: list[PlacedItem]) -> list[Problem]:
    """A row that is meant twice: nobody can say which of the two counts."""
    seen: dict[str, str] = {}
    problems = []
    for each in found:
        first = seen.setdefault(each.key, each.place)
        if first != each.place:
            said = f"Code: '{each.item.code}' stands in {first} too; remove one of the rows."
            problems.append(_problem(each.place, "Code", said))
    return problems


def _problem(place: str, column: str, sentence: str) -> Problem:
    """A fault of a cell: `sentence` begins with its column."""
    where = f"{place}, column {column}"
    return Problem(RULE, "error", where, "", f"{where}{sentence.removeprefix(column)}")


def _text(cell: object) -> str:
    """A cell of a workbook as text: a whole number without its decimal, a date as its day."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{int(cell)}"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell).strip()
