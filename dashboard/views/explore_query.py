"""What the address of Explore asks for: filters checked against what there is, and what could be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.choices import Choice, in_order
from dashboard.views.explore_filters import (
    ALL,
    BASES,
    STATUSES,
    VIEWS,
    Filter,
    edition_filters,
    filter_of,
    status_choices,
    where_filter,
    year_filters,
)
from dashboard.views.paging import asked_page
from dashboard.views.query import Query, area_of, several_of, text
from indicators.areas import SCOTLAND, Area, AreaKind
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.indicator import Indicator
from indicators.store import read, search
from indicators.store.search import Order, SortBy, Wanted

MOST_BESIDE = 5


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
    offered = _named(within, "Every indicator")
    indicator = filter_of(spelt(catalogue, query), "indicator", "Indicator", offered)
    chosen = next((each for each in within if each.code == indicator.value), None)
    near = [i for i in within if chosen and i != chosen and i.service == chosen.service]
    beside = several_of(query, "beside", [each.code for each in near])[:MOST_BESIDE]
    shown_areas = [each for each in catalogue.areas.by_code.values() if each.kind is not AreaKind.UNKNOWN]
    areas = several_of(query, "areas", [each.code for each in shown_areas])
    where = where_filter(query, catalogue, area, areas)
    first, last, days = year_filters(connection, query)
    source, edition = edition_filters(search.every_edition(connection), catalogue, query)
    more = (
        filter_of(query, "basis", "Prices", BASES),
        filter_of(query, "status", "Status", status_choices()),
        filter_of(query, "view", "Show as", VIEWS),
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
    ticks = beside, _plain(near), areas, _area_choices(shown_areas)
    return Asked(area, wanted, _order(query), filters, *ticks, asked_page(query))


def _indicators(connection: Connection, catalogue: Catalogue, query: Query) -> tuple[Filter, list[Indicator]]:
    """The services to choose from, and the indicators of the one chosen that hold any figure."""
    held = read.indicators_with_figures(connection)
    present = {item.service for item in catalogue.indicators.values() if item.code in held}
    ordered = sorted(catalogue.services.values(), key=lambda service: (service.context, service.order))
    offered = [service for service in ordered if service.code in present]
    choices = (Choice(ALL, "Every service"), *(Choice(each.code, each.title) for each in offered))
    services = filter_of(query, "service", "Service", choices)
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


def _area_codes(where: str, catalogue: Catalogue, area: Area, areas: tuple[str, ...]) -> tuple[str, ...]:
    councils = tuple(council.code for council in catalogue.areas.councils)
    every = tuple(a.code for a in catalogue.areas.by_code.values() if a.kind is not AreaKind.UNKNOWN)
    by_choice = {"scotland": (area.code, SCOTLAND), "councils": councils, ALL: every, "chosen": areas}
    return by_choice.get(where, (area.code,))


def _order(query: Query) -> Order:
    wanted = text(query, "sort")
    descending = wanted.startswith("-")
    name = wanted.removeprefix("-")
    return Order(SortBy(name), descending) if name in tuple(SortBy) else Order()


def _named(indicators: Iterable[Indicator], every: str) -> tuple[Choice, ...]:
    return (Choice(ALL, every), *_plain(indicators))


def _plain(indicators: Iterable[Indicator]) -> tuple[Choice, ...]:
    return tuple(Choice(item.code, item.named) for item in indicators)


def _area_choices(areas: Iterable[Area]) -> tuple[Choice, ...]:
    """Scotland, the councils, then the rest."""
    first = (AreaKind.COUNTRY, AreaKind.COUNCIL)
    ordered = sorted(areas, key=lambda a: (first.index(a.kind) if a.kind in first else len(first), a.name))
    return tuple(Choice(area.code, area.name) for area in ordered)


def _or_any(value: str) -> str:
    return "" if value == ALL else value
