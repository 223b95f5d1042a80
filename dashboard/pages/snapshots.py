"""`/scorecards/<card>/snapshots` and `/snapshots/<key>`: what was frozen for meetings, reopened as it was."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.components.attributes import data
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.freeze_form import withdraw_form
from dashboard.pages.scorecard_reds import reds
from dashboard.pages.scorecard_table import card_table, notes
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.cards import shown_card
from dashboard.views.frozen import frozen_view
from dashboard.views.query import Query, area_of
from dashboard.views.scorecards import ScorecardView
from dashboard.views.snapshots import SnapshotLine, line_of, snapshot_lines, snapshot_of
from indicators.areas import Area
from indicators.hidden_since import NOTE
from indicators.store.store import Store
from indicators.store.writings import Writing
from indicators.vocabulary import Scorecard
from indicators.written.snapshot import Snapshot

_COLUMNS = (
    Column("Meeting"),
    Column("Held on", classes="nowrap"),
    Column("Frozen by", classes="words"),
    Column("Release", align="right"),
    Column("Standing", classes="words"),
    Column("Compare", classes="words"),
)


def list_page(store: Store) -> Page:
    """The snapshots of one scorecard, over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            shown = shown_card(connection, store.catalogue, query.get("card", ""))
            if shown is None:
                raise NoSuchPageError("There is no scorecard of this name.")
            own = shown.card.area
            area = store.catalogue.areas[own] if own else area_of(store.catalogue, query)
            kept = snapshot_lines(connection, shown.card.id, area.code)
        return arrange_list(shown.card, area, kept)

    return Page(path=links.SNAPSHOTS, title="Snapshots", layout=layout)


def page(store: Store, writing: bool = False) -> Page:
    """One snapshot over a store; with `writing` it can be withdrawn."""

    def kept_at(query: Query) -> tuple[Writing[Snapshot], SnapshotLine]:
        with store.connect() as connection:
            kept = snapshot_of(connection, store.catalogue, query.get("key", ""))
            if kept is None:
                raise NoSuchPageError("There is no such snapshot.")
            return kept, line_of(connection, kept)

    def layout(query: Query) -> Component:
        kept, line = kept_at(query)
        form = withdraw_form("snapshot-withdraw", kept.id, kept.version, "Withdraw this snapshot")
        return arrange(kept.content, line, form if writing else read_only())

    return Page(path=links.SNAPSHOT, title="Snapshot", layout=layout)


def arrange_list(card: Scorecard, area: Area, kept: Sequence[SnapshotLine]) -> Component:
    """The list: one row a snapshot, with the way to compare the scorecard of today with it."""
    back = dcc.Link(card.title, href=links.at(links.SCORECARD, card.id, area=area.code))
    lead = "What meetings saw, kept as it was whatever has been loaded, edited or commented since."
    head = page_head("Snapshots", lead, (back, f" / {area.name}"))
    if not kept:
        step = "Open the scorecard and freeze it for a meeting at its end."
        return region("snapshots", [head, empty(f"Nothing is frozen for {area.name} yet.", step)])
    rows = [_row(line, card.id, area.code) for line in kept]
    return region("snapshots", [head, section("Meetings", [figures_table("Snapshots", _COLUMNS, rows)])])


def _row(line: SnapshotLine, card: str, area: str) -> Row:
    opened = dcc.Link(line.meeting, href=links.at(links.SNAPSHOT, line.key, area=area), className="name")
    since = links.at(links.SCORECARD, card, area=area, since=line.key)
    compare = "" if line.withdrawn else dcc.Link("What changed since", href=since)
    standing = line.withdrawn or line.standing
    return Row((opened, line.held_on, line.frozen, line.release, standing, compare))


def arrange(kept: Snapshot, line: SnapshotLine, form: Component) -> Component:
    """A snapshot with the table of its scorecard; nothing in it comes from the figures of today."""
    found = frozen_view(kept)
    parts = [_head(kept, found, line), reds(found), card_table(found), notes(found), _release(kept)]
    last = [] if line.withdrawn else [section("Withdraw", [form], by="It stays readable, and says so")]
    return region("snapshot", [*parts, *last])


def _head(kept: Snapshot, found: ScorecardView, line: SnapshotLine) -> Component:
    trail = (
        dcc.Link("Scorecards", href=href(links.SCORECARDS, area=kept.area)),
        " / ",
        dcc.Link(kept.title, href=links.at(links.SCORECARD, kept.scorecard, area=kept.area)),
        " / ",
        dcc.Link("Snapshots", href=links.at(links.SNAPSHOTS, kept.scorecard, area=kept.area)),
    )
    audience = f" Audience: {kept.audience}." if kept.audience else ""
    below = [
        f"As {kept.meeting} of {line.held_on} saw it.{audience} Frozen by {line.frozen}; "
        f"release {line.release}. {line.standing}."
    ]
    if kept.override:
        below.append(f"Final although an indicator off target has no approved comment: {kept.override}")
    if found.hidden:
        below.append(f"{NOTE}: {found.hidden}.")
    if line.withdrawn:
        below.append(f"{line.withdrawn}.")
    since = links.at(links.SCORECARD, kept.scorecard, area=kept.area, since=line.key)
    return page_head(
        f"{kept.title}, {kept.area_name}",
        found.lead,
        trail,
        [
            *below,
            dcc.Link("What changed since", href=since),
            *([] if line.withdrawn else [links.public_packs(kept.scorecard, kept.area, line.key)]),
        ],
        actions=(
            *([] if line.withdrawn else links.packs(kept.scorecard, kept.area, line.key)),
            html.Button("Print", type="button", className="button", **data(do="print")),
        ),
    )


def _release(kept: Snapshot) -> Component:
    """The editions its figures were from."""
    editions = html.Ul([html.Li(edition) for edition in kept.release.editions])
    return details(f"Figures of release {kept.release.last_load}: their editions", [editions])
