"""The back pages of a pack: what its indicators mean, what to be careful with, and whose figures they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dashboard.views.dictionary import BETTER
from dashboard.views.figure_list import unit_words
from dashboard.views.histories import Series
from dashboard.views.scorecard_rows import CardRow
from indicators.catalogue import Catalogue
from indicators.codes import after_label
from indicators.disclosure import SMALLEST_SHOWN_COUNT
from indicators.figures import Status
from indicators.periods import Period
from indicators.store.rows import FigureRow
from indicators.vocabulary import Source
from indicators.written.paper import Definition, QualityNote, SourceNote

BREAK, REVISED = "Break in series", "Revised since first published"
SMALL_NOTE = QualityNote(
    "Small numbers",
    (
        f"Counts of 1 to {SMALLEST_SHOWN_COUNT - 1} that could identify people, and all figures made of "
        "them, are hidden.",
    ),
)


def definitions(catalogue: Catalogue, rows: Iterable[CardRow]) -> tuple[Definition, ...]:
    """The definition of each indicator, in the order of the card, each once."""
    found = {}
    for row in rows:
        item = catalogue[row.code]
        found[row.code] = Definition(
            label=row.label,
            title=item.title,
            definition=item.definition,
            unit=unit_words(item),
            better=BETTER[item.polarity.direction],
            source=catalogue.sources[item.source].title,
        )
    return tuple(found.values())


def quality_notes(
    rows: Iterable[CardRow],
    series: Mapping[str, Series],
    revised: set[tuple[str, ...]],
) -> tuple[QualityNote, ...]:
    """What to be careful with in the figures shown, by kind: statuses, breaks, revisions, small numbers."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for name, words in _cautions(row, series[row.code], revised):
            found.setdefault(name, []).append(words)
    notes = (QualityNote(name, tuple(dict.fromkeys(words))) for name, words in found.items())
    return (*notes, SMALL_NOTE)


def source_notes(
    catalogue: Catalogue, rows: Iterable[CardRow], series: Mapping[str, Series]
) -> tuple[SourceNote, ...]:
    """The sources of the figures shown and of their benchmarks, with the editions that print them."""
    used: dict[str, dict[str, None]] = {}
    for row in rows:
        for figure in _shown(catalogue, row, series):
            used.setdefault(figure.source, {})[figure.edition] = None
    return tuple(_source_note(catalogue.sources[code], editions) for code, editions in used.items())


def edition_notes(catalogue: Catalogue, editions: Iterable[str]) -> tuple[SourceNote, ...]:
    """The sources of editions named `source: edition`; a source no longer declared has no licence to say."""
    used: dict[str, list[str]] = {}
    for each in editions:
        code, _, edition = each.partition(": ")
        used.setdefault(code, []).append(edition)
    return tuple(
        _source_note(catalogue.sources[code], names)
        for code, names in used.items()
        if code in catalogue.sources
    )


def _source_note(source: Source, editions: Iterable[str]) -> SourceNote:
    return SourceNote(source.title, source.publisher, source.licence, source.attribution, tuple(editions))


def _shown(catalogue: Catalogue, row: CardRow, series: Mapping[str, Series]) -> Iterator[FigureRow]:
    """The figures behind the cells of a row, and behind its benchmark."""
    periods = {cell.period for cell in row.cells if cell.value or cell.words}
    yield from (figure for figure in series[row.code].rows if figure.period.words in periods)
    counterpart = catalogue[row.code].counterpart
    linked = series[catalogue.resolve(counterpart).code] if counterpart else series[row.code]
    yield from (figure for figure in linked.rows if figure.period.words == row.benchmark_note)


def _cautions(row: CardRow, series: Series, revised: set[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    shown = {cell.period for cell in row.cells}
    periods = [period for period, _ in series.history.points if period.words in shown]
    figures = dict(series.history.points)
    for period in periods:
        status, name = figures[period].status, f"{after_label(row.label, row.title)}, {period.words}"
        note = series.history.notes.get(period.label, "")
        if status is not Status.PUBLISHED:
            yield status.words, f"{name}: {note}" if note else name
        if (row.code, series.history.area, period.label, series.basis) in revised:
            yield REVISED, name
    yield from _breaks(row, series, periods)


def _breaks(row: CardRow, series: Series, periods: list[Period]) -> Iterator[tuple[str, str]]:
    """The breaks that the figures of a series reach, wherever they lie: its long trend stops there."""
    for each in series.indicator.breaks if periods else ():
        first = series.indicator.period_named(each.first, periods[-1])
        if periods[-1].reaches(first):
            yield BREAK, f"{after_label(row.label, row.title)}, from {first.words}: {each.reason}"
