"""Links to the pages of a long list: both ends, and those around the one shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import aria

AROUND = 2
Link = Callable[[list[Component | str], int], Component]
"""Makes the link to a page of its words and its number."""


def pager(page: int, pages: int, link: Link, words: str = "") -> list[Component]:
    """The numbers of the pages, each but the one shown a link; nothing for a list of one page.

    `words`, such as `51 to 100 of 245`, stand before them where the list does not say so itself.
    """
    if pages == 1:
        return []
    shown = _shown(page, pages)
    items: list[Component] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            items.append(plain.li("…", className="gap"))
        items.append(plain.li(_number(number, page, link)))
    told = [html.P(words, className="note")] if words else []
    return [html.Nav([*told, html.Ul(items)], className="pages", **aria(label="Pages of the list"))]


def _shown(page: int, pages: int) -> Sequence[int]:
    near = {1, pages, *range(page - AROUND, page + AROUND + 1)}
    return sorted(number for number in near if 1 <= number <= pages)


def _number(number: int, page: int, link: Link) -> Component:
    if number == page:
        return plain.b(str(number), **aria(current="page"))
    return link([plain.span("Page ", className="unseen"), str(number)], number)
