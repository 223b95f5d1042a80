"""`/scorecards` and `/scorecards/<card>`: balanced scorecards over three periods, reds first."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import data
from dashboard.components.details import details
from dashboard.components.filters import Option, filter_bar, select
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.changes import changes_section
from dashboard.pages.freeze_form import freeze_form
from dashboard.pages.scorecard_table import card_table, notes, reds
from dashboard.routing import href
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import scorecards as view
from dashboard.views.cards import ShownCard, shown_card, shown_cards
from dashboard.views.query import Query, area_of, text
from dashboard.views.snapshots import (
    SinceMeeting,
    SnapshotLine,
    since_meeting,
    snapshot_lines,
)
from dashboard.views.text import spoken
from indicators.store.store import Store
from indicators.vocabulary import Term

_INTRO = "Each card brings the indicators of one meeting together, with what is off target at the top."


def index_page(store: Store) -> Page:
    """The list of scorecards over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = [
                view.scorecard(connection, store.catalogue, each.card, area)
                for each in shown_cards(connection, store.catalogue)
            ]
        cards = [_card_link(each, area.code) for each in found]
        cycle = dcc.Link(
            "Who gets reports, how often, and what is due", href=href(links.CYCLE, area=area.code)
        )
        return region("cards", [page_head("Scorecards", _INTRO, below=(cycle,)), *cards])

    return Page(path=links.SCORECARDS, title="Scorecards", layout=layout, label="Scorecards", position=4)


def page(store: Store, writing: bool = False) -> Page:
    """One scorecard over a store; with `writing`, it can be frozen for a meeting."""

    def layout(query: Query) -> list[Component]:
        with store.connect() as connection:
            shown = shown_card(connection, store.catalogue, query.get("card", ""))
            if shown is None:
                raise no_card(store, query)
            area = area_of(store.catalogue, query)
            found = view.scorecard(connection, store.catalogue, shown.card, area)
            kept = snapshot_lines(connection, shown.card.id, found.area.code)
            since = since_meeting(connection, text(query, "since"), found)
        form = details("Write the meeting", [freeze_form(found)]) if writing else read_only()
        return arrange(found, shown, kept, since, form, tuple(store.catalogue.glossary.values()))

    def title(query: Query) -> str:
        card = store.catalogue.scorecards.get(query.get("card", ""))
        return card.title if card else "Scorecard"

    return Page(path=links.SCORECARD, title=title, layout=layout)


def no_card(store: Store, query: Query) -> NoSuchPageError:
    """That there is no such scorecard, with the one of the nearest name, all of them and the search."""
    asked, area = query.get("card", ""), query.get("area", "")
    near = get_close_matches(asked.lower(), store.catalogue.scorecards, n=1)
    meant = [
        (
            f"Did you mean {store.catalogue.scorecards[each].title}?",
            links.at(links.SCORECARD, each, area=area),
        )
        for each in near
    ]
    ways = (("All scorecards", href(links.SCORECARDS, area=area)), links.search_for(asked, area))
    return NoSuchPageError(f"No scorecard {links.short(asked)}.", *meant, *ways)


def _card_link(found: view.ScorecardView, area: str) -> Component:
    name = found.card.title if not found.others_plan else f"{found.card.title}: {found.area.name}"
    link = dcc.Link(name, href=href(f"{links.SCORECARDS}/{found.card.id}", area=area))
    return html.Section(
        [
            html.H2(link),
            html.P(found.card.intro, className="sub"),
            html.P(spoken(found.lead), className="note"),
        ],
        className="section card-link",
    )


def arrange(
    found: view.ScorecardView,
    shown: ShownCard,
    kept: Sequence[SnapshotLine],
    since: SinceMeeting | None,
    form: Component,
    terms: Sequence[Term] = (),
) -> list[Component]:
    """The page of a view: head, what is off target, what changed, the card, its notes, and the form."""
    changed = [changes_section(since, found.area.code)] if since else []
    meeting = section("Freeze for a meeting", [form], by="Kept as it is shown now, whatever is loaded later")
    parts = [reds(found), *changed, card_table(found, terms), notes(found), meeting]
    head = region("head", [_head(found, shown, kept)])
    return [head, *_compare(kept, since), region("card", parts)]


def _compare(kept: Sequence[SnapshotLine], since: SinceMeeting | None) -> list[Component]:
    """The choice of a snapshot to compare with, where there is one."""
    standing = [each for each in kept if not each.withdrawn]
    if not standing:
        return []
    options = [Option("none", "No snapshot")]
    options += [Option(each.key, f"{each.meeting}, {each.held_on}") for each in standing]
    return [filter_bar([select("since", "What changed since", options, since.key if since else "none")])]


def _head(found: view.ScorecardView, shown: ShownCard, kept: Sequence[SnapshotLine]) -> Component:
    where = f"{found.area.name}’s own plan" if found.others_plan else found.area.name
    back = dcc.Link("Scorecards", href=href(links.SCORECARDS, area=found.area.code))
    return page_head(
        found.card.title,
        found.lead,
        (back, f" / {where}"),
        below=_below(found, shown, kept),
        actions=(
            *links.packs(found.card.id, found.area.code),
            html.Button("Print", type="button", className="button", **data(do="print")),
        ),
    )


def _whose(found: view.ScorecardView) -> str:
    """That the council in the header is not the one of the card."""
    name = found.area.name
    return f"This card is {name}’s: it shows {name} whichever council is chosen in the header."


def _below(found: view.ScorecardView, shown: ShownCard, kept: Sequence[SnapshotLine]) -> list[Component]:
    """Where else one may go, and whether somebody edited the card."""
    card, area = found.card.id, found.area.code
    meetings = "Snapshots" if not kept else f"Snapshots ({len(kept)})"
    ways = [
        dcc.Link(meetings, href=links.at(links.SNAPSHOTS, card, area=area)),
        dcc.Link("Edit this scorecard", href=links.at(links.SCORECARD_EDIT, card, area=area)),
    ]
    whose = [html.Span(_whose(found))] if found.others_plan else []
    edited = [html.Span(f"Edited by {shown.edited}.")] if shown.edited else []
    gone = [html.Span(f"No longer in the catalogue: {', '.join(shown.gone)}.")] if shown.gone else []
    return [*whose, html.Span(ways, className="ways"), *edited, *gone]
