"""`/scorecards/new` and `/scorecards/<card>/edit`: a scorecard as lines somebody may write and change."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.details import details
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.scorecard_forms import change_form, end_form, new_form
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.cards import ShownCard, history_of, shown_card
from dashboard.views.moments import moment_words
from dashboard.views.query import Query
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from indicators.store.writings import Writing
from indicators.vocabulary import Scorecard
from indicators.written.scorecard import ScorecardEdit

_LEAD = "Change which indicators stand on this scorecard, and in which order. Every version is kept."
_NEW = "A card for one meeting: its sections, commitments and indicators. It is listed at once."
_HISTORY = (Column("Version", align="right"), Column("Written by"), Column("When"), Column("Standing"))


def page(store: Store, writing: bool = False) -> Page:
    """The editing of one scorecard, over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            shown = shown_card(connection, store.catalogue, query.get("card", ""))
            if shown is None:
                raise NoSuchPageError("There is no scorecard of this name.")
            versions = history_of(connection, shown.card.id)
        return arrange(store.catalogue, shown, versions, writing)

    return Page(path=links.SCORECARD_EDIT, title="Edit a scorecard", layout=layout)


def new_page(store: Store, writing: bool = False) -> Page:
    """The form for a scorecard that is not there yet."""

    def layout(_: Query) -> Component:
        form = new_form(store.catalogue) if writing else read_only()
        return html.Div([_head("New scorecard", _NEW), section("The scorecard", [form])])

    return Page(path=links.SCORECARD_NEW, title="New scorecard", layout=layout)


def arrange(
    catalogue: Catalogue, shown: ShownCard, versions: Sequence[Writing[ScorecardEdit]], writing: bool
) -> Component:
    """The form, the codes it may name, the way back or out, and every version."""
    card = shown.card
    form = change_form(catalogue, shown) if writing else read_only()
    back = dcc.Link(card.title, href=links.at(links.SCORECARD, card.id))
    parts = [
        page_head(f"Edit {card.title}", _LEAD, (back, " / Edit"), (_standing(shown),)),
        section("The scorecard", [form, _codes(catalogue, card)]),
    ]
    if shown.edited and not shown.withdrawn and writing:
        title = "Back to the declared scorecard" if shown.declared else "Withdraw this scorecard"
        parts.append(section(title, [end_form(shown)], by="Every version is kept"))
    if versions:
        rows = [_version(each) for each in versions]
        parts.append(section("Versions", [figures_table("Versions", _HISTORY, rows)]))
    return html.Div(parts)


def _head(heading: str, lead: str) -> Component:
    return page_head(heading, lead, (dcc.Link("Scorecards", href=links.SCORECARDS), f" / {heading}"))


def _standing(shown: ShownCard) -> str:
    """Whose version this is."""
    if shown.withdrawn:
        return f"Withdrawn by {shown.edited}."
    return f"Edited by {shown.edited}." if shown.edited else "As the catalogue declares it."


def _version(each: Writing[ScorecardEdit]) -> Row:
    standing = each.status.value.capitalize()
    return Row((str(each.version), each.author, moment_words(each.written_at), standing))


def _codes(catalogue: Catalogue, card: Scorecard) -> Component:
    """The indicators the card has now, to see which code is which."""
    codes = [code for section in card.sections for code in section.indicators]
    named = [html.Li([html.Code(code), f" {catalogue[code].title}"]) for code in codes]
    return details("The codes on this scorecard", [html.Ul(named)])
