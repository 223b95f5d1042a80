"""The audit programme of one council: planned, done and found, what fell short first; and one audit whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.moments import day_words
from dashboard.views.text import Text, bold, counted, join_text, number_words
from dashboard.views.versions import VersionLine, version_lines
from dashboard.views.words import Badge
from indicators.areas import Area
from indicators.display import number
from indicators.rag import Light
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.audit import Audit
from indicators.written.steps import Status

NAMES = {
    "title": "Title", "planned": "Planned", "area": "Area", "done": "Done", "due": "Due", "theme": "Theme",
    "lead": "Lead", "strengths": "Strengths", "areas_for_development": "Areas for development",
}  # fmt: skip
"""The fields of an audit in the words of the screen."""
_LIGHTS = {
    Light.RED: Badge("red", "Fewer than planned"),
    Light.AMBER: Badge("amber", "Nearly all done"),
    Light.GREEN: Badge("green", "Done as planned"),
    Light.NO_DATA: Badge("none", "Not reported"),
}
_NOT_DUE = Badge("none", "Not due yet")
_ORDER = (*_LIGHTS.values(), _NOT_DUE)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One audit: what is written of it, its light, and the share done (`50%`; empty where not reported)."""

    key: str
    item: Audit
    badge: Badge
    share: str
    words: str


@dataclass(frozen=True, slots=True)
class Audits:
    """The programme of a council on a day."""

    area: Area
    as_at: date
    lead: Text
    lines: tuple[AuditLine, ...]


@dataclass(frozen=True, slots=True)
class AuditStory:
    """One audit whole, with the version a form is opened at."""

    line: AuditLine
    version: int
    withdrawn: bool
    versions: tuple[VersionLine, ...]


def audits(connection: Connection, area: Area, as_at: date) -> Audits:
    """The audits of a council; what fell short first, then by the day they are due."""
    lines = [audit_line(each, as_at) for each in writings.of_area(connection, Audit, area.code)]
    lines.sort(key=lambda line: (_ORDER.index(line.badge), line.item.due.order, line.item.title))
    return Audits(area, as_at, _lead(area, lines, as_at), tuple(lines))


def audit_story(connection: Connection, key: str, as_at: date) -> AuditStory | None:
    """The audit of an id, None where there is none."""
    kept = writings.history(connection, Audit, key)
    if not kept:
        return None
    newest = kept[0]
    withdrawn = newest.status is Status.WITHDRAWN
    return AuditStory(audit_line(newest, as_at), newest.version, withdrawn, version_lines(kept, NAMES))


def audit_line(written: Writing[Audit], as_at: date) -> AuditLine:
    """The line of an audit on a day."""
    found = written.content.audited
    share = "" if found.share is None else f"{number(found.share, 0)}%"
    badge = _LIGHTS.get(found.light(as_at), _NOT_DUE)
    return AuditLine(written.id, written.content, badge, share, found.words)


def _lead(area: Area, lines: Sequence[AuditLine], as_at: date) -> Text:
    if not lines:
        return join_text(bold(f"No audit of {area.name} is written down."))
    short = sum(line.badge.kind in ("red", "amber") for line in lines)
    day = day_words(as_at.isoformat())
    every = counted(len(lines), "audit")
    if not short:
        return join_text(bold("No audit fell short of its plan"), f" among {every} on {day}.")
    said = f"{number_words(short).capitalize()} of {every} fell short of the plan"
    return join_text(bold(said), f" on {day}.")
