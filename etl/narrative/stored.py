"""Claims held against the store: pairs of years, comparisons with Scotland, trends of an indicator.

An indicator is recognised by its words together with a value that the store holds, or by its whole title;
where neither is the case nothing is said, for a wrong guess costs a reader more than a missed conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from etl.narrative.claims import pairs, trends, year_of
from etl.narrative.conflicts import Conflict
from etl.narrative.text import (
    NUMBER,
    YEAR,
    Sentence,
    decimals,
    financial_year,
    number,
    report_year,
    sentences,
    words,
)
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.indicator import Indicator
from indicators.store import read
from indicators.trends import Movement, movement

FEWEST_WORDS = 2
_AVERAGE = re.compile(rf"(?:Scottish|national|Scotland) average (?:of |\()({NUMBER})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator on one basis: values of the area and of Scotland by the label of their period."""

    indicator: Indicator
    own: dict[str, float]
    scotland: dict[str, float]

    @property
    def words(self) -> frozenset[str]:
        """The words it is recognised by."""
        return words(f"{self.indicator.title} {self.indicator.short_title}")


def all_series(connection: Connection, catalogue: Catalogue, area: str) -> list[Series]:
    """The figures of an area and of Scotland that may be shown, by indicator and basis."""
    codes = read.indicators_with_figures(connection)
    found: dict[tuple[str, str], Series] = {}
    for row in read.figures_of(connection, codes, {area, SCOTLAND}):
        key = (row.indicator, row.basis)
        series = found.setdefault(key, Series(catalogue[row.indicator], {}, {}))
        if row.figure.number is not None:
            for held, code in ((series.own, area), (series.scotland, SCOTLAND)):
                if row.area == code:
                    held[row.period.label] = row.figure.number
    return list(found.values())


def against_store(text: str, series: Sequence[Series]) -> Iterator[Conflict]:
    """Every conflict of a report with the figures of an area."""
    found = list(sentences(text))
    own = report_year(text)
    yield from _pairs(found, series)
    yield from _averages(found, series, own)
    yield from _trends(found, series, own)


def prints(printed: str, value: float | None) -> bool:
    """True when a stored value rounds to what is printed."""
    return value is not None and abs(value - number(printed)) <= 0.5 * 10.0 ** -decimals(printed) + 1e-9


def _alike(about: str, series: Sequence[Series]) -> list[Series]:
    asked = words(about)
    return [each for each in series if len(asked & each.words) >= FEWEST_WORDS]


def _pairs(found: Sequence[Sentence], series: Sequence[Series]) -> Iterator[Conflict]:
    """From-to claims with their years: one of the two is as in the store, the other is not."""
    for pair in pairs(found):
        years = year_of(pair.before_year), year_of(pair.now_year)
        if not all(years):
            continue
        for each in _alike(pair.subject, series):
            held = [each.own.get(year) for year in years]
            right = [
                prints(printed, value) for printed, value in zip((pair.before, pair.now), held, strict=True)
            ]
            if None in held or all(right) or not any(right):
                continue
            against = f"{each.indicator.code}: {held[0]:g} in {years[0]}, {held[1]:g} in {years[1]}"
            wrong = pair.now if right[0] else pair.before
            yield Conflict(
                "store: value", pair.line, pair.said, 0, against, f"{wrong} is not the stored value"
            )


def _averages(found: Sequence[Sentence], series: Sequence[Series], own: str) -> Iterator[Conflict]:
    """A value beside the Scottish average: the store has that very pair, but for another year."""
    for before, sentence in zip([None, *found], found, strict=False):
        average = _AVERAGE.search(sentence.text)
        if average is None:
            continue
        said = sentence.text
        if before is not None and before.line == sentence.line:
            said = f"{before.text} {said}"
        values = [printed for printed in re.findall(r"\d+(?:\.\d+)?%", said) if printed != average[1]]
        year = financial_year(said) or ("" if re.search(YEAR, said) else own)
        for each in _alike(said, series):
            yield from _other_year(sentence.line, said, (values, average[1]), year, each)


def _other_year(
    line: int, said: str, printed: tuple[Sequence[str], str], year: str, each: Series
) -> Iterator[Conflict]:
    values, average = printed
    for value in values:
        fits = [
            period
            for period, held in each.own.items()
            if prints(value, held) and prints(average, each.scotland.get(period))
        ]
        if not fits or year in fits or year not in each.own or year not in each.scotland:
            continue
        against = f"{each.indicator.code} in {year}: {each.own[year]:.1f}, Scotland {each.scotland[year]:.1f}"
        yield Conflict(
            "store: period", line, said, 0, against, f"the printed pair is that of {', '.join(fits)}"
        )


def _trends(found: Sequence[Sentence], series: Sequence[Series], own: str) -> Iterator[Conflict]:
    """A trend told of an indicator by its whole title, against its last two values by the report's year."""
    for trend in trends(found):
        about = words(trend.subject)
        for each in series:
            titles = (words(each.indicator.title), words(each.indicator.short_title))
            periods = sorted(period for period in each.own if not own or period[:7] <= own)[-2:]
            if len(about) < FEWEST_WORDS or about not in titles or len(periods) < 2:
                continue
            before, now = (each.own[period] for period in periods)
            steady = movement(each.indicator, now, before) is Movement.STEADY
            way = "stable" if steady else "up" if now > before else "down"
            if trend.direction != "stable" and way not in ("stable", trend.direction):
                against = f"{each.indicator.code}: {before:g} in {periods[0]}, {now:g} in {periods[1]}"
                yield Conflict("store: direction", trend.line, trend.said, 0, against, f"it went {way}")
