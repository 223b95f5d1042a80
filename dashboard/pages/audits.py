"""`/audits`, `/audits/new` and `/audits/<key>`: what was planned to be audited, what was done and found."""

from __future__ import annotations

from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.audit_forms import change_form, new_form, withdraw_form
from dashboard.pages.plan_parts import facts, history, keeping, new_item, no_keeping
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import audits as view
from dashboard.views.moments import day_words
from dashboard.views.query import Query, area_of
from indicators.store.store import Store

READING = (
    "An audit is judged from the day after it is due, or at once where it names no day: green when all that "
    "was planned is done, amber when at least 95% of it is, else red. What nobody reported has no light."
)
NEW = "A new audit"
_COLUMNS = (
    Column("Audit", classes="title"),
    Column("Theme", classes="words"),
    Column("Planned", align="right"),
    Column("Done", align="right"),
    Column("Share done", align="right"),
    Column("Due", classes="words"),
    Column("Status", classes="status"),
    Column("Strengths", classes="words"),
    Column("Areas for development", classes="words"),
)


def page(store: Store, writing: bool = False) -> Page:
    """The programme over a store; with `writing` it leads to the form for a new audit."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.audits(connection, area_of(store.catalogue, query), date.today())
        return arrange(found, writing)

    return Page(links.AUDITS, "Audits", layout)


def item_page(store: Store, writing: bool = False) -> Page:
    """One audit over a store; with `writing` it has its forms."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.audit_story(connection, query.get("key", ""), date.today())
        if found is None:
            raise NoSuchPageError("There is no audit of this id.")
        return arrange_item(found, writing)

    return Page(links.AUDIT, "Audit", layout)


def new_page(store: Store, writing: bool = False) -> Page:
    """The form for a new audit."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        form = new_form(area.code) if writing else read_only()
        return new_item(NEW, area, ("Audits", links.AUDITS), form)

    return Page(links.AUDIT_NEW, NEW, layout)


def arrange(found: view.Audits, writing: bool) -> Component:
    """The page of a view: its sentence and one row an audit."""
    area = found.area.code
    up = dcc.Link("Self-evaluation", href=href(links.SELF_EVALUATION, area=area))
    head = page_head("Audit programme", found.lead, (up, f" / Audits, {found.area.name}"))
    rows = [_row(line, area) for line in found.lines]
    table = (
        figures_table(f"Audits of {found.area.name}", _COLUMNS, rows)
        if rows
        else empty("There is nothing to list.", "Write an audit down, or choose another council.")
    )
    address = href(links.AUDIT_NEW, area=area)
    new = dcc.Link("Write down an audit", href=address, className="button") if writing else read_only()
    reading = html.P([plain.b("How to read this. "), READING], className="note section")
    programme = section("Audits", [table, html.Div(new)])
    return html.Div([region("head", [head]), region("audits", [programme, reading])])


def _row(line: view.AuditLine, area: str) -> Row:
    item = line.item
    title = dcc.Link(item.title, href=links.at(links.AUDIT, line.key, area=area), className="name")
    done = "" if item.done is None else str(item.done)
    return Row(
        (
            title,
            item.theme,
            str(item.planned),
            done,
            line.share,
            item.due.words,
            pill(line.badge.kind, line.badge.words),
            item.strengths,
            item.areas_for_development,
        )
    )


def arrange_item(found: view.AuditStory, writing: bool) -> Component:
    """The page of a view: where it stands, what is written, its history, its forms."""
    line = found.line
    up = dcc.Link("Audits", href=href(links.AUDITS, area=line.item.area))
    below = ("Withdrawn: it is in the programme no more.",) if found.withdrawn else ()
    light = html.P(pill(line.badge.kind, line.badge.words), className="light")
    stands = html.Div([light, html.P(line.words)], className="stands")
    parts = [
        page_head(line.item.title, eyebrow=(up, " / Audit"), below=below),
        section("Where it stands", [stands], by=f"As at {day_words(date.today().isoformat())}"),
        section("What is written", [facts(_said(line))]),
        section("History", [history(found.versions)], by="Newest first"),
    ]
    ways = keeping(change_form(found), withdraw_form(found), found.withdrawn) if writing else no_keeping()
    return html.Div([region("audit", parts), ways])


def _said(line: view.AuditLine) -> list[tuple[str, str | Component]]:
    item = line.item
    texts = (
        ("Theme", item.theme),
        ("Lead", item.lead),
        ("Due", item.due.words),
        ("Strengths", item.strengths or "None written down"),
        ("Areas for development", item.areas_for_development or "None written down"),
    )
    return [(name, words) for name, words in texts if words]
