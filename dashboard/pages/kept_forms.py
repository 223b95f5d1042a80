"""What the forms of projects, actions, risks and audits have in common: their withdrawal, and two checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.forms import write_form
from dashboard.pages.desk import Desk
from indicators.areas import AreaKind
from indicators.catalogue import Catalogue
from indicators.written.checks import Fault, WritingError


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
