"""Amounts of one option by period, some of them worked out here, and how an amount changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.services.scene import Scene, mark
from dashboard.views.services.shapes import Cell
from indicators.caution import FEWEST_WITHOUT_CAUTION, WORDS, small_numbers
from indicators.display import Shown, change_text, number, value_text
from indicators.figures import Figure, Status
from indicators.indicator import Indicator, Unit
from indicators.periods import Period

SHARE = "Share of all who chose"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with how it is shown; None where it is not known or may not be judged."""

    value: float | None
    shown: str
    note: str = ""
    few: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of an option by period: what it is made of, and the indicator its numbers lead to."""

    label: str
    indicator: Indicator
    amounts: Mapping[Period, Amount]
    code: str = ""
    unit: Unit = Unit.COUNT

    def latest(self, periods: Sequence[Period]) -> Period | None:
        """The last of some periods with a number."""
        found = [period for period in periods if self._value(period) is not None]
        return found[-1] if found else None

    def before(self, latest: Period) -> Period | None:
        """The period with a number before another, however long ago."""
        return max((p for p in self.amounts if p < latest and self._value(p) is not None), default=None)

    def cell(self, period: Period) -> Cell:
        """The amount of a period as a cell."""
        found = self.amounts.get(period)
        if found is None:
            return Cell("", "no figure")
        return Cell(found.shown, found.note, self.code if found.value is not None else "")

    def change_text(self, latest: Period, before: Period) -> str:
        """`83.0%` for amounts, `2.1 points` for percentages, without a sign.

        Where a small count is behind one of them, or nothing was there before, it is the size alone: `3`
        people, `0.8` of a rate, `£500`. Raises ValueError without two numbers.
        """
        now, then = self._value(latest), self._value(before)
        if now is None or then is None:
            raise ValueError("a change needs two numbers")
        if self.unit is Unit.PERCENT:
            return f"{number(abs(now - then), 1)} points"
        if self.amounts[latest].few or self.amounts[before].few or not then:
            return self._size(now - then)
        return f"{number(abs(now / then - 1) * 100, 1)}%"

    def change(self, periods: Sequence[Period]) -> Cell:
        """The change to the last figure, with its way and since when; why there is none."""
        latest = self.latest(periods)
        before = self.before(latest) if latest else None
        if latest is None or before is None:
            return Cell("", "first figure" if latest else "")
        if self.amounts[latest].repeated:
            return Cell("", "repeats an earlier return")
        if self.indicator.crosses_break(before, latest):
            return Cell("", "[b] not comparable")
        gone = (self._value(latest) or 0.0) - (self._value(before) or 0.0)
        way = "up" if gone > 0 else "down" if gone < 0 else "steady"
        few = self.amounts[latest].few or self.amounts[before].few
        words = f"{WORDS}, since {before.words}" if few else f"since {before.words}"
        return Cell(self.change_text(latest, before) if gone else "level", words, arrow=way)

    def _size(self, change: float) -> str:
        """A change in the unit of the measure: of its indicator where that is shown as it is, else whole."""
        if self.unit is self.indicator.unit:
            return change_text(self.indicator, change)
        text = number(abs(change), 0)
        return f"£{text}" if self.unit.is_money else text

    def _value(self, period: Period) -> float | None:
        found = self.amounts.get(period)
        return found.value if found else None


def of_indicator(scene: Scene, label: str, code: str) -> Measure:
    """The figures of an indicator as they are."""
    indicator = scene.indicator(code)
    amounts = {period: _printed(indicator, figure) for period, figure in scene.points(code).items()}
    return Measure(label, indicator, amounts, code, indicator.unit)


def people(scene: Scene, code: str) -> Measure:
    """The people of a count, or those a rate was made of."""
    indicator = scene.indicator(code)
    if indicator.unit is Unit.COUNT:
        return of_indicator(scene, "People", code)
    amounts = {period: _counted(figure) for period, figure in scene.points(code).items()}
    return Measure("People", indicator, amounts, code)


def per_person(spend: Measure, those: Measure) -> Measure:
    """Spending divided by people, where both are known."""
    amounts = {
        period: _divided(spend.amounts[period], those.amounts[period], 1)
        for period in spend.amounts
        if period in those.amounts
    }
    return Measure("Spending per person", spend.indicator, amounts, unit=Unit.POUNDS)


def share_of(whole: Measure, those: Measure) -> Measure:
    """People as a percentage of all, where both are known."""
    amounts = {
        period: _divided(those.amounts[period], whole.amounts[period], 100)
        for period in those.amounts
        if period in whole.amounts
    }
    return Measure(SHARE, those.indicator, amounts, unit=Unit.PERCENT)


def _printed(indicator: Indicator, figure: Figure) -> Amount:
    if figure.value is None:
        return Amount(None, figure.status.shorthand, figure.status.words.lower())
    shown, few = value_text(indicator, figure.value), small_numbers(indicator, figure)
    return Amount(figure.number, shown, mark(figure), few, _repeated(figure))


def _counted(figure: Figure) -> Amount:
    if figure.value is None:
        return Amount(None, figure.status.shorthand, figure.status.words.lower())
    count = figure.numerator if figure.number is not None else None
    shown = number(count, 0) if count is not None else ""
    few = count is not None and count < FEWEST_WITHOUT_CAUTION
    return Amount(count, shown, mark(figure) if shown else "no figure", few, _repeated(figure))


def _divided(top: Amount, under: Amount, by: int) -> Amount:
    """A quotient; what is remarked on either part goes with it."""
    note = ", ".join(dict.fromkeys(filter(None, (top.note, under.note))))
    if top.value is None or not under.value:
        return Amount(None, "", note or "no figure")
    value = by * top.value / under.value
    shown = f"{number(value, 1)}%" if by > 1 else f"£{number(value, 0)}"
    return Amount(value, Shown(shown, value), note, top.few or under.few, top.repeated or under.repeated)


def _repeated(figure: Figure) -> bool:
    return figure.status is Status.CARRIED_FORWARD
