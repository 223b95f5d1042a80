"""What the forms of projects, actions, risks and audits have in common: their withdrawal, and two checks.

Audits and risks, of which a form has every field, are kept and withdrawn in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from dash import html
from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.forms import write_form
from dashboard.pages.desk import Desk
from indicators.areas import AreaKind
from indicators.catalogue import Catalogue
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.audit import Audit
from indicators.written.checks import Fault, WritingError
from indicators.written.risk import RegisteredRisk
from indicators.written.steps import Status

Item = TypeVar("Item", Audit, RegisteredRisk)


@dataclass(frozen=True, slots=True)
class Keeping(Generic[Item]):
    """How one kind of item is kept: its name for people, its fields out of a form, and it in words."""

    kind: type[Item]
    name: str
    read: Callable[[Form, Catalogue], dict[str, Any]]
    shown: Callable[[Item], str]

    def keep(self, desk: Desk, form: Form) -> Writing[Item]:
        """Keep a new item or a change of one.

        Raises FormError for what cannot be kept, and for an id or a council that is not there.
        """
        kept = self._latest(desk, form.get("key")) if form.get("key") else None
        area = kept.area if kept else council_of(desk, form)

        def made(sent: Form) -> Item:
            given = self.read(sent, desk.store.catalogue)
            return replace(kept, **given) if kept else self.kind(area=area, **given)

        return desk.keep(form, made, Status.KEPT, self.shown)

    def withdraw(self, desk: Desk, form: Form) -> Writing[Item]:
        """Withdraw an item as it is; its page stays."""
        kept = self._latest(desk, form.get("key"))
        return desk.keep(form, lambda _: kept, Status.WITHDRAWN, self.shown)

    def _latest(self, desk: Desk, key: str) -> Item:
        """The latest content of an id."""
        with desk.store.connect() as connection:
            found = writings.latest(connection, self.kind, key)
        if found is None:
            raise FormError(f"There is no such {self.name}.", status=404)
        return found.content


def withdrawal(kind: str, keeps: Mapping[str, str], leaves: str) -> Component:
    """The form that withdraws an item; `keeps` names it, `leaves` what it leaves, such as `the register`."""
    helped = html.P(f"It leaves {leaves}; every version stays in its history.", className="help")
    return write_form(f"withdraw-{keeps['key']}-{keeps['version']}", kind, [helped], "Withdraw", dict(keeps))


def council_of(desk: Desk, form: Form) -> str:
    """The council a new item is for; raises FormError for a code of none."""
    area = form.get("area")
    known = desk.store.catalogue.areas.by_code.get(area)
    if known is None or known.kind is not AreaKind.COUNCIL:
        raise FormError("There is no council of this code.")
    return area


def check_indicators(catalogue: Catalogue, codes: Iterable[str]) -> None:
    """Raise WritingError for the first code that no indicator has."""
    unknown = [code for code in codes if code not in catalogue.indicators]
    if unknown:
        said = f"Indicators: '{unknown[0]}' is not the code of an indicator; correct it."
        raise WritingError([Fault("Indicators", said)])
