"""What changed on a scorecard since it was frozen for a meeting, each kind of change told apart.

A figure of the same period that has another value was revised, or only moved to the prices of another
year; one that was waited for arrived; a target that was moved is no performance; performance moved when a
newer period has another light.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indicators.figures import Status
from indicators.hidden_since import HIDDEN
from indicators.printed_periods import PeriodError, parse
from indicators.rag import SLACK
from indicators.written.snapshot import FrozenCell, FrozenComment, FrozenRow, FrozenTarget


class ChangeKind(StrEnum):
    """What happened to a row, in the order of a report."""

    MOVED = "performance moved"
    NEW_PERIOD = "new period"
    ARRIVED = "figure arrived"
    REVISED = "data revised"
    REBASED = "moved to other prices"
    TARGET_CHANGED = "target or threshold changed"
    COMMENT_CHANGED = "comment changed"
    PERIOD_GONE = "period no longer shown"
    HIDDEN = "hidden since the meeting"
    ADDED = "row added"
    REMOVED = "row removed"


WAITED_FOR = frozenset({Status.AWAITED, Status.NOT_SUBMITTED, Status.NOT_AVAILABLE, Status.MISSING})
"""What stands where a figure is still to come. One that was suppressed or withdrawn did not arrive later."""
_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one row: `before` and `after` as they were and are shown, empty for nothing.

    `light_before` and `light_after` are the words of the lights where the change gave another one.
    """

    kind: ChangeKind
    indicator: str
    title: str
    period: str = ""
    before: str = ""
    after: str = ""
    light_before: str = ""
    light_after: str = ""

    @property
    def new_light(self) -> bool:
        """True where the light is another than it was."""
        return self.light_before != self.light_after


def changes_since(frozen: Iterable[FrozenRow], now: Iterable[FrozenRow]) -> tuple[Change, ...]:
    """Every change between the rows of a snapshot and those the screen shows now.

    Rows are the same when indicator, section and subtitle are. By kind, then in the order of the screen.
    """
    then, today = _by_place(frozen), _by_place(now)
    found = [change for place, row in today.items() for change in _of_row(then.get(place), row)]
    found += [_whole(ChangeKind.REMOVED, row) for place, row in then.items() if place not in today]
    return tuple(sorted(found, key=lambda change: _ORDER[change.kind]))


def _by_place(rows: Iterable[FrozenRow]) -> dict[tuple[str, str, str], FrozenRow]:
    return {(row.section, row.subtitle, row.indicator): row for row in rows}


def _whole(kind: ChangeKind, row: FrozenRow) -> Change:
    return Change(kind, row.indicator, row.title)


def _of_row(then: FrozenRow | None, now: FrozenRow) -> Iterator[Change]:
    if then is None:
        yield _whole(ChangeKind.ADDED, now)
        return
    if then.hidden_since:
        # Any difference to what is left of it would tell something of what is hidden.
        yield Change(ChangeKind.HIDDEN, now.indicator, now.title, before=HIDDEN, after="not compared")
        return
    cells = {(cell.period, cell.basis): cell for cell in then.cells}
    kept = {(cell.period, cell.basis) for cell in now.cells}
    for cell in now.cells:
        before = cells.get((cell.period, cell.basis))
        if before is None:
            yield Change(ChangeKind.NEW_PERIOD, now.indicator, now.title, cell.period, after=cell.shown)
        else:
            yield from _of_cell(now, before, cell)
    for key, cell in cells.items():
        if key not in kept:
            yield Change(ChangeKind.PERIOD_GONE, now.indicator, now.title, cell.period, cell.shown)
    yield from _moved(then, now)
    yield from _of_comment(now, then.comment, now.comment)


def _of_cell(row: FrozenRow, before: FrozenCell, after: FrozenCell) -> Iterator[Change]:
    """What became of one period: its figure, and its target."""
    if _figure_differs(before, after):
        yield _between(_kind_of(before, after), row, before, after, before.shown, after.shown)
    if not _same_target(before.target, after.target):
        yield _between(
            ChangeKind.TARGET_CHANGED, row, before, after, _words(before.target), _words(after.target)
        )


def _kind_of(before: FrozenCell, after: FrozenCell) -> ChangeKind:
    """Why a figure differs: it arrived, its prices are those of another year, or it was revised."""
    if after.value is not None and before.value is None and before.status in WAITED_FOR:
        return ChangeKind.ARRIVED
    rebased = before.base_year != after.base_year and bool(before.base_year and after.base_year)
    numbers = before.value is not None and after.value is not None
    return ChangeKind.REBASED if rebased and numbers else ChangeKind.REVISED


def _between(
    kind: ChangeKind, row: FrozenRow, before: FrozenCell, after: FrozenCell, was: str, is_now: str
) -> Change:
    return Change(kind, row.indicator, row.title, after.period, was, is_now, before.light, after.light)


def _figure_differs(before: FrozenCell, after: FrozenCell) -> bool:
    if before.status != after.status or (before.value is None) != (after.value is None):
        return True
    return before.value is not None and after.value is not None and abs(before.value - after.value) > SLACK


def _same_target(before: FrozenTarget | None, after: FrozenTarget | None) -> bool:
    if before is None or after is None:
        return before is after
    pairs = ((before.low, after.low), (before.high, after.high), (before.tolerance, after.tolerance))
    return all(abs(was - is_now) <= SLACK for was, is_now in pairs)


def _words(target: FrozenTarget | None) -> str:
    """A target with its tolerance, so that a change of either can be seen."""
    return f"{target.words}, tolerance {target.tolerance:g}" if target else ""


def _moved(then: FrozenRow, now: FrozenRow) -> Iterator[Change]:
    """A newer period with another light than the newest period had in the snapshot."""
    before, after = then.told, now.told
    if before is None or after is None or before.light is after.light or not _newer(after, before):
        return
    yield _between(ChangeKind.MOVED, now, before, after, before.shown, after.shown)


def _newer(after: FrozenCell, before: FrozenCell) -> bool:
    try:
        return parse(before.period) < parse(after.period)
    except PeriodError:
        return False


def _of_comment(
    row: FrozenRow, before: FrozenComment | None, after: FrozenComment | None
) -> Iterator[Change]:
    said = [_said(comment) for comment in (before, after)]
    if said[0] != said[1]:
        about = after or before
        was, is_now = (" ".join(part for part in each if part) for each in said)
        period = about.period if about else ""
        yield Change(ChangeKind.COMMENT_CHANGED, row.indicator, row.title, period, was, is_now)


def _said(comment: FrozenComment | None) -> Sequence[str]:
    """What a reader sees of a comment; the number of its version is none of it."""
    if comment is None:
        return ()
    due = comment.due.isoformat() if comment.due else ""
    standing = "" if comment.approved else "(not approved)"
    return comment.period, comment.cause, comment.action, comment.owner, due, standing
