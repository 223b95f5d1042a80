"""The history of something written: who said what and when, and what each version changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from dashboard.views.moments import moment_words
from indicators.risks import Score
from indicators.store.writings import Writing
from indicators.written.plan_files import PUBLISHED_AUTHOR
from indicators.written.steps import Status
from indicators.written.when import When

SHORTEST_TO_CUT = 80


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: its number, who wrote it and when, and what it changed, one sentence each."""

    number: int
    by: str
    changes: tuple[str, ...]


def version_lines(versions: Sequence[Writing[Any]], names: Mapping[str, str]) -> tuple[VersionLine, ...]:
    """The versions, newest first, as `writings.history` returns them; `names` are the fields in words."""
    before = [*versions[1:], None]
    return tuple(
        VersionLine(each.version, _by(each), tuple(_changes(each, earlier, names)))
        for each, earlier in zip(versions, before, strict=True)
    )


def _by(version: Writing[Any]) -> str:
    if version.author == PUBLISHED_AUTHOR:
        return f"Carried over from what was published, {moment_words(version.written_at).split(',')[0]}"
    return f"{version.author}, {moment_words(version.written_at)}"


def _changes(now: Writing[Any], before: Writing[Any] | None, names: Mapping[str, str]) -> Iterable[str]:
    if before is None:
        yield "First written"
        return
    if now.status is not before.status:
        yield "Withdrawn" if now.status is Status.WITHDRAWN else "Taken up again"
    for field in fields(now.content):
        old, new = getattr(before.content, field.name), getattr(now.content, field.name)
        if old != new:
            yield f"{names.get(field.name, field.name)}: {_told(old)} → {_told(new)}"


def _told(value: Any) -> str:
    """A value in a few words; what is empty is called so."""
    if isinstance(value, When):
        return value.words or "empty"
    if isinstance(value, Score):
        return value.words
    if isinstance(value, tuple):
        return "; ".join(value) or "empty"
    if isinstance(value, float):
        return f"{value:g}%"
    said = "" if value is None else str(value)
    return f"{said[:SHORTEST_TO_CUT]}…" if len(said) > SHORTEST_TO_CUT else said or "empty"
