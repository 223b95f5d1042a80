"""Scotland as equal tiles, one a council, placed roughly as on the map and shaded by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN, data
from dashboard.components.key import KeyItem, key


@dataclass(frozen=True, slots=True)
class Tile:
    """A council: its place in the grid (from 1), names, figure in words, quarter (0: none), own page."""

    row: int
    column: int
    short: str
    name: str
    shown: str
    quarter: int
    href: str
    ours: bool = False
    family: bool = False


def tile_map(tiles: Sequence[Tile], quarters: Sequence[str]) -> Component:
    """The tiles and their key; `quarters` names the four shades from the first to the last, or is empty.

    Screen readers and the keyboard meet a list of links with full names and figures, in the order given.
    """
    items = [KeyItem(f"q{number}", words) for number, words in enumerate(quarters, 1)]
    items += [KeyItem("dot family", "Family group")] if any(tile.family for tile in tiles) else []
    shades = [key(items)] if items else []
    return html.Div([html.Ul([_tile(tile) for tile in tiles], className="tiles"), *shades])


def _tile(tile: Tile) -> Component:
    classes = [f"q{tile.quarter}", *(["ours"] if tile.ours else []), *(["family"] if tile.family else [])]
    words = [
        plain.span(tile.short, **HIDDEN),
        plain.b(tile.shown, **HIDDEN),
        plain.span(f"{tile.name} {tile.shown}", className="unseen"),
    ]
    return plain.li(
        html.A(words, href=tile.href, **data(page="")),
        className=" ".join(classes),
        style={"gridArea": f"{tile.row} / {tile.column}"},
        title=f"{tile.name} {tile.shown}",
    )
