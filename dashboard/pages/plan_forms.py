"""The forms of projects and actions, and what they do: a text is kept as a version, or withdrawn.

A form is a row of the sheet that `python -m etl plan` reads: the same columns, read by the same rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, text_field, write_form
from dashboard.pages import links
from dashboard.pages.desk import Desk
from dashboard.pages.kept_forms import check_indicators, council_of, withdrawal
from dashboard.views.plan_story import PlanStory, kept_versions
from indicators.written.plan import Action, Project
from indicators.written.plan_rows import Shown, as_row, from_row
from indicators.written.steps import Status

KIND: Final = "plan"
WITHDRAW: Final = "plan-withdrawal"
_SEVERAL = "Several: put a semicolon between them."
_WHEN = "A day as 2026-03-31, or words that name one: June 2026, During session 2026/27."
_KINDS = (Option(Action.kind, "Action"), Option(Project.kind, "Project"))
# Each line of the form: the column of the sheet, its label, whether it takes several lines, and what helps.
_FIELDS: Final = (
    ("Title", "Title", True, ""),
    ("Code", "Code", False, "As the plan numbers it, such as 4.1."),
    ("Plan", "Plan", False, ""),
    ("Start Date", "Start", False, _WHEN),
    ("Due Date", "Due", False, _WHEN),
    ("Progress", "Progress", False, "With its sign, such as 33%; empty where nobody reported it."),
    ("Position", "Latest position", True, ""),
    ("Assigned To", "Assigned to", False, "A post, not a person."),
    ("Leads", "Leads", False, _SEVERAL),
    ("Quality Indicators", "Quality indicators", False, _SEVERAL),
    ("Success Criteria", "Success criteria", True, ""),
    ("Indicators", "Codes of the indicators that prove it", False, f"Such as CHN22. {_SEVERAL}"),
    ("Outcome", "Outcome", True, ""),
    ("Implications", "Implications", True, ""),
)


def new_form(area: str, indicator: str = "") -> Component:
    """The form for a new project or action of a council; `indicator` is the code of one that proves it."""
    name = f"plan-new-{area}{indicator and f'-{indicator}'}"
    kind = choice_field(name, "Kind", "What it is", _KINDS, Action.kind)
    fields = _fields(name, {"Indicators": indicator})
    return write_form(name, KIND, [kind, *fields], "Save it", {"area": area})


def change_form(found: PlanStory) -> Component:
    """The form that changes an item; one that was withdrawn is taken up again by it."""
    name = f"plan-{found.line.key}-{found.version}"
    row = as_row(found.line.key, found.line.item, Shown())
    return write_form(name, KIND, _fields(name, row), "Save the change", _keeps(found))


def withdraw_form(found: PlanStory) -> Component:
    """The form that withdraws an item."""
    return withdrawal(WITHDRAW, _keeps(found), "the lists")


def keep(desk: Desk, form: Form) -> str:
    """Keep a new item or a change of one; the address of its page.

    Raises FormError for what cannot be kept, and for an id or a council that is not there.
    """
    kept = _kept(desk, form.get("key")) if form.get("key") else None
    area = form.get("area") if kept else council_of(desk, form)

    def made(sent: Form) -> Project | Action:
        row = {column: sent.get(column) for column, *_ in _FIELDS if column in sent.fields}
        if kept is None:
            row |= {"Area": area, "Kind": sent.get("Kind")}
        item = from_row(row, kept)
        check_indicators(desk.store.catalogue, item.indicators)
        return item

    written = desk.keep(form, made, Status.KEPT, shown)
    return links.at(links.PLAN_ITEM, written.id, area=form.get("seen") or area)


def withdraw(desk: Desk, form: Form) -> str:
    """Withdraw an item as it is; the address of its page, which stays."""
    kept = _kept(desk, form.get("key"))
    written = desk.keep(form, lambda _: kept, Status.WITHDRAWN, shown)
    return links.at(links.PLAN_ITEM, written.id, area=form.get("seen"))


def shown(item: Project | Action) -> str:
    """An item in words, for whoever came second."""
    row = as_row("", item, Shown())
    return "\n".join(f"{label}: {row[column]}" for column, label, *_ in _FIELDS if row[column])


def _fields(form: str, row: Mapping[str, str]) -> list[Component]:
    return [
        (long_field if several else text_field)(
            form, column, label, row.get(column, ""), helped=helped, required=column == "Title"
        )
        for column, label, several, helped in _FIELDS
    ]


def _keeps(found: PlanStory) -> dict[str, str]:
    return {"key": found.line.key, "version": str(found.version), "seen": found.area}


def _kept(desk: Desk, key: str) -> Project | Action:
    """The latest content of an id."""
    with desk.store.connect() as connection:
        versions = kept_versions(connection, key)
    if not versions:
        raise FormError("There is no such project or action.", status=404)
    return versions[0].content
