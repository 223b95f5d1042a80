"""A scorecard as it is shown now, turned into what a snapshot keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dashboard.views.pack_parts import Pack
from dashboard.views.pack_reds import long_trend
from dashboard.views.scorecard_groups import CardGroup, Part
from dashboard.views.scorecard_lines import CardLine
from dashboard.views.scorecard_rows import CardCell, CardRow
from dashboard.views.scorecards import ScorecardView
from dashboard.views.words import Change, shown_target
from indicators.display import Shown
from indicators.standing import Standing
from indicators.store.rows import Release as Loaded
from indicators.written.paper import HiddenFigure, Paper, PaperRed
from indicators.written.snapshot import (
    FrozenCell,
    FrozenLine,
    FrozenPart,
    FrozenRow,
    FrozenTarget,
    Release,
    Snapshot,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a scorecard is frozen for; `override` is the reason for a final one with reds nobody explained."""

    name: str
    held_on: date
    audience: str = ""
    final: bool = False
    override: str = ""


def snapshot(
    view: ScorecardView, loaded: Loaded, meeting: Meeting, pack: Pack, hidden: Iterable[HiddenFigure]
) -> Snapshot:
    """The scorecard as the screen shows it, with the rest of its pack and the figures hidden today.

    Raises WritingError where a snapshot cannot be made of it.
    """
    return Snapshot(
        scorecard=view.card.id,
        title=view.card.title,
        area=view.area.code,
        area_name=view.area.name,
        meeting=meeting.name,
        held_on=meeting.held_on,
        frozen_at=datetime.now(UTC).isoformat(timespec="seconds"),
        release=Release(loaded.id, _editions(view), loaded.lgbf_edition),
        rows=frozen_rows(view),
        audience=meeting.audience,
        final=meeting.final,
        override=meeting.override,
        intro=view.card.intro,
        columns=tuple(column.label for column in view.columns),
        parts=_headings(view),
        lines=tuple(
            _line(line, group.title, part.subtitle)
            for group, part in _parts(view.groups)
            for line in part.lines
        ),
        notes=view.notes,
        paper=_paper(pack, hidden),
    )


def frozen_rows(view: ScorecardView) -> tuple[FrozenRow, ...]:
    """The rows in the order of the screen: what two scorecards are compared by."""
    return tuple(_row(view, group, part, row) for group, part in _parts(view.groups) for row in part.rows)


def _paper(pack: Pack, hidden: Iterable[HiddenFigure]) -> Paper:
    """What the pack says beyond the rows of the card."""
    reds = tuple(PaperRed(red.indicator, red.sentence, red.facts, red.chart) for red in pack.reds)
    return Paper(reds, pack.definitions, pack.notes, pack.sources, tuple(hidden))


def _parts(groups: tuple[CardGroup, ...]) -> Iterator[tuple[CardGroup, Part]]:
    yield from ((group, part) for group in groups for part in group.parts)


def _headings(view: ScorecardView) -> tuple[FrozenPart, ...]:
    """The headings in order, each pair of section and commitment once: rows are found by it again."""
    found: dict[tuple[str, str], FrozenPart] = {}
    for group, part in _parts(view.groups):
        heading = FrozenPart(group.title, part.subtitle, part.outcome)
        found.setdefault((group.title, part.subtitle), heading)
    return tuple(found.values())


def _row(view: ScorecardView, group: CardGroup, part: Part, row: CardRow) -> FrozenRow:
    red = next((red for red in view.reds if red.code == row.code), None)
    return FrozenRow(
        indicator=row.code,
        title=row.title,
        section=group.title,
        cells=tuple(_cell(cell, cell.standing) for cell in row.cells if cell.standing is not None),
        subtitle=part.subtitle,
        benchmark=row.benchmark,
        benchmark_value=row.benchmark.exact if isinstance(row.benchmark, Shown) else None,
        comment=view.comments.get(row.code),
        label=row.label,
        benchmark_period=row.benchmark_note,
        age=row.age,
        slim=row.slim,
        gap=red.gap if red else "",
        actions=tuple(_line(line) for line in red.actions) if red else (),
    )


def _cell(cell: CardCell, standing: Standing) -> FrozenCell:
    source = cell.figure
    return FrozenCell(
        period=standing.period.label,
        value=standing.figure.value,
        shown=cell.value or cell.words,
        status=standing.figure.status.value,
        light=standing.light,
        target=_target(standing),
        short_trend=trend_text(cell.change),
        long_trend=long_trend(standing),
        basis=source.basis if source else "none",
        base_year=source.base_year if source else "",
        edition=f"{source.source}: {source.edition}" if source else "",
        trend_note=cell.change.note if cell.change else "",
    )


def trend_text(change: Change | None) -> str:
    """`up 1.8 points`, `steady`; empty without an arrow."""
    if change is None or not change.arrow:
        return ""
    return change.arrow if change.arrow == change.size else f"{change.arrow} {change.size}"


def _target(standing: Standing) -> FrozenTarget | None:
    cut, since = standing.cut, standing.target_since
    if cut is None or not standing.indicator.polarity.judges:
        return None
    return FrozenTarget(
        cut.low, cut.high, cut.tolerance, shown_target(standing), since.label if since else ""
    )


def _line(line: CardLine, section: str = "", subtitle: str = "") -> FrozenLine:
    return FrozenLine(
        section, subtitle, line.kind, line.title, line.words, line.light, line.standing, line.key
    )


def _editions(view: ScorecardView) -> tuple[str, ...]:
    """The editions the figures shown are from, each once, by name."""
    rows = (row for _, part in _parts(view.groups) for row in part.rows)
    found = {f"{c.figure.source}: {c.figure.edition}" for row in rows for c in row.cells if c.figure}
    return tuple(sorted(found))
