"""Every kind of content that people write, by the name it is kept under."""

from __future__ import annotations

from typing import TypeAlias

from indicators.written.audit import Audit
from indicators.written.comment import Comment
from indicators.written.issue import Issue
from indicators.written.plan import Action, PlanItem, Project
from indicators.written.risk import RegisteredRisk
from indicators.written.scorecard import ScorecardEdit
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status

Content: TypeAlias = Comment | Action | Project | Audit | RegisteredRisk | ScorecardEdit | Issue | Snapshot

KINDS: dict[str, type[Content]] = {
    kind.kind: kind
    for kind in (Comment, Action, Project, Audit, RegisteredRisk, ScorecardEdit, Issue, Snapshot)
}
# What is never edited: it says what was seen or sent. It can only be withdrawn.
FROZEN = frozenset({Snapshot.kind, Issue.kind})
# Kinds that name, in a list of their own, the indicators that belong to them.
LINKED = (Action.kind, Project.kind, RegisteredRisk.kind)


def statuses_of(kind: str) -> tuple[Status, ...]:
    """The statuses a kind may have."""
    if kind == Comment.kind:
        return Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.WITHDRAWN
    return Status.KEPT, Status.WITHDRAWN


def linked_to(content: Content) -> tuple[str, ...]:
    """The codes of the indicators something belongs to."""
    if isinstance(content, PlanItem | RegisteredRisk):
        return content.indicators
    return (content.place.indicator,) if content.place.indicator else ()
