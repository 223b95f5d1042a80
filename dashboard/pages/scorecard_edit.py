"""`/scorecards/<card>/edit`: a scorecard as lines somebody may change; the declared one is a click away."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.details import details
from dashboard.components.forms import long_field, read_only, text_field, write_form
from dashboard.components.page_head import page_head
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.desk import Desk
from dashboard.pages.freeze_form import withdraw_form
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.cards import ShownCard, history_of, shown_card
from dashboard.views.moments import moment_words
from dashboard.views.query import Query
from indicators.catalogue import Catalogue
from indicators.store import writings
from indicators.store.store import Store
from indicators.store.writings import Writing
from indicators.vocabulary import Scorecard
from indicators.written.plan import Project
from indicators.written.scorecard import ScorecardEdit
from indicators.written.scorecard_text import WORDS, Known, from_text, to_text
from indicators.written.steps import Status

_HELP = (
    "One line for each heading and row, in the order they are shown. A line with a code is an indicator; any "
    f"other line begins with one of these words and a colon: {', '.join(WORDS)}."
)
_LEAD = "Change which indicators stand on this scorecard, and in which order. Every version is kept."
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


def arrange(
    catalogue: Catalogue, shown: ShownCard, versions: Sequence[Writing[ScorecardEdit]], writing: bool
) -> Component:
    """The form, the codes it may name, the way back to the declared card, and every version."""
    card = shown.card
    back = dcc.Link(card.title, href=links.at(links.SCORECARD, card.id))
    said = f"Edited by {shown.edited}." if shown.edited else "As the catalogue declares it."
    parts: list[Component] = [page_head(f"Edit {card.title}", _LEAD, (back, " / Edit"), (said,))]
    parts.append(
        section("The scorecard", [_form(shown) if writing else read_only(), _codes(catalogue, card)])
    )
    if shown.edited and writing:
        form = withdraw_form("scorecard-withdraw", card.id, shown.version, "Show the declared one again")
        parts.append(section("Back to the declared scorecard", [form], by="This version is kept"))
    if versions:
        rows = [
            Row(
                (
                    str(each.version),
                    each.author,
                    moment_words(each.written_at),
                    each.status.value.capitalize(),
                )
            )
            for each in versions
        ]
        parts.append(section("Versions", [figures_table("Versions", _HISTORY, rows)]))
    return html.Div(parts)


def keep_scorecard(desk: Desk, form: Form) -> str:
    """Keep the lines of a form as the next version of its scorecard."""
    declared = desk.store.catalogue.scorecards.get(form.get("card"))
    if declared is None:
        raise FormError("There is no scorecard of this name.", status=404)
    with desk.store.connect() as connection:
        projects = [each.id for each in writings.every(connection, Project)]
    known = Known(
        lambda line: desk.store.catalogue.resolve(line).code, desk.store.catalogue.perspectives, projects
    )

    def make(said: Form) -> ScorecardEdit:
        return ScorecardEdit(
            id=declared.id,
            title=said.get("title"),
            sections=from_text(said.get("lines"), known),
            area=declared.area,
            intro=said.get("intro"),
            periods=declared.periods,
            benchmark_period=declared.benchmark_period,
        )

    own = Form(form.author, {**form.fields, "key": declared.id})
    desk.keep(own, make, Status.KEPT, _in_words)
    return links.at(links.SCORECARD, declared.id)


def withdraw_scorecard(desk: Desk, form: Form) -> str:
    """Show the declared scorecard again; what was written stays among the versions."""
    with desk.store.connect() as connection:
        kept = writings.latest(connection, ScorecardEdit, form.get("key"))
    if kept is None:
        raise FormError("Nobody edited this scorecard.", status=404)
    desk.keep(form, lambda _: kept.content, Status.WITHDRAWN, _in_words)
    return links.at(links.SCORECARD, kept.id)


def _in_words(edit: ScorecardEdit) -> str:
    return "\n".join((edit.title, edit.intro, "", to_text(edit.sections)))


def _form(shown: ShownCard) -> Component:
    card = shown.card
    name = f"scorecard-{card.id}"
    lines = to_text(card.sections)
    return write_form(
        name,
        "scorecard",
        [
            text_field(name, "title", "Title", card.title, required=True),
            long_field(name, "intro", "Introduction", card.intro),
            html.P(_HELP, className="note"),
            long_field(name, "lines", "Sections and rows", lines, required=True, rows=24),
        ],
        "Keep this version",
        {"card": card.id, "version": str(shown.version)},
    )


def _codes(catalogue: Catalogue, card: Scorecard) -> Component:
    """The indicators the card has now, to see which code is which."""
    codes = [code for section in card.sections for code in section.indicators]
    named = [html.Li([html.Code(code), f" {catalogue[code].title}"]) for code in codes]
    others = html.P(
        ["Other codes: ", dcc.Link("search the indicators", href=links.SEARCH), "."], className="note"
    )
    return details("The codes on this scorecard", [html.Ul(named), others])
