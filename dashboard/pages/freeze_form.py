"""Freezing a scorecard for a meeting, and withdrawing what was frozen: the forms and their keepers."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, text_field, write_form
from dashboard.pages import links
from dashboard.pages.desk import Desk, day
from dashboard.views import scorecards as view
from dashboard.views.cards import shown_card
from dashboard.views.freezing import Meeting, frozen_rows, snapshot
from dashboard.views.hidden_figures import hidden_figures
from dashboard.views.pack import pack_of, rows_of
from dashboard.views.pack_parts import PackOrder
from indicators.areas import AreaKind
from indicators.finality import finality
from indicators.store import read, writings
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status

FINAL = "final"
_FINAL_HELP = "Only where every indicator off target has an approved comment"


def freeze_form(found: view.ScorecardView) -> Component:
    """The form that freezes a scorecard of a council."""
    name = f"freeze-{found.card.id}-{found.area.code}"
    finals = (Option("no", "No, this is for discussion"), Option(FINAL, "Yes, a final pack is made of it"))
    return write_form(
        name,
        "snapshot",
        [
            text_field(name, "meeting", "Meeting", "", required=True),
            text_field(name, "held_on", "Date of the meeting", "", kind="date", required=True),
            text_field(name, "audience", "Audience", ""),
            choice_field(name, "final", "Final", finals, finals[0].value, _FINAL_HELP),
            long_field(
                name, "override", "Reason for a final one all the same", "",
                helped="Kept with the snapshot and shown on it", rows=2,
            ),
        ],
        "Freeze",
        {"card": found.card.id, "area": found.area.code},
    )  # fmt: skip


def withdraw_form(kind: str, key: str, version: int, button: str) -> Component:
    """A form that withdraws something: only a name is asked for."""
    return write_form(f"{kind}-{key}", kind, [], button, {"key": key, "version": str(version)})


def keep_snapshot(desk: Desk, form: Form) -> str:
    """Freeze the scorecard as the store shows it at this moment; the address is that of the snapshot."""
    with desk.store.connect() as connection:
        catalogue = desk.store.catalogue
        shown = shown_card(connection, catalogue, form.get("card"))
        area = catalogue.areas.by_code.get(form.get("area"))
        if shown is None or shown.withdrawn or area is None or area.kind is not AreaKind.COUNCIL:
            raise FormError("There is no scorecard of this name, or no such council.", status=404)
        found = view.scorecard(connection, catalogue, shown.card, area)
        release = read.release(connection)
        made = pack_of(connection, catalogue, found, PackOrder())
        hidden = hidden_figures(connection, catalogue, [row.code for row in rows_of(found)], found.area)
    meeting = _meeting(form)
    _check_final(found, meeting)
    new = Form(form.author, {})
    kept = desk.keep(
        new, lambda _: snapshot(found, release, meeting, made, hidden), Status.KEPT, lambda each: each.title
    )
    return links.at(links.SNAPSHOT, kept.id, area=kept.content.area)


def withdraw_snapshot(desk: Desk, form: Form) -> str:
    """Withdraw a snapshot: it stays readable, and says who withdrew it. What was frozen is kept unread."""
    with desk.store.connect() as connection:
        kept = writings.latest(connection, Snapshot, form.get("key"))
    if kept is None:
        raise FormError("There is no such snapshot.", status=404)
    desk.keep(form, lambda _: kept.content, Status.WITHDRAWN, lambda each: each.title)
    return links.at(links.SNAPSHOT, kept.id, area=kept.content.area)


def _meeting(form: Form) -> Meeting:
    held_on = day(form.get("held_on"), "Date of the meeting")
    if held_on is None:
        raise FormError("Date of the meeting: it is empty; fill it in.")
    return Meeting(
        form.get("meeting"), held_on, form.get("audience"), form.get("final") == FINAL, form.get("override")
    )


def _check_final(found: view.ScorecardView, meeting: Meeting) -> None:
    """Refuse a final snapshot with reds that nobody explained, naming them, unless a reason is given."""
    said = finality(frozen_rows(found), meeting.override)
    if meeting.final and not said.allowed:
        raise FormError(f"{said.words}.", *(f"{row.label} {row.title}.".strip() for row in said.blocking))
