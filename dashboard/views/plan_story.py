"""One project or action whole: where it stands, all that is written of it, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.plan_lines import PlanLine, plan_line, proofs_of
from dashboard.views.versions import VersionLine, version_lines
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.plan import Action, Project
from indicators.written.steps import Status

NAMES = {
    "title": "Title", "plan": "Plan", "code": "Code", "area": "Area", "start": "Start", "due": "Due",
    "progress": "Progress", "position": "Position", "assigned_to": "Assigned to", "leads": "Leads",
    "quality_indicators": "Quality indicators", "success_criteria": "Success criteria",
    "indicators": "Indicators", "outcome": "Outcome", "implications": "Implications", "origin": "Origin",
}  # fmt: skip
"""The fields of an item in the words of the screen."""


@dataclass(frozen=True, slots=True)
class PlanStory:
    """An item on a day: its line, who else reads it so (`version`), and every version before.

    `area_name` is empty for an item of no one area; `said` are its texts by heading, empty ones left out.
    """

    line: PlanLine
    area: str
    area_name: str
    as_at: date
    version: int
    withdrawn: bool
    said: tuple[tuple[str, str], ...]
    versions: tuple[VersionLine, ...]


def kept_versions(connection: Connection, key: str) -> list[Writing[Project]] | list[Writing[Action]]:
    """Every version of a project or action, newest first; nothing where there is none of this id."""
    return writings.history(connection, Project, key) or writings.history(connection, Action, key)


def plan_story(
    connection: Connection, catalogue: Catalogue, key: str, seen_from: Area, as_at: date
) -> PlanStory | None:
    """The item of an id, None where there is none; one of no area is proved by the council in view."""
    kept = kept_versions(connection, key)
    if not kept:
        return None
    newest: Writing[Project] | Writing[Action] = kept[0]
    item = newest.content
    area = item.area or seen_from.code
    known = catalogue.areas.by_code.get(item.area)
    return PlanStory(
        line=plan_line(newest, as_at, proofs_of(connection, catalogue, area, [item])),
        area=area,
        area_name=known.name if known else "",
        as_at=as_at,
        version=newest.version,
        withdrawn=newest.status is Status.WITHDRAWN,
        said=_said(item),
        versions=version_lines(kept, NAMES),
    )


def _said(item: Project | Action) -> tuple[tuple[str, str], ...]:
    texts = (
        ("Plan", item.plan),
        ("Outcome", item.outcome),
        ("Success criteria", item.success_criteria),
        ("Quality indicators", "; ".join(item.quality_indicators)),
        ("Position", item.position),
        ("Implications", item.implications),
        ("Printed in", item.origin),
    )
    return tuple((name, words) for name, words in texts if words)
