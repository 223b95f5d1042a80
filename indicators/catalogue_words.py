"""All the catalogue declares around its indicators and targets."""

from __future__ import annotations

from dataclasses import dataclass, field

from indicators.areas import Areas
from indicators.audiences import Audience
from indicators.service_pages import ServicePage
from indicators.totals import Totals
from indicators.vocabulary import Perspective, PublishedPlace, Scorecard, Service, Source, Term, WrittenGrade


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
    published_places: dict[tuple[str, str, str], PublishedPlace] = field(default_factory=dict)
    written_grades: tuple[WrittenGrade, ...] = ()
