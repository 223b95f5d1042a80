"""Single care services with their grades: kept by a load, asked for by a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from indicators.areas import AreaKind
from indicators.grades import Grade
from indicators.store.bulk import bulk_insert
from indicators.store.schema import areas, editions, inspected_services, sources

_T = inspected_services.c


class ServiceMark(NamedTuple):
    """One theme of one service: `mark` is graded, not_assessed or blank; `grade` is 1 to 6 or None.

    `inspected_on` is an ISO day or empty, `as_at` the day the list describes.
    """

    area: str
    number: str
    name: str
    theme: str
    service_type: str
    sector: str
    mark: str
    grade: int | None
    inspected_on: str
    as_at: str
    locator: str


class GradeList(NamedTuple):
    """An edition that lists services of a council, with the day it describes and who published it."""

    edition_id: int
    label: str
    source: str
    publisher: str
    attribution: str
    as_at: str


class GoodServices(NamedTuple):
    """How many services of a council have a grade, and how many have none below good."""

    area: str
    graded: int
    good: int


def keep_marks(connection: Connection, edition_id: int, load_id: int, marks: Collection[ServiceMark]) -> int:
    """Replace what an edition lists; returns how many rows come, go or change.

    The same list again changes nothing, and its rows keep the load that brought them.
    """
    different = set(marks) ^ set(_marks_of(connection, edition_id))
    if not different:
        return 0
    connection.execute(inspected_services.delete().where(_T.edition_id == edition_id))
    rows = [
        (
            edition_id, mark.area, mark.number, mark.name, mark.theme, mark.service_type, mark.sector,
            mark.mark, mark.grade, mark.inspected_on, mark.as_at, mark.locator, load_id,
        )
        for mark in marks
    ]  # fmt: skip
    bulk_insert(connection, inspected_services, rows)
    return len(different)


def grade_lists(connection: Connection, area: str) -> list[GradeList]:
    """The editions that list services of a council, the newest first."""
    e, s = editions.c, sources.c
    query = (
        select(e.id, e.label, s.title, s.publisher, s.attribution, func.max(_T.as_at))
        .join(editions, e.id == _T.edition_id)
        .join(sources, s.code == e.source_code)
        .where(_T.area_code == area)
        .group_by(e.id, e.label, s.title, s.publisher, s.attribution)
        .order_by(func.max(_T.as_at).desc(), e.id.desc())
    )
    return [GradeList._make(row) for row in connection.execute(query)]


def services_of(connection: Connection, edition_id: int, area: str) -> list[ServiceMark]:
    """Every theme of every service of a council in an edition."""
    return _marks_of(connection, edition_id, area)


def good_by_council(
    connection: Connection, edition_id: int, service_types: Sequence[str], sectors: Sequence[str]
) -> list[GoodServices]:
    """For each council of an edition, its graded services of some types and sectors; empty means all."""
    wanted = [_T.edition_id == edition_id, _T.grade.is_not(None), areas.c.kind == AreaKind.COUNCIL.value]
    wanted += [_T.service_type.in_(service_types)] if service_types else []
    wanted += [_T.sector.in_(sectors)] if sectors else []
    lowest = (
        select(_T.area_code, _T.service_number, _T.name, func.min(_T.grade).label("lowest"))
        .join(areas, areas.c.code == _T.area_code)
        .where(*wanted)
        .group_by(_T.area_code, _T.service_number, _T.name)
        .subquery()
    )
    good = func.sum(case((lowest.c.lowest >= Grade.GOOD.value, 1), else_=0))
    query = select(lowest.c.area_code, func.count(), good).group_by(lowest.c.area_code)
    return [GoodServices(area, graded, int(count)) for area, graded, count in connection.execute(query)]


def _marks_of(connection: Connection, edition_id: int, area: str = "") -> list[ServiceMark]:
    query = select(
        _T.area_code, _T.service_number, _T.name, _T.theme, _T.service_type, _T.sector, _T.mark,
        _T.grade, _T.inspected_on, _T.as_at, _T.locator,
    ).where(_T.edition_id == edition_id)  # fmt: skip
    if area:
        query = query.where(_T.area_code == area)
    return [ServiceMark._make(row) for row in connection.execute(query)]
