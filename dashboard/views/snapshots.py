"""Scorecards frozen for meetings: which there are, one of them, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import Connection

from dashboard.views.freezing import frozen_rows
from dashboard.views.hidden_figures import hidden_figures
from dashboard.views.moments import day_words, moment_words
from dashboard.views.scorecards import ScorecardView
from dashboard.views.words import LIGHT_WORDS
from indicators.catalogue import Catalogue
from indicators.changes_since import Change, ChangeKind, changes_since
from indicators.hidden_since import hidden_since, without_hidden
from indicators.printed_periods import words_of
from indicators.rag import Light
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status

_LIGHTS = {light.value: words for light, words in LIGHT_WORDS.items()}
_LIGHTS |= {Light.NO_DATA.value: "No figure", Light.SUPPRESSED.value: "Suppressed"}


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """One snapshot of a list: its key, and what it is in words; `withdrawn` by whom and when."""

    key: str
    meeting: str
    held_on: str
    frozen: str
    release: str
    standing: str
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One row that changed: its code, its title, and what happened in a sentence."""

    code: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one kind."""

    kind: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class SinceMeeting:
    """What changed since a snapshot: its key, its meeting in words, and the changes by kind."""

    key: str
    meeting: str
    count: int
    groups: tuple[ChangeGroup, ...]


def since_meeting(
    connection: Connection, catalogue: Catalogue, key: str, now: ScorecardView
) -> SinceMeeting | None:
    """What changed on a scorecard since a snapshot of it; None for any other key."""
    kept = snapshot_of(connection, catalogue, key)
    if kept is None or (kept.content.scorecard, kept.content.area) != (now.card.id, now.area.code):
        return None
    changes = changes_between(kept.content, now)
    meeting = f"{kept.content.meeting}, {day_words(kept.content.held_on.isoformat())}"
    return SinceMeeting(key, meeting, len(changes), grouped_changes(changes))


def snapshot_lines(connection: Connection, card: str, area: str) -> list[SnapshotLine]:
    """The snapshots of a scorecard and area as a list tells them."""
    return [line_of(connection, each) for each in snapshots_of(connection, card, area)]


def snapshots_of(connection: Connection, card: str, area: str) -> list[Writing[Snapshot]]:
    """The snapshots of a scorecard and area, the latest meeting first; those withdrawn come last."""
    found = (each for each in writings.every(connection, Snapshot) if each.content.scorecard == card)
    own = [each for each in found if each.content.area == area]
    newest = sorted(own, key=lambda each: (each.content.held_on, each.content.frozen_at), reverse=True)
    return sorted(newest, key=lambda each: each.status is Status.WITHDRAWN)


def snapshot_of(connection: Connection, catalogue: Catalogue, key: str) -> Writing[Snapshot] | None:
    """One snapshot by its key, withdrawn or not, as it may be shown today: every surface reads it here."""
    kept = writings.latest(connection, Snapshot, key) if key else None
    return replace(kept, content=shown_today(connection, catalogue, kept.content)) if kept else None


def shown_today(connection: Connection, catalogue: Catalogue, kept: Snapshot) -> Snapshot:
    """What was frozen without the numbers suppressed since; all of it if its area is no longer declared."""
    area = catalogue.areas.by_code.get(kept.area)
    if area is None:
        return kept
    codes = [row.indicator for row in kept.rows]
    return without_hidden(kept, hidden_since(kept, hidden_figures(connection, catalogue, codes, area)))


def line_of(connection: Connection, kept: Writing[Snapshot]) -> SnapshotLine:
    """A snapshot as a list tells it; who froze it wrote its first version."""
    first = writings.history(connection, Snapshot, kept.id)[-1]
    said = kept.content
    gone = kept.status is Status.WITHDRAWN
    return SnapshotLine(
        key=kept.id,
        meeting=said.meeting,
        held_on=day_words(said.held_on.isoformat()),
        frozen=f"{first.author}, {moment_words(said.frozen_at)}",
        release=str(said.release.last_load),
        standing="Final" if said.final else "Not final",
        withdrawn=f"Withdrawn by {kept.author} on {moment_words(kept.written_at)}" if gone else "",
    )


def changes_between(kept: Snapshot, now: ScorecardView) -> tuple[Change, ...]:
    """What changed from a snapshot to a scorecard that is already at hand."""
    return changes_since(kept.rows, frozen_rows(now))


def grouped_changes(changes: Sequence[Change]) -> tuple[ChangeGroup, ...]:
    """The changes by kind, each in words."""
    by_kind = groupby(changes, key=lambda change: change.kind)
    return tuple(
        ChangeGroup(
            kind.value.capitalize(),
            tuple(ChangeLine(each.indicator, each.title, change_sentence(each)) for each in found),
        )
        for kind, found in by_kind
    )


def change_sentence(change: Change) -> str:
    """`2021-22: 9.7%, was 7.8%; the light went from On target to Off target.`"""
    if change.kind is ChangeKind.ADDED:
        return "It was not on the scorecard then."
    if change.kind is ChangeKind.REMOVED:
        return "It is no longer on the scorecard."
    if change.kind is ChangeKind.HIDDEN:
        return "A figure of it is suppressed now, so it is not compared."
    period = f"{words_of(change.period)}: " if change.period else ""
    was, now = change.before or "nothing", change.after or "nothing"
    said = now if change.kind is ChangeKind.NEW_PERIOD else f"{now}, was {was}"
    if change.kind is ChangeKind.PERIOD_GONE:
        said = f"{was} then; the scorecard no longer shows this period"
    return f"{period}{said}{_light_words(change)}."


def light_words(light: str) -> str:
    """The words of the light of a change: `On target`."""
    return _LIGHTS.get(light, light)


def _light_words(change: Change) -> str:
    if not change.new_light:
        return ""
    was, now = light_words(change.light_before), light_words(change.light_after)
    return f"; the light went from {was} to {now}"
