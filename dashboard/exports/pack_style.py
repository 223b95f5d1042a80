"""The look of packs on paper: the light colours of the screens (assets/tokens.css) and the language."""

from __future__ import annotations

from typing import Final

LANGUAGE: Final = "en-GB"
FONT: Final = "Arial"
INK, BRAND, RULE, TINT = "14181c", "12436d", "d9dde1", "f5f6f7"
INKS: Final = {"red": "8a1a14", "amber": "653c00", "green": "0d5129", "none": "434b53"}
"""The colour of the words of each light."""
GROUNDS: Final = {"red": "fbe6e4", "amber": "fdf1d8", "green": "e4f2e9"}
"""The ground behind them."""
SHAPES: Final = {"red": "◆", "amber": "▲", "green": "●", "none": "○"}
"""The shape of each light, as the screens draw it: diamond, triangle, circle, ring."""
LINES: Final = {"ours": "12436d", "scotland": "3d3d3d", "target": "b86a00"}
"""The colour of each line of a chart."""


def with_shape(light: str, words: str) -> str:
    """The words of a light with its shape before them."""
    return f"{SHAPES[light]} {words}" if light in SHAPES else words
