"""A scorecard narrowed to one section, or to what is published nationally: fewer rows, the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.views.choices import Choice
from dashboard.views.query import Query, one_of
from indicators.catalogue import Catalogue
from indicators.datasets import Dataset, dataset_of
from indicators.vocabulary import Scorecard, Section

EVERY = "all"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked for, with all that could be; `sections` are titles, `datasets` those the card has."""

    sections: tuple[Choice, ...]
    section: str
    datasets: tuple[Choice, ...]
    dataset: str

    @property
    def active(self) -> bool:
        """True where some rows may be left out."""
        return (self.section, self.dataset) != (EVERY, EVERY)


def narrowing(card: Scorecard, query: Query, catalogue: Catalogue) -> Narrowing:
    """What the address asks of a card; all of it where it asks for nothing there is."""
    titles = tuple(dict.fromkeys(section.title for section in card.sections))
    held = {dataset_of(catalogue, catalogue[code]) for each in card.sections for code in each.indicators}
    datasets = [each for each in Dataset if each in held]
    return Narrowing(
        sections=(Choice(EVERY, "All sections"), *(Choice(title, title) for title in titles)),
        section=one_of(query, "section", titles, EVERY),
        datasets=(Choice(EVERY, "Core and local"), *(Choice(each, each.words) for each in datasets)),
        dataset=one_of(query, "dataset", datasets, EVERY),
    )


def narrowed(card: Scorecard, asked: Narrowing, catalogue: Catalogue) -> Scorecard:
    """The card with what is asked for alone; one with nothing of it has no sections."""
    return replace(card, sections=tuple(_sections(card, asked, catalogue)))


def _sections(card: Scorecard, asked: Narrowing, catalogue: Catalogue) -> Iterator[Section]:
    for section in card.sections:
        if asked.section not in (EVERY, section.title):
            continue
        if asked.dataset == EVERY:
            yield section
        elif codes := _of_dataset(section, asked.dataset, catalogue):
            # What is no indicator belongs to neither, and is left out with the others.
            yield replace(section, indicators=codes, projects=(), activities=(), no_indicator=())


def _of_dataset(section: Section, dataset: str, catalogue: Catalogue) -> tuple[str, ...]:
    codes = section.indicators
    return tuple(code for code in codes if dataset_of(catalogue, catalogue[code]) == dataset)
