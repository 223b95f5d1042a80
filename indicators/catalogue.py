"""The catalogue of all indicators: found by any spelling of a code, with the targets that apply to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from indicators.catalogue_words import Words
from indicators.codes import fold_code
from indicators.indicator import Indicator
from indicators.printed_periods import parse_as_any
from indicators.targets import Target
from indicators.vocabulary import Service
from indicators.yes_or_no import target_meant


class UnknownIndicatorError(KeyError):
    """A code that is no indicator, with the nearest known code."""

    def __init__(self, code: str, nearest: str) -> None:
        self.code, self.nearest = code, nearest
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"'{code}' is not an indicator of the catalogue{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


class Catalogue:
    """All indicators, found by any spelling of their code, with the targets that apply to them."""

    def __init__(self, words: Words, indicators: Iterable[Indicator], targets: Iterable[Target]) -> None:
        self.areas, self.services, self.perspectives = words.areas, words.services, words.perspectives
        self.sources, self.scorecards, self.glossary = words.sources, words.scorecards, words.glossary
        self.indicators: dict[str, Indicator] = {item.code: item for item in indicators}
        self.totals, self.service_pages, self.audiences = words.totals, words.service_pages, words.audiences
        self.published_places, self.written_grades = words.published_places, words.written_grades
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
        """The target valid for a period: the area's own before a general one, fixed before a rule.

        Of yes and no the better one is meant where nobody set a target.
        """
        valid = [
            target
            for target in self._targets.get(indicator, ())
            if target.area in ("", area) and self._covers(target, period)
        ]
        known = self.indicators.get(indicator)
        meant = target_meant(known) if known else None
        return min(valid, key=lambda t: (t.rule is not None, t.area == ""), default=meant)

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
