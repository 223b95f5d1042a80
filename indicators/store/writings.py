"""What people write, kept so that nothing is lost: every change is a further version of the same id.

Deleting is the status `withdrawn`. Whoever writes says which version they read; where somebody wrote
another one first, they are told and get it to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar, cast
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from indicators.store.schema import writings
from indicators.written.checks import Fault, WritingError
from indicators.written.codec import from_json, to_json
from indicators.written.kinds import FROZEN, KINDS, LINKED, Content, linked_to, statuses_of
from indicators.written.steps import Status

C = TypeVar("C", bound=Content)
_T = writings.c


@dataclass(frozen=True, slots=True)
class Writing(Generic[C]):
    """One version of something written: by whom, and when (UTC, ISO)."""

    id: str
    version: int
    status: Status
    content: C
    author: str
    written_at: str


class SomebodyWasFirst(Exception):  # noqa: N818 - it says what happened, and reads so where it is caught
    """Somebody wrote a version since this one was read; `theirs` is the latest, and stays as it is."""

    def __init__(self, theirs: Writing[Any]) -> None:
        self.theirs = theirs
        super().__init__(f"{theirs.author} changed this at {theirs.written_at}, after it was opened")


def write(
    connection: Connection,
    content: C,
    author: str,
    status: Status,
    key: str = "",
    based_on: int = 0,
    written_at: datetime | None = None,
) -> Writing[C]:
    """Add a version; without a key (its id), the first of something new. Within the caller's transaction.

    `based_on` is the version the author had before them, 0 for none; `written_at` is now unless told.
    Raises SomebodyWasFirst when that is no longer the latest, and WritingError for a status its kind does
    not have, a change of what is frozen, and a version of something that is not there.
    """
    made = Writing(key or uuid4().hex, based_on + 1, status, content, author, _moment(written_at))
    kept = latest(connection, type(content), made.id)
    if kept is not None and kept.version != based_on:
        raise SomebodyWasFirst(kept)
    _check(made, kept)
    try:
        with connection.begin_nested():
            connection.execute(insert(writings).values(_row(made)))
    except IntegrityError:
        raise SomebodyWasFirst(cast("Writing[C]", latest(connection, type(content), made.id))) from None
    return made


def mark(connection: Connection) -> int:
    """How many versions there are: another number, and something was written."""
    return int(connection.execute(select(func.count()).select_from(writings)).scalar_one())


def latest(connection: Connection, kind: type[C], key: str) -> Writing[C] | None:
    """The latest version of something, withdrawn or not; None where there is none."""
    query = _select().where(_T.kind == kind.kind, _T.id == key).order_by(_T.version.desc()).limit(1)
    return next(_read(connection, kind, query), None)


def history(connection: Connection, kind: type[C], key: str) -> list[Writing[C]]:
    """Every version of something, newest first."""
    query = _select().where(_T.kind == kind.kind, _T.id == key).order_by(_T.version.desc())
    return list(_read(connection, kind, query))


def of_indicator(connection: Connection, kind: type[C], code: str, area: str) -> list[Writing[C]]:
    """The latest versions about an indicator of an area, or linked to it; without those withdrawn."""
    about = _T.area_code == area if kind.kind in LINKED else _about(code, area)
    return [each for each in _latest_of(connection, kind, about) if code in linked_to(each.content)]


def of_area(connection: Connection, kind: type[C], area: str) -> list[Writing[C]]:
    """The latest versions of an area, and those of no area; without those withdrawn."""
    return _latest_of(connection, kind, or_(_T.area_code == area, _T.area_code == ""))


def every(connection: Connection, kind: type[C]) -> list[Writing[C]]:
    """The latest version of everything of a kind, withdrawn or not."""
    return list(_read(connection, kind, _latest(kind)))


def versions_of_indicators(
    connection: Connection, kind: type[C], codes: Iterable[str], area: str
) -> dict[str, list[Writing[C]]]:
    """Every version of all that is about some indicators of an area, newest first, by id."""
    query = _select().where(_T.kind == kind.kind, _T.indicator_code.in_(sorted(codes)), _T.area_code == area)
    found: dict[str, list[Writing[C]]] = {}
    for each in _read(connection, kind, query.order_by(_T.id, _T.version.desc())):
        found.setdefault(each.id, []).append(each)
    return found


def _about(code: str, area: str) -> ColumnElement[bool]:
    return and_(_T.indicator_code == code, _T.area_code == area)


def _latest_of(connection: Connection, kind: type[C], about: ColumnElement[bool]) -> list[Writing[C]]:
    query = _latest(kind).where(about, _T.status != Status.WITHDRAWN.value)
    return list(_read(connection, kind, query))


def _latest(kind: type[C]) -> Select[Any]:
    """The latest version of each id of a kind, those written first first."""
    other = writings.alias("other")
    newest = select(func.max(other.c.version)).where(other.c.kind == _T.kind, other.c.id == _T.id)
    query = _select().where(_T.kind == kind.kind, _T.version == newest.scalar_subquery())
    return query.order_by(_T.written_at, _T.id)


def _select() -> Select[Any]:
    return select(_T.id, _T.version, _T.status, _T.body, _T.author, _T.written_at)


def _read(connection: Connection, kind: type[C], query: Select[Any]) -> Iterator[Writing[C]]:
    for row in connection.execute(query):
        yield _writing(kind, row)


def _writing(kind: type[C], row: Row[Any]) -> Writing[C]:
    content = from_json(kind, row.body)
    return Writing(row.id, row.version, Status(row.status), content, row.author, row.written_at)


def _row(made: Writing[C]) -> dict[str, Any]:
    place = made.content.place
    return {
        "kind": made.content.kind,
        "id": made.id,
        "version": made.version,
        "indicator_code": place.indicator or None,
        "area_code": place.area,
        "period": place.period,
        "status": made.status.value,
        "body": to_json(made.content),
        "author": made.author,
        "written_at": made.written_at,
    }


def _check(made: Writing[C], kept: Writing[C] | None) -> None:
    """Refuse what its kind does not allow; the rights of the author are the caller's to check."""
    kind = made.content.kind
    if not made.author.strip():
        raise WritingError([Fault("Author", "Author: nobody is named; sign in first.")])
    if made.status not in statuses_of(kind) or kind not in KINDS:
        raise WritingError([Fault("Status", f"Status: a {kind} is never {made.status}.")])
    if made.version > 1 and kept is None:
        raise WritingError([Fault("Version", f"Version: there is no {kind} '{made.id}' to change.")])
    frozen = kept is not None and kind in FROZEN
    if frozen and kept and (made.status is not Status.WITHDRAWN or made.content != kept.content):
        raise WritingError([Fault("Status", f"Status: a {kind} stays as it was; withdraw it instead.")])


def _moment(written_at: datetime | None) -> str:
    return (written_at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
