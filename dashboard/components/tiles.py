"""Scotland as equal tiles, one a council, placed roughly as on the map and shaded by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import HIDDEN
from dashboard.components.key import KeyItem, key

_KEY = (
    KeyItem("q1", "Best quarter"),
    KeyItem("q2", "Second"),
    KeyItem("q3", "Third"),
    KeyItem("q4", "Worst"),
    KeyItem("dot family", "Family group"),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A council: its place in the grid (from 1), names, figure in words and quarter (0: none)."""

    row: int
    column: int
    short: str
    name: str
    shown: str
    quarter: int
    ours: bool = False
    family: bool = False


def tile_map(tiles: Sequence[Tile]) -> Component:
    """The tiles and their key. Screen readers read a list of full names and figures, in the order given."""
    return html.Div([html.Ul([_tile(tile) for tile in tiles], className="tiles"), key(_KEY)])


def _tile(tile: Tile) -> Component:
    classes = [f"q{tile.quarter}", *(["ours"] if tile.ours else []), *(["family"] if tile.family else [])]
    return html.Li(
        [
            html.Span(tile.short, **HIDDEN),
            html.B(tile.shown, **HIDDEN),
            html.Span(f"{tile.name} {tile.shown}", className="unseen"),
        ],
        className=" ".join(classes),
        style={"gridArea": f"{tile.row} / {tile.column}"},
        title=f"{tile.name} {tile.shown}",
    )
