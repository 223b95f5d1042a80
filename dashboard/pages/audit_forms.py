"""The forms of audits, and what they do: a text is kept as a version, or withdrawn."""

from __future__ import annotations

from typing import Any, Final

from dash.development.base_component import Component

from dashboard.access.writing import Form
from dashboard.components.forms import long_field, text_field, write_form
from dashboard.pages import links
from dashboard.pages.desk import Desk, whole
from dashboard.pages.kept_forms import Keeping, withdrawal
from dashboard.views.audits import NAMES, AuditStory
from indicators.catalogue import Catalogue
from indicators.store.writings import Writing
from indicators.written.audit import Audit
from indicators.written.when import due

KIND: Final = Audit.kind
WITHDRAW: Final = "audit-withdrawal"
_LINES = ("theme", "lead")
_TEXTS = ("strengths", "areas_for_development")
_COUNTED = "How many cases, files or visits."
_UNTIL = "A day as 2026-03-31, or words that name one: June 2026."


def new_form(area: str) -> Component:
    """The form for a new audit of a council."""
    name = f"audit-new-{area}"
    return write_form(name, KIND, _fields(name, None), "Save it", {"area": area})


def change_form(found: AuditStory) -> Component:
    """The form that changes an audit; one that was withdrawn is taken up again by it."""
    name = f"audit-{found.line.key}-{found.version}"
    return write_form(name, KIND, _fields(name, found.line.item), "Save the change", _keeps(found))


def withdraw_form(found: AuditStory) -> Component:
    """The form that withdraws an audit."""
    return withdrawal(WITHDRAW, _keeps(found), "the programme")


def keep(desk: Desk, form: Form) -> str:
    """Keep a new audit or a change of one; the address of its page."""
    return _address(_AUDITS.keep(desk, form))


def withdraw(desk: Desk, form: Form) -> str:
    """Withdraw an audit as it is; the address of its page, which stays."""
    return _address(_AUDITS.withdraw(desk, form))


def _address(written: Writing[Audit]) -> str:
    return links.at(links.AUDIT, written.id, area=written.content.area)


def shown(item: Audit) -> str:
    """An audit in words, for whoever came second."""
    texts = [(NAMES[name], getattr(item, name)) for name in ("title", *_LINES, *_TEXTS)]
    lines = [*texts, (NAMES["due"], item.due.words), ("Standing", item.audited.words)]
    return "\n".join(f"{name}: {words}" for name, words in lines if words)


def _read(form: Form, _: Catalogue) -> dict[str, Any]:
    """The fields of an audit as a form has them."""
    given: dict[str, Any] = {name: form.get(name) for name in ("title", *_LINES, *_TEXTS)}
    done = form.get("done")
    given["planned"] = whole(form.get("planned"), NAMES["planned"])
    given["done"] = whole(done, NAMES["done"]) if done else None
    return given | {"due": due(form.get("due"))}


_AUDITS = Keeping(Audit, "audit", _read, shown)


def _fields(form: str, item: Audit | None) -> list[Component]:
    def said(name: str) -> str:
        known = getattr(item, name) if item else None
        return "" if known is None else str(known)

    until = item.due.words if item else ""
    return [
        long_field(form, "title", "Audit", said("title"), required=True),
        *(text_field(form, name, NAMES[name], said(name)) for name in _LINES),
        text_field(form, "planned", NAMES["planned"], said("planned"), required=True, helped=_COUNTED),
        text_field(form, "done", NAMES["done"], said("done"), helped="Empty where nobody reported it."),
        text_field(form, "due", NAMES["due"], until, helped=_UNTIL),
        *(long_field(form, name, NAMES[name], said(name)) for name in _TEXTS),
    ]


def _keeps(found: AuditStory) -> dict[str, str]:
    return {"key": found.line.key, "version": str(found.version)}
