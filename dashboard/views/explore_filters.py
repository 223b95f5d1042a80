"""The filters of Explore: what each may be set to, and what it is set to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.choices import Choice
from dashboard.views.query import Query, text
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.figures import Basis, Status
from indicators.store import search
from indicators.store.search import EditionRow

ALL = "all"
LIST = "list"
VIEWS = (
    Choice(LIST, "A list of figures"),
    Choice("area-period", "Areas by period"),
    Choice("indicator-period", "Indicators by period"),
    Choice("indicator-area", "Indicators by area"),
)
BASES = (
    Choice(ALL, "Any"),
    Choice(Basis.NONE, "Not a price"),
    Choice(Basis.CASH, "Cash"),
    Choice(Basis.REAL, "Real terms"),
)
WITH_NUMBER = tuple(status for status in Status if status.may_have_number)
WITHOUT_NUMBER = tuple(status for status in Status if not status.may_have_number)
STATUSES: Mapping[str, tuple[str, ...]] = {
    ALL: (),
    "number": WITH_NUMBER,
    "none": WITHOUT_NUMBER,
    **{status.value: (status.value,) for status in Status},
}
_STATUS_WORDS = {ALL: "Any", "number": "With a number", "none": "Without a number"}


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in the address, its label, what may be chosen, and what is."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    value: str
    unset: str

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return next((choice.label for choice in self.choices if choice.value == self.value), "")


def filter_of(query: Query, name: str, label: str, choices: Sequence[Choice]) -> Filter:
    """A filter whose first choice holds unless another is asked for."""
    unset = choices[0].value
    wanted = text(query, name)
    value = wanted if any(choice.value == wanted for choice in choices) else unset
    return Filter(name, label, tuple(choices), value, unset)


def where_filter(query: Query, catalogue: Catalogue, area: Area, areas: Sequence[str]) -> Filter:
    """Which areas: ticked ones go before anything else."""
    choices = (
        Choice("council", area.name),
        Choice("scotland", f"{area.name} and Scotland"),
        Choice("councils", f"The {len(catalogue.areas.councils)} councils"),
        Choice(ALL, "Every area"),
    )
    if not areas:
        return filter_of(query, "where", "Areas", choices)
    words = catalogue.areas[areas[0]].name if len(areas) == 1 else f"{len(areas)} areas chosen below"
    return Filter("where", "Areas", (*choices, Choice("chosen", words)), "chosen", "council")


def year_filters(connection: Connection, query: Query) -> tuple[Filter, Filter, tuple[str, str]]:
    """First and last year, April to March, in which a period begins; with the days these mean."""
    held = sorted({_year_of(day) for day in search.first_days(connection)})
    choices = tuple(Choice(_label(year), _label(year)) for year in held)
    if not held:
        empty = Filter("from", "From", (), "", ""), Filter("to", "To", (), "", "")
        return (*empty, ("", ""))
    labels = [choice.value for choice in choices]
    ends = [text(query, "from"), text(query, "to")]
    start = labels.index(ends[0]) if ends[0] in labels else 0
    end = labels.index(ends[1]) if ends[1] in labels else len(labels) - 1
    start, end = min(start, end), max(start, end)
    days = (f"{held[start]}-04-01" if start else "", f"{held[end] + 1}-03-31")
    return (
        Filter("from", "From", choices, labels[start], labels[0]),
        Filter("to", "To", choices, labels[end], labels[-1]),
        days,
    )


def edition_filters(every: Sequence[EditionRow], catalogue: Catalogue, query: Query) -> tuple[Filter, Filter]:
    """The sources that have editions, and the editions of the one chosen."""
    codes = dict.fromkeys(edition.source for edition in every)
    named = sorted(
        (Choice(code, catalogue.sources[code].title) for code in codes if code in catalogue.sources),
        key=lambda choice: choice.label,
    )
    source = filter_of(query, "source", "Source", (Choice(ALL, "Every source"), *named))
    labels = [edition.label for edition in every if edition.source == source.value]
    editions = (Choice(ALL, "Every edition"), *(Choice(label, label) for label in labels))
    return source, filter_of(query, "edition", "Edition", editions)


def status_choices() -> tuple[Choice, ...]:
    words = {**_STATUS_WORDS, **{status.value: status.words for status in Status}}
    return tuple(Choice(name, words[name]) for name in STATUSES)


def _year_of(day: str) -> int:
    """The year, beginning in April, in which an ISO day lies."""
    found = date.fromisoformat(day)
    return found.year if found.month >= 4 else found.year - 1


def _label(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02d}"
