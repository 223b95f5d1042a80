"""A page is drawn once for an address and a release."""

from __future__ import annotations

from pathlib import Path

import pytest
from dash import html
from dash.development.base_component import Component
from sqlalchemy import text

from dashboard.pages.remember import KEPT, PageMemory
from dashboard.shell import Page, Query
from indicators.catalogue import Catalogue
from indicators.store.engine import reader, upgrade, writer
from indicators.store.store import Store
from tests.dashboard.tree import words

LOAD = (
    "INSERT INTO loads (source_code, file_name, sha256, loaded_at, rows_read, rows_new, rows_unchanged, "
    "rows_revised, rows_rebased, rows_history, rows_rejected) "
    "VALUES ('s', 'f', 'x', 'now', 0, 0, 0, 0, 0, 0, 0)"
)
SOURCE = "INSERT INTO sources VALUES ('s', 't', 'p', 'l', 'a', 'b')"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with one load."""
    address = f"sqlite:///{tmp_path / 'store.db'}"
    engine = writer(address)
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(SOURCE))
        connection.execute(text(LOAD))
    engine.dispose()
    return address


def test_an_address_is_drawn_once_until_something_is_loaded(url: str, catalogue: Catalogue) -> None:
    drawn: list[Query] = []

    def layout(query: Query) -> Component:
        drawn.append(query)
        return html.Div(str(len(drawn)))

    store = Store(reader(url), catalogue)
    page = PageMemory(store).remembered(Page("/", "Home", layout))
    first = page.layout({"area": "a"})
    assert page.layout({"area": "a"}) is first
    assert page.layout({"area": "b"}) is not first
    engine = writer(url)
    with engine.begin() as connection:
        connection.execute(text(LOAD))
    engine.dispose()
    assert page.layout({"area": "a"}) is not first
    assert len(drawn) == 3
    store.engine.dispose()


def test_only_so_many_pages_are_kept_and_the_least_used_goes_first(url: str, catalogue: Catalogue) -> None:
    drawn: list[str] = []

    def layout(query: Query) -> Component:
        drawn.append(query["n"])
        return html.Div()

    store = Store(reader(url), catalogue)
    page = PageMemory(store).remembered(Page("/", "Home", layout))
    for number in range(KEPT + 1):
        page.layout({"n": str(number)})
        page.layout({"n": "0"})
    assert drawn.count("0") == 1
    page.layout({"n": "1"})
    assert drawn.count("1") == 2
    store.engine.dispose()


def test_pages_of_all_kinds_share_one_memory_and_are_not_mixed_up(url: str, catalogue: Catalogue) -> None:
    drawn: list[str] = []

    def page(path: str) -> Page:
        def layout(query: Query) -> Component:
            drawn.append(f"{path}{query['n']}")
            return html.Div(path)

        return Page(path, path, layout)

    store = Store(reader(url), catalogue)
    memory = PageMemory(store)
    one, other = memory.remembered(page("/one")), memory.remembered(page("/other"))
    assert [words(each.layout({"n": "0"})) for each in (one, other)] == ["/one", "/other"]
    for number in range(1, KEPT):
        other.layout({"n": str(number)})
    one.layout({"n": "0"})
    assert drawn.count("/one0") == 2
    store.engine.dispose()
