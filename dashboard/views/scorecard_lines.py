"""Rows of a scorecard that are no indicators: projects, actions, what goes on, and what nothing tells yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from textwrap import shorten

from sqlalchemy import Connection

from dashboard.views.moments import day_words
from indicators.catalogue import Catalogue
from indicators.projects import Stage
from indicators.rag import Light
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.vocabulary import Section
from indicators.written.plan import Action, Project

PROJECT, ACTION, ACTIVITY = "Improvement project", "Action", "Ongoing activity"
NO_INDICATOR = "No indicator yet"
NOT_LOADED = "Not in this store: load the plan it belongs to"
LONGEST_TITLE = 160
_LIGHTS = {Light.GREEN: "On track", Light.AMBER: "Slightly behind", Light.RED: "Behind"}
_STAGES = {Stage.COMPLETE: "Complete", Stage.OVERDUE: "Overdue"}


@dataclass(frozen=True, slots=True)
class CardLine:
    """A row in its own words; `light` is green, amber or red for a judged project or action, else none.

    `standing` are the words beside its mark, empty where it has none; `key` is the id of a project or action
    that has a page; `indicators` are the codes of its section that an action is about.
    """

    kind: str
    title: str
    words: str = ""
    light: str = "none"
    standing: str = ""
    key: str = ""
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """Projects by key, and the actions of an area, each at its latest version."""

    projects: Mapping[str, Writing[Project]] = field(default_factory=dict)
    actions: Sequence[Writing[Action]] = ()


def planned(connection: Connection, sections: Iterable[Section], area: str) -> Planned:
    """The projects the sections name, without those not there, and the actions of an area."""
    keys = dict.fromkeys(key for section in sections for key in section.projects)
    found = ((key, writings.latest(connection, Project, key)) for key in keys)
    actions = writings.of_area(connection, Action, area)
    return Planned(
        {key: project for key, project in found if project is not None},
        [each for each in actions if each.content.area == area],
    )


def lines_of(section: Section, plans: Planned, catalogue: Catalogue) -> tuple[CardLine, ...]:
    """The rows of a section after its indicators."""
    return (
        *(_project(key, plans.projects.get(key)) for key in section.projects),
        *_actions(section, plans.actions, catalogue),
        *(CardLine(ACTIVITY, words) for words in section.activities),
        *(CardLine(NO_INDICATOR, words) for words in section.no_indicator),
    )


def _actions(
    section: Section, actions: Iterable[Writing[Action]], catalogue: Catalogue
) -> Iterator[CardLine]:
    """The actions that are to prove themselves by an indicator of a section, those written first first.

    A long title is cut; the page of the action has all of it.
    """
    for kept in actions:
        item = kept.content
        codes = tuple(code for code in section.indicators if code in item.indicators)
        if codes:
            about = f"For {', '.join(f'“{catalogue[code].short_title}”' for code in codes)}"
            title = shorten(" ".join(filter(None, (item.code, item.title))), LONGEST_TITLE, placeholder=" …")
            before = filter(None, (about, item.assigned_to or ", ".join(item.leads)))
            yield replace(_line(ACTION, title, kept, before), indicators=codes)


def _project(key: str, kept: Writing[Project] | None) -> CardLine:
    return _line(PROJECT, kept.content.title, kept) if kept else CardLine(PROJECT, key, NOT_LOADED)


def _line(
    kind: str, title: str, kept: Writing[Project] | Writing[Action], before: Iterable[str] = ()
) -> CardLine:
    """An item as it stood on the day its position was written: a later day would judge an old position."""
    as_at = date.fromisoformat(kept.written_at[:10])
    found = kept.content.standing(as_at)
    due = [f"due {kept.content.due.words}"] if kept.content.due.words else []
    stands = ", ".join([f"{found.words} at {day_words(kept.written_at)}", *due])
    return CardLine(
        kind=kind,
        title=title,
        words="; ".join([*before, stands]),
        light=found.light.value if found.light.judged else "none",
        standing=_STAGES.get(found.stage, _LIGHTS.get(found.light, "")),
        key=kept.id,
    )
