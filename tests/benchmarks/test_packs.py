"""The measuring of packs: cards of as many rows as said, and a line for every kind of file."""

from __future__ import annotations

import pytest

from benchmarks import packs
from dashboard.pages import links
from dashboard.views.pack import pack
from dashboard.views.pack_parts import PackOrder
from indicators.store.store import Store


def test_the_card_has_as_many_indicators_as_asked_each_once_and_reds_with_charts(store: Store) -> None:
    card = packs.of_some(store.catalogue, packs.ROWS)
    codes = [code for section in card.sections for code in section.indicators]
    assert len(codes) == len(set(codes)) == packs.ROWS
    with store.connect() as connection:
        made = pack(connection, store.catalogue, card, store.catalogue.areas[packs.COUNCIL], PackOrder())
    assert any(red.chart for red in made.reds)


def test_the_plan_has_69_rows(store: Store) -> None:
    sections = store.catalogue.scorecards[packs.PLAN].sections
    assert sum(len(section.indicators) for section in sections) == 69


def test_each_kind_of_file_has_a_line_for_each_card_beside_its_budget(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "milliseconds", lambda *given: [3001.0] + [10.0] * (given[-1] - 1))
    with store.connect() as connection:
        found = list(packs.lines(connection, store.catalogue, 3))
    assert len(found) == 2 * 2 * len(links.PACK_KINDS)
    assert [line.found for line in found] == [3001.0, 10.0] * (2 * len(links.PACK_KINDS))
    assert [line.within for line in found[:2]] == [False, True]
    assert "69 rows, pdf: the first" in [line.what for line in found]


def test_a_pack_that_is_measured_is_made(store: Store) -> None:
    card = packs.of_some(store.catalogue, 3)
    with store.connect() as connection:
        times = packs.milliseconds(connection, store.catalogue, card, packs.COUNCIL, "xlsx", 2)
    assert len(times) == 2
    assert min(times) > 0
