"""The navigation in the head of every page: one row of pages, further ones folded, all in a phone's menu."""

from __future__ import annotations

from dataclasses import replace

from dash.development.base_component import Component

from dashboard.components.header import Header, header
from dashboard.shell import IN_THE_ROW, Page, shell_layout
from tests.dashboard.shell_app import CONTEXT
from tests.dashboard.tree import find, tree, words

HEAD = Header("Indicators", (), "", "2022-23", "LGBF", (), "/search", "/i/", (("/", "Overview"),))
FURTHER = (("/finance", "Finance"), ("/data", "Data"))


def navigation(made: Component, label: str) -> Component:
    """The navigation with this name."""
    (found,) = [nav for nav in find(made, "Nav") if tree(nav)[1]["aria-label"] == label]
    return found


def addresses(made: Component) -> list[str]:
    """Where its links lead."""
    return [link.href for link in find(made, "Link")]


def test_further_pages_are_folded_under_a_word_the_keyboard_can_open() -> None:
    main = navigation(header(replace(HEAD, further=FURTHER)), "Main")
    (folded,) = find(main, "Details")
    assert words(find(folded, "Summary")[0]) == "More"
    assert addresses(folded) == ["/finance", "/data"]
    assert addresses(main) == ["/", "/finance", "/data"]
    assert "menu" in folded.className.split()


def test_without_further_pages_nothing_is_folded() -> None:
    assert find(navigation(header(HEAD), "Main"), "Details") == []


def test_the_menu_of_a_phone_has_every_page_once() -> None:
    made = header(replace(HEAD, further=FURTHER))
    assert addresses(navigation(made, "Pages")) == ["/", "/finance", "/data"]
    ids = [(link.id["nav"], link.id["where"]) for link in find(made, "Link") if link.id["where"] != "brand"]
    assert len(ids) == len(set(ids)) == 6


def test_pages_of_the_last_positions_stand_under_more() -> None:
    pages = [Page(f"/{at}", "x", lambda _: [], label=f"Page {at}", position=at) for at in (6, 1, IN_THE_ROW)]
    (folded,) = find(navigation(shell_layout(pages, CONTEXT), "Main"), "Details")
    assert addresses(folded) == ["/6"]
    assert addresses(navigation(shell_layout(pages, CONTEXT), "Main"))[:2] == ["/1", f"/{IN_THE_ROW}"]
