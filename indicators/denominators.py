"""Whether a share moved because of what it is a share of: a base that fell lifts a share by itself."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.display import value_text
from indicators.figures import Figure
from indicators.indicator import Indicator

NOTABLE = 0.05
"""A base that moved by less than this share of itself is not remarked on."""


@dataclass(frozen=True, slots=True)
class BaseMove:
    """Count and base of two figures, and what the later one would be on the base of the earlier."""

    count_before: float
    count_now: float
    base_before: float
    base_now: float
    on_earlier_base: float


def base_moved(before: Figure, now: Figure) -> BaseMove | None:
    """The move of a base that pushed the share the way it went; None where it did not or is not known."""
    known = (before.numerator, before.denominator, now.numerator, now.denominator)
    if before.number is None or now.number is None or None in known:
        return None
    count_before, base_before, count_now, base_now = (each or 0.0 for each in known)
    if not base_before or abs(base_now / base_before - 1) < NOTABLE:
        return None
    if (now.number - before.number) * (base_now - base_before) >= 0:
        return None
    return BaseMove(count_before, count_now, base_before, base_now, now.number * base_now / base_before)


def base_move_words(indicator: Indicator, found: BaseMove, since: str) -> str:
    """`The denominator fell from 1,963 to 1,720 ... while the numerator stayed at 1,130; ...`."""
    base = _went("denominator", found.base_before, found.base_now)
    count = _went("numerator", found.count_before, found.count_now)
    would = value_text(indicator, found.on_earlier_base)
    return f"The {base} since {since}, while the {count}. On the earlier denominator it would be {would}."


def made_of(figure: Figure) -> str:
    """`1,130 of 1,720`, as exactly as the source has them; empty where one of them is not known."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{_amount(figure.numerator)} of {_amount(figure.denominator)}"


def _went(name: str, before: float, now: float) -> str:
    if before == now:
        return f"{name} stayed at {_amount(now)}"
    return f"{name} {'rose' if now > before else 'fell'} from {_amount(before)} to {_amount(now)}"


def _amount(value: float) -> str:
    return f"{value:,.10g}"
