"""Rows of a scorecard that are no indicators: projects, what goes on, and what no indicator tells yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.moments import day_words
from indicators.projects import Stage
from indicators.rag import Light
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.vocabulary import Section
from indicators.written.plan import Project

PROJECT, ACTIVITY, NO_INDICATOR = "Improvement project", "Ongoing activity", "No indicator yet"
NOT_LOADED = "Not in this store: load the plan it belongs to"
_LIGHTS = {Light.GREEN: "On track", Light.AMBER: "Slightly behind", Light.RED: "Behind"}
_STAGES = {Stage.COMPLETE: "Complete", Stage.OVERDUE: "Overdue"}

Projects = Mapping[str, Writing[Project]]


@dataclass(frozen=True, slots=True)
class CardLine:
    """A row in its own words; `light` is green, amber or red for a judged project, else none.

    `standing` are the words beside its mark, empty where it has none.
    """

    kind: str
    title: str
    words: str = ""
    light: str = "none"
    standing: str = ""


def projects_of(connection: Connection, sections: Iterable[Section]) -> Projects:
    """The projects the sections name, by key, each at its latest version; those not there are left out."""
    keys = dict.fromkeys(key for section in sections for key in section.projects)
    found = ((key, writings.latest(connection, Project, key)) for key in keys)
    return {key: project for key, project in found if project is not None}


def lines_of(section: Section, projects: Projects) -> tuple[CardLine, ...]:
    """The rows of a section after its indicators."""
    return (
        *(_project(key, projects.get(key)) for key in section.projects),
        *(CardLine(ACTIVITY, words) for words in section.activities),
        *(CardLine(NO_INDICATOR, words) for words in section.no_indicator),
    )


def _project(key: str, kept: Writing[Project] | None) -> CardLine:
    """A project as it stood on the day its position was written: a later day would judge an old position."""
    if kept is None:
        return CardLine(PROJECT, key, NOT_LOADED)
    as_at = date.fromisoformat(kept.written_at[:10])
    found = kept.content.standing(as_at)
    due = f", due {kept.content.due.words}" if kept.content.due.words else ""
    light = found.light.value if found.light.judged else "none"
    return CardLine(
        kind=PROJECT,
        title=kept.content.title,
        words=f"{found.words} at {day_words(kept.written_at)}{due}",
        light=light,
        standing=_STAGES.get(found.stage, _LIGHTS.get(found.light, "")),
    )
