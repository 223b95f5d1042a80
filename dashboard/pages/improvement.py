"""`/improvement`: projects and actions of a council by plan, the late first."""

from __future__ import annotations

from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.filters import day, filter_bar, select
from dashboard.components.forms import read_only
from dashboard.components.linked_counts import LinkedCount, linked_counts
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.pages.plan_parts import proofs, standing, who_and_when
from dashboard.shell import Page
from dashboard.views import improvement as view
from dashboard.views.plan_lines import PlanLine
from dashboard.views.query import Query, area_of
from indicators.store.store import Store

READING = (
    "The bar is the progress reported, the mark on it the share of the time from start to due that is gone "
    "on the day chosen. On time: at most 5 points behind that share; slightly behind: at most 15; else "
    "behind its time. Below 100% after the due date is overdue. Without a start, a due date or a reported "
    "position there is no light. Words such as “During session 2019/20” stay as they were written and are "
    "judged by the last day of the period they name."
)


def page(store: Store, writing: bool = False) -> Page:
    """The list over a store; with `writing` it leads to the form for a new item."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = view.improvement(connection, store.catalogue, area, query, date.today())
        return arrange(found, query, writing)

    return Page(links.IMPROVEMENT, "Improvement", layout, label="Improvement", position=4)


def arrange(found: view.Improvement, query: Query, writing: bool) -> Component:
    """The page of a view: sentence, counts, filters, the plans."""
    head = page_head(
        "Improvement projects and actions",
        found.lead,
        (f"Improvement, {found.area.name}",),
        actions=links.downloads(links.IMPROVEMENT, query),
    )
    reading = html.P([plain.b("How to read this. "), READING], className="note section")
    return html.Div(
        [
            region("head", [head, *_counts(found, query)]),
            _filters(found),
            region("plans", [*_plans(found), *_new(found, writing), reading]),
        ]
    )


def _counts(found: view.Improvement, query: Query) -> list[Component]:
    if not found.counts:
        return []
    total = sum(each.number for each in found.counts)
    every = LinkedCount("", "All", total, href(links.IMPROVEMENT, query, state=""), found.state == view.EVERY)
    counts = [
        LinkedCount(
            each.kind,
            each.words,
            each.number,
            href(links.IMPROVEMENT, query, state=each.state),
            each.state == found.state,
        )
        for each in found.counts
    ]
    return [linked_counts([every, *counts], "Where they stand")]


def _filters(found: view.Improvement) -> Component:
    return filter_bar(
        [
            select("plan", "Plan", options(found.plans), found.plan, ("state", "quality"), grow=True),
            select("state", "Status", options(found.states), found.state),
            select("quality", "Quality indicator", options(found.qualities), found.quality, ("state",)),
            day("as_at", "As at", found.as_at.isoformat()),
        ]
    )


def _plans(found: view.Improvement) -> list[Component]:
    if not found.groups:
        return [
            html.Div(
                empty("There is nothing to list.", "Choose another plan, status or council."),
                className="section",
            )
        ]
    return [
        section(
            group.title,
            [html.Ol([_line(found, line) for line in group.lines], className="plan")],
            by=group.summary,
        )
        for group in found.groups
    ]


def _line(found: view.Improvement, line: PlanLine) -> Component:
    address = links.at(links.PLAN_ITEM, line.key, area=found.area.code, as_at=_other_day(found))
    label = " ".join(filter(None, (line.kind, line.item.code)))
    title = html.H3(dcc.Link(line.item.title, href=address, className="name"))
    more = [
        html.P([plain.b(f"{name}: "), words])
        for name, words in (
            ("Success criteria", line.item.success_criteria),
            ("Quality indicators", "; ".join(line.item.quality_indicators)),
        )
        if words
    ]
    said = html.Div(
        [plain.small(label), title, *more, *proofs(found.area.code, line.proofs)], className="plan-said"
    )
    return html.Li([said, html.Div([*standing(line), who_and_when(line)], className="stands")])


def _other_day(found: view.Improvement) -> str:
    """The day in the address of an item, where it is not today."""
    return "" if found.as_at == date.today() else found.as_at.isoformat()


def _new(found: view.Improvement, writing: bool) -> list[Component]:
    if not writing:
        return [html.Div(read_only(), className="section")]
    address = href(links.PLAN_ITEM_NEW, area=found.area.code)
    return [
        html.P(
            dcc.Link("Write down a project or action", href=address, className="button"), className="section"
        )
    ]
