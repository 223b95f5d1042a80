"""`/scorecards/<card>`: a balanced scorecard over three periods, reds first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.components.attributes import data
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, select
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.changes import changes_section
from dashboard.pages.choose import options
from dashboard.pages.freeze_form import freeze_form
from dashboard.pages.scorecard_reds import reds
from dashboard.pages.scorecard_table import card_table, notes
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import scorecards as view
from dashboard.views.cards import ShownCard, shown_card, shown_cards
from dashboard.views.query import Query, area_of, text
from dashboard.views.scorecard_filter import Narrowing, narrowed, narrowing
from dashboard.views.snapshots import (
    SinceMeeting,
    SnapshotLine,
    since_meeting,
    snapshot_lines,
)
from indicators.store.store import Store
from indicators.vocabulary import Term


def page(store: Store, writing: bool = False) -> Page:
    """One scorecard over a store; with `writing`, it can be frozen for a meeting."""

    def layout(query: Query) -> list[Component]:
        with store.connect() as connection:
            shown = shown_card(connection, store.catalogue, query.get("card", ""))
            if shown is None:
                raise no_card(store, query)
            area, asked = area_of(store.catalogue, query), narrowing(shown.card, query, store.catalogue)
            whole = view.scorecard(connection, store.catalogue, shown.card, area)
            kept = snapshot_lines(connection, shown.card.id, whole.area.code)
            since = since_meeting(connection, store.catalogue, text(query, "since"), whole)
            part = narrowed(shown.card, asked, store.catalogue)
            found = view.scorecard(connection, store.catalogue, part, area) if asked.active else whole
        meetings = Meetings(kept, since, freeze_form(whole) if writing else None)
        return arrange(found, shown, asked, meetings, tuple(store.catalogue.glossary.values()))

    def title(query: Query) -> str:
        with store.connect() as connection:
            shown = shown_card(connection, store.catalogue, query.get("card", ""))
        return shown.card.title if shown else "Scorecard"

    return Page(path=links.SCORECARD, title=title, layout=layout)


def no_card(store: Store, query: Query) -> NoSuchPageError:
    """That there is no such scorecard, with the one of the nearest name, all of them and the search."""
    asked, area = query.get("card", ""), query.get("area", "")
    with store.connect() as connection:
        titles = {each.card.id: each.card.title for each in shown_cards(connection, store.catalogue)}
    near = get_close_matches(asked.lower(), titles, n=1)
    meant = [(f"Did you mean {titles[each]}?", links.at(links.SCORECARD, each, area=area)) for each in near]
    ways = (("All scorecards", href(links.SCORECARDS, area=area)), links.search_for(asked, area))
    return NoSuchPageError(f"No scorecard {links.short(asked)}.", *meant, *ways)


ONE_AND_ALL = 2
"""So many choices are none."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """What meetings saw of a card: its snapshots, what changed since one, and the form that freezes it."""

    kept: Sequence[SnapshotLine]
    since: SinceMeeting | None
    form: Component | None


def arrange(
    found: view.ScorecardView,
    shown: ShownCard,
    asked: Narrowing,
    meetings: Meetings,
    terms: Sequence[Term] = (),
) -> list[Component]:
    """The page of a view: head, what is off target, what changed, the card, its notes, and the form.

    Without a form nothing can be written. A card that was narrowed is not frozen: meetings see all of it.
    """
    head = region("head", [_head(found, shown, meetings.kept)])
    controls = [*_narrowing(asked), *_compare(meetings)]
    filters = [filter_bar(controls)] if controls else []
    changed = [changes_section(meetings.since, found.area.code)] if meetings.since else []
    if not found.rows and asked.active:
        nothing = empty("This section has none of these.", "Choose another section, or core and local.")
        return [head, *filters, region("card", [*changed, html.Div(nothing, className="section")])]
    last = [] if shown.withdrawn or asked.active else [_freezing(meetings.form)]
    writing = meetings.form is not None
    parts = [reds(found, writing), *changed, card_table(found, terms), notes(found), *last]
    return [head, *filters, region("card", parts)]


def _freezing(form: Component | None) -> Component:
    asked = details("Write the meeting", [form]) if form else read_only()
    return section("Freeze for a meeting", [asked], by="Kept as it is shown now, whatever is loaded later")


def _narrowing(asked: Narrowing) -> list[Component]:
    """The choice of a section, and of core or local indicators, where there are several."""
    sections = select("section", "Section", options(asked.sections), asked.section, grow=True)
    datasets = select("dataset", "Indicators", options(asked.datasets), asked.dataset)
    several = ((sections, asked.sections), (datasets, asked.datasets))
    return [control for control, choices in several if len(choices) > ONE_AND_ALL]


def _compare(meetings: Meetings) -> list[Component]:
    """The choice of a snapshot to compare with, where there is one."""
    standing = [each for each in meetings.kept if not each.withdrawn]
    if not standing:
        return []
    choices = [Option("none", "No snapshot")]
    choices += [Option(each.key, f"{each.meeting}, {each.held_on}") for each in standing]
    since = meetings.since.key if meetings.since else "none"
    return [select("since", "What changed since", choices, since)]


def _head(found: view.ScorecardView, shown: ShownCard, kept: Sequence[SnapshotLine]) -> Component:
    where = f"{found.area.name}’s own plan" if found.others_plan else found.area.name
    back = dcc.Link("Scorecards", href=href(links.SCORECARDS, area=found.area.code))
    return page_head(
        found.card.title,
        found.lead if found.rows else "",
        (back, f" / {where}"),
        below=_below(found, shown, kept),
        actions=(
            *([] if shown.withdrawn else links.packs(found.card.id, found.area.code)),
            html.Button("Print", type="button", className="button", **data(do="print")),
        ),
    )


def _whose(found: view.ScorecardView) -> str:
    """That the council in the header is not the one of the card."""
    name = found.area.name
    return f"This card is {name}’s: it shows {name} whichever council is chosen in the header."


def _standing(shown: ShownCard) -> str:
    """Who wrote what is shown, and that it is in the list no more where it was withdrawn."""
    if shown.withdrawn:
        return f"Withdrawn by {shown.edited}: it is in the list no more. Edit it to take it up again."
    what = "Edited" if shown.declared or shown.version > 1 else "Made"
    return f"{what} by {shown.edited}."


def _below(found: view.ScorecardView, shown: ShownCard, kept: Sequence[SnapshotLine]) -> list[Component]:
    """Where else one may go, and whether somebody edited the card."""
    card, area = found.card.id, found.area.code
    meetings = "Snapshots" if not kept else f"Snapshots ({len(kept)})"
    ways = [
        dcc.Link(meetings, href=links.at(links.SNAPSHOTS, card, area=area)),
        dcc.Link("Edit this scorecard", href=links.at(links.SCORECARD_EDIT, card, area=area)),
    ]
    whose = [html.Span(_whose(found))] if found.others_plan else []
    edited = [html.Span(_standing(shown))] if shown.edited else []
    gone = [html.Span(f"No longer in the catalogue: {', '.join(shown.gone)}.")] if shown.gone else []
    public = [] if shown.withdrawn else [links.public_packs(card, area)]
    return [*whose, html.Span(ways, className="ways"), *public, *_scrutiny(found.actions), *edited, *gone]


def _scrutiny(actions: int) -> list[Component]:
    """How many actions the scrutiny of the card has led to."""
    if not actions:
        return []
    said = "1 action names" if actions == 1 else f"{actions} actions name"
    return [html.Span(f"Scrutiny: {said} its indicators; each stands under its section.")]
