"""The comment on one figure: what is in force, what waits, its whole history, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.card_comments import parts_of
from dashboard.views.moments import moment_words
from indicators.areas import Area
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.comment import Comment, key_of
from indicators.written.plan import Action, PlanItem, Project
from indicators.written.risk import RegisteredRisk
from indicators.written.steps import Right, Status, in_force, steps_from

STATUS_WORDS = {
    Status.DRAFT: "Draft, not submitted",
    Status.SUBMITTED: "Submitted, not approved",
    Status.APPROVED: "Approved",
    Status.WITHDRAWN: "Withdrawn",
}
_DONE_BY = {
    Status.DRAFT: "Written",
    Status.SUBMITTED: "Submitted",
    Status.APPROVED: "Approved",
    Status.WITHDRAWN: "Withdrawn",
}
RISK = "Risk"
TEXT_STEPS = (Status.DRAFT, Status.SUBMITTED)
"""What a text may be kept as by whoever writes it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a comment: its status, what it says in named parts, who made it and when."""

    number: int
    status: Status
    parts: tuple[tuple[str, str], ...]
    by: str


@dataclass(frozen=True, slots=True)
class Linked:
    """An action, a project or a risk that belongs to the indicator: its id, what it is, where it stands."""

    kind: str
    key: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Commentary:
    """All that is said about one figure; without a figure there is nothing to comment on.

    `content` is the latest text, to be changed further; `versions` are newest first; `text_steps` are what
    a changed text may become, `steps` what the latest text may become as it is.
    """

    indicator: str
    area: str
    period: str
    period_words: str
    content: Comment | None
    approved: Version | None
    newer: Version | None
    versions: tuple[Version, ...]
    text_steps: tuple[Status, ...]
    steps: tuple[Status, ...]
    linked: tuple[Linked, ...]

    @property
    def version(self) -> int:
        """The latest version, which a form is opened at; 0 before the first."""
        return self.versions[0].number if self.versions else 0


def commentary(connection: Connection, indicator: Indicator, area: Area, period: Period) -> Commentary:
    """What people wrote about the figure of a period."""
    key = key_of(indicator.code, area.code, period.label)
    kept = writings.history(connection, Comment, key)
    versions = tuple(_version(each) for each in kept)
    held = in_force(each.status for each in kept)
    latest = versions[0] if versions else None
    waits = latest is not None and latest.status in TEXT_STEPS
    next_steps = steps_from(latest.status if latest else None, Right)
    return Commentary(
        indicator=indicator.code,
        area=area.code,
        period=period.label,
        period_words=period.words,
        content=kept[0].content if kept else None,
        approved=versions[held] if held is not None else None,
        newer=latest if waits else None,
        versions=versions,
        text_steps=tuple(step for step in next_steps if step in TEXT_STEPS),
        steps=tuple(step for step in next_steps if latest and _without_text(latest.status, step)),
        linked=_linked(connection, indicator.code, area.code),
    )


def _without_text(before: Status, after: Status) -> bool:
    """True for the steps that leave the text as it is; an approved one is reopened by changing it."""
    sent_back = (before, after) == (Status.SUBMITTED, Status.DRAFT)
    return sent_back or after in (Status.SUBMITTED, Status.APPROVED, Status.WITHDRAWN)


def _version(kept: Writing[Comment]) -> Version:
    by = f"{_DONE_BY[kept.status]} by {kept.author}, {moment_words(kept.written_at)}"
    return Version(kept.version, kept.status, tuple(parts_of(kept.content)), by)


def _linked(connection: Connection, code: str, area: str) -> tuple[Linked, ...]:
    actions = writings.of_indicator(connection, Action, code, area)
    projects = writings.of_indicator(connection, Project, code, area)
    risks = writings.of_indicator(connection, RegisteredRisk, code, area)
    return (
        *(Linked("Action", each.id, each.content.title, _item_words(each.content)) for each in actions),
        *(Linked("Project", each.id, each.content.title, _item_words(each.content)) for each in projects),
        *(Linked(RISK, each.id, each.content.title, _risk_words(each.content)) for each in risks),
    )


def _item_words(item: PlanItem) -> str:
    progress = "no position reported" if item.progress is None else f"{item.progress:g}% done"
    due = f"due {item.due.words}" if item.due.words else ""
    return _joined((item.assigned_to or ", ".join(item.leads), due, progress))


def _risk_words(risk: RegisteredRisk) -> str:
    score = f"current score {risk.current.words}" if risk.current else "not scored"
    return _joined((risk.owner, score))


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(filter(None, parts))
