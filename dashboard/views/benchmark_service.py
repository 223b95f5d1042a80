"""Which indicators of a service the profile and the comparison go through, and which they leave out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.choices import Choice, chosen
from dashboard.views.query import Query, one_of
from dashboard.views.text import counted, sentence_case
from indicators.catalogue import Catalogue
from indicators.indicator import Indicator

NOT_COMPARED = "their publisher says that councils must not be compared on them"
TOTALS = "they are plain amounts, which grow with the council"


@dataclass(frozen=True, slots=True)
class InService:
    """A service with what could be chosen instead, its indicators in view, and those left out by reason."""

    services: tuple[Choice, ...]
    service: str
    title: str
    indicators: tuple[Indicator, ...]
    left_out: tuple[str, ...]
    show: str


def in_service(
    connection: Connection, catalogue: Catalogue, query: Query, between_councils: bool
) -> InService:
    """The indicators of the service asked for: its headline ones, or all with figures.

    `between_councils` leaves out those whose councils may not be compared, and plain amounts. A service
    without headline indicators shows all it has.
    """
    picked = chosen(connection, catalogue, query)
    every = [catalogue[choice.value] for choice in picked.indicators]
    show = one_of(query, "show", ("headline", "all"), "headline")
    if show == "headline":
        every = [indicator for indicator in every if indicator.headline] or every
    told: Sequence[Indicator] = every
    reasons: list[str] = []
    if between_councils:
        compared = [indicator for indicator in every if indicator.council_benchmark]
        told = [indicator for indicator in compared if not indicator.is_total]
        reasons = [
            _left_out(len(every) - len(compared), NOT_COMPARED),
            _left_out(len(compared) - len(told), TOTALS),
        ]
    return InService(
        services=picked.services,
        service=picked.service,
        title=catalogue.services[picked.service].title,
        indicators=tuple(told),
        left_out=tuple(filter(None, reasons)),
        show=show,
    )


def _left_out(count: int, why: str) -> str:
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    words = counted(count, "indicator")
    return f"{sentence_case(words)} {verb} left out: {why}."
