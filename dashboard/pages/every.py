"""All pages over one store, and what header and footer say of it."""

from __future__ import annotations

import re
from functools import partial

from dash import Dash

from dashboard.components.filters import Option
from dashboard.pages import (
    about,
    audit_forms,
    audits,
    benchmarks,
    comment_forms,
    cycle,
    data,
    data_loads,
    data_sources,
    desk,
    downloads,
    exceptions,
    explore,
    finance,
    freeze_form,
    improvement,
    indicator,
    inspections,
    links,
    overview,
    packs,
    plan_files,
    plan_forms,
    plan_item,
    risk,
    risk_forms,
    risks,
    scorecard_edit,
    scorecard_forms,
    scorecard_list,
    scorecards,
    search,
    self_evaluation,
    services,
    snapshots,
    table_files,
    trends,
)
from dashboard.pages.download_files import Maker
from dashboard.pages.known_council import said_of_council
from dashboard.pages.remember import PageMemory
from dashboard.pages.table_files import filed
from dashboard.shell import Page, ShellContext
from dashboard.views.moments import day_words
from dashboard.views.query import DEFAULT_AREA
from indicators.codes import after_label
from indicators.store import history, read
from indicators.store.store import Store

PRODUCT = "Social Work Indicators"
MADE_UP = "Synthetic figures for load tests"


KEEPERS: dict[str, desk.Keeper] = {
    comment_forms.KIND: comment_forms.keep,
    scorecard_forms.NEW: scorecard_forms.keep_new,
    scorecard_forms.KIND: scorecard_forms.keep_scorecard,
    scorecard_forms.WITHDRAW: scorecard_forms.withdraw_scorecard,
    "snapshot": freeze_form.keep_snapshot,
    "snapshot-withdraw": freeze_form.withdraw_snapshot,
    "issue": cycle.keep_issue,
    plan_forms.KIND: plan_forms.keep,
    plan_forms.WITHDRAW: plan_forms.withdraw,
    audit_forms.KIND: audit_forms.keep,
    audit_forms.WITHDRAW: audit_forms.withdraw,
    risk_forms.KIND: risk_forms.keep,
    risk_forms.WITHDRAW: risk_forms.withdraw,
}
"""What people write, by the kind in the address of its form."""

FOOT = (
    (links.ABOUT, "About"),
    (f"{links.ABOUT}#accessibility", "Accessibility statement"),
    (f"{links.ABOUT}#sources", "Sources and licences"),
)
"""What the foot of every page leads to."""


def every_page(store: Store, writing: bool = False) -> tuple[Page, ...]:
    """The pages in the order of the navigation; with `writing` those that have forms show them.

    Each has links to the files of its tables and says when its address names no council there is; those that
    follow from the release alone are remembered.
    """
    memory = PageMemory(store)
    kept = (memory.remembered(filed(page)) for page in _steady(store, writing))
    pages = (*kept, *(filed(page) for page in _fresh(store, writing)))
    return tuple(said_of_council(page, store.catalogue) for page in pages)


def _steady(store: Store, writing: bool) -> tuple[Page, ...]:
    """The pages that follow from the address and the release alone."""
    pages = (
        overview.page,
        trends.page,
        benchmarks.page,
        partial(indicator.page, writing=writing),
        partial(exceptions.page, writing=writing),
        partial(risk.new_page, writing=writing),
        partial(risks.page, writing=writing),
        partial(risk.page, writing=writing),
        partial(scorecard_list.page, writing=writing),
        partial(scorecard_edit.new_page, writing=writing),
        partial(scorecards.page, writing=writing),
        partial(scorecard_edit.page, writing=writing),
        snapshots.list_page,
        partial(snapshots.page, writing=writing),
        services.index_page,
        services.page,
        inspections.page,
        finance.page,
        self_evaluation.page,
    )
    return tuple(page(store) for page in pages)


def _fresh(store: Store, writing: bool) -> tuple[Page, ...]:
    """The pages that are drawn anew each time.

    Explore and search have as many addresses as there are questions: remembering them would push out the
    rest. The age of a source and how late a project or audit is change with the day, not with the release.
    """
    pages = (
        explore.page,
        search.page,
        data.page,
        data_sources.page,
        data_loads.page,
        about.page,
        partial(cycle.page, writing=writing),
        partial(improvement.page, writing=writing),
        partial(plan_item.new_page, writing=writing),
        partial(plan_item.page, writing=writing),
        partial(audits.page, writing=writing),
        partial(audits.new_page, writing=writing),
        partial(audits.item_page, writing=writing),
    )
    return tuple(page(store) for page in pages)


def context(store: Store) -> ShellContext:
    """What every page shows around itself; asked for at each page load, so that a new load shows at once."""
    with store.connect() as connection:
        release = read.release(connection)
        held = read.indicators_with_figures(connection)
        made_up = history.holds_synthetic(connection)
    catalogue = store.catalogue
    shown = {service.code for service in catalogue.shown_services()}
    return ShellContext(
        product=PRODUCT,
        councils=tuple(Option(area.code, area.name) for area in catalogue.areas.councils),
        home=DEFAULT_AREA,
        period=release.newest_period,
        edition=re.sub("^LGBF,", "LGBF edition", release.lgbf_edition),
        data_as_at=day_words(release.loaded_at) if release.loaded_at else "no load yet",
        release=str(release.id),
        attribution=_attribution(store),
        notice=MADE_UP if made_up else "",
        footer_links=FOOT,
        indicators=tuple(
            Option(item.code, after_label(item.published_code, item.title))
            for item in catalogue.indicators.values()
            if item.code in held and item.service in shown
        ),
    )


def register(app: Dash, store: Store, at: desk.Desk | None = None) -> None:
    """What the pages offer beside themselves: their downloads and, where there is a desk, their forms."""
    downloads.register(app, store, PRODUCT)
    pages = (*_steady(store, writing=False), *_fresh(store, writing=False))
    table_files.register(app, store, pages, Maker(PRODUCT, _attribution(store)))
    packs.register(app, store, PRODUCT)
    plan_files.register(app, store, PRODUCT)
    if at is not None:
        desk.register(app, at, KEEPERS)


def _attribution(store: Store) -> str:
    sources = (source for source in store.catalogue.sources.values() if "OGL" in source.licence)
    publishers = {name for source in sources for name in source.publisher.split(" and ")}
    return f"Contains data of {', '.join(sorted(publishers))}, Open Government Licence v3.0."
