"""Options of the filters: services, indicators, councils, periods and bases, as value and label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.query import Query, indicator_of, one_of, text
from indicators.areas import Area
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.figures import Basis
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.store import read


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a filter: what the address holds and what the reader sees."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The service and indicator in view, with all that could be chosen instead."""

    services: tuple[Choice, ...]
    service: str
    indicators: tuple[Choice, ...]
    indicator: Indicator


def chosen(connection: Connection, catalogue: Catalogue, query: Query, compared: bool = False) -> Chosen:
    """What the address asks for; an indicator decides its service unless another service is asked for.

    `compared` keeps to indicators whose councils may be compared.
    """
    held = read.indicators_with_figures(connection)
    offered = [
        indicator
        for service in catalogue.shown_services()
        for indicator in in_order(catalogue.of_service(service.code))
        if indicator.code in held and (indicator.council_benchmark or not compared)
    ]
    if not offered:
        raise LookupError("the store holds no figure of any indicator that can be shown")
    services = [s for s in catalogue.shown_services() if any(i.service == s.code for i in offered)]
    asked = indicator_of(catalogue, query, sorted(offered, key=_first_to_show))
    service = one_of(query, "service", [s.code for s in services], asked.service)
    within = [indicator for indicator in offered if indicator.service == service]
    indicator = asked if asked in within else within[0]
    return Chosen(
        tuple(Choice(s.code, s.title) for s in services),
        service,
        tuple(Choice(i.code, i.named) for i in within),
        indicator,
    )


def left_aside(catalogue: Catalogue, query: Query, shown: Indicator) -> str:
    """One line where the address asks for an indicator other than the one shown; else an empty text."""
    asked = text(query, "indicator")
    if not asked:
        return ""
    try:
        found = catalogue.resolve(asked)
    except UnknownIndicatorError as error:
        near = f" Did you mean {catalogue[error.nearest].named}?" if error.nearest else ""
        return f"No indicator {asked[:40]}: {shown.named} is shown.{near}"
    return "" if found == shown else f"{found.named} has nothing to show here: {shown.named} is shown."


def in_order(indicators: Iterable[Indicator]) -> list[Indicator]:
    """The indicators of a service as they are offered: headline ones first, then the rest topic by topic."""
    every = list(indicators)
    topics = list(dict.fromkeys(indicator.topic for indicator in every))
    return sorted(every, key=lambda i: (not i.headline, 0 if i.headline else topics.index(i.topic)))


def _first_to_show(indicator: Indicator) -> bool:
    """False, which sorts first, for headline indicators that are compared and judged."""
    return not (indicator.headline and indicator.council_benchmark and indicator.polarity.judges)


def further(picked: Chosen, codes: Iterable[str], catalogue: Catalogue) -> tuple[Choice, ...]:
    """What can be shown beside the indicator in view: itself first, its service, those chosen elsewhere."""
    known = {choice.value: choice for choice in picked.indicators}
    first = known.pop(picked.indicator.code)
    others = [catalogue[code] for code in codes if code not in known and code != first.value]
    return (first, *known.values(), *(Choice(i.code, i.named) for i in others))


def councils(catalogue: Catalogue, without: Area | None = None) -> tuple[Choice, ...]:
    """The councils by name, without the one in view."""
    return tuple(Choice(a.code, a.name) for a in catalogue.areas.councils if a != without)


def periods(every: Sequence[Period]) -> tuple[Choice, ...]:
    """The periods, oldest first."""
    return tuple(Choice(period.label, period.words) for period in every)


def bases(indicator: Indicator, held: Iterable[str]) -> tuple[Choice, ...]:
    """Cash and real terms where a cost is known in both; nothing to choose otherwise."""
    if not indicator.priced or not {Basis.CASH, Basis.REAL} <= set(held):
        return ()
    return (Choice(Basis.CASH, "Cash"), Choice(Basis.REAL, "Real terms"))


def within(every: Sequence[Period], query: Query) -> tuple[Period, ...]:
    """The periods from `from` to `to`; all of them where nothing valid is asked for."""
    labels = [period.label for period in every]
    first, last = text(query, "from"), text(query, "to")
    start = labels.index(first) if first in labels else 0
    end = labels.index(last) if last in labels else len(labels) - 1
    return tuple(every[min(start, end) : max(start, end) + 1])
