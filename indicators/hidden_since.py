"""A snapshot without the numbers that were suppressed at their source after the meeting, with words instead.

Suppressed is suppressed for everybody, so for those who were at the meeting too. A hidden number takes with
it all that gives it away: light, movements of its row, target taken from it, comparisons, sentence, chart,
comment and cautions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from indicators.areas import SCOTLAND
from indicators.figures import Status
from indicators.printed_periods import PeriodError, parse, words_of
from indicators.rag import Light
from indicators.written.paper import HiddenFigure, Paper, QualityNote
from indicators.written.snapshot import FrozenCell, FrozenRow, Snapshot

NOTE = "Hidden since the meeting"
HIDDEN = f"{Status.SUPPRESSED.shorthand} {NOTE.lower()}"
"""What stands in the place of a number the meeting saw, and of all that was worked out from it."""


def hidden_since(kept: Snapshot, now: Iterable[HiddenFigure]) -> frozenset[HiddenFigure]:
    """The figures suppressed now that the snapshot may give away: not suppressed then, and not newer."""
    then = set(kept.paper.hidden) if kept.paper else set()
    then |= {
        HiddenFigure(row.indicator, kept.area, cell.period)
        for row in kept.rows
        for cell in row.cells
        if cell.status == Status.SUPPRESSED
    }
    newest = {row.indicator: [cell.period for cell in row.cells] for row in kept.rows}
    return frozenset(
        figure
        for figure in now
        if figure not in then and not _newer(figure.period, newest.get(figure.indicator, []))
    )


def without_hidden(kept: Snapshot, hidden: Collection[HiddenFigure]) -> Snapshot:
    """The snapshot with the rows of hidden figures cut down to what gives none of them away."""
    by_indicator: dict[str, list[HiddenFigure]] = {}
    for figure in hidden:
        by_indicator.setdefault(figure.indicator, []).append(figure)
    if not by_indicator:
        return kept
    rows = tuple(_row(row, kept.area, by_indicator.get(row.indicator, [])) for row in kept.rows)
    names = _names(kept, by_indicator)
    notes = tuple(note for note in kept.notes if not _about(note, names))
    paper = _paper(kept.paper, set(by_indicator), names) if kept.paper else None
    return replace(kept, rows=rows, notes=notes, paper=paper)


def _names(kept: Snapshot, hidden: Mapping[str, Collection[HiddenFigure]]) -> dict[str, None]:
    """The hidden figures as cautions name them, in the order of the card."""
    return {
        f"{row.title}, {words_of(figure.period)}": None
        for row in kept.rows
        for figure in hidden.get(row.indicator, ())
        if figure.area == kept.area
    }


def _newer(period: str, known: Collection[str]) -> bool:
    """True where a period is known to come after all others."""
    try:
        return bool(known) and all(parse(other) < parse(period) for other in known)
    except PeriodError:
        return False


def _row(row: FrozenRow, area: str, hidden: Collection[HiddenFigure]) -> FrozenRow:
    if not hidden:
        return row
    own = {figure.period for figure in hidden if figure.area == area}
    scotland = {words_of(figure.period) for figure in hidden if figure.area == SCOTLAND}
    cells = tuple(_cell(cell, own) for cell in row.cells)
    return replace(
        row,
        cells=cells,
        benchmark=HIDDEN if row.benchmark_period in scotland else row.benchmark,
        benchmark_value=None if row.benchmark_period in scotland else row.benchmark_value,
        comment=replace(row.comment, cause=HIDDEN, action="") if row.comment else None,
        slim=row.slim or ("" if any(cell.value is not None for cell in cells) else HIDDEN),
        gap=_instead(row.gap),
        hidden_since=True,
    )


def _instead(words: str) -> str:
    """What stands where words were; nothing where there were none."""
    return HIDDEN if words else ""


def _cell(cell: FrozenCell, hidden: Collection[str]) -> FrozenCell:
    """A cell of a row with a hidden figure: without its number, or without what compares it with one."""
    if cell.period in hidden:
        return FrozenCell(
            cell.period, None, HIDDEN, Status.SUPPRESSED.value, Light.SUPPRESSED, basis=cell.basis,
            base_year=cell.base_year, edition=cell.edition,
        )  # fmt: skip
    bare = cell
    if not all(_newer(period, [cell.period]) for period in hidden):  # no movement knows what came after it
        bare = replace(
            cell,
            short_trend=_instead(cell.short_trend),
            long_trend=_instead(cell.long_trend),
            trend_note=_instead(cell.trend_note),
        )
    if cell.target is None or cell.target.since not in hidden:
        return bare
    return replace(bare, target=None, light=Light.SUPPRESSED if cell.light.judged else cell.light)


def _paper(paper: Paper, touched: Collection[str], names: Collection[str]) -> Paper:
    """The rest of the pack without the reds told in full, and the cautions, of what is hidden."""
    kept = {
        note.name: tuple(words for words in note.words if not _about(words, names)) for note in paper.notes
    }
    notes = {NOTE: tuple(names), **kept}
    return replace(
        paper,
        reds=tuple(red for red in paper.reds if red.indicator not in touched),
        notes=tuple(QualityNote(name, words) for name, words in notes.items() if words),
    )


def _about(words: str, names: Collection[str]) -> bool:
    """True where a caution names one of the figures, with or without the code of its indicator."""
    return any(name in words for name in names)
