"""How numbers are shown: rounded half up from full precision, in British form, only at the last moment."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from indicators.indicator import Indicator, Unit

_PLACES = [Decimal(1).scaleb(-places) for places in range(7)]
_THOUSANDS_IN_A_MILLION = 1000
_NOUNS = {
    Unit.PERCENTAGE_POINTS: "points",
    Unit.DAYS: "days",
    Unit.HOURS: "hours",
    Unit.WEEKS: "weeks",
    Unit.MONTHS: "months",
    Unit.POUNDS_THOUSAND: "thousand",
    Unit.POUNDS_MILLION: "million",
}
_ENDINGS = {"children": "child", "people": "person", "men": "man", "ies": "y", "s": ""}


DUST_DECIMALS = 9


class Shown(str):
    """A number as a screen shows it, which still knows the number: a file made of the screen has both.

    It is text like any other; joined to other text it is words alone.
    """

    __slots__ = ("exact",)
    exact: float

    def __new__(cls, words: str, exact: float) -> Shown:
        """The words, and the number they stand for at full precision in the unit of the words."""
        made = super().__new__(cls, words)
        made.exact = exact
        return made

    def __getnewargs__(self) -> tuple[str, float]:  # type: ignore[override] # one more than a text has
        return str(self), self.exact


def rounded(value: float, decimals: int) -> Decimal:
    """Round half away from zero on the decimal the value was printed as: 10.45 becomes 10.5."""
    return Decimal(repr(float(value))).quantize(_PLACES[decimals], ROUND_HALF_UP)


def number(value: float, decimals: int) -> str:
    """A plain number with thousands commas: `2,147`, `-3.2`; never `-0`."""
    shown = rounded(value, decimals)
    return Shown(f"{abs(shown) if shown == 0 else shown:,}".replace("-", "−"), value)


def printed_decimals(value: float) -> int:
    """How many decimals a number was written with: 95.55 has two, 9.0 none."""
    return max(0, -int(Decimal(repr(value)).normalize().as_tuple().exponent))


def decimals_to_tell_apart(indicator: Indicator, value: float, other: float) -> int:
    """The indicator's decimals, or one more when the two values differ but would be shown alike."""
    return indicator.decimals + (shown_alike(indicator, value, other) and abs(value - other) > 1e-9)


def shown_alike(indicator: Indicator, value: float, other: float) -> bool:
    """True when two values are shown as the same number."""
    return rounded(value, indicator.decimals) == rounded(other, indicator.decimals)


def value_text(indicator: Indicator, value: float, decimals: int | None = None) -> str:
    """A value with its unit as in a table cell: `7.8%`, `£4,240`, `15.53 days`, `Yes`."""
    if indicator.unit is Unit.YES_NO:
        return "Yes" if value else "No"
    text = number(value, indicator.decimals if decimals is None else decimals)
    if indicator.unit.is_money:
        text = f"−£{text[1:]}" if text.startswith("−") else f"£{text}"
    if indicator.unit is Unit.PERCENT:
        text = f"{text}%"
    elif noun := _NOUNS.get(indicator.unit):
        text = f"{text} {singular(noun) if text == '1' else noun}"
    return Shown(text, value)


def change_text(indicator: Indicator, change: float, decimals: int | None = None) -> str:
    """The size of a change without its direction: `1.8 points`, `£535`, `34`.

    A difference of two printed numbers carries the dust of binary arithmetic: 88.33 less 86.18 is
    2.1499999999999915, and means 2.15. It is dropped before rounding.
    """
    size = abs(round(change, DUST_DECIMALS))
    if indicator.unit in (Unit.PERCENT, Unit.PERCENTAGE_POINTS):
        text = number(size, indicator.decimals if decimals is None else decimals)
        return f"{text} {'point' if Decimal(text.replace(',', '')) == 1 else 'points'}"
    # A size without its direction is words, not the number of the change.
    return str(value_text(indicator, size, decimals))


def spoken_value(indicator: Indicator, value: float) -> str:
    """A value as a sentence has it: `£35.5 million` where a cell has `£35,515 thousand`."""
    if indicator.unit is not Unit.POUNDS_THOUSAND:
        return value_text(indicator, value)
    sign = "−" if value < 0 else ""
    size = abs(Decimal(repr(float(value))))
    if size < _THOUSANDS_IN_A_MILLION:
        return f"{sign}£{number(float(size * 1000), 0)}"
    return f"{sign}£{number(float(size / _THOUSANDS_IN_A_MILLION), 1)} million"


def spoken_change(indicator: Indicator, change: float) -> str:
    """The size of a change as a sentence has it: `£2.7 million`, `1.8 points`."""
    if indicator.unit is Unit.POUNDS_THOUSAND:
        return spoken_value(indicator, abs(change))
    return change_text(indicator, change)


def singular(noun: str) -> str:
    """The singular of a plural noun used in units and for what is counted: `point`, `child`, `inquiry`."""
    for plural, one in _ENDINGS.items():
        if noun.endswith(plural):
            return noun.removesuffix(plural) + one
    return noun
