"""The budget of a council as printed, line by service, with every total held against its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.text import Text, bold, join_text
from indicators.budgets import SumCheck, sum_checks
from indicators.catalogue import Catalogue
from indicators.display import number
from indicators.periods import Period
from indicators.store.rows import FigureRow

LINES = (
    ("STAFF", "Staff costs"),
    ("PROPERTY", "Property costs"),
    ("TRANSPORT", "Transport costs"),
    ("SUPPLIES", "Supplies, services and administration"),
    ("PAYMENTS", "Payments to other bodies"),
    ("EXPENSE", "All expense"),
    ("FEES", "Fees and charges"),
    ("GOVERNMENT_GRANTS", "Government grants"),
    ("OTHER_GRANTS", "Other grants"),
    ("RECHARGE", "Internal recharge income"),
    ("INCOME", "All income"),
    ("NET", "Net budget"),
)
COLUMNS = (
    ("ADULTS", "Adults outside the integration joint board"),
    ("CHILDREN", "Children and families social care"),
    ("JUSTICE", "Criminal justice services"),
    ("PROTECTION", "Public protection"),
    ("STRATEGY", "Social work service strategy"),
    ("ALL", "All social work services"),
)
TOTALS = frozenset({"EXPENSE", "INCOME", "NET"})
PREFIX = "BUDGET_"


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A line of the budget: an amount for each service, whether it is a total, and its check in words."""

    title: str
    cells: tuple[str, ...]
    total: bool
    check: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The budget matrix, what its sums come to, and where it is printed."""

    period: str
    columns: tuple[str, ...]
    lines: tuple[MatrixLine, ...]
    column_checks: tuple[str, ...]
    lead: Text
    wrong: tuple[str, ...]
    source: str


def code(line: str, column: str) -> str:
    """The indicator of a cell."""
    return f"{PREFIX}{line}_{column}"


CODES = tuple(code(line, column) for line, _ in LINES for column, _ in COLUMNS)


def matrix(catalogue: Catalogue, rows: Sequence[FigureRow]) -> Matrix | None:
    """The matrix of the newest year among the figures of `CODES` for one council; None without any."""
    if not rows:
        return None
    newest: Period = max((row.period for row in rows), key=lambda period: period.end)
    cells = {row.indicator: row for row in rows if row.period == newest}
    amounts = {name: row.figure.value for name, row in cells.items() if row.figure.value is not None}
    checks = [each for each in sum_checks(catalogue.totals.sums, amounts) if each.whole.startswith(PREFIX)]
    across = {each.whole: each for each in checks if _is_across(each)}
    down = [each for each in checks if not _is_across(each)]
    first = cells[min(cells)]
    return Matrix(
        period=newest.words,
        columns=tuple(title for _, title in COLUMNS),
        lines=tuple(_line(line, title, amounts, across) for line, title in LINES),
        column_checks=tuple(_column(column, down) for column, _ in COLUMNS),
        lead=_lead(checks),
        wrong=tuple(_misfit(catalogue, each) for each in checks if not each.adds_up),
        source=f"{first.edition}, {first.file_name}",
    )


def check_words(each: SumCheck | None) -> str:
    """`adds up`, `parts make £12 more`, or nothing where there is no check."""
    if each is None:
        return "not checked"
    if each.adds_up:
        return "adds up"
    return f"parts make £{number(abs(each.over), 0)} {'more' if each.over > 0 else 'less'}"


def _is_across(each: SumCheck) -> bool:
    """True for the total of a line over services."""
    return each.whole.endswith("_ALL") and each.parts[0].rpartition("_")[0] == each.whole.rpartition("_")[0]


def _line(line: str, title: str, amounts: Mapping[str, float], across: Mapping[str, SumCheck]) -> MatrixLine:
    check = across.get(code(line, "ALL"))
    return MatrixLine(
        title,
        tuple(_amount(amounts.get(code(line, column))) for column, _ in COLUMNS),
        line in TOTALS,
        check_words(check),
        check is not None and not check.adds_up,
    )


def _column(column: str, down: Sequence[SumCheck]) -> str:
    """What the totals of a column come to: `3 of 3 add up`."""
    own = [each for each in down if each.whole in {code(line, column) for line in TOTALS}]
    if not own:
        return "not checked"
    return f"{sum(each.adds_up for each in own)} of {len(own)} add up"


def _amount(value: float | None) -> str:
    return "not printed" if value is None else number(value, 0)


def _lead(checks: Sequence[SumCheck]) -> Text:
    wrong = sum(not each.adds_up for each in checks)
    if wrong:
        return join_text(bold(f"{wrong} of {len(checks)} printed totals"), " are not what their parts make.")
    return join_text(bold(f"All {len(checks)} printed totals"), " are what their parts make.")


def _misfit(catalogue: Catalogue, each: SumCheck) -> str:
    title = catalogue[each.whole].title
    return f"{title}: printed £{number(each.printed, 0)}, {check_words(each)} (£{number(each.made, 0)})"
