"""Projects and actions of one council by plan: what is late, how far each is, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.choices import Choice
from dashboard.views.moments import day_words
from dashboard.views.plan_lines import (
    STATE_KINDS,
    STATE_WORDS,
    PlanLine,
    State,
    by_lateness,
    count_states,
    plan_line,
    proofs_of,
)
from dashboard.views.query import Query, one_of, text
from dashboard.views.text import Text, bold, join_text
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.plan import Action, Project

EVERY = "all"
NO_PLAN = "Without a plan"


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many items stand somewhere: its mark, its words, and what the address says for it."""

    kind: str
    words: str
    number: int
    state: str


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """The items of one plan, the late first, and how they stand in a few words."""

    title: str
    summary: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class Improvement:
    """All the improvement screen says of one council on one day.

    `plan`, `state` and `quality` are what is asked for, `all` unless told; `counts` are of the plan chosen.
    """

    area: Area
    as_at: date
    lead: Text
    plans: tuple[Choice, ...]
    plan: str
    states: tuple[Choice, ...]
    state: str
    qualities: tuple[Choice, ...]
    quality: str
    counts: tuple[StateCount, ...]
    groups: tuple[PlanGroup, ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        """Every line shown, in its order."""
        return tuple(line for group in self.groups for line in group.lines)


def improvement(
    connection: Connection, catalogue: Catalogue, area: Area, query: Query, today: date
) -> Improvement:
    """The projects and actions of a council, filtered as the address asks, on the day it asks for."""
    as_at = as_at_of(query, today)
    written = _written(connection, area.code)
    plans = sorted({_plan_of(each) for each in written})
    plan = one_of(query, "plan", plans, EVERY)
    qualities = sorted({one for each in written for one in each.content.quality_indicators})
    quality = one_of(query, "quality", qualities, EVERY)
    kept = [
        each
        for each in written
        if plan in (EVERY, _plan_of(each)) and quality in (EVERY, *each.content.quality_indicators)
    ]
    proofs = proofs_of(connection, catalogue, area.code, [each.content for each in kept])
    lines = [plan_line(each, as_at, proofs) for each in kept]
    state = one_of(query, "state", list(State), EVERY)
    return Improvement(
        area=area,
        as_at=as_at,
        lead=_lead(area, lines, as_at),
        plans=(Choice(EVERY, "All plans"), *(Choice(each, each) for each in plans)),
        plan=plan,
        states=(Choice(EVERY, "All"), *(Choice(each, STATE_WORDS[each]) for each in State)),
        state=state,
        qualities=(Choice(EVERY, "All"), *(Choice(each, each) for each in qualities)),
        quality=quality,
        counts=_counts(lines),
        groups=_groups([line for line in lines if state in (EVERY, line.state)]),
    )


def as_at_of(query: Query, today: date) -> date:
    """The day asked for as 2019-07-23; today where it is absent or no day."""
    try:
        return date.fromisoformat(text(query, "as_at"))
    except ValueError:
        return today


def _written(connection: Connection, area: str) -> list[Writing[Project] | Writing[Action]]:
    return [*writings.of_area(connection, Project, area), *writings.of_area(connection, Action, area)]


def _plan_of(written: Writing[Project] | Writing[Action]) -> str:
    return written.content.plan or NO_PLAN


def _counts(lines: Sequence[PlanLine]) -> tuple[StateCount, ...]:
    found = count_states(lines)
    return tuple(
        StateCount(STATE_KINDS[state], STATE_WORDS[state], number, state.value)
        for state, number in found.items()
    )


def _groups(lines: Sequence[PlanLine]) -> tuple[PlanGroup, ...]:
    """The lines by plan; the plan with the latest item first, those without a plan last."""
    plans: dict[str, list[PlanLine]] = {}
    for line in sorted(lines, key=by_lateness):
        plans.setdefault(line.item.plan or NO_PLAN, []).append(line)
    ordered = sorted(plans, key=lambda title: (title == NO_PLAN, by_lateness(plans[title][0])))
    return tuple(PlanGroup(title, _summary(plans[title]), tuple(plans[title])) for title in ordered)


def _summary(lines: Sequence[PlanLine]) -> str:
    """`1 behind its time, 2 on time, 1 complete`."""
    return ", ".join(f"{count} {STATE_WORDS[s].lower()}" for s, count in count_states(lines).items())


def _lead(area: Area, lines: Sequence[PlanLine], as_at: date) -> Text:
    if not lines:
        return join_text(bold(f"No project or action of {area.name} is written down."))
    late = sum(line.state in (State.OVERDUE, State.BEHIND) for line in lines)
    day = day_words(as_at.isoformat())
    noun = "project or action" if len(lines) == 1 else "projects and actions"
    if not late:
        return join_text(bold("Nothing is late"), f" among {len(lines)} {noun} of {area.name} on {day}.")
    overdue = sum(line.state is State.OVERDUE for line in lines)
    parts = [f"{overdue} overdue"] * bool(overdue) + [f"{late - overdue} behind its time"] * (late > overdue)
    said = f"{late} of {len(lines)} {noun} {'is' if late == 1 else 'are'} late"
    return join_text(bold(said), f" on {day}: {' and '.join(parts)}.")
