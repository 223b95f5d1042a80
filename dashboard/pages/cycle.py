"""`/cycle`: who gets reports how often, which are due, and what was issued to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dash import dcc
from dash.development.base_component import Component

from dashboard import plain
from dashboard.access.writing import Form, FormError
from dashboard.components.empty import empty
from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, read_only, text_field, write_form
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.desk import Desk, day
from dashboard.shell import Page
from dashboard.views import cycle as view
from dashboard.views.query import Query, area_of
from dashboard.views.snapshots import snapshot_of
from indicators.audiences import Audience
from indicators.cycle import Window, window_before
from indicators.finality import finality
from indicators.store.store import Store
from indicators.written.issue import Issue
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status

_AUDIENCES = (
    Column("Audience", classes="words"),
    Column("Standing"),
    Column("For", classes="words"),
    Column("Frequency"),
    Column("Next one due", classes="words"),
    Column("Printed in", classes="words optional"),
)
_ISSUED = (
    Column("Audience"),
    Column("What", classes="words"),
    Column("Issued on", classes="words"),
    Column("Months", classes="words"),
    Column("Reason all the same", classes="words"),
)


def page(store: Store, writing: bool = False, today: Callable[[], date] = date.today) -> Page:
    """The reporting cycle over a store, as at today."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.cycle(connection, store.catalogue, area_of(store.catalogue, query), today())
        return arrange(found, writing)

    return Page(path=links.CYCLE, title="Reporting cycle", layout=layout)


def arrange(found: view.CycleView, writing: bool) -> Component:
    """The page of a view: the audiences, what was issued, and the form for the next one."""
    back = dcc.Link("Scorecards", href=links.at(links.SCORECARDS, "", area=found.area.code))
    head = page_head("Reporting cycle", found.lead, (back, f" / {found.area.name}, as at {found.as_at}"))
    rows = [_audience(line, found.area.code) for line in found.audiences]
    audiences = section("Audiences", [figures_table("Audiences", _AUDIENCES, rows)])
    return region("cycle", [head, audiences, _issued(found), _form(found, writing)])


def keep_issue(desk: Desk, form: Form) -> str:
    """Keep that a snapshot was issued to an audience; the months are those the audience was owed."""
    audience = desk.store.catalogue.audiences.get(form.get("audience"))
    with desk.store.connect() as connection:
        kept = snapshot_of(connection, desk.store.catalogue, form.get("snapshot"))
    if audience is None or kept is None or kept.status is Status.WITHDRAWN:
        raise FormError("Choose an audience, and a snapshot that stands.")
    override = form.get("override") or kept.content.override
    _check_final(kept.content, override)
    issued_on = day(form.get("issued_on"), "Issued on")
    if issued_on is None:
        raise FormError("Issued on: it is empty; fill it in.")
    window = _window(form, audience, issued_on)
    made = Issue(
        audience=audience.code,
        title=kept.content.title,
        area=kept.content.area,
        covers_from=window.start,
        covers_to=window.end,
        issued_on=issued_on,
        snapshot=kept.id,
        snapshot_version=kept.version,
        override=override,
    )
    desk.keep(Form(form.author, {}), lambda _: made, Status.KEPT, lambda each: each.title)
    return links.at(links.CYCLE, "", area=made.area)


def _check_final(snapshot: Snapshot, override: str) -> None:
    found = finality(snapshot.rows, override)
    if not found.allowed:
        raise FormError(f"{found.words}.")


def _window(form: Form, audience: Audience, issued_on: date) -> Window:
    """The months as given, else the last whole window of the audience before the day of issue."""
    start, end = day(form.get("covers_from"), "First day"), day(form.get("covers_to"), "Last day")
    if start and end and start <= end:
        return Window(start, end)
    if start or end:
        raise FormError("First day and last day: give both, the first before the last, or neither.")
    window = window_before(audience.frequency, issued_on)
    if window is None:
        raise FormError(f"{audience.title} has no frequency: give the first and the last day it covers.")
    return window


def _audience(line: view.AudienceLine, area: str) -> Row:
    standing: str | Component = pill(line.light, line.standing) if line.standing else ""
    if line.snapshot:
        standing = dcc.Link(standing, href=links.at(links.SNAPSHOT, line.snapshot, area=area))
    title = [plain.b(line.title), plain.small(line.gets)]
    return Row((title, standing, line.months, line.frequency, line.next_due, line.place))


def _issued(found: view.CycleView) -> Component:
    if not found.issued:
        return section("Issued", [empty(f"Nothing was issued for {found.area.name} yet.")])
    rows = [
        Row(
            (
                line.audience,
                dcc.Link(line.title, href=links.at(links.SNAPSHOT, line.snapshot, area=found.area.code)),
                line.issued,
                line.months,
                line.override,
            )
        )
        for line in found.issued
    ]
    return section("Issued", [figures_table("Issued", _ISSUED, rows)])


def _form(found: view.CycleView, writing: bool) -> Component:
    if not writing:
        return section("Record an issue", [read_only()])
    if not found.snapshots:
        step = dcc.Link("Open a scorecard", href=links.at(links.SCORECARDS, "", area=found.area.code))
        nothing = empty("What is issued is a snapshot, and none is frozen yet.", step)
        return section("Record an issue", [nothing])
    name = f"issue-{found.area.code}"
    return section(
        "Record an issue",
        [
            write_form(
                name,
                Issue.kind,
                [
                    choice_field(name, "audience", "Issued to", _options(found.to), found.to[0].value),
                    choice_field(
                        name, "snapshot", "What", _options(found.snapshots), found.snapshots[0].value
                    ),
                    text_field(name, "issued_on", "Issued on", "", kind="date", required=True),
                    text_field(
                        name, "covers_from", "First day it covers", "", kind="date",
                        helped="Leave both days empty for the last whole months of the audience",
                    ),
                    text_field(name, "covers_to", "Last day it covers", "", kind="date"),
                    long_field(
                        name, "override", "Reason for issuing it with uncommented reds", "", rows=2
                    ),
                ],
                "Record",
                {},
            )
        ],
    )  # fmt: skip


def _options(choices: tuple[view.Choice, ...]) -> list[Option]:
    return [Option(choice.value, choice.words) for choice in choices]
