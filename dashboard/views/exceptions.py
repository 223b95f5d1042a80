"""What one council has to explain: every indicator and project outside its band, with what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.card_comments import comments_of
from dashboard.views.choices import Choice
from dashboard.views.exception_rows import ExceptionRow, indicator_row, project_row
from dashboard.views.histories import Series
from dashboard.views.overview import series_in_view
from dashboard.views.query import Query, one_of
from dashboard.views.text import Text, bold, join_text, number_words
from indicators import exceptions as rules
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.exceptions import Kind, Notice, Watched, newest_first
from indicators.store import writings
from indicators.written.plan import Project
from indicators.written.snapshot import FrozenComment

ALL = "all"
OUTSIDE = "outside"
_REDS = (Kind.UNCOMMENTED_RED, Kind.NEW_RED, Kind.FIRST_RED, Kind.REPEAT_RED)
_OUTSIDE = (*_REDS, Kind.LATE_PROJECT, Kind.OVER_ACHIEVED)
SHOWN_FIRST = (*_OUTSIDE, Kind.RECOVERED)
"""What is listed unless another kind is asked for: outside the band in either direction, and back inside."""
_HEADINGS = {
    Kind.UNCOMMENTED_RED: "Off target, without an approved comment",
    Kind.NEW_RED: "Off target, explained",
    Kind.FIRST_RED: "Off target, explained",
    Kind.REPEAT_RED: "Off target, explained",
    Kind.LATE_PROJECT: "Projects behind their time",
    Kind.OVER_ACHIEVED: "Far better than the target",
    Kind.RECOVERED: "No longer off target",
    Kind.GREEN_WORST_QUARTER: "On target, yet in the worst quarter of councils",
    Kind.AWAITED: "Awaited",
    Kind.STALE: "Older than their cycle",
}


@dataclass(frozen=True, slots=True)
class RowsOfAKind:
    """The rows that are listed for the same reason."""

    heading: str
    rows: tuple[ExceptionRow, ...]


@dataclass(frozen=True, slots=True)
class Exceptions:
    """All the screen says; `counts` are of every kind within the service chosen."""

    area: Area
    lead: Text
    services: tuple[Choice, ...]
    service: str
    kind: str
    counts: tuple[tuple[Kind, int], ...]
    outside: int
    groups: tuple[RowsOfAKind, ...]

    @property
    def rows(self) -> list[ExceptionRow]:
        """All rows in their order."""
        return [row for group in self.groups for row in group.rows]


def slug(kind: Kind) -> str:
    """A kind as the address holds it: `new-red`."""
    return kind.name.lower().replace("_", "-")


def exceptions(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Exceptions:
    """The exceptions of a council: of all its services or one, of all kinds that matter or one."""
    every = series_in_view(connection, catalogue, area, every=True)
    held = {one.indicator.service for one in every.values()}
    services = [each for each in catalogue.shown_services() if each.code in held]
    service = one_of(query, "service", [s.code for s in services], ALL)
    kind = one_of(query, "kind", [OUTSIDE, *map(slug, Kind)], OUTSIDE)
    within = {code: one for code, one in every.items() if service in (ALL, one.indicator.service)}
    found = _rows(connection, area, within, with_projects=service == ALL)
    wanted = [row for row in found if _wanted(row, kind)]
    return Exceptions(
        area=area,
        lead=lead(found, next((s.title for s in services if s.code == service), "")),
        services=tuple(Choice(s.code, s.title) for s in services),
        service=service,
        kind=kind,
        counts=_counts(found),
        outside=sum(_wanted(row, OUTSIDE) for row in found),
        groups=_groups(wanted, kind),
    )


def _rows(
    connection: Connection, area: Area, every: Mapping[str, Series], with_projects: bool
) -> list[ExceptionRow]:
    """One row for each indicator and each project that there is a notice of."""
    told = {code: one.latest for code, one in every.items() if one.latest is not None}
    comments = comments_of(connection, area.code, {code: s.period.label for code, s in told.items()})
    late = _late_projects(connection, area) if with_projects else []
    if not told:
        return late
    as_at = max(standing.period.end for standing in told.values())
    found: dict[str, list[Notice]] = {}
    for notice in rules.notices([_watched(one, comments) for one in every.values()], (), as_at):
        found.setdefault(notice.subject, []).append(notice)
    return [*(indicator_row(every[code], why, comments.get(code)) for code, why in found.items()), *late]


def _watched(series: Series, comments: Mapping[str, FrozenComment]) -> Watched:
    comment = comments.get(series.indicator.code)
    return Watched(tuple(newest_first(series.history)), comment is not None and comment.approved)


def _late_projects(connection: Connection, area: Area) -> list[ExceptionRow]:
    """Those behind their time on the day their position was written: a later day would judge an old one."""
    rows = []
    for kept in sorted(writings.of_area(connection, Project, area.code), key=lambda kept: kept.content.title):
        as_at = date.fromisoformat(kept.written_at[:10])
        standing = kept.content.standing(as_at)
        if standing.late:
            rows.append(project_row(kept.id, kept.content, standing, as_at))
    return rows


def _wanted(row: ExceptionRow, kind: str) -> bool:
    return any(slug(each) == kind or (kind == OUTSIDE and each in SHOWN_FIRST) for each in row.kinds)


def _groups(rows: Sequence[ExceptionRow], asked: str) -> tuple[RowsOfAKind, ...]:
    """The rows under the first of their reasons that is shown at all."""
    by_heading: dict[str, list[ExceptionRow]] = {}
    for kind in Kind:
        same = [row for row in rows if _first(row, asked) is kind]
        by_heading.setdefault(_HEADINGS[kind], []).extend(same)
    return tuple(RowsOfAKind(heading, tuple(same)) for heading, same in by_heading.items() if same)


def _first(row: ExceptionRow, asked: str) -> Kind:
    return next(each for each in row.kinds if each in SHOWN_FIRST or slug(each) == asked)


def _counts(rows: Sequence[ExceptionRow]) -> tuple[tuple[Kind, int], ...]:
    count = Counter(kind for row in rows for kind in row.kinds)
    return tuple((kind, count[kind]) for kind in Kind if count[kind])


def lead(rows: Sequence[ExceptionRow], service: str = "") -> Text:
    """How many are off target and how many of them are explained, what is too good, and what is late.

    Of one service, by its title, it says so; projects are then not looked at.
    """
    kinds = Counter(kind for row in rows for kind in row.kinds)
    off = sum(row.off_target for row in rows)
    if not off:
        return join_text(_of(service), bold("Nothing is off target"), ". ", _others(kinds, not service))
    are = "indicator is" if off == 1 else "indicators are"
    explained = _unexplained(off, kinds[Kind.UNCOMMENTED_RED])
    what = f"{number_words(off).capitalize()} {are} off target"
    return join_text(_of(service), bold(what), f", {explained}. ", _others(kinds, not service))


def _of(service: str) -> str:
    return f"{service} alone. " if service else ""


def _unexplained(off: int, count: int) -> str:
    if not count:
        return "explained" if off == 1 else "each explained"
    if count == off:
        return "without an approved comment" if off == 1 else "none with an approved comment"
    return f"{number_words(count)} of them without an approved comment"


def _others(kinds: Mapping[Kind, int], with_projects: bool) -> str:
    good, late = kinds[Kind.OVER_ACHIEVED], kinds[Kind.LATE_PROJECT]
    better = f"{number_words(good)} {'is' if good < 2 else 'are'} far better than the target"
    behind = f"{number_words(late)} {'project is' if late == 1 else 'projects are'} behind time"
    if not late:
        behind = "no project is behind its time"
    return f"{better.capitalize()}; {behind}." if with_projects else f"{better.capitalize()}."
