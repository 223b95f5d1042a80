"""What a pack explains of its own words: what stands in it, and nothing that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.views.pack_parts import Pack, PackPart, PackRow, PackSection
from dashboard.views.pack_reading import NO_BENCHMARK, NO_EARLIER, NOT_HELD, TOO_FEW, reading
from dashboard.views.pack_reds import trend_words
from dashboard.views.words import Change
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.views.packs import protecting

ALWAYS = ["Off target", "Within tolerance", "On target", "Long trend"]


@pytest.fixture(scope="module")
def people(store: Store, catalogue: Catalogue, dundee: Area) -> Pack:
    """Protecting People of Dundee."""
    with store.connect() as connection:
        return protecting(connection, catalogue, dundee)


def with_row(made: Pack, long: str = "steady", slim: str = "") -> Pack:
    """The pack of a card with one row and no figures."""
    row = PackRow("", "Any", (), long, "8.0%, 2021-22", slim)
    return replace(made, sections=(PackSection("All", "", (PackPart("", (row,)),)),))


@pytest.mark.parametrize(
    ("slim", "explained"),
    [
        ("", []),
        ("[c] Suppressed", ["Suppressed"]),
        ("Awaited January 2020, target 83%", ["Awaited"]),
        ("New from 2019-20", ["New"]),
        ("No figure yet, target 75%", ["No figure yet"]),
        ("No figure of our own; Scotland 2023-24: 4.0", []),
        ("Nobody awaited it", []),
    ],
)
def test_a_word_is_explained_where_it_stands_as_a_state_and_only_there(
    people: Pack, slim: str, explained: list[str]
) -> None:
    assert [words for words, _ in reading(with_row(people, slim=slim))] == [*ALWAYS, *explained]


def test_what_stands_for_nothing_is_explained_where_it_stands(people: Pack) -> None:
    assert [words for words, _ in reading(with_row(people, long=TOO_FEW))] == [*ALWAYS, TOO_FEW]
    found = dict(reading(people))
    assert {NO_EARLIER, TOO_FEW, NO_BENCHMARK} <= set(found)
    assert NOT_HELD not in found
    assert all(found.values())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("up", "1.8 points", "worsening, usual"), "up 1.8 points, worsening, usual"),
        (Change("up", "3", "up, too few years"), "up 3, too few years"),
        (Change("down", "5", "down, usual, since 2017-18"), "down 5, usual, since 2017-18"),
        (Change("steady", "steady", "usual"), "steady, usual"),
        (Change("up", "3", ""), "up 3"),
    ],
)
def test_a_movement_says_its_way_once(change: Change, words: str) -> None:
    assert trend_words(change) == words
