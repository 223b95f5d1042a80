"""The comment beside each row of a scorecard: the approved one of its newest figure, else the last draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from sqlalchemy import Connection

from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.comment import Comment
from indicators.written.snapshot import FrozenComment
from indicators.written.steps import Status, in_force

LONGEST_IN_A_LIST = 120


def comments_of(connection: Connection, area: str, periods: Mapping[str, str]) -> dict[str, FrozenComment]:
    """The comments on the figures of an area, by code; `periods` are the labels of the figures shown."""
    if not periods:
        return {}
    known = writings.versions_of_indicators(connection, Comment, periods, area).values()
    found: dict[str, FrozenComment] = {}
    for each in sorted(filter(None, map(_holding, known)), key=_rank):
        if each.content.period == periods[each.content.indicator]:
            found[each.content.indicator] = _frozen(each)
    return found


def parts_of(comment: FrozenComment | Comment | None) -> Iterable[tuple[str, str]]:
    """What a comment says in named parts, in the order it is read; nothing for no comment."""
    if comment is None:
        return ()
    due = f"{comment.due.day} {comment.due:%B %Y}" if comment.due else ""
    parts = (
        ("Cause", comment.cause), ("Action", comment.action), ("Owner", comment.owner), ("Due", due),
    )  # fmt: skip
    return tuple((name, words) for name, words in parts if words)


def in_short(comment: FrozenComment | None) -> str:
    """An approved comment in one line, for a list; empty for a draft and for none."""
    if comment is None or not comment.approved:
        return ""
    parts = (f"{name}: {_shortened(words)}" for name, words in parts_of(comment))
    return "; ".join(parts)


def _shortened(words: str) -> str:
    """The beginning of a text, in one line."""
    return shorten(words, LONGEST_IN_A_LIST, placeholder=" …")


def _holding(versions: Sequence[Writing[Comment]]) -> Writing[Comment] | None:
    """The version that is approved and holds; else the latest, unless it was withdrawn."""
    held = in_force(version.status for version in versions)
    if held is not None:
        return versions[held]
    return None if versions[0].status is Status.WITHDRAWN else versions[0]


def _rank(comment: Writing[Comment]) -> tuple[bool, str]:
    """Later ones are shown in place of earlier ones, an approved one in place of any draft."""
    return comment.status is Status.APPROVED, comment.written_at


def _frozen(comment: Writing[Comment]) -> FrozenComment:
    said = comment.content
    approved = comment.status is Status.APPROVED
    return FrozenComment(
        said.period, said.cause, said.action, said.owner, said.due, approved, comment.version
    )
