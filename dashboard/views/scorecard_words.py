"""What a scorecard says of its lights: counted, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.views.scorecard_lines import NO_INDICATOR, CardLine
from dashboard.views.text import Text, bold, join_text, number_words
from indicators.rag import Light

WORST_FIRST = (Light.RED, Light.AMBER, Light.GREEN)


def summary(lights: Sequence[Light], lines: Sequence[CardLine]) -> str:
    """`2 off target, 1 on target, 12 without a light; 1 improvement project`."""
    counts, kinds = Counter(lights), Counter(line.kind for line in lines)
    judged = sum(counts[light] for light in WORST_FIRST)
    pairs = (
        (counts[Light.RED], "off target"),
        (counts[Light.AMBER], "within tolerance"),
        (counts[Light.GREEN], "on target"),
        (len(lights) - judged, "without a light"),
    )
    indicators = ", ".join(f"{count} {words}" for count, words in pairs if count)
    others = ", ".join(f"{count} {_of_kind(kind, count)}" for kind, count in kinds.items())
    return "; ".join(filter(None, (indicators, others)))


def _of_kind(kind: str, count: int) -> str:
    """The name of a kind of line for a count of it."""
    if kind == NO_INDICATOR:
        return "without an indicator yet"
    one = kind.lower()
    return one if count == 1 else f"{one.removesuffix('y')}ies" if one.endswith("y") else f"{one}s"


def lead(lights: Sequence[Light]) -> Text:
    """The sentence above the card: how many are off target, on target and without a light."""
    counts = Counter(lights)
    red, amber, green = (counts[light] for light in WORST_FIRST)
    dark = len(lights) - red - amber - green
    off = f"{number_words(red)} {'is' if red == 1 else 'are'} off target"
    return join_text(
        f"Of {len(lights)} indicator{'' if len(lights) == 1 else 's'}, ",
        bold(off),
        f". {number_words(green).capitalize()} {'is' if green == 1 else 'are'} on target, "
        f"{number_words(amber)} within tolerance; {dark} {'has' if dark == 1 else 'have'} no light.",
    )
