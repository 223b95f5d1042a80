"""Series of one council: which basis, which kind of period, and what its comparators are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dashboard.views import histories as module
from dashboard.views.histories import Series, all_series, history_of, of_one_kind, on_basis
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.figures import Basis, Figure, Status
from indicators.indicator import Indicator, IntervalKind
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store.rows import BenchmarkRow, FigureRow
from tests.builders import make_catalogue, make_indicator
from tests.dashboard.views.stages import make_mark, make_row


def row(
    label: str,
    value: float = 1.0,
    area: str = "A",
    basis: str = "none",
    kind: PeriodKind | None = None,
    **changes: Any,
) -> FigureRow:
    """A row of the store."""
    made = make_row(make_indicator(), area, Figure(value))
    return made._replace(period=parse(label, kind), basis=basis, **changes)


@pytest.mark.parametrize(
    ("held", "asked", "shown"),
    [
        ([("A", "cash"), ("A", "real")], Basis.REAL, "real"),
        ([("A", "cash"), ("A", "real")], Basis.CASH, "cash"),
        ([("A", "cash"), ("S", "real")], Basis.REAL, "cash"),
        ([("A", "none")], Basis.CASH, "none"),
        ([("S", "real")], Basis.CASH, "real"),
        ([("S", "real"), ("S", "cash")], Basis.NONE, "cash"),
        ([], Basis.CASH, "cash"),
    ],
)
def test_the_basis_asked_for_is_shown_only_where_the_council_itself_has_it(
    held: list[tuple[str, str]], asked: Basis, shown: str
) -> None:
    assert on_basis([row("2021-22", area=area, basis=basis) for area, basis in held], "A", asked) == shown


@pytest.mark.parametrize(
    ("labels", "kept"),
    [
        (["2020-21", "2021-22"], ["2020-21", "2021-22"]),
        (["2020-21", "2019-22"], ["2019-22"]),
        (["2021-22", "2019-22"], ["2021-22"]),
        (["2021-22", "2022-03"], ["2021-22"]),
        (["2020-21", "2022-03"], ["2022-03"]),
        (["31 July 2019", "31 July 2020"], ["2019-07-31", "2020-07-31"]),
        ([], []),
    ],
)
def test_only_periods_like_the_newest_are_kept_and_a_year_goes_before_a_window(
    labels: list[str], kept: list[str]
) -> None:
    found = of_one_kind(make_indicator(), [row(label) for label in labels], "A")
    assert [each.period.label for each in found] == kept


def test_the_councils_own_newest_period_decides_and_not_another_areas() -> None:
    rows = [row("2020-21"), row("2022-03", area="S"), row("2019-20", area="S")]
    assert [(each.area, each.period.label) for each in of_one_kind(make_indicator(), rows, "A")] == [
        ("A", "2020-21"), ("S", "2019-20"),
    ]  # fmt: skip
    assert [each.period.label for each in of_one_kind(make_indicator(), rows[1:], "A")] == ["2022-03"]


def test_a_history_has_the_notes_and_intervals_of_its_own_area_alone() -> None:
    counted = make_indicator(interval=IntervalKind.PERCENTAGE)
    ours = make_row(counted, "A", Figure(10.0, numerator=10, denominator=100))._replace(note="ours")
    theirs = make_row(counted, "B", Figure(20.0, numerator=20, denominator=100))._replace(note="theirs")
    bare = make_row(counted, "A", Figure(11.0), "2020-21")
    found = history_of(make_catalogue([counted]), counted, "A", [ours, theirs, bare])
    assert [(period.label, figure.value) for period, figure in found.points] == [
        ("2021-22", 10.0),
        ("2020-21", 11.0),
    ]
    assert found.notes == {"2021-22": "ours"}
    assert [period.label for period in found.intervals] == ["2021-22"]


class Asked:
    """A store that answers from rows, and remembers what it was asked."""

    def __init__(self, rows: Sequence[FigureRow], marks: Sequence[BenchmarkRow]) -> None:
        self.rows, self.marks = rows, marks
        self.questions: list[tuple[str, tuple[str, ...]]] = []

    def figures_of(self, _: object, codes: Sequence[str], areas: Sequence[str]) -> list[FigureRow]:
        """The rows of some areas."""
        self.questions.append(("figures", tuple(areas)))
        return [each for each in self.rows if each.indicator in codes and each.area in areas]

    def benchmarks_of(self, _: object, codes: Sequence[str], areas: Sequence[str]) -> list[BenchmarkRow]:
        """The benchmarks of some areas."""
        self.questions.append(("benchmarks", tuple(areas)))
        return [each for each in self.marks if each.indicator in codes and each.area in areas]


def series(
    monkeypatch: pytest.MonkeyPatch,
    rows: Sequence[FigureRow],
    marks: Sequence[BenchmarkRow] = (),
    indicators: Sequence[Indicator] = (make_indicator(),),
    basis: Basis = Basis.CASH,
) -> dict[str, Series]:
    """The series of council A from these rows; the store is asked twice however many indicators there are."""
    asked = Asked(rows, marks)
    monkeypatch.setattr(module, "read", asked)
    catalogue: Catalogue = make_catalogue(indicators)
    found = all_series(None, catalogue, "A", indicators, basis)  # type: ignore[arg-type]
    assert asked.questions == [("figures", ("A", SCOTLAND)), ("benchmarks", ("A",))]
    return found


def test_every_indicator_has_a_series_even_without_a_single_row(monkeypatch: pytest.MonkeyPatch) -> None:
    both = (make_indicator(), make_indicator(code="CHN23"))
    found = series(monkeypatch, [row("2021-22", 7.8)], indicators=both)
    assert list(found) == ["CHN22", "CHN23"]
    assert found["CHN23"].latest is None
    latest = found["CHN22"].latest
    assert latest is not None
    assert latest.figure.value == 7.8


def test_scotland_is_beside_ours_on_the_same_basis_and_in_the_same_kind_of_period(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [
        row("2021-22", 7.8, basis="cash"), row("2021-22", 8.0, SCOTLAND, "cash"),
        row("2021-22", 9.0, SCOTLAND, "real"), row("2022-03", 9.5, SCOTLAND, "cash"),
    ]  # fmt: skip
    found = series(monkeypatch, rows, basis=Basis.REAL)["CHN22"]
    assert found.basis == "cash"
    assert [(period.label, figure.value) for period, figure in found.scotland.points] == [("2021-22", 8.0)]
    assert (len(found.rows), len(found.all_rows)) == (2, 4)


def test_a_benchmark_of_another_basis_or_kind_of_period_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = [
        make_mark(rank=3, family_mean=8.4), make_mark(period="2020-21", rank=4),
        make_mark(period="2022-03", rank=5), make_mark(period="nonsense", rank=6),
        make_mark(basis="real", rank=9),
    ]  # fmt: skip
    found = series(monkeypatch, [row("2021-22", 7.8)], marks)["CHN22"]
    ranks = {period.label: item.rank for period, item in found.history.comparators.items()}
    assert ranks == {"2021-22": 3, "2020-21": 4}
    assert found.history.comparators[parse("2021-22")].family_mean == 8.4


def test_a_suppressed_latest_figure_is_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = row("2021-22")._replace(figure=Figure(None, Status.SUPPRESSED))
    latest = series(monkeypatch, [row("2020-21"), hidden])["CHN22"].latest
    assert latest is not None
    assert (latest.period.label, latest.figure.value) == ("2021-22", None)
