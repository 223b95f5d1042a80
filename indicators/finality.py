"""Whether a pack may be final: every red is explained, or somebody gives the reason why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.rag import Light
from indicators.written.snapshot import FrozenRow


@dataclass(frozen=True, slots=True)
class Finality:
    """The reds without an approved comment, and the reason given for going on all the same."""

    blocking: tuple[FrozenRow, ...]
    reason: str = ""

    @property
    def allowed(self) -> bool:
        """True where nothing blocks, or a reason is given, which is then printed in the pack."""
        return not self.blocking or bool(self.reason)

    @property
    def words(self) -> str:
        """What to say above the pack, or in it."""
        if not self.blocking:
            return "Every indicator off target has an approved comment"
        count = len(self.blocking)
        have = "1 indicator off target has" if count == 1 else f"{count} indicators off target have"
        said = f"{have} no approved comment"
        if self.reason:
            return f"{said}. Issued all the same: {self.reason}"
        return f"{said}: comment on it, or give the reason for issuing the pack without"


def finality(rows: Iterable[FrozenRow], reason: str = "") -> Finality:
    """Which reds block a pack: those whose newest figure has no approved comment of its own period."""
    return Finality(tuple(row for row in rows if _unexplained(row)), reason.strip())


def _unexplained(row: FrozenRow) -> bool:
    told = row.told
    if told is None or told.light is not Light.RED:
        return False
    return row.comment is None or not row.comment.approved or row.comment.period != told.period
