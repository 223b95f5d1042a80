"""Reads the targets of a council's own return: the sheet `Targets`, or a CSV file with its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from etl.cells import number_in
from etl.extract import Extracted, FileKind
from etl.problems import LoadRefused, Problem, refused
from etl.tables import read_sheet, read_table, sheet_names
from indicators.areas import UnknownAreaError
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.indicator import Indicator
from indicators.printed_periods import PeriodError, parse_as_any
from indicators.targets import Origin, Target

T = TypeVar("T")
SHEET: Final = "Targets"
COLUMNS: Final = (
    "Indicator", "Area", "From", "To", "Value", "Low", "High", "Tolerance", "Tolerance kind", "Origin",
    "Set by", "Note",
)  # fmt: skip
TOLERANCE_KINDS: Final = ("percent", "points")
ORIGINS: Final = (Origin.LOCAL, Origin.STATUTORY, Origin.NATIONAL)
RULE: Final = "target"


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target with the row it stands in, such as `return.xlsx, sheet Targets, row 3`."""

    place: str
    target: Target


def filled_rows(extracted: Extracted) -> list[tuple[str, dict[str, Any]]]:
    """The place and the cells, by column, of each row that says more than its indicator.

    Empty for a workbook without the sheet. Raises LoadRefused for a missing column.
    """
    if extracted.kind is FileKind.TEXT:
        table = read_table(extracted)
        heads, name = [str(column) for column in table.columns], extracted.name
        rows = [(int(row["row"]), dict(row)) for _, row in table.iterrows()]
    else:
        if SHEET not in sheet_names(extracted):
            return []
        cells, name = read_sheet(extracted, SHEET), f"{extracted.name}, sheet {SHEET}"
        heads = [str(cell).strip() for cell in cells[0]] if len(cells) else []
        rows = [(at, dict(zip(heads, row, strict=True))) for at, row in enumerate(cells[1:], 2)]
    missing = [column for column in COLUMNS if column not in heads]
    if missing:
        said = f"there is no column {', '.join(missing)}; write a new template and copy your rows into it"
        raise refused("columns", f"{name}, row 1", f"{name}, row 1: {said}.")
    return [(f"{name}, row {at}", row) for at, row in rows if any(_text(row[c]) for c in COLUMNS[1:])]


def read_targets(extracted: Extracted, catalogue: Catalogue) -> list[PlacedTarget]:
    """Every filled row as a target.

    Raises LoadRefused, with one sentence for each cell that cannot be right, and for a file without rows.
    """
    rows = filled_rows(extracted)
    if not rows:
        said = f"there are no filled rows of targets in the sheet {SHEET}; fill them in first"
        raise refused("no rows", extracted.name, f"{extracted.name}: {said}.")
    read = [(place, _Row(place, cells)) for place, cells in rows]
    found = [PlacedTarget(place, target) for place, row in read if (target := _target(row, catalogue))]
    problems = [problem for _, row in read for problem in row.problems]
    if problems:
        raise LoadRefused(problems)
    return found


@dataclass(slots=True)
class _Row:
    """The cells of a row, and what is wrong with those looked at so far."""

    place: str
    cells: Mapping[str, Any]
    problems: list[Problem] = field(default_factory=list)

    def fault(self, column: str, said: str) -> None:
        place = f"{self.place}, column {column}"
        text = _text(self.cells[column])
        self.problems.append(Problem(RULE, "error", place, text, f"{place}: {said}."))

    def take(self, column: str, meant: Callable[[str], T], otherwise: T | None = None) -> T | None:
        """What a cell means; `otherwise` for an empty one. A fault is kept and gives None."""
        text = _text(self.cells[column])
        if not text:
            return otherwise
        try:
            return meant(text)
        except (UnknownAreaError, UnknownIndicatorError, PeriodError, ValueError) as error:
            self.fault(column, str(error).rstrip("."))
            return None

    def needed(self, column: str, meant: Callable[[str], T]) -> T | None:
        """What a cell means; an empty one is a fault."""
        if not _text(self.cells[column]):
            self.fault(column, "it is empty; fill it in")
            return None
        return self.take(column, meant)


def _target(row: _Row, catalogue: Catalogue) -> Target | None:
    """The target of a row; None where something is wrong with it."""
    indicator = row.needed("Indicator", catalogue.resolve)
    area = row.needed("Area", lambda text: catalogue.areas.resolve(text).code)
    first, last = _periods(row, indicator)
    value, low, high = _goal(row)
    tolerance = row.take("Tolerance", _not_negative, 5.0)
    kind = row.take("Tolerance kind", _choice(TOLERANCE_KINDS), TOLERANCE_KINDS[0])
    origin = row.take("Origin", _choice([each.value for each in ORIGINS]), Origin.LOCAL.value)
    set_by = row.needed("Set by", str)
    if row.problems or not (indicator and area and first and tolerance is not None and origin and set_by):
        return None
    return Target(
        indicator=indicator.code,
        area=area,
        origin=Origin(origin),
        set_by=set_by,
        value=value,
        low=low,
        high=high,
        tolerance=tolerance,
        in_points=kind == "points",
        first=first,
        last=last or "",
        note=_text(row.cells["Note"]),
    )


def _periods(row: _Row, indicator: Indicator | None) -> tuple[str | None, str | None]:
    """The labels of the first and the last period, which must not come before it."""
    kinds = indicator.periods if indicator else ()
    first = row.needed("From", lambda text: parse_as_any(text, kinds))
    last = row.take("To", lambda text: parse_as_any(text, kinds))
    if first and last and last.end < first.end:
        row.fault("To", f"{last.label} is over before {first.label}, from which the target is valid")
    return first.label if first else None, last.label if last else None


def _goal(row: _Row) -> tuple[float | None, float | None, float | None]:
    """The value, or the low and the high end of a range: one of the two, and whole."""
    value, low, high = (row.take(column, _number) for column in ("Value", "Low", "High"))
    filled = [bool(_text(row.cells[column])) for column in ("Value", "Low", "High")]
    if filled not in ([True, False, False], [False, True, True]):
        row.fault("Value", "a target needs a value, or a low and a high, and not both")
    elif low is not None and high is not None and low > high:
        row.fault("Low", "the low end of the range is above the high end")
    return value, low, high


def _number(text: str) -> float:
    number = number_in(text)
    if number is None:
        raise ValueError(f"'{text}' is not a number; write it as 1234.5")
    return number


def _not_negative(text: str) -> float:
    if (number := _number(text)) < 0:
        raise ValueError("a tolerance is never below 0")
    return number


def _choice(allowed: list[str] | tuple[str, ...]) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"'{text}' is unknown; use one of {', '.join(allowed)}")
        return text

    return chosen


def _text(cell: object) -> str:
    """A cell as one line of text, a whole number without its decimal: 2024.0 is 2024."""
    if isinstance(cell, float):
        return f"{int(cell)}" if cell.is_integer() else repr(cell)
    return " ".join(str(cell).split())
