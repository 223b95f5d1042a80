"""What a search finds: indicators with their latest figure in one council, services and terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from dashboard.views.histories import Series, all_series
from dashboard.views.paging import asked_page, first_of, most_of
from dashboard.views.query import Query, area_of, text
from dashboard.views.words import Badge, badge, shown_value
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.finding import Finder, Match, Rank, Subject
from indicators.finding_words import Part, marked
from indicators.indicator import Indicator
from indicators.store import read
from indicators.vocabulary import Service, Term

INDICATOR, SERVICE, TERM = "indicator", "service", "term"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found, its words in parts of which those asked for are marked.

    `name` is the code of an indicator, service or term; `why` is the definition where only that holds every
    word, the meaning of a term, or what the page of a service answers. Only indicators have a figure.
    """

    kind: str
    name: str
    title: tuple[Part, ...]
    code: tuple[Part, ...]
    service: tuple[Part, ...]
    why: tuple[Part, ...]
    value: str = ""
    period: str = ""
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to a question: a part of the results, or where there is none what is near to it.

    `total` counts all that was found; `meant` is the question as the catalogue spells its words.
    """

    question: str
    area: Area
    results: tuple[Result, ...]
    total: int
    page: int
    meant: str = ""


def findings(connection: Connection, catalogue: Catalogue, query: Query) -> Findings:
    """What the address asks for; without a question nothing is looked for."""
    question, area = " ".join(text(query, "q").split()), area_of(catalogue, query)
    held = read.indicators_with_figures(connection)
    every = sorted(finder(catalogue).find(question), key=lambda match: (match.rank, _is_empty(match, held)))
    most = most_of(query)
    last = -(-len(every) // most)
    page = max(min(asked_page(query), last), 1)
    start = first_of(page, most)
    shown, meant = every[start : start + most], ""
    if question and not every:
        near = finder(catalogue).nearest(question)
        shown, meant = list(near.matches), near.question
    results = _results(connection, catalogue, area, shown, meant or question)
    return Findings(question, area, results, len(every), page, meant)


@lru_cache(maxsize=2)
def finder(catalogue: Catalogue) -> Finder:
    """Everything of a catalogue that can be found, in order once."""
    indicators = sorted(catalogue.indicators.values(), key=lambda each: not each.headline)
    return Finder(
        [
            *(_service(catalogue, service) for service in catalogue.shown_services()),
            *(_term(term) for term in catalogue.glossary.values()),
            *(_indicator(catalogue, indicator) for indicator in indicators),
        ]
    )


def _indicator(catalogue: Catalogue, indicator: Indicator) -> Subject:
    service = catalogue.services[indicator.service]
    around = f"{indicator.short_title} {service.title} {indicator.topic}"
    said = f"{indicator.title} {around} {indicator.definition}".lower()
    short = [term.short for term in catalogue.glossary.values() if term.short and term.title.lower() in said]
    return Subject(
        INDICATOR,
        indicator.code,
        indicator.title,
        (indicator.code, *indicator.aliases),
        " ".join((around, *short)),
        indicator.definition,
        later=service.context,
    )


def _service(catalogue: Catalogue, service: Service) -> Subject:
    page = catalogue.service_pages.get(service_page_code(service.code))
    short = [term.short for term in catalogue.glossary.values() if term.title == service.title]
    about = page.about if page else ""
    return Subject(SERVICE, service.code, service.title, tuple(filter(None, short)), definition=about)


def _term(term: Term) -> Subject:
    codes = tuple(filter(None, (term.short, *term.also)))
    return Subject(TERM, term.code, term.title, codes, definition=term.meaning)


def service_page_code(service: str) -> str:
    """The code a service's own page has in its address, if there is one."""
    return service.replace("_", "-")


def _is_empty(match: Match, held: frozenset[str]) -> bool:
    """True for an indicator of which no council has a figure: it comes after those that say something."""
    return match.subject.kind == INDICATOR and match.subject.name not in held


def _results(
    connection: Connection, catalogue: Catalogue, area: Area, matches: Sequence[Match], question: str
) -> tuple[Result, ...]:
    codes = [match.subject.name for match in matches if match.subject.kind == INDICATOR]
    series = all_series(connection, catalogue, area.code, [catalogue[code] for code in codes])
    return tuple(
        _figured(catalogue, series[match.subject.name], match, question)
        if match.subject.kind == INDICATOR
        else _plain(match.subject, question)
        for match in matches
    )


def _plain(subject: Subject, question: str) -> Result:
    return Result(
        subject.kind,
        subject.name,
        marked(subject.title, question),
        marked(" ".join(subject.codes[:1]), question),
        (),
        marked(subject.definition, question),
    )


def _figured(catalogue: Catalogue, series: Series, match: Match, question: str) -> Result:
    indicator, standing = series.indicator, series.latest
    return Result(
        INDICATOR,
        indicator.code,
        marked(indicator.title, question),
        marked(indicator.published_code, question),
        marked(catalogue.services[indicator.service].title, question),
        marked(indicator.definition, question) if match.rank is Rank.DEFINITION else (),
        shown_value(standing) if standing else "",
        standing.period.words if standing else "",
        badge(standing) if standing else None,
    )
