"""Projects and actions as a sheet in the columns Pentana users know; `python -m etl plan` reads it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dashboard.views.plan_lines import PlanLine, Proof
from indicators.codes import published_code
from indicators.written.plan_rows import BETWEEN, COLUMNS, Shown, as_row

PLAN_HEADER: Sequence[str] = COLUMNS


def plan_rows(lines: Iterable[PlanLine]) -> Iterator[Sequence[str]]:
    """A row an item, every cell a text."""
    for line in lines:
        yield tuple(as_row(line.key, line.item, _shown(line)).values())


def _shown(line: PlanLine) -> Shown:
    """The status is the item's own light; value, target and trends are those of the indicators it names."""
    proofs = line.proofs
    return Shown(
        value=_each(proofs, [f"{proof.value} ({proof.period})" if proof.value else "" for proof in proofs]),
        target=_each(proofs, [proof.target for proof in proofs]),
        status=f"{line.badge.words}: {line.words}",
        short_trend=_each(proofs, [proof.short_trend for proof in proofs]),
        long_trend=_each(proofs, [proof.long_trend for proof in proofs]),
    )


def _each(proofs: Sequence[Proof], said: Sequence[str]) -> str:
    """What is said of one indicator alone; of several, each with its published code or its title."""
    if len(proofs) == 1:
        return said[0]
    return BETWEEN.join(
        f"{published_code(proof.code) or proof.title} {words}"
        for proof, words in zip(proofs, said, strict=True)
        if words
    )
