"""The pack of a scorecard for a council: the same view as the screen, arranged as a paper for a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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
from dashboard.views.pack_reading import NO_BENCHMARK, NO_EARLIER, NOT_HELD, TOO_FEW
from dashboard.views.pack_reds import long_trend, pack_red, trend_words
from dashboard.views.scorecard_groups import without_actions
from dashboard.views.scorecard_rows import CardCell, CardRow
from dashboard.views.scorecards import ScorecardView, scorecard
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.rag import Light
from indicators.store import read
from indicators.store.rows import Release
from indicators.vocabulary import Scorecard

NOT_SET = "not set"
DRAFT, PUBLIC = "DRAFT", "Public version"
_LIGHTS = ((Light.RED, "Off target"), (Light.AMBER, "Within tolerance"), (Light.GREEN, "On target"))


def pack(
    connection: Connection, catalogue: Catalogue, card: Scorecard, council: Area, order: PackOrder
) -> Pack:
    """The pack of a card; like the screen it shows the council a card belongs to, whoever asks."""
    return pack_of(connection, catalogue, scorecard(connection, catalogue, card, council), order)


def pack_of(connection: Connection, catalogue: Catalogue, view: ScorecardView, order: PackOrder) -> Pack:
    """The pack of a screen of today's figures, always a draft: only a meeting can be final."""
    order = replace(order, comments={**view.comments, **order.comments})
    rows = rows_of(view)
    series = _series_of(connection, catalogue, view, rows)
    codes = [row.code for row in rows]
    revised = read.revised_cells(connection, codes, [view.area.code])
    longs = {row.code: long_trend(row.standing) for row in rows if row.standing}
    return Pack(
        cover=_cover(view, read.release(connection), order),
        summary=spoken(view.lead),
        counts=light_counts(rows),
        reds=tuple(
            pack_red(row, series[row.code], view.area.name, order) for row in rows if row.light is Light.RED
        ),
        columns=tuple(column.label for column in view.columns),
        sections=sections_of(view, longs, order.public),
        changes=None,
        definitions=definitions(catalogue, rows),
        notes=quality_notes(rows, series, revised),
        sources=source_notes(catalogue, rows, series),
    )


def rows_of(view: ScorecardView) -> list[CardRow]:
    """The indicators of a screen in its order."""
    return [row for group in view.groups for part in group.parts for row in part.rows]


def _series_of(
    connection: Connection, catalogue: Catalogue, view: ScorecardView, rows: list[CardRow]
) -> Mapping[str, Series]:
    """The series of every row, and of the national indicators that local ones answer to."""
    own = [catalogue[row.code] for row in rows]
    linked = [catalogue.resolve(item.counterpart) for item in own if item.counterpart]
    return all_series(connection, catalogue, view.area.code, [*own, *linked])


def _cover(view: ScorecardView, release: Release, order: PackOrder) -> Cover:
    """The first page; a meeting that nobody named is left out, an audience is said not to be set."""
    facts = (
        ("Audience", order.audience or NOT_SET),
        ("Meeting", ", ".join(filter(None, (order.meeting, order.held_on)))),
        ("Figures as at", day_words(release.loaded_at) if release.loaded_at else "no load yet"),
        ("Release", str(release.id)),
        ("Edition of the national framework", release.lgbf_edition),
    )
    return Cover(view.card.title, view.area.name, said(facts), marks(order.public), release.id)


def said(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The facts that say something."""
    return tuple((name, words) for name, words in facts if words)


def marks(public: bool, final: bool = False) -> tuple[str, ...]:
    """What stands on every page."""
    return (*(() if final else (DRAFT,)), *((PUBLIC,) if public else ()))


def light_counts(rows: list[CardRow]) -> tuple[LightCount, ...]:
    """How many rows have each light; they are counted and never averaged."""
    found = Counter(row.light for row in rows)
    lights = tuple(LightCount(light.value, words, found[light]) for light, words in _LIGHTS)
    return (*lights, LightCount("none", "No light", len(rows) - sum(each.count for each in lights)))


def sections_of(view: ScorecardView, longs: Mapping[str, str], public: bool) -> tuple[PackSection, ...]:
    """The sections of a screen; `longs` are the long trends in words by code of indicator.

    The public is not told of actions: nobody approves what people write in them.
    """
    groups = without_actions(view.groups) if public else view.groups
    return tuple(
        PackSection(
            group.title,
            group.summary,
            tuple(
                PackPart(
                    part.subtitle,
                    tuple(_row(row, longs.get(row.code, "")) for row in part.rows),
                    part.lines,
                    part.outcome,
                )
                for part in group.parts
            ),
        )
        for group in groups
    )


def _row(row: CardRow, long: str) -> PackRow:
    return PackRow(
        label=row.label,
        title=row.title,
        cells=tuple(_cell(cell) for cell in row.cells),
        long="" if row.slim else long or TOO_FEW,
        benchmark="" if row.slim else row.benchmark or NO_BENCHMARK,
        slim=row.slim,
        beside=row.benchmark_note if row.benchmark and not row.slim else "",
    )


def _cell(cell: CardCell) -> PackCell:
    trend = trend_words(cell.change) if cell.change and cell.change.size else ""
    words = "" if cell.badge else cell.words or (NOT_HELD if cell.period else NO_EARLIER)
    return PackCell(cell.period, cell.value, cell.target, cell.badge, trend, words)
