"""How wide words are and where they wrap, near enough to know what fits a slide without drawing it."""

from __future__ import annotations

from typing import Final

# Widths of letters of Arial in parts of their size; what is not named is as wide as a digit.
_CLASSES: Final = {
    0.222: "ijl'|",
    0.278: "ft .,:;/!I[]",
    0.333: 'r-()"`',
    0.5: "ckJsvxyz",
    0.611: "FTZ",
    0.667: "ABEKPSVXY&",
    0.722: "wCDHNRU",
    0.778: "GOQ",
    0.833: "mM",
    0.889: "%",
    0.944: "W",
}
_WIDTHS: Final = {letter: wide for wide, letters in _CLASSES.items() for letter in letters}
DIGIT: Final = 0.556
BOLD: Final = 1.07
"""How much wider bold words are."""


def width(text: str, bold: bool = False) -> float:
    """The width of words in parts of their size."""
    return sum(_WIDTHS.get(letter, DIGIT) for letter in text) * (BOLD if bold else 1.0)


def wrapped(text: str, wide: float, bold: bool = False) -> list[str]:
    """The lines of a text in a width (in parts of its size); a word wider than it is broken."""
    lines = [""]
    used = 0.0
    for word in text.split():
        long, gap = width(word, bold), width(" ", bold) if lines[-1] else 0.0
        if used + gap + long <= wide:
            lines[-1] += f" {word}" if gap else word
            used += gap + long
            continue
        if lines[-1]:
            lines.append("")
        *whole, rest = _broken(word, wide, bold) if long > wide else [word]
        lines[-1:] = [*whole, rest]
        used = width(rest, bold)
    return lines


def _broken(word: str, wide: float, bold: bool) -> list[str]:
    """A word wider than a line in pieces that each fit one."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, bold) > wide:
            pieces.append("")
        pieces[-1] += letter
    return pieces
