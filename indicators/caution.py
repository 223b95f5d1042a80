"""When a comparison rests on counts so small that chance alone could make it."""

from __future__ import annotations

from indicators.display import change_text
from indicators.figures import Figure
from indicators.indicator import Indicator, Unit

# A count of 20 varies by chance by more than a fifth of itself (1 / sqrt(20) = 22%) from year to year.
FEWEST_WITHOUT_CAUTION = 20
WORDS = "small numbers"


def small_numbers(indicator: Indicator, *compared: Figure) -> bool:
    """True when a figure that is compared is, or is made of, a count below 20.

    The count of a percentage or rate is its numerator, or its denominator where that is smaller.
    """
    counts = [_count(indicator, figure) for figure in compared]
    return any(count is not None and count < FEWEST_WITHOUT_CAUTION for count in counts)


def change_words(indicator: Indicator, now: Figure, before: Figure) -> str:
    """A change with its sign, and a caution where it is due: `+3 (small numbers)`, `−4.2 points`.

    Raises ValueError when one of the figures has no number to be judged.
    """
    if now.number is None or before.number is None:
        raise ValueError("a change needs two numbers")
    change = now.number - before.number
    sign = "+" if change > 0 else "−" if change < 0 else ""
    caution = f" ({WORDS})" if small_numbers(indicator, now, before) else ""
    return f"{sign}{change_text(indicator, change)}{caution}"


def _count(indicator: Indicator, figure: Figure) -> float | None:
    """The smallest count behind a figure; None where it is none or not known."""
    counts = [count for count in (figure.numerator, figure.denominator) if count is not None]
    if indicator.unit is Unit.COUNT and figure.number is not None:
        counts.append(figure.number)
    return min(counts, default=None)
