"""Which counts are too small to show: the one threshold of the rules and of the SQL views."""

from __future__ import annotations

from indicators.catalogue import Indicator, Unit
from indicators.figures import Figure

SMALLEST_SHOWN_COUNT = 5


def hides(indicator: Indicator, figure: Figure) -> bool:
    """True when a disclosive figure is, or is made of, a count of 1 to 4; a true zero is shown."""
    counts = [figure.numerator, figure.denominator]
    if indicator.unit is Unit.COUNT:
        counts.append(figure.value)
    small = (count is not None and 0 < count < SMALLEST_SHOWN_COUNT for count in counts)
    return indicator.disclosive and any(small)
