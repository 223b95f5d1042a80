"""The forms of scorecards, and what they do: the lines of a card are kept as a version, or withdrawn."""

from __future__ import annotations

from typing import Final

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.details import details
from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, text_field, write_form
from dashboard.pages import links
from dashboard.pages.desk import Desk
from dashboard.pages.freeze_form import withdraw_form
from dashboard.views.cards import ShownCard, shown_card
from indicators.areas import AreaKind
from indicators.catalogue import Catalogue
from indicators.store import writings
from indicators.vocabulary import Scorecard
from indicators.written.plan import Project
from indicators.written.scorecard import ScorecardEdit, key_of
from indicators.written.scorecard_text import WORDS, Known, from_text, to_text
from indicators.written.steps import Status

KIND: Final = "scorecard"
NEW: Final = "scorecard-new"
WITHDRAW: Final = "scorecard-withdraw"
HELP = (
    "One line for each heading and row, in the order they are shown. A line with a code is an indicator; any "
    f"other line begins with one of these words and a colon: {', '.join(WORDS)}."
)
_ANY = "any"
_BEGIN = "Section: "
EXAMPLE = """\
Section: Give every child a good start
Commitment: Children live in their community
Perspective: customer
Outcome: Children are safe
CHN09
Activity: Fund the young carers project
No indicator yet: What families say of the support"""
_ADDRESS = "Its address is made of it, and stays."
_WHOSE = "A card of any council shows the one chosen in the header."
# The address of the form itself.
_TAKEN = links.SCORECARD_NEW.rpartition("/")[2]


def new_form(catalogue: Catalogue) -> Component:
    """The form for a scorecard that is not there yet."""
    name = "scorecard-new"
    title = text_field(name, "title", "Title", "", required=True, helped=_ADDRESS)
    fields = [title, _council(name, catalogue, ""), *_lines(name, "", _BEGIN)]
    return write_form(name, NEW, fields, "Make this scorecard", {})


def change_form(catalogue: Catalogue, shown: ShownCard) -> Component:
    """The form that changes a scorecard; one that was withdrawn is taken up again by it."""
    card = shown.card
    name = f"scorecard-{card.id}"
    title = text_field(name, "title", "Title", card.title, required=True)
    council = [] if shown.declared else [_council(name, catalogue, card.area)]
    fields = [title, *council, *_lines(name, card.intro, to_text(card.sections))]
    button = "Take it up again" if shown.withdrawn else "Keep this version"
    return write_form(name, KIND, fields, button, {"card": card.id, "version": str(shown.version)})


def end_form(shown: ShownCard) -> Component:
    """The form that shows the declared scorecard again, or withdraws one made in the browser."""
    button = "Show the declared one again" if shown.declared else "Withdraw this scorecard"
    return withdraw_form(WITHDRAW, shown.card.id, shown.version, button)


def keep_new(desk: Desk, form: Form) -> str:
    """Keep the first version of a scorecard; its address.

    Raises FormError for a title whose address is taken, and for lines that cannot be kept.
    """
    key = key_of(form.get("title"))
    if not key:
        raise FormError("Title: it has no letter and no digit to make an address of; write one.")
    with desk.store.connect() as connection:
        there = shown_card(connection, desk.store.catalogue, key)
    if there is not None or key == _TAKEN:
        raise FormError(_clash(key, there))
    return _keep(desk, Form(form.author, {**form.fields, "key": key, "version": "0"}), None)


def keep_scorecard(desk: Desk, form: Form) -> str:
    """Keep the lines of a form as the next version of its scorecard; the address of the card."""
    with desk.store.connect() as connection:
        shown = shown_card(connection, desk.store.catalogue, form.get("card"))
    if shown is None:
        raise FormError("There is no scorecard of this name.", status=404)
    return _keep(desk, Form(form.author, {**form.fields, "key": shown.card.id}), shown)


def withdraw_scorecard(desk: Desk, form: Form) -> str:
    """Withdraw what was written of a scorecard, which stays among the versions; the address of the card."""
    with desk.store.connect() as connection:
        kept = writings.latest(connection, ScorecardEdit, form.get("key"))
    if kept is None:
        raise FormError("Nobody edited this scorecard.", status=404)
    desk.keep(form, lambda _: kept.content, Status.WITHDRAWN, _in_words)
    return links.at(links.SCORECARD, kept.id)


def _keep(desk: Desk, form: Form, shown: ShownCard | None) -> str:
    """Keep a form under its key; a declared card keeps its council, and each card its periods."""
    catalogue, before = desk.store.catalogue, shown.card if shown else None
    known = _known(desk)
    fixed = shown is not None and shown.declared

    def make(said: Form) -> ScorecardEdit:
        return ScorecardEdit(
            id=said.get("key"),
            title=said.get("title"),
            sections=from_text(said.get("lines"), known),
            area=before.area if before and fixed else _area(catalogue, said, before),
            intro=said.get("intro"),
            periods=before.periods if before else (),
            benchmark_period=before.benchmark_period if before else "",
        )

    kept = desk.keep(form, make, Status.KEPT, _in_words)
    return links.at(links.SCORECARD, kept.id)


def _known(desk: Desk) -> Known:
    """What the lines of a scorecard may name."""
    catalogue = desk.store.catalogue
    with desk.store.connect() as connection:
        projects = [each.id for each in writings.every(connection, Project)]
    return Known(lambda line: catalogue.resolve(line).code, catalogue.perspectives, projects)


def _area(catalogue: Catalogue, form: Form, before: Scorecard | None) -> str:
    """The council a form names, empty for any; where it names none, that of the card before."""
    asked = form.fields.get("area", before.area if before else "")
    code = "" if asked == _ANY else asked
    known = catalogue.areas.by_code.get(code)
    if code and (known is None or known.kind is not AreaKind.COUNCIL):
        raise FormError("There is no council of this code.")
    return code


def _clash(key: str, there: ShownCard | None) -> str:
    """Why an address cannot be taken."""
    address = links.at(links.SCORECARD, key)
    if there is None:
        return f"Title: {address} is the address of this form; choose another title."
    what = "a withdrawn scorecard, which can be taken up again" if there.withdrawn else "a scorecard already"
    return f"Title: {address} is the address of {what}, “{there.card.title}”; choose another title."


def _in_words(edit: ScorecardEdit) -> str:
    return "\n".join((edit.title, edit.intro, "", to_text(edit.sections)))


def _council(form: str, catalogue: Catalogue, area: str) -> Component:
    councils = (Option(each.code, each.name) for each in catalogue.areas.councils)
    options = [Option(_ANY, "Any council"), *councils]
    return choice_field(form, "area", "Council", options, area or _ANY, _WHOSE)


def _lines(form: str, intro: str, lines: str) -> list[Component]:
    return [
        long_field(form, "intro", "Introduction", intro),
        html.P([HELP, " ", dcc.Link("Search for codes", href=links.SEARCH), "."], className="note"),
        details("An example", [html.Pre(EXAMPLE)]),
        long_field(form, "lines", "Sections and rows", lines, required=True, rows=24),
    ]
