"""The matrix of likelihood by impact, with the risks in their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.views.risk_lines import RiskLine
from indicators.risks import BANDS, DEFAULT_SIZE, Score


@dataclass(frozen=True, slots=True)
class Placed:
    """A risk in a cell: its id and name, and `now`, `aim` or `now and aim`."""

    key: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One place: its score, the name of its band and the number of that band from 1, and the risks in it."""

    value: int
    band: str
    level: int
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix of `size` by `size`; `rows` run from the highest impact down, cells from likelihood 1 up."""

    size: int
    rows: tuple[tuple[int, tuple[MatrixCell, ...]], ...]


def matrices(lines: Sequence[RiskLine]) -> tuple[Matrix, ...]:
    """One matrix for each size in use, an empty one where nothing is scored."""
    sizes = sorted({line.item.size for line in lines if line.item.current or line.item.target})
    return tuple(_matrix(size, lines) for size in sizes or [DEFAULT_SIZE])


def _matrix(size: int, lines: Iterable[RiskLine]) -> Matrix:
    own = [line for line in lines if line.item.size == size]
    sides = range(1, size + 1)
    rows = tuple(
        (impact, tuple(_cell(Score(likelihood, impact, size), own) for likelihood in sides))
        for impact in reversed(sides)
    )
    return Matrix(size, rows)


def _cell(score: Score, lines: Iterable[RiskLine]) -> MatrixCell:
    band = score.band()
    placed = tuple(Placed(line.key, line.name, what) for line in lines if (what := _what(line, score)))
    return MatrixCell(score.value, band.name, BANDS.index(band) + 1, placed)


def _what(line: RiskLine, score: Score) -> str:
    here = (("now", line.item.current), ("aim", line.item.target))
    return " and ".join(name for name, each in here if each == score)
