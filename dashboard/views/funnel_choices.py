"""The indicators for which a funnel plot can be drawn, for those who asked for another."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.funnel_words import FEWEST
from indicators.catalogue import Catalogue
from indicators.codes import with_code
from indicators.indicator import IntervalKind
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse
from indicators.store.reach import counted_councils


@dataclass(frozen=True, slots=True)
class FunnelChoice:
    """An indicator with a funnel plot, and the newest period it has one for."""

    code: str
    words: str
    period: str


def funnel_choices(connection: Connection, catalogue: Catalogue) -> tuple[FunnelChoice, ...]:
    """Those with the counts of enough councils, in the order of the catalogue."""
    services = {service.code for service in catalogue.shown_services()}
    codes = [
        item.code
        for item in catalogue.indicators.values()
        if item.interval is not IntervalKind.NONE and item.service in services
    ]
    newest: dict[str, Period] = {}
    for row in counted_councils(connection, codes):
        period = parse(row.period, PeriodKind(row.period_kind))
        if row.councils >= FEWEST:
            newest[row.indicator] = max(newest.get(row.indicator, period), period)
    return tuple(
        FunnelChoice(code, with_code(catalogue[code].title, code), newest[code].label)
        for code in codes
        if code in newest
    )
