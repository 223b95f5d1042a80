"""The pack of a scorecard for a council: the same view as the screen, arranged as a paper for a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from dashboard.views.histories import Series, all_series
from dashboard.views.moments import day_words
from dashboard.views.pack_notes import definitions, quality_notes, source_notes
from dashboard.views.pack_parts import (
    Cover,
    LightCount,
    Pack,
    PackCell,
    PackOrder,
    PackPart,
    PackRow,
    PackSection,
)
from dashboard.views.pack_reds import long_trend, pack_red, trend_words
from dashboard.views.scorecard_rows import CardCell, CardRow
from dashboard.views.scorecards import CardGroup, ScorecardView, scorecard
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.changes_since import Change, ChangeKind
from indicators.rag import Light
from indicators.store import read
from indicators.vocabulary import Scorecard

NOT_SET = "not set"
DRAFT, PUBLIC = "DRAFT", "Public version"
_LIGHTS = ((Light.RED, "Off target"), (Light.AMBER, "Within tolerance"), (Light.GREEN, "On target"))


def pack(
    connection: Connection, catalogue: Catalogue, card: Scorecard, council: Area, order: PackOrder
) -> Pack:
    """The pack of a card; like the screen it shows the council a card belongs to, whoever asks."""
    view = scorecard(connection, catalogue, card, council)
    order = replace(order, comments={**view.comments, **order.comments})
    rows = _rows(view)
    series = _series_of(connection, catalogue, view, rows)
    codes = [row.code for row in rows]
    revised = read.revised_cells(connection, codes, [view.area.code])
    return Pack(
        cover=_cover(view, read.release(connection), order),
        summary=spoken(view.lead),
        counts=_counts(rows),
        reds=tuple(
            pack_red(row, series[row.code], view.area.name, order)
            for row in rows
            if row.standing is not None and row.standing.light is Light.RED
        ),
        columns=tuple(column.label for column in view.columns),
        sections=tuple(_section(group) for group in view.groups),
        changes=_changes(order),
        definitions=definitions(catalogue, rows),
        notes=quality_notes(rows, series, revised),
        sources=source_notes(catalogue, rows, series),
    )


def _rows(view: ScorecardView) -> list[CardRow]:
    return [row for group in view.groups for part in group.parts for row in part.rows]


def _series_of(
    connection: Connection, catalogue: Catalogue, view: ScorecardView, rows: list[CardRow]
) -> Mapping[str, Series]:
    """The series of every row, and of the national indicators that local ones answer to."""
    own = [catalogue[row.code] for row in rows]
    linked = [catalogue.resolve(item.counterpart) for item in own if item.counterpart]
    return all_series(connection, catalogue, view.area.code, [*own, *linked])


def _cover(view: ScorecardView, release: read.Release, order: PackOrder) -> Cover:
    """The first page; a meeting that nobody named is left out, an audience is said not to be set."""
    facts = (
        ("Audience", order.audience or NOT_SET),
        ("Meeting", ", ".join(filter(None, (order.meeting, order.held_on)))),
        ("Figures as at", day_words(release.loaded_at) if release.loaded_at else "no load yet"),
        ("Release", str(release.id)),
        ("Edition of the national framework", release.lgbf_edition),
        ("Final without every red explained", order.override if order.final else ""),
    )
    marks = (*(() if order.final else (DRAFT,)), *((PUBLIC,) if order.public else ()))
    return Cover(
        view.card.title, view.area.name, tuple((name, words) for name, words in facts if words), marks
    )


def _counts(rows: list[CardRow]) -> tuple[LightCount, ...]:
    """How many rows have each light; they are counted and never averaged."""
    found = Counter(row.standing.light for row in rows if row.standing is not None)
    lights = tuple(LightCount(light.value, words, found[light]) for light, words in _LIGHTS)
    return (*lights, LightCount("none", "No light", len(rows) - sum(each.count for each in lights)))


def _section(group: CardGroup) -> PackSection:
    parts = tuple(PackPart(part.subtitle, tuple(_row(row) for row in part.rows)) for part in group.parts)
    return PackSection(group.title, group.summary, parts)


def _row(row: CardRow) -> PackRow:
    return PackRow(
        label=row.label,
        title=row.title,
        cells=tuple(_cell(cell) for cell in row.cells),
        long=long_trend(row.standing) if row.standing else "",
        benchmark=f"{row.benchmark}, {row.benchmark_note}" if row.benchmark and not row.slim else "",
        slim=row.slim,
    )


def _cell(cell: CardCell) -> PackCell:
    trend = trend_words(cell.change) if cell.change and cell.change.arrow else ""
    return PackCell(cell.period, cell.value, cell.target, cell.badge, trend, cell.words)


def _changes(order: PackOrder) -> tuple[Change, ...] | None:
    """What changed; the public is not told of comments, which may be drafts."""
    if order.changes is None or not order.public:
        return order.changes
    return tuple(change for change in order.changes if change.kind is not ChangeKind.COMMENT_CHANGED)
