"""What an indicator is: its unit, polarity, benchmarks and breaks; and the catalogue of them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from indicators.areas import Areas, FamilyScheme
from indicators.audiences import Audience
from indicators.codes import fold_code, published_code, with_code
from indicators.figures import Status
from indicators.periods import Period, PeriodKind, parse_as_any
from indicators.service_pages import ServicePage
from indicators.targets import Target
from indicators.totals import Totals
from indicators.vocabulary import Perspective, Scorecard, Service, Source, Term


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
class KnownError:
    """A printed value that is known not to be one, such as a false zero, and the status it has."""

    area: str
    periods: tuple[str, ...]
    printed: float
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as the catalogue declares it.

    `interval` is declared only where numerator and denominator are counts of people, cases or services;
    `scale` says for how many a rate is: 1,000 for readmissions per 1,000 discharges.
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


class UnknownIndicatorError(KeyError):
    """A code that is no indicator, with the nearest known code."""

    def __init__(self, code: str, nearest: str) -> None:
        self.code, self.nearest = code, nearest
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"'{code}' is not an indicator of the catalogue{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of the catalogue other than its indicators and targets."""

    areas: Areas
    services: dict[str, Service]
    perspectives: dict[str, Perspective]
    sources: dict[str, Source]
    scorecards: dict[str, Scorecard]
    glossary: dict[str, Term] = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)
    service_pages: dict[str, ServicePage] = field(default_factory=dict)
    audiences: dict[str, Audience] = field(default_factory=dict)


class Catalogue:
    """All indicators, found by any spelling of their code, with the targets that apply to them."""

    def __init__(self, words: Words, indicators: Iterable[Indicator], targets: Iterable[Target]) -> None:
        self.areas, self.services, self.perspectives = words.areas, words.services, words.perspectives
        self.sources, self.scorecards, self.glossary = words.sources, words.scorecards, words.glossary
        self.indicators: dict[str, Indicator] = {item.code: item for item in indicators}
        self.totals, self.service_pages, self.audiences = words.totals, words.service_pages, words.audiences
        # Whose figures may be hidden: disclosive indicators, and all that could give one of them away.
        self.guarded = self.totals.related(item.code for item in self.indicators.values() if item.disclosive)
        self._by_service: dict[str, list[Indicator]] = {}
        for item in self.indicators.values():
            self._by_service.setdefault(item.service, []).append(item)
        self._codes = {
            fold_code(spelling): item.code
            for item in self.indicators.values()
            for spelling in (*item.aliases, item.code)
        }
        self._targets: dict[str, list[Target]] = {}
        # Of two targets valid for a period the one set from the later period goes first.
        for target in sorted(targets, key=self.first_day, reverse=True):
            self._targets.setdefault(target.indicator, []).append(target)

    def __getitem__(self, code: str) -> Indicator:
        return self.indicators[code]

    def resolve(self, code: str) -> Indicator:
        """The indicator meant by any spelling of its code: `CHN8a`, `CHN08a` and `chn 08a` are one.

        Raises UnknownIndicatorError with the nearest known code.
        """
        found = self._codes.get(fold_code(code))
        if found is None:
            close = get_close_matches(fold_code(code), self._codes, n=1, cutoff=0.6)
            raise UnknownIndicatorError(code, self._codes[close[0]] if close else "")
        return self.indicators[found]

    def target(self, indicator: str, area: str, period: str) -> Target | None:
        """The target valid for a period: the area's own before a general one, fixed before a rule."""
        valid = [
            target
            for target in self._targets.get(indicator, ())
            if target.area in ("", area) and self._covers(target, period)
        ]
        return min(valid, key=lambda t: (t.rule is not None, t.area == ""), default=None)

    def targets_of(self, indicator: str) -> tuple[Target, ...]:
        """All targets of an indicator, whatever area and period they are for, those set last first."""
        return tuple(self._targets.get(indicator, ()))

    def first_day(self, target: Target) -> date:
        """The day a target begins to hold; the first of all days where it says none."""
        indicator = self.indicators.get(target.indicator)
        if not target.first or indicator is None:
            return date.min
        return parse_as_any(target.first, indicator.periods).start

    def last_day(self, target: Target) -> date:
        """The day a target holds for the last time; the last of all days where it says none."""
        if not target.last:
            return date.max
        return parse_as_any(target.last, self.indicators[target.indicator].periods).end

    def _covers(self, target: Target, label: str) -> bool:
        """True when a period is within those a target is valid for, months and quarters of them included."""
        indicator = self.indicators[target.indicator]
        period = parse_as_any(label, indicator.periods)
        if target.first and not period.reaches(indicator.period_named(target.first, period)):
            return False
        return not target.last or period.end <= indicator.period_named(target.last, period).end

    def of_service(self, service: str) -> list[Indicator]:
        """The indicators of one service in catalogue order."""
        return self._by_service.get(service, [])

    def shown_services(self) -> list[Service]:
        """The social work services in their order, without those kept for context."""
        shown = (service for service in self.services.values() if not service.context)
        return sorted(shown, key=lambda service: service.order)
