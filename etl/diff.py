"""What changed between the state of the store after one load and after another.

Kinds: new; revised (another value or status); rebased (real terms in another year's prices); rounding
(the same number printed to another precision); withdrawn (now of that status); vanished (printed by an
earlier edition, and missing from a later one of the same source that prints the same indicator and basis).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from indicators.figures import Status
from indicators.store.as_at import PastFigure, PastKey, versions_as_at
from indicators.store.schema import figure_versions, loads

Kind = Literal["new", "revised", "rebased", "rounding", "withdrawn", "vanished"]
KINDS: tuple[Kind, ...] = ("revised", "withdrawn", "vanished", "rebased", "rounding", "new")
SHOWN_CHANGES = 20


class UnknownLoadError(ValueError):
    """A load that is not in the store."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is no longer what it was.

    Numbers are in the unit of the indicator; `change` is new minus old where both are known. All three
    are None for an indicator whose counts could identify people, and for a hidden cell (`kept_back`).
    """

    kind: Kind
    indicator: str
    area: str
    period: str
    basis: str
    old_value: float | None
    new_value: float | None
    change: float | None
    unit: str
    old_status: str
    new_status: str
    old_edition: str
    new_edition: str
    kept_back: bool


def differences(connection: Connection, first: int, second: int | None = None) -> list[Change]:
    """The changes a load made, or those between the state after one load and after another.

    Raises UnknownLoadError when the store has no such load.
    """
    check_load(connection, first)
    if second is not None:
        check_load(connection, second)
    before, after = (first - 1, first) if second is None else sorted((first, second))
    versions = figure_versions.c
    touched = select(versions.indicator_code).where(versions.load_id > before, versions.load_id <= after)
    codes = set(connection.execute(touched.distinct()).scalars())
    old = versions_as_at(connection, before, codes=codes)
    new = versions_as_at(connection, after, codes=codes)
    return sorted(_changes(old, new), key=lambda found: (KINDS.index(found.kind), *_place(found)))


def check_load(connection: Connection, number: int) -> None:
    """Raise UnknownLoadError unless the store has a load of this number."""
    if not connection.execute(select(loads.c.id).where(loads.c.id == number)).first():
        raise UnknownLoadError(f"there is no load {number}; python -m etl loads lists them")


def counts_of(changes: Sequence[Change]) -> dict[str, int]:
    """How many changes there are of each kind."""
    found = Counter(change.kind for change in changes)
    return {kind: found[kind] for kind in KINDS}


def changes_as_dict(changes: Sequence[Change]) -> dict[str, Any]:
    """Counts and changes as plain values, for JSON."""
    return {"counts": counts_of(changes), "changes": [asdict(change) for change in changes]}


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """The counts, then at most twenty changes, what matters most first."""
    yield ", ".join(f"{number:,} {kind}" for kind, number in counts_of(changes).items())
    for change in changes[:SHOWN_CHANGES]:
        what = f"{change.kind}: {change.indicator} {change.area} {change.period} ({change.basis})"
        yield f"{what} {_words(change)}"
    if len(changes) > SHOWN_CHANGES:
        yield f"and {len(changes) - SHOWN_CHANGES:,} more; --json lists all"


def _words(change: Change) -> str:
    if change.kept_back:
        return "numbers kept back: they could identify people"
    old = "" if change.kind == "new" else f"{_number(change.old_value, change.old_status)} -> "
    new = "not printed" if change.kind == "vanished" else _number(change.new_value, change.new_status)
    size = "" if change.change is None else f" ({change.change:+.12g} {change.unit})"
    return f"{old}{new}{size}, {change.new_edition}"


def _number(value: float | None, status: str) -> str:
    return status.replace("_", " ") if value is None else f"{value:.12g}"


def _place(change: Change) -> tuple[float, str, str, str, str]:
    return -abs(change.change or 0), change.indicator, change.period, change.area, change.basis


def _changes(old: Sequence[PastFigure], new: Sequence[PastFigure]) -> Iterator[Change]:
    before = {figure.key: figure for figure in old}
    for figure in new:
        earlier = before.get(figure.key)
        kind = _kind(earlier, figure)
        if kind is not None:
            yield _change(kind, earlier, figure, figure.edition)
    gone_before, gone = _vanished(old), _vanished(new)
    now = {figure.key: figure for figure in new}
    for key in gone.keys() - gone_before.keys():
        if key in before:
            yield _change("vanished", now[key], None, gone[key])


def _kind(old: PastFigure | None, new: PastFigure) -> Kind | None:
    if old is None:
        return "new"
    if (old.status, old.value) == (new.status, new.value):
        return None
    if old.status != new.status and new.status == Status.WITHDRAWN.value:
        return "withdrawn"
    if old.status == new.status and _is_rounding(old, new):
        return "rounding"
    return "rebased" if new.basis == "real" and old.base_year != new.base_year else "revised"


def _is_rounding(old: PastFigure, new: PastFigure) -> bool:
    if old.value is None or new.value is None:
        return False
    return abs(new.value - old.value) <= max(old.half_step, new.half_step) * (1 + 1e-6)


def _vanished(figures: Sequence[PastFigure]) -> dict[PastKey, str]:
    """Figures that a later edition of their source lacks though it prints their indicator: key to edition."""
    newest: dict[tuple[str, str, str], tuple[str, str]] = {}
    for figure in figures:
        group = (figure.source, figure.indicator, figure.basis)
        newest[group] = max(newest.get(group, ("", "")), (figure.published_on, figure.edition))
    latest = ((figure, newest[figure.source, figure.indicator, figure.basis]) for figure in figures)
    return {figure.key: label for figure, (date, label) in latest if figure.published_on < date}


def _change(kind: Kind, old: PastFigure | None, new: PastFigure | None, edition: str) -> Change:
    known = new or old
    assert known is not None
    shown = not (known.disclosive or known.hidden)
    old_value = old.value if old and shown else None
    new_value = new.value if new and shown else None
    both = old_value is not None and new_value is not None
    return Change(
        kind, *known.key, old_value, new_value,
        new_value - old_value if both else None,  # type: ignore[operator]
        known.unit, old.status if old else "", new.status if new else "", old.edition if old else "", edition,
        not shown,
    )  # fmt: skip
