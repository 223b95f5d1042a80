"""A project or action as a line of a screen: its light in words, how late it is, and what proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from dashboard.views.histories import Series, all_series
from dashboard.views.words import Badge, badge, change, shown_target, shown_value
from indicators.catalogue import Catalogue
from indicators.display import number
from indicators.projects import ProjectStanding, Stage
from indicators.rag import Light
from indicators.store.writings import Writing
from indicators.trends import Trend
from indicators.written.plan import Action, Project
from indicators.written.risk import RegisteredRisk


class State(StrEnum):
    """Where an item stands, as the list is filtered by it; the late come first."""

    OVERDUE = "overdue"
    BEHIND = "behind"
    SLIPPING = "slipping"
    ON_TIME = "on_time"
    COMPLETE = "complete"
    NO_LIGHT = "no_light"


STATE_WORDS = {
    State.OVERDUE: "Overdue",
    State.BEHIND: "Behind its time",
    State.SLIPPING: "Slightly behind",
    State.ON_TIME: "On time",
    State.COMPLETE: "Complete",
    State.NO_LIGHT: "No light",
}
STATE_KINDS = {
    State.OVERDUE: "red",
    State.BEHIND: "red",
    State.SLIPPING: "amber",
    State.ON_TIME: "green",
    State.COMPLETE: "green",
    State.NO_LIGHT: "none",
}
_BY_LIGHT = {
    Light.RED: State.BEHIND,
    Light.AMBER: State.SLIPPING,
    Light.GREEN: State.ON_TIME,
}
_KIND_WORDS = {Project.kind: "Project", Action.kind: "Action"}


@dataclass(frozen=True, slots=True)
class Proof:
    """An indicator that proves an item: its latest figure, target, light and trends; empty without one.

    `when` is the period in a sentence: `in 2021-22`, `on 31 July 2023`.
    """

    code: str
    title: str
    period: str = ""
    when: str = ""
    value: str = ""
    target: str = ""
    badge: Badge | None = None
    short_trend: str = ""
    long_trend: str = ""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One item: what is written of it, and where it stands on the day asked for.

    `words` is its standing in a sentence, `expected` the progress expected of it (percent), `overdue` the
    days since it was due, 0 where it is not.
    """

    key: str
    kind: str
    item: Project | Action
    state: State
    badge: Badge
    words: str
    expected: float | None
    overdue: int
    proofs: tuple[Proof, ...]

    @property
    def done(self) -> str:
        """`33%`, or that nobody reported it."""
        return "No position reported" if self.item.progress is None else f"{number(self.item.progress, 0)}%"

    @property
    def overdue_words(self) -> str:
        """`1 day overdue`, `412 days overdue`, empty where it is not."""
        return f"{self.overdue:,} day{'' if self.overdue == 1 else 's'} overdue" if self.overdue else ""


def plan_line(
    written: Writing[Project] | Writing[Action], as_at: date, proofs: Mapping[str, Proof]
) -> PlanLine:
    """The line of an item on a day."""
    item = written.content
    standing = item.standing(as_at)
    state = _state(standing)
    late = standing.stage is Stage.OVERDUE and item.due.day is not None
    return PlanLine(
        key=written.id,
        kind=_KIND_WORDS[item.kind],
        item=item,
        state=state,
        badge=Badge(STATE_KINDS[state], _pill(standing, state)),
        words=standing.words,
        expected=standing.expected,
        overdue=(as_at - item.due.day).days if late and item.due.day else 0,
        proofs=tuple(proofs[code] for code in item.indicators if code in proofs),
    )


def by_lateness(line: PlanLine) -> tuple[int, int, tuple[bool, date, str], str]:
    """What to sort by: the late first, the longest overdue before the others, then what is due first."""
    return list(State).index(line.state), -line.overdue, line.item.due.order, line.item.code


def proofs_of(
    connection: Connection,
    catalogue: Catalogue,
    area: str,
    items: Iterable[Project | Action | RegisteredRisk],
) -> dict[str, Proof]:
    """The latest standing of each indicator that items of an area name, by code."""
    codes = dict.fromkeys(code for item in items for code in item.indicators)
    known = [catalogue[code] for code in codes if code in catalogue.indicators]
    series = all_series(connection, catalogue, area, known) if known else {}
    return {code: _proof(code, series.get(code)) for code in codes}


def _proof(code: str, series: Series | None) -> Proof:
    if series is None:
        return Proof(code, code)
    standing, title = series.latest, series.indicator.short_title
    if standing is None:
        return Proof(code, title)
    short = change(standing)
    return Proof(
        code=code,
        title=title,
        period=standing.period.words,
        when=standing.period.when,
        value=shown_value(standing),
        target=shown_target(standing),
        badge=badge(standing),
        short_trend=" ".join(filter(None, (short.size, short.note))),
        long_trend=_movement(standing.long),
    )


def _movement(trend: Trend | None) -> str:
    return trend.movement.value if trend else ""


def _state(standing: ProjectStanding) -> State:
    if standing.stage is Stage.OVERDUE:
        return State.OVERDUE
    if standing.stage is Stage.COMPLETE:
        return State.COMPLETE
    return _BY_LIGHT.get(standing.light, State.NO_LIGHT)


def _pill(standing: ProjectStanding, state: State) -> str:
    """The words of the pill; without a light they say why there is none."""
    if state is not State.NO_LIGHT:
        return STATE_WORDS[state]
    if standing.stage is Stage.NOT_STARTED:
        return "Not due to start"
    if standing.stage is Stage.NOT_REPORTED:
        return "No position reported"
    return "No due date" if standing.project.due is None else "No start date"


def count_states(lines: Sequence[PlanLine]) -> dict[State, int]:
    """How many items stand where, the late first; states without any are left out."""
    found = {state: sum(line.state is state for line in lines) for state in State}
    return {state: count for state, count in found.items() if count}
