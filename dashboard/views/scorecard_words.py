"""What a scorecard says of its lights: counted, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.views.scorecard_lines import NO_INDICATOR, CardLine
from dashboard.views.text import Text, bold, join_text, number_words
from indicators.rag import Light

WORST_FIRST = (Light.RED, Light.AMBER, Light.GREEN)
OF_ONE = {
    Light.RED: "is off target",
    Light.AMBER: "is within tolerance of its target",
    Light.GREEN: "is on target",
}


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


def none_red(hidden: str) -> str:
    """What stands where nothing is off target; `hidden` is what a snapshot shows no more, in words."""
    if hidden:
        return f"Nothing left on this card is off target; {hidden} are hidden since the meeting."
    return "Nothing on this card is off target."


def lead(lights: Sequence[Light]) -> Text:
    """The sentence above the card: how many are off target, on target and without a light."""
    counts = Counter(lights)
    red, amber, green = (counts[light] for light in WORST_FIRST)
    dark = len(lights) - red - amber - green
    if len(lights) < 2:
        return _lead_of_few(lights)
    off = f"{number_words(red)} {'is' if red == 1 else 'are'} off target"
    without = f"; {dark} {'has' if dark == 1 else 'have'} no light" if dark else ""
    return join_text(
        f"Of {len(lights)} indicators, ",
        bold(off),
        f". {number_words(green).capitalize()} {'is' if green == 1 else 'are'} on target, "
        f"{number_words(amber)} within tolerance{without}.",
    )


def _lead_of_few(lights: Sequence[Light]) -> Text:
    """The sentence of one indicator, or of none: there is nothing to count."""
    if not lights:
        return join_text("There is no indicator here.")
    return join_text("The one indicator here ", bold(OF_ONE.get(lights[0], "has no light")), ".")
