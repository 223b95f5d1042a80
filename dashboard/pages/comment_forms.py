"""The forms of a comment, and what they do to it: a text is kept, and a kept text taken a step further."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.details import details
from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, text_field, write_form
from dashboard.pages import links
from dashboard.pages.desk import Desk, day, whole
from dashboard.views.card_comments import parts_of
from dashboard.views.comments import STATUS_WORDS, Commentary
from indicators.areas import AreaKind
from indicators.catalogue import UnknownIndicatorError
from indicators.indicator import Indicator
from indicators.store import read, writings
from indicators.store.store import Store
from indicators.store.writings import Writing
from indicators.written.comment import Comment, key_of
from indicators.written.place import Place
from indicators.written.steps import Right, Status, may_step

KIND: Final = Comment.kind
_STEP_WORDS = {Status.DRAFT: "Keep it as a draft", Status.SUBMITTED: "Submit it for approval"}
_BUTTONS = {
    Status.DRAFT: "Send back to its writer",
    Status.SUBMITTED: "Submit for approval",
    Status.APPROVED: "Approve",
    Status.WITHDRAWN: "Withdraw",
}
_WITHDRAWING = "Withdrawing ends it; every version stays in the history."


def forms(found: Commentary) -> list[Component]:
    """A form for the text, and one for each step of the text as it is."""
    first = [_step_form(found, step) for step in found.steps if step is Status.APPROVED]
    others = [
        details(_BUTTONS[step], [_step_form(found, step)])
        for step in found.steps
        if step is not Status.APPROVED
    ]
    words = "Change the comment" if found.content else "Write a comment"
    return [*first, details(words, [_text_form(found)], is_open=found.content is None), *others]


def _text_form(found: Commentary) -> Component:
    name, said = _form_name(found, "text"), found.content
    due = said.due.isoformat() if said and said.due else ""
    fields = [
        long_field(name, "cause", "Cause", said.cause if said else "", required=True, helped=_WHY),
        long_field(name, "action", "Corrective action", said.action if said else "", helped=_WHAT),
        text_field(name, "owner", "Owner of the action", said.owner if said else ""),
        text_field(name, "due", "Due date of the action", due, kind="date"),
    ]
    keeps = _keeps(found)
    if len(found.text_steps) > 1:
        options = [Option(step.value, _STEP_WORDS[step]) for step in found.text_steps]
        fields.append(choice_field(name, "step", "Then", options, Status.DRAFT.value))
    else:
        keeps["step"] = Status.DRAFT.value
    return write_form(name, KIND, fields, "Save the comment", keeps)


_WHY = "Why the figure is as it is. Do not write numbers that are suppressed."
_WHAT = "What is done about it. It needs an owner."


def _step_form(found: Commentary, step: Status) -> Component:
    helped = [html.P(_WITHDRAWING, className="help")] if step is Status.WITHDRAWN else []
    keeps = {**_keeps(found), "step": step.value}
    return write_form(_form_name(found, step.value), KIND, helped, _BUTTONS[step], keeps)


def _form_name(found: Commentary, step: str) -> str:
    """Forms of two figures have other names, or one would keep what was typed about the other."""
    return f"comment-{found.area}-{found.indicator}-{found.period}-{step}".replace(" ", "-")


def _keeps(found: Commentary) -> dict[str, str]:
    """What a form sends unseen: the figure, and the version it was opened at."""
    return {
        "indicator": found.indicator,
        "area": found.area,
        "period": found.period,
        "version": str(found.version),
    }


def keep(desk: Desk, form: Form) -> str:
    """Take the comment on a figure a step further; the address of its figure, at its comments.

    Raises FormError for a figure that is not there, a step that the comment cannot take, and what a comment
    cannot hold.
    """
    place, status = _place(desk.store, form), _status(form.get("step"))
    key = key_of(place.indicator, place.area, place.period)
    with desk.store.connect() as connection:
        kept = writings.latest(connection, Comment, key)
    version = whole(form.get("version") or "0", "Version")
    if version == (kept.version if kept else 0):
        _check_step(kept, status)
    sent = replace(form, fields={**form.fields, "key": key})
    desk.keep(sent, lambda said: _content(said, place, kept), status, shown)
    return links.comments(place.area, place.indicator, place.period)


def shown(content: Comment) -> str:
    """A comment in words, for whoever came second."""
    return "\n".join(f"{name}: {words}" for name, words in parts_of(content))


def _content(form: Form, place: Place, kept: Writing[Comment] | None) -> Comment:
    """The text that was sent; without one, the text that is kept."""
    if "cause" in form.fields:
        texts = {name: form.get(name) for name in ("cause", "action", "owner")}
        due = day(form.get("due"), "Due date")
        return Comment(place.indicator, place.area, place.period, due=due, **texts)
    if kept is None:
        raise FormError("There is no comment on this figure yet; write one first.")
    return kept.content


def _check_step(kept: Writing[Comment] | None, status: Status) -> None:
    """Until there is sign-in, whoever sits at this machine has every right; steps keep their order."""
    before = kept.status if kept else None
    if not may_step(before, status, Right):
        now = STATUS_WORDS[before].lower() if before else "not written yet"
        raise FormError(f"This comment is {now}; it cannot become {status.value} from there.")


def _status(step: str) -> Status:
    try:
        return Status(step)
    except ValueError:
        raise FormError("Say what is to be done with the comment.") from None


def _place(store: Store, form: Form) -> Place:
    """The figure a form is about, by the codes and labels of the store."""
    indicator, area = _indicator(store, form.get("indicator")), form.get("area")
    known = store.catalogue.areas.by_code.get(area)
    if known is None or known.kind is not AreaKind.COUNCIL:
        raise FormError("There is no council of this code.")
    with store.connect() as connection:
        figures = read.figures_of(connection, [indicator.code], [area])
    if form.get("period") not in {figure.period.label for figure in figures}:
        raise FormError("There is no figure of this period to comment on.")
    return Place(indicator.code, area, form.get("period"))


def _indicator(store: Store, code: str) -> Indicator:
    try:
        return store.catalogue.resolve(code)
    except UnknownIndicatorError as error:
        raise FormError(f"{error}.") from None
