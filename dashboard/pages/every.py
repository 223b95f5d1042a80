"""All pages over one store, and what header and footer say of it."""

from __future__ import annotations

import re
from datetime import datetime

from dash import Dash

from dashboard.components.filters import Option
from dashboard.pages import benchmarks, downloads, overview, scorecards, trends
from dashboard.pages.remember import remembered
from dashboard.shell import Page, ShellContext
from dashboard.views.query import DEFAULT_AREA
from indicators.periods import MONTHS
from indicators.store import read
from indicators.store.store import Store

PRODUCT = "Social Work Indicators"


def every_page(store: Store) -> tuple[Page, ...]:
    """The pages in the order of the navigation."""
    pages = (overview.page, trends.page, benchmarks.page, scorecards.index_page, scorecards.page)
    return tuple(remembered(store, page(store)) for page in pages)


def context(store: Store) -> ShellContext:
    """What every page shows around itself; asked for at each page load, so that a new load shows at once."""
    with store.connect() as connection:
        release = read.release(connection)
        held = read.indicators_with_figures(connection)
    catalogue = store.catalogue
    shown = {service.code for service in catalogue.shown_services()}
    return ShellContext(
        product=PRODUCT,
        councils=tuple(Option(area.code, area.name) for area in catalogue.areas.councils),
        home=DEFAULT_AREA,
        period=release.newest_period,
        edition=re.sub("^LGBF,", "LGBF edition", release.lgbf_edition),
        data_as_at=_day(release.loaded_at),
        release=str(release.id),
        attribution=_attribution(store),
        indicators=tuple(
            Option(item.code, f"{item.code} {item.title}")
            for item in catalogue.indicators.values()
            if item.code in held and item.service in shown
        ),
    )


def register(app: Dash, store: Store) -> None:
    """What the pages offer beside themselves: their downloads."""
    downloads.register(app, store)


def _attribution(store: Store) -> str:
    sources = (source for source in store.catalogue.sources.values() if "OGL" in source.licence)
    publishers = {name for source in sources for name in source.publisher.split(" and ")}
    return f"Contains data of {', '.join(sorted(publishers))}, Open Government Licence v3.0."


def _day(moment: str) -> str:
    if not moment:
        return "no load yet"
    day = datetime.fromisoformat(moment)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
