"""Sources: whose they are, how new the newest edition is, and every edition that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.moments import day_words
from dashboard.views.text import Text, bold, join_text, number_words
from indicators.catalogue import Catalogue
from indicators.freshness import age_in_words, freshness
from indicators.store import history
from indicators.vocabulary import Source


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: what the catalogue says of it, its newest edition, and whether that is old."""

    code: str
    title: str
    publisher: str
    licence: str
    attribution: str
    address: str
    cadence: str
    next_release: str
    edition: str
    published: str
    figures: str
    loaded: str
    age: str
    fresh: str
    late: bool


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition: when it was published, the year of its prices, its figures and their periods."""

    label: str
    published: str
    base_year: str
    kept: str
    current: str
    periods: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source with figures, those without, and the sentence above them."""

    lead: Text
    held: tuple[SourceLine, ...]
    empty: tuple[SourceLine, ...]


def sources(connection: Connection, catalogue: Catalogue, today: date) -> Sources:
    """All sources of the catalogue; those that are older than their cycle first."""
    editions = history.editions_held(connection)
    loaded = history.last_loads(connection)
    lines = [
        _line(source, [each for each in editions if each.source == source.code], loaded, today)
        for source in catalogue.sources.values()
    ]
    held = sorted((line for line in lines if line.edition), key=lambda line: not line.late)
    return Sources(_lead(held), tuple(held), tuple(line for line in lines if not line.edition))


def source_line(connection: Connection, source: Source, today: date) -> SourceLine:
    """One source."""
    editions = [each for each in history.editions_held(connection) if each.source == source.code]
    return _line(source, editions, history.last_loads(connection), today)


def editions_of(connection: Connection, source: Source) -> tuple[EditionLine, ...]:
    """The editions of a source, the one published last first."""
    return tuple(
        EditionLine(
            label=each.label,
            published=day_words(each.published_on),
            base_year=each.base_year or "none",
            kept=f"{each.kept:,}",
            current=f"{each.current:,}",
            periods=each.first_period
            if each.first_period == each.last_period
            else f"{each.first_period} to {each.last_period}",
        )
        for each in history.editions_held(connection)
        if each.source == source.code
    )


def _lead(held: list[SourceLine]) -> Text:
    if not held:
        return ("No source has been loaded yet.",)
    late = sum(line.late for line in held)
    what = "source holds" if len(held) == 1 else "sources hold"
    start = f"{number_words(len(held)).capitalize()} {what} figures; "
    if not late:
        return (start, bold("none is older than its cycle."))
    words = (
        "one is older than its cycle." if late == 1 else f"{number_words(late)} are older than their cycle."
    )
    return join_text(start, bold(words))


def _line(
    source: Source, editions: list[history.EditionRow], loaded: dict[str, str], today: date
) -> SourceLine:
    newest = editions[0] if editions else None
    age, fresh, late = _freshness(source, newest, today)
    return SourceLine(
        code=source.code,
        title=source.title,
        publisher=source.publisher,
        licence=source.licence or "no licence stated",
        attribution=source.attribution,
        address=source.address,
        cadence=source.cadence,
        next_release=source.next_release or "not announced",
        edition=newest.label if newest else "",
        published=day_words(newest.published_on) if newest else "",
        figures=f"{sum(each.current for each in editions):,}",
        loaded=day_words(loaded[source.code]) if source.code in loaded else "never",
        age=age,
        fresh=fresh,
        late=late,
    )


def _freshness(source: Source, newest: history.EditionRow | None, today: date) -> tuple[str, str, bool]:
    """How old the newest edition is, whether that is older than its cycle, in words and as a truth."""
    if newest is None:
        return "", "Nothing loaded yet", False
    found = freshness(source.cadence, newest.published_on, today)
    words = {None: "No fixed cycle", True: "Older than its cycle", False: "Within its cycle"}[found.late]
    return f"published {age_in_words(found.months)}", words, bool(found.late)
