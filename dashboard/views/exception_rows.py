"""One row of the exceptions: what it shows, how far off it is, since when, and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.card_comments import parts_of
from dashboard.views.figure_list import Cell, source_cells, unit_words
from dashboard.views.histories import Series
from dashboard.views.moments import day_words
from dashboard.views.words import Badge, badge, shown_target, shown_value
from indicators.areas import Area
from indicators.display import change_text, number
from indicators.distance import distance, distance_words
from indicators.exceptions import Kind, Notice
from indicators.projects import ProjectStanding, Stage
from indicators.rag import Light
from indicators.standing import Standing
from indicators.store.rows import FigureRow
from indicators.written.plan import Project
from indicators.written.snapshot import FrozenComment

EXCEPTIONS_HEADER = (
    "indicator_code", "indicator", "area_code", "area", "period", "value", "shown", "unit", "status",
    "target", "target_shown", "light", "distance", "exception", "comment", "cause", "action", "owner", "due",
    "edition", "file", "locator", "loaded_at",
)  # fmt: skip
_TO_EXPLAIN = {Kind.UNCOMMENTED_RED, Kind.NEW_RED, Kind.FIRST_RED, Kind.REPEAT_RED, Kind.OVER_ACHIEVED}


@dataclass(frozen=True, slots=True)
class Said:
    """A comment in named parts; `state` is `Approved`, `Not approved yet` or empty where there is none."""

    state: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """An indicator or, without a code, a project; `kinds` in the order of a report, `why` the same in words.

    `label` is that of its period. `to_explain` is whether it wants a comment; `standing` and `figure` are
    what the row was made of, None for a project, of which `key` is the id.
    """

    code: str
    title: str
    period: str
    label: str
    value: str
    target: str
    badge: Badge
    distance: str
    kinds: tuple[Kind, ...]
    why: tuple[str, ...]
    said: Said
    to_explain: bool
    standing: Standing | None = None
    figure: FigureRow | None = None
    key: str = ""

    @property
    def off_target(self) -> bool:
        """True for an indicator in red."""
        return self.standing is not None and self.standing.light is Light.RED


def indicator_row(series: Series, notices: Sequence[Notice], comment: FrozenComment | None) -> ExceptionRow:
    """The row of an indicator. Raises ValueError for one without a figure."""
    standing = series.latest
    if standing is None:
        raise ValueError(f"{series.indicator.code} has no figure to make an exception of")
    kinds = tuple(notice.kind for notice in notices)
    own = (row for row in series.rows if row.area == standing.area and row.period == standing.period)
    return ExceptionRow(
        code=standing.indicator.code,
        title=standing.indicator.title,
        period=standing.period.words,
        label=standing.period.label,
        value=shown_value(standing),
        target=shown_target(standing),
        badge=badge(standing),
        distance=_distance(standing),
        kinds=kinds,
        why=tuple(notice.words for notice in notices if notice.kind is not Kind.UNCOMMENTED_RED),
        said=_said(comment),
        to_explain=not _TO_EXPLAIN.isdisjoint(kinds) and not (comment and comment.approved),
        standing=standing,
        figure=next(own, None),
    )


def project_row(key: str, project: Project, standing: ProjectStanding, as_at: date) -> ExceptionRow:
    """The row of a project behind its time, as at the day of its position."""
    done, expected = project.progress, standing.expected
    behind = expected - done if expected is not None and done is not None else None
    parts = (
        ("Position", project.position),
        ("Owner", project.assigned_to or ", ".join(project.leads)),
        ("Due", project.due.words),
    )
    overdue = standing.stage is Stage.OVERDUE
    return ExceptionRow(
        code="",
        title=project.title,
        period=day_words(as_at.isoformat()),
        label=as_at.isoformat(),
        value="none reported" if done is None else f"{number(done, 0)}% done",
        target="" if expected is None else f"{number(expected, 0)}% by then",
        badge=Badge("red", "Overdue" if overdue else "Behind"),
        distance="" if behind is None else f"{number(behind, 0)} points behind",
        kinds=(Kind.LATE_PROJECT,),
        why=(standing.words,),
        said=Said("", tuple((name, words) for name, words in parts if words)),
        to_explain=False,
        key=key,
    )


def exception_cells(area: Area, rows: Iterable[ExceptionRow]) -> list[tuple[Cell, ...]]:
    """The rows as a plain list for downloads."""
    return [_cells(area, row) for row in rows]


def _distance(standing: Standing) -> str:
    """What is missing to the target, or by how much a target is passed that is flagged as passed too far."""
    missing = distance(standing.indicator, standing.figure, standing.cut)
    if missing is None:
        return ""
    value, cut = standing.figure.number, standing.cut
    if standing.over_achieved and cut is not None and value is not None:
        passed = -cut.gap(standing.indicator.polarity, value)
        return f"{change_text(standing.indicator, passed)} better"
    words = distance_words(standing.indicator, missing)
    return words[:1].upper() + words[1:]


def _said(comment: FrozenComment | None) -> Said:
    if comment is None:
        return Said("", ())
    return Said("Approved" if comment.approved else "Not approved yet", tuple(parts_of(comment)))


def _cells(area: Area, row: ExceptionRow) -> tuple[Cell, ...]:
    standing, said = row.standing, dict(row.said.parts)
    cut = standing.cut if standing else None
    return (
        row.code,
        row.title,
        area.code,
        area.name,
        row.label,
        standing.figure.value if standing else None,
        row.value,
        unit_words(standing.indicator) if standing else "",
        standing.figure.status.value if standing else "",
        cut.low if cut else None,
        row.target,
        row.badge.words,
        row.distance,
        "; ".join(kind.value for kind in row.kinds),
        row.said.state,
        said.get("Cause") or said.get("Position", ""),
        said.get("Action", ""),
        said.get("Owner", ""),
        said.get("Due", ""),
        *source_cells(row.figure),
    )
