"""Reads data/catalogue/published_places.toml: places among others as reports print them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from indicators.areas import Areas
from indicators.toml_checks import check_known, check_period, checked_code, one_of
from indicators.toml_entries import Entry, build, entries
from indicators.vocabulary import End, PublishedPlace

FILE = "published_places.toml"
Key = tuple[str, str, str]


def read_published_places(
    folder: Path, codes: Mapping[str, str], areas: Areas, sources: Mapping[str, object]
) -> dict[Key, PublishedPlace]:
    """The places by indicator, area and period; a folder without the file declares none.

    Raises CatalogueError, naming file and line, for an unknown indicator, area, period, source or key, for a
    place beyond the number of those ranked or without a number and a word, and for one that is told twice.
    """
    found: dict[Key, PublishedPlace] = {}
    for entry in entries(folder, FILE, "place", needed=False):
        item = build(entry, PublishedPlace, {"end": lambda text: one_of(End, text)})
        item = replace(item, indicator=checked_code(entry, item.indicator, codes))
        check_known(entry, "area", item.area, areas.by_code)
        check_known(entry, "source", item.source, sources)
        check_period(entry, "period", item.period)
        _check_number(entry, item)
        if found.setdefault((item.indicator, item.area, item.period), item) is not item:
            raise entry.fail(f"the place of {item.indicator} in {item.period} is told twice", "indicator")
    return found


def _check_number(entry: Entry, item: PublishedPlace) -> None:
    if bool(item.place) == bool(item.end):
        raise entry.fail("a place is a number, or 0 with the word of an end", "place")
    if item.place < 0 or item.of < 0 or (item.of and item.place > item.of):
        raise entry.fail("a place is between 1 and the number of those ranked", "place")
