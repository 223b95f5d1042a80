"""What the address of Explore asks for: filters checked against what there is, and what could be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.views.choices import Choice, in_order
from dashboard.views.paging import asked_page
from dashboard.views.query import Query, area_of, several_of, text
from indicators.areas import SCOTLAND, Area, AreaKind
from indicators.catalogue import Catalogue, Indicator, UnknownIndicatorError
from indicators.figures import Basis, Status
from indicators.store import read, search
from indicators.store.search import EditionRow, Order, SortBy, Wanted

ALL = "all"
MOST_BESIDE = 5
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: `wanted` for the store, and the filters by name as the screen shows them.

    `beside` and `areas` are the ticks, with `offered_beside` and `offered_areas` to choose from.
    """

    area: Area
    wanted: Wanted
    order: Order
    filters: Mapping[str, Filter]
    beside: tuple[str, ...]
    offered_beside: tuple[Choice, ...]
    areas: tuple[str, ...]
    offered_areas: tuple[Choice, ...]
    page: int

    def value(self, name: str) -> str:
        """What a filter is set to."""
        return self.filters[name].value


def asked(connection: Connection, catalogue: Catalogue, query: Query) -> Asked:
    """The address as filters; whatever it asks for that is not there is left aside."""
    area = area_of(catalogue, query)
    services, within = _indicators(connection, catalogue, query)
    indicator = _filter(spelt(catalogue, query), "indicator", "Indicator", _named(within, "Every indicator"))
    chosen = next((each for each in within if each.code == indicator.value), None)
    near = [i for i in within if chosen and i != chosen and i.service == chosen.service]
    beside = several_of(query, "beside", [each.code for each in near])[:MOST_BESIDE]
    shown_areas = [each for each in catalogue.areas.by_code.values() if each.kind is not AreaKind.UNKNOWN]
    areas = several_of(query, "areas", [each.code for each in shown_areas])
    where = _where(query, catalogue, area, areas)
    first, last, days = _years(connection, query)
    source, edition = _editions(search.every_edition(connection), catalogue, query)
    more = (
        _filter(query, "basis", "Prices", BASES),
        _filter(query, "status", "Status", _statuses()),
        _filter(query, "view", "Show as", VIEWS),
    )
    filters = {each.name: each for each in (services, indicator, where, first, last, *more, source, edition)}
    wanted = Wanted(
        indicators=(chosen.code, *beside) if chosen else tuple(each.code for each in within),
        areas=_area_codes(where.value, catalogue, area, areas),
        begins_from=days[0],
        begins_to=days[1],
        basis=_or_any(filters["basis"].value),
        statuses=STATUSES[filters["status"].value],
        source=_or_any(source.value),
        edition=_or_any(edition.value),
    )
    return Asked(
        area,
        wanted,
        _order(query),
        filters,
        beside,
        _plain(near),
        areas,
        _area_choices(shown_areas),
        asked_page(query),
    )


def _indicators(connection: Connection, catalogue: Catalogue, query: Query) -> tuple[Filter, list[Indicator]]:
    """The services to choose from, and the indicators of the one chosen that hold any figure."""
    held = read.indicators_with_figures(connection)
    present = {item.service for item in catalogue.indicators.values() if item.code in held}
    ordered = sorted(catalogue.services.values(), key=lambda service: (service.context, service.order))
    offered = [service for service in ordered if service.code in present]
    choices = (Choice(ALL, "Every service"), *(Choice(each.code, each.title) for each in offered))
    services = _filter(query, "service", "Service", choices)
    every = [each.code for each in offered if not each.context]
    codes = every if services.value == ALL else [services.value]
    return services, [
        item for code in codes for item in in_order(catalogue.of_service(code)) if item.code in held
    ]


def spelt(catalogue: Catalogue, query: Query) -> Query:
    """The query with the indicator spelt as the catalogue spells it."""
    try:
        code = catalogue.resolve(text(query, "indicator")).code
    except UnknownIndicatorError:
        return query
    return {**query, "indicator": code}


def _where(query: Query, catalogue: Catalogue, area: Area, areas: Sequence[str]) -> Filter:
    """Which areas: ticked ones go before anything else."""
    choices = (
        Choice("council", area.name),
        Choice("scotland", f"{area.name} and Scotland"),
        Choice("councils", f"The {len(catalogue.areas.councils)} councils"),
        Choice(ALL, "Every area"),
    )
    if not areas:
        return _filter(query, "where", "Areas", choices)
    words = catalogue.areas[areas[0]].name if len(areas) == 1 else f"{len(areas)} areas chosen below"
    return Filter("where", "Areas", (*choices, Choice("chosen", words)), "chosen", "council")


def _area_codes(where: str, catalogue: Catalogue, area: Area, areas: tuple[str, ...]) -> tuple[str, ...]:
    councils = tuple(council.code for council in catalogue.areas.councils)
    every = tuple(a.code for a in catalogue.areas.by_code.values() if a.kind is not AreaKind.UNKNOWN)
    by_choice = {"scotland": (area.code, SCOTLAND), "councils": councils, ALL: every, "chosen": areas}
    return by_choice.get(where, (area.code,))


def _years(connection: Connection, query: Query) -> tuple[Filter, Filter, tuple[str, str]]:
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


def _editions(every: Sequence[EditionRow], catalogue: Catalogue, query: Query) -> tuple[Filter, Filter]:
    """The sources that have editions, and the editions of the one chosen."""
    codes = dict.fromkeys(edition.source for edition in every)
    named = sorted(
        (Choice(code, catalogue.sources[code].title) for code in codes if code in catalogue.sources),
        key=lambda choice: choice.label,
    )
    source = _filter(query, "source", "Source", (Choice(ALL, "Every source"), *named))
    labels = [edition.label for edition in every if edition.source == source.value]
    editions = (Choice(ALL, "Every edition"), *(Choice(label, label) for label in labels))
    return source, _filter(query, "edition", "Edition", editions)


def _order(query: Query) -> Order:
    wanted = text(query, "sort")
    descending = wanted.startswith("-")
    name = wanted.removeprefix("-")
    return Order(SortBy(name), descending) if name in tuple(SortBy) else Order()


def _filter(query: Query, name: str, label: str, choices: Sequence[Choice]) -> Filter:
    """A filter whose first choice holds unless another is asked for."""
    unset = choices[0].value
    wanted = text(query, name)
    value = wanted if any(choice.value == wanted for choice in choices) else unset
    return Filter(name, label, tuple(choices), value, unset)


def _named(indicators: Iterable[Indicator], every: str) -> tuple[Choice, ...]:
    return (Choice(ALL, every), *_plain(indicators))


def _plain(indicators: Iterable[Indicator]) -> tuple[Choice, ...]:
    return tuple(Choice(item.code, item.named) for item in indicators)


def _area_choices(areas: Iterable[Area]) -> tuple[Choice, ...]:
    """Scotland, the councils, then the rest."""
    first = (AreaKind.COUNTRY, AreaKind.COUNCIL)
    ordered = sorted(areas, key=lambda a: (first.index(a.kind) if a.kind in first else len(first), a.name))
    return tuple(Choice(area.code, area.name) for area in ordered)


def _statuses() -> tuple[Choice, ...]:
    words = {**_STATUS_WORDS, **{status.value: status.words for status in Status}}
    return tuple(Choice(name, words[name]) for name in STATUSES)


def _or_any(value: str) -> str:
    return "" if value == ALL else value


def _year_of(day: str) -> int:
    """The year, beginning in April, in which an ISO day lies."""
    found = date.fromisoformat(day)
    return found.year if found.month >= 4 else found.year - 1


def _label(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02d}"
