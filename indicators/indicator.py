"""What an indicator is: its unit, which way is better, by what it is compared, where its series breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from indicators.areas import FamilyScheme
from indicators.codes import published_code, with_code
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse_as_any
from indicators.timescales import Timescale
from indicators.vocabulary import KnownError, Measures


class Unit(StrEnum):
    """What a value is measured in."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    POUNDS = "pounds"
    POUNDS_THOUSAND = "pounds_thousand"
    POUNDS_MILLION = "pounds_million"
    COUNT = "count"
    RATE = "rate"
    SCORE = "score"
    DAYS = "days"
    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    RATIO = "ratio"
    YES_NO = "yes_no"

    @property
    def is_money(self) -> bool:
        """True for pounds in any size."""
        return self.value.startswith("pounds")


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Polarity:
    """Which way is better, and the best range where there is one."""

    direction: Direction
    low: float = 0.0
    high: float = 0.0

    @property
    def judges(self) -> bool:
        """False where no movement is good or bad."""
        return self.direction is not Direction.NONE

    def badness(self, value: float) -> float:
        """A number that grows as the value gets worse; for no judgement the highest comes first."""
        if self.direction is Direction.LOWER:
            return value
        if self.direction is Direction.RANGE:
            return max(self.low - value, value - self.high, 0.0)
        return -value


class IntervalKind(StrEnum):
    """What the 95% interval of an indicator is one of: nothing, a percentage or a rate, made of counts."""

    NONE = ""
    PERCENTAGE = "percentage"
    RATE = "rate"


_AMOUNTS = (Unit.COUNT, Unit.POUNDS, Unit.POUNDS_THOUSAND, Unit.POUNDS_MILLION, Unit.HOURS, Unit.WEEKS)


@dataclass(frozen=True, slots=True)
class EarlierPolarity:
    """The polarity an indicator had up to and including a period."""

    last: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """A period from which a series is not comparable with what came before."""

    first: str
    reason: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as the catalogue declares it.

    `interval` is declared only where numerator and denominator are counts of people, cases or services;
    `scale` says for how many a rate is: 1,000 for readmissions per 1,000 discharges. `timescale` is how soon
    what is counted should have been done; `whole` the indicator of everybody, where this is of one group.
    """

    code: str
    title: str
    short_title: str
    definition: str
    service: str
    unit: Unit
    polarity: Polarity
    source: str
    statement: str
    topic: str = ""
    perspective: str = ""
    per: str = ""
    noun: str = ""
    decimals: int = 1
    priced: bool = False
    family_scheme: FamilyScheme | None = None
    council_benchmark: bool = True
    periods: tuple[PeriodKind, ...] = (PeriodKind.FINANCIAL_YEAR,)
    cadence: str = "annual"
    headline: bool = False
    measures: Measures = Measures.UNSAID
    timescale: Timescale | None = None
    whole: str = ""
    disclosive: bool = False
    interval: IntervalKind = IntervalKind.NONE
    scale: float = 0.0
    earlier_polarities: tuple[EarlierPolarity, ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()
    known_errors: tuple[KnownError, ...] = ()
    questions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    counterpart: str = ""

    @property
    def published_code(self) -> str:
        """The code readers know from its publication; nothing where the code is our own."""
        return published_code(self.code)

    @property
    def named(self) -> str:
        """The short title as it is offered in a list, with the code where a publisher has one."""
        return with_code(self.short_title, self.code)

    @property
    def year_kind(self) -> PeriodKind:
        """What a label such as 2019-20 means for this indicator."""
        split = (PeriodKind.CARE_YEAR, PeriodKind.SURVEY_ROUND)
        return next((kind for kind in self.periods if kind in split), PeriodKind.FINANCIAL_YEAR)

    def in_force(self, period: Period) -> Indicator:
        """The indicator with the polarity of `period`: a later change judges no earlier figure."""
        if not self.earlier_polarities:
            return self
        ends = [(self.period_named(item.last, period).end, item.polarity) for item in self.earlier_polarities]
        valid = [(end, polarity) for end, polarity in ends if period.end <= end]
        return replace(self, polarity=min(valid, key=lambda item: item[0])[1]) if valid else self

    @property
    def stands_alone(self) -> bool:
        """True where no line joins the figures: a survey has none between, and yes and no are no amounts."""
        return self.is_survey or self.unit is Unit.YES_NO

    @property
    def is_survey(self) -> bool:
        """True where figures come in rounds, between which nobody measured."""
        return self.cadence == "biennial" or PeriodKind.SURVEY_ROUND in self.periods

    @property
    def is_total(self) -> bool:
        """True for plain amounts, which grow with an area: a council's is no match for Scotland's."""
        return self.unit in _AMOUNTS and not self.per

    def crosses_break(self, earlier: Period, later: Period) -> SeriesBreak | None:
        """The break between two periods, if any: its first period is after one and not after the other."""
        reached = [b for b in self.breaks if later.reaches(self.period_named(b.first, later))]
        return next((b for b in reached if not earlier.reaches(self.period_named(b.first, earlier))), None)

    def period_named(self, label: str, like: Period) -> Period:
        """The period a label of the catalogue means: one of the kind of `like` where it can be one."""
        return parse_as_any(label, (like.kind, *self.periods))
