"""What goes into a workbook beside its figures: what columns and indicators mean, whose figures they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.views.figure_list import Cell, unit_words
from dashboard.views.words import BREAK, REVISED
from indicators.catalogue import Catalogue
from indicators.disclosure import SMALLEST_SHOWN_COUNT
from indicators.figures import Status
from indicators.indicator import Direction, Indicator
from indicators.store.rows import Release
from indicators.store.search import EditionRow

COLUMNS: Mapping[str, str] = {
    "indicator_code": "The code of the indicator in this product",
    "indicator": "The title of the indicator",
    "service": "The service it is filed under",
    "area_code": "The GSS code of the council or of Scotland",
    "area": "The name of the area",
    "period": "The period, such as 2021-22 or 2021-07-31",
    "period_kind": "What the period is: financial_year, care_year, day and others",
    "period_start": "Its first day",
    "period_end": "Its last day, included",
    "basis": "none, cash or real (real terms)",
    "base_year": "The year of the prices of a real-terms figure",
    "value": "The number at full precision; empty unless the status has one",
    "shown": "The figure as the screens show it",
    "unit": "What the value is measured in",
    "status": "What the figure is, or why there is none",
    "signs": "The signs of statistics beside the figure, such as [r] for revised; each is explained below",
    "numerator": "The count above the line, where known",
    "denominator": "The count below the line, where known",
    "lower_95": "The lower end of its 95% interval, where the counts make one",
    "upper_95": "The upper end",
    "note": "What the source says about this one figure",
    "target": "The target of the period",
    "target_shown": "The target as the screens show it",
    "light": "The status against the target",
    "distance": "How far the figure is from its target, in words",
    "exception": "Why the row is listed",
    "comment": "Whether the comment is approved; empty where there is none",
    "cause": "Why the figure is as it is, or the latest position of a project",
    "action": "The corrective action",
    "owner": "Who owns the action or the project",
    "due": "When it is due",
    "scotland": "The figure for Scotland",
    "scotland_kind": "published, computed (from councils' counts) or mean (of councils)",
    "family_mean": "The mean of the family group",
    "family_fourth": "The fourth best of the family group",
    "rank": "The place among the councils; 1 is best; empty where fewer than eight have a figure",
    "rank_of": "How many councils have a figure",
    "quartile": "1 for the best quarter to 4 for the worst; empty as rank is",
    "source": "The code of the source; see the sheet Sources",
    "edition": "The edition of the source that prints the figure",
    "file": "The file it was read from",
    "locator": "Sheet and cell, or table and row, in that file",
    "loaded_at": "When it was loaded",
}
"""Every column a download may have."""

TABLE_COLUMNS = {
    ", as shown": "The same, as the screen shows it",
    ", small print": "The small print below it on the screen",
    "": "As on the screen; numbers are at full precision",
}
"""What a column of a table of a screen is, by how its heading ends."""

SIGNS: Mapping[str, str] = {
    **{each.shorthand: each.words for each in Status if each.shorthand},
    REVISED: "Revised since the number was first published",
    BREAK: "Break in the series: not comparable with earlier figures",
}
"""The signs that may stand beside a figure or in its place, after the Government Statistical Service."""

DICTIONARY_HEADER = (
    "kind", "name", "meaning", "definition", "unit", "better", "small_counts", "service", "source",
)  # fmt: skip
SOURCES_HEADER = (
    "source", "title", "publisher", "licence", "attribution", "address", "edition", "published_on",
)  # fmt: skip
AS_AT_HEADER = ("what", "is")
BETTER = {
    Direction.HIGHER: "higher",
    Direction.LOWER: "lower",
    Direction.RANGE: "within a range",
    Direction.NONE: "neither way",
}
"""Which way is better, in words."""


@dataclass(slots=True)
class Seen:
    """Notes which indicators, editions and signs pass by on their way into a sheet."""

    header: Sequence[str]
    indicators: set[str] = field(default_factory=set)
    editions: set[str] = field(default_factory=set)
    signs: set[str] = field(default_factory=set)

    def passing(self, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        """The same rows, noted."""
        code, edition = self.header.index("indicator_code"), self.header.index("edition")
        for row in rows:
            self.indicators.add(str(row[code]))
            self.editions.add(str(row[edition]))
            yield self.reading(row)

    def reading(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """The same row; the signs in its texts are noted."""
        for cell in row:
            if isinstance(cell, str) and "[" in cell:
                self.signs.update(sign for sign in SIGNS if sign in cell)
        return row


def dictionary(catalogue: Catalogue, seen: Seen) -> Iterator[Sequence[Cell]]:
    """The columns of the sheet of figures, the signs in it, then its indicators."""
    for name in seen.header:
        yield ("column", name, COLUMNS[name])
    yield from _signs_and_indicators(catalogue, seen)


def of_table(catalogue: Catalogue, seen: Seen) -> Iterator[Sequence[Cell]]:
    """The same for a table of a screen, whose columns are named as they are there."""
    for name in seen.header:
        ending = next(ending for ending in TABLE_COLUMNS if name.endswith(ending))
        yield ("column", name, COLUMNS.get(name, TABLE_COLUMNS[ending]))
    yield from _signs_and_indicators(catalogue, seen)


def _signs_and_indicators(catalogue: Catalogue, seen: Seen) -> Iterator[Sequence[Cell]]:
    for sign in sorted(seen.signs):
        yield ("sign", sign, SIGNS[sign])
    for code in sorted(seen.indicators & set(catalogue.indicators)):
        yield _indicator(catalogue, catalogue[code])


def sources(catalogue: Catalogue, editions: Iterable[EditionRow], seen: Seen) -> Iterator[Sequence[Cell]]:
    """The editions of the sheet of figures, each with its publisher, licence and attribution."""
    for edition in editions:
        source = catalogue.sources.get(edition.source)
        if source is not None and edition.label in seen.editions:
            about = (source.code, source.title, source.publisher, source.licence, source.attribution)
            yield (*about, source.address, edition.label, edition.published_on)


def as_at(product: str, release: Release, what: str, address: str) -> list[Sequence[Cell]]:
    """When the figures were so, and what was asked for."""
    counts = f"Counts of 1 to {SMALLEST_SHOWN_COUNT - 1} that could identify people"
    return [
        ("Product", product),
        ("Figures as at", release.loaded_at),
        ("Release", release.id),
        ("Listed", what),
        ("Address", address),
        ("Small counts", f"{counts}, and all made of them, are hidden: their status is suppressed."),
    ]


def _indicator(catalogue: Catalogue, item: Indicator) -> Sequence[Cell]:
    return (
        "indicator",
        item.code,
        item.title,
        item.definition,
        unit_words(item),
        BETTER[item.polarity.direction],
        "hidden" if item.disclosive else "",
        catalogue.services[item.service].title,
        item.source,
    )
