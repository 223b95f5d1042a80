"""Where something written stands, and who may take it further."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """Where something written stands. Only comments pass through the first three; deleting is the last."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class Right(StrEnum):
    """What somebody may do with what is written."""

    WRITE = "write"
    APPROVE = "approve"


_BOTH = frozenset(Right)
_APPROVER = frozenset({Right.APPROVE})
# Who may take a comment from one status to another; what is not listed nobody may do.
STEPS: dict[tuple[Status | None, Status], frozenset[Right]] = {
    (None, Status.DRAFT): _BOTH,
    (None, Status.SUBMITTED): _BOTH,
    (Status.DRAFT, Status.DRAFT): _BOTH,
    (Status.DRAFT, Status.SUBMITTED): _BOTH,
    (Status.DRAFT, Status.WITHDRAWN): _BOTH,
    (Status.SUBMITTED, Status.DRAFT): _BOTH,
    (Status.SUBMITTED, Status.APPROVED): _APPROVER,
    (Status.SUBMITTED, Status.WITHDRAWN): _BOTH,
    (Status.APPROVED, Status.DRAFT): _BOTH,
    (Status.APPROVED, Status.WITHDRAWN): _APPROVER,
    (Status.WITHDRAWN, Status.DRAFT): _BOTH,
}


def may_step(before: Status | None, after: Status, rights: Iterable[Right]) -> bool:
    """True where somebody with these rights may take a comment there; `before` is None for a new one."""
    return bool(STEPS.get((before, after), frozenset()) & set(rights))


def steps_from(before: Status | None, rights: Iterable[Right]) -> tuple[Status, ...]:
    """The statuses somebody with these rights may choose next, in their order."""
    held = tuple(rights)
    return tuple(after for after in Status if may_step(before, after, held))


def in_force(statuses: Iterable[Status]) -> int | None:
    """Which of the versions, newest first, is approved and holds; None where none does.

    A newer draft leaves the approved one standing until it is approved itself; a withdrawal ends it.
    """
    for place, status in enumerate(statuses):
        if status is Status.WITHDRAWN:
            return None
        if status is Status.APPROVED:
            return place
    return None
