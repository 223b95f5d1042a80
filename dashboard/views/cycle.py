"""The reporting cycle of a council: which audience is owed a report, and what each was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.moments import day_words
from dashboard.views.text import Text, bold, join_text, number_words
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.cycle import Due, Standing, Window, calendar
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.issue import Issue
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """One audience: what it gets and how often, and whether it is owed a report; `snapshot` is a key.

    `light` is green for one that has its report, else none; `standing` is empty where no frequency is set.
    """

    title: str
    gets: str
    frequency: str
    place: str
    standing: str
    months: str
    next_due: str
    snapshot: str = ""
    light: str = "none"


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """Something issued: to whom, when, by whom, for which months, what, and the reason all the same."""

    audience: str
    title: str
    issued: str
    months: str
    snapshot: str
    override: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a form may choose: its code or key, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class CycleView:
    """All the reporting cycle says."""

    area: Area
    as_at: str
    lead: Text
    audiences: tuple[AudienceLine, ...]
    issued: tuple[IssuedLine, ...]
    to: tuple[Choice, ...]
    snapshots: tuple[Choice, ...]


def cycle(connection: Connection, catalogue: Catalogue, area: Area, as_at: date) -> CycleView:
    """Where the audiences of a council stand on a day; issues withdrawn since do not count."""
    kept = writings.of_area(connection, Issue, area.code)
    due = calendar(catalogue.audiences.values(), as_at, [each.content for each in kept], area.code)
    newest = sorted(kept, key=lambda each: (each.content.issued_on, each.written_at), reverse=True)
    return CycleView(
        area=area,
        as_at=day_words(as_at.isoformat()),
        lead=_lead(due),
        audiences=tuple(_audience(each) for each in due),
        issued=tuple(_issued(catalogue, each) for each in newest),
        to=tuple(Choice(each.audience.code, each.audience.title) for each in due),
        snapshots=_snapshots(connection, area.code),
    )


def _snapshots(connection: Connection, area: str) -> tuple[Choice, ...]:
    """The snapshots of the council, the latest meeting first."""
    kept = [
        each for each in writings.every(connection, Snapshot)
        if each.content.area == area and each.status is not Status.WITHDRAWN
    ]  # fmt: skip
    newest = sorted(kept, key=lambda each: each.content.held_on, reverse=True)
    return tuple(Choice(each.id, _meeting(each.content)) for each in newest)


def _meeting(snapshot: Snapshot) -> str:
    held = day_words(snapshot.held_on.isoformat())
    return f"{snapshot.title}: {snapshot.meeting}, {held}{', final' if snapshot.final else ''}"


def _lead(due: Sequence[Due]) -> Text:
    counts = Counter(each.standing for each in due)
    owed, issued, unset = (counts[standing] for standing in (Standing.DUE, Standing.ISSUED, Standing.NOT_SET))
    said = f"{number_words(owed)} of {len(due)} audiences {'is' if owed == 1 else 'are'} owed a report"
    return join_text(
        bold(said[:1].upper() + said[1:]),
        f". {number_words(issued).capitalize()} {'has' if issued == 1 else 'have'} theirs; of "
        f"{number_words(unset)} no document says how often.",
    )


def _audience(due: Due) -> AudienceLine:
    return AudienceLine(
        title=due.audience.title,
        gets=due.audience.gets,
        frequency=due.audience.frequency.value.capitalize(),
        place=due.audience.place,
        standing=_standing(due),
        months=due.window.words if due.window else "",
        next_due=day_words(due.next_on.isoformat()) if due.next_on else "",
        snapshot=due.issue.snapshot if due.issue else "",
        light="green" if due.standing is Standing.ISSUED else "none",
    )


def _standing(due: Due) -> str:
    if due.standing is Standing.NOT_SET:
        return ""
    return f"Issued on {day_words(due.issue.issued_on.isoformat())}" if due.issue else "Due"


def _issued(catalogue: Catalogue, kept: Writing[Issue]) -> IssuedLine:
    said = kept.content
    audience = catalogue.audiences.get(said.audience)
    return IssuedLine(
        audience=audience.title if audience else said.audience,
        title=said.title,
        issued=f"{day_words(said.issued_on.isoformat())}, by {kept.author}",
        months=Window(said.covers_from, said.covers_to).words,
        snapshot=said.snapshot,
        override=said.override,
    )
