"""A figure beside Scotland's: how far, how surely, and the light of level and direction."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.comparison import Judgement
from indicators.display import change_text, rounded, shown_alike
from indicators.level_and_direction import level_and_direction
from indicators.standing import Standing
from indicators.statements import certainty_words, scotland_words

_VERDICTS = (Judgement.BETTER, Judgement.SIMILAR, Judgement.WORSE)


@dataclass(frozen=True, slots=True)
class Against:
    """A comparison with Scotland: how far, and how surely."""

    size: str
    note: str


@dataclass(frozen=True, slots=True)
class Level:
    """The light of level and direction: its shape (`ring-plus`), and `ahead, improving; not tested`."""

    shape: str
    words: str


def against_scotland(standing: Standing) -> Against:
    """How far above or below Scotland, and whether that is better, worse, similar, or not tested."""
    found, value, scotland = standing.against_scotland, standing.figure.number, standing.comparators.scotland
    if found is None or value is None or scotland is None:
        return Against("", "")
    verdict = (
        found.judgement.value if found.tested and found.judgement in _VERDICTS else certainty_words(found)
    )
    note = ", ".join(filter(None, (verdict, scotland_words(standing))))
    indicator = standing.indicator
    if shown_alike(indicator, value, scotland) or not rounded(value - scotland, indicator.decimals):
        return Against("level", note)
    way = "above" if value > scotland else "below"
    return Against(f"{change_text(indicator, value - scotland)} {way}", note)


def level(standing: Standing) -> Level | None:
    """Where a figure stands against Scotland and which way it goes; None where one of them is not known.

    Better, similar or worse where that was tested, else ahead, alike or behind.
    """
    found, value, scotland = standing.against_scotland, standing.figure.number, standing.comparators.scotland
    if found is None or value is None or scotland is None or standing.short is None:
        return None
    moved = standing.short.movement
    light = level_and_direction(standing.indicator.polarity, value, scotland, found, moved)
    if light is None:
        return None
    place, direction = light.light.value.split("_")
    note = against_scotland(standing).note.replace("not tested", "not\N{NO-BREAK SPACE}tested")
    tested = found.tested and found.judgement in _VERDICTS
    words = f"{note}, {direction}" if tested else f"{place}, {direction}; {note}"
    return Level(light.light.shape, words)
