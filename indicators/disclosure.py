"""Which counts are too small to show: the one rule of the benchmarks, the hidden cells and the SQL views.

By default a count of 1 to 4 is small and a true zero is shown. Two settings change that for a store:
SMALLEST_SHOWN_COUNT and SHOW_ZERO_COUNTS.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from indicators.figures import Figure
from indicators.indicator import Indicator, Unit

SMALLEST_SHOWN_COUNT = 5


class DisclosureSettingError(ValueError):
    """A setting that is no rule; nothing is shown until it is corrected."""


@dataclass(frozen=True, slots=True)
class DisclosureRule:
    """The smallest count above zero that is shown, and whether zero is."""

    smallest_shown: int = SMALLEST_SHOWN_COUNT
    zero_shown: bool = True

    def is_small(self, count: float | None) -> bool:
        """True for a count that must not be shown; an unknown one hides nothing by itself."""
        if count is None:
            return False
        return 0 < count < self.smallest_shown or (count == 0 and not self.zero_shown)


def rule_in_force(settings: Mapping[str, str] | None = None) -> DisclosureRule:
    """The rule as the environment sets it.

    Raises DisclosureSettingError for a threshold that is no whole number above 1, and for an
    answer about zero that is neither yes nor no.
    """
    asked = os.environ if settings is None else settings
    smallest = asked.get("SMALLEST_SHOWN_COUNT") or str(SMALLEST_SHOWN_COUNT)
    zero = asked.get("SHOW_ZERO_COUNTS") or "yes"
    if not (smallest.isdecimal() and int(smallest) > 1):
        raise DisclosureSettingError(f"SMALLEST_SHOWN_COUNT is '{smallest}'; write a whole number above 1")
    if zero not in ("yes", "no"):
        raise DisclosureSettingError(f"SHOW_ZERO_COUNTS is '{zero}'; write yes or no")
    return DisclosureRule(int(smallest), zero == "yes")


def hides(indicator: Indicator, figure: Figure, rule: DisclosureRule | None = None) -> bool:
    """True when a disclosive figure is, or is made of, a count that is too small to show."""
    if not indicator.disclosive:
        return False
    counts = [figure.numerator, figure.denominator]
    if indicator.unit is Unit.COUNT:
        counts.append(figure.value)
    known = rule or rule_in_force()
    return any(known.is_small(count) for count in counts)
