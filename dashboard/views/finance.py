"""Finance beside performance: budgets with sum checks, outturn, and unit costs beside what they buy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views import budget_matrix
from dashboard.views.budget_matrix import Matrix, check_words
from dashboard.views.histories import Series, all_series
from dashboard.views.overview_rows import Row, row
from dashboard.views.text import Text, bold, counted, join_text
from dashboard.views.words import change_heading
from indicators.areas import Area
from indicators.budgets import sum_checks
from indicators.catalogue import Catalogue
from indicators.display import spoken_value
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.store.rows import FigureRow

FINANCE = "finance"
_BUDGETS = {
    "children": ("BUDGET_NET_CHILDREN", "NET_BUDGET_CHILDREN"),
    "adult_care": ("BUDGET_NET_ADULTS", "NET_BUDGET_ADULTS"),
    "justice": ("BUDGET_NET_JUSTICE", "NET_BUDGET_JUSTICE"),
    "adult_protection": ("BUDGET_NET_PROTECTION",),
}


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A budget or outturn of the council: `£35,515 thousand`, its note and check, and where it is printed."""

    code: str
    title: str
    period: str
    value: str
    note: str
    place: str


@dataclass(frozen=True, slots=True)
class ServiceMoney:
    """A service: its net budgets in words, its unit costs, and its headline indicators beside them."""

    code: str
    title: str
    budget: str
    costs: tuple[Row, ...]
    performance: tuple[Row, ...]
    change_heading: str


@dataclass(frozen=True, slots=True)
class Finance:
    """All the finance screen says of one council."""

    area: Area
    lead: Text
    matrix: Matrix | None
    budgets: tuple[MoneyLine, ...]
    budget_check: str
    outturn: tuple[MoneyLine, ...]
    services: tuple[ServiceMoney, ...]


def finance(connection: Connection, catalogue: Catalogue, area: Area) -> Finance:
    """The money of one council, and the performance of the services it is spent on."""
    chosen = [i for s in catalogue.shown_services() for i in catalogue.of_service(s.code)]
    chosen = [i for i in chosen if i.service == FINANCE or i.unit.is_money or i.headline]
    series = {
        code: one for code, one in all_series(connection, catalogue, area.code, chosen).items() if one.latest
    }
    cells = [series[code].rows for code in budget_matrix.CODES if code in series]
    matrix = budget_matrix.matrix(
        catalogue, [each for rows in cells for each in rows if each.area == area.code]
    )
    own = [one for code, one in series.items() if _is_line(one.indicator)]
    return Finance(
        area=area,
        lead=_lead(area, matrix, own, services := _services(catalogue, series)),
        matrix=matrix,
        budgets=tuple(_line(each) for each in own if each.indicator.unit.is_money and not _is_outturn(each)),
        budget_check=_check(catalogue, own),
        outturn=tuple(_line(each) for each in own if _is_outturn(each)),
        services=services,
    )


def _is_line(indicator: Indicator) -> bool:
    """True for what the council prints of its money beside the matrix."""
    return indicator.service == FINANCE and indicator.code not in budget_matrix.CODES


def _is_outturn(series: Series) -> bool:
    return series.indicator.topic == "Outturn" or not series.indicator.unit.is_money


def _line(series: Series) -> MoneyLine:
    shown = row(series, series.history.at(series.history.latest))  # type: ignore[arg-type]
    found: FigureRow = [each for each in series.rows if each.area == series.history.area][-1]
    change = " ".join(filter(None, (shown.change.arrow, shown.change.size))) if shown.change.arrow else ""
    note = "; ".join(filter(None, (found.note, change)))
    value = shown.value if found.figure.value is not None else Status(found.figure.status).words
    return MoneyLine(
        series.indicator.code,
        series.indicator.short_title,
        shown.period,
        value,
        note,
        f"{found.edition}, {found.locator}",
    )


def _check(catalogue: Catalogue, own: Sequence[Series]) -> str:
    """Do the net budgets of the services make the printed total?"""
    amounts = {
        one.indicator.code: one.latest.figure.value
        for one in own
        if one.latest is not None and one.latest.figure.value is not None
    }
    return "; ".join(
        f"{catalogue[each.whole].short_title}: {check_words(each)}"
        for each in sum_checks(catalogue.totals.sums, amounts)
    )


def _services(catalogue: Catalogue, series: dict[str, Series]) -> tuple[ServiceMoney, ...]:
    """The services of which a unit cost or a budget is known, with their headline indicators."""
    found = []
    for service in catalogue.shown_services():
        own = [series[i.code] for i in catalogue.of_service(service.code) if i.code in series]
        costs = tuple(_row(one) for one in own if one.indicator.unit.is_money)
        performance = tuple(_row(one) for one in own if _performs(one.indicator))
        budget = "; ".join(_budget(series[code]) for code in _BUDGETS.get(service.code, ()) if code in series)
        if service.code != FINANCE and (costs or budget):
            money = [one.latest.period for one in own if one.latest and one.indicator.unit.is_money]
            found.append(
                ServiceMoney(service.code, service.title, budget, costs, performance, change_heading(money))
            )
    return tuple(found)


def _performs(indicator: Indicator) -> bool:
    return indicator.headline and not indicator.unit.is_money


def _row(series: Series) -> Row:
    standing = series.latest
    if standing is None:
        raise ValueError(f"{series.indicator.code} has no figure")
    return row(series, standing)


def _budget(series: Series) -> str:
    shown, value = _row(series), series.latest.figure.value if series.latest else None
    said = shown.value if value is None else spoken_value(series.indicator, value)
    return f"{series.indicator.short_title}, {shown.period}: {said}"


def _lead(area: Area, matrix: Matrix | None, own: Sequence[Series], services: Sequence[ServiceMoney]) -> Text:
    costs = sum(len(each.costs) for each in services)
    if matrix is not None:
        return join_text(
            *matrix.lead,
            f" {counted(costs, 'cost').capitalize()} of {area.name} stand beside what the services achieve.",
        )
    printed = sum(one.indicator.unit.is_money for one in own)
    if printed:
        return join_text(
            "This page has ",
            bold(counted(printed, "amount")),
            f" from {area.name}'s budget and outturn, and sets {counted(costs, 'cost')} of its services "
            "beside what they achieve.",
        )
    return join_text(
        bold(f"No budget of {area.name} is loaded."),
        f" {counted(costs, 'cost').capitalize()} stand beside what the services achieve.",
    )
