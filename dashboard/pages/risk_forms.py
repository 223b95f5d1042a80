"""The forms of risks, and what they do: a text is kept as a version, or withdrawn."""

from __future__ import annotations

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard.access.writing import Form, FormError
from dashboard.components.filters import Option
from dashboard.components.forms import choice_field, long_field, text_field, write_form
from dashboard.pages import links
from dashboard.pages.desk import Desk, whole
from dashboard.pages.kept_forms import Keeping, check_indicators, withdrawal
from dashboard.views.risks import NAMES, RiskStory
from indicators.catalogue import Catalogue
from indicators.risks import DEFAULT_SIZE, LARGEST_SIZE, SMALLEST_SIZE, Score, read_score, score_words
from indicators.written.risk import RegisteredRisk

KIND: Final = RegisteredRisk.kind
WITHDRAW: Final = "risk-withdrawal"
SCORES: Final = (("original", "Original"), ("current", "Current"), ("target", "Target"))
BLANK: Final = "none"
_LINES = ("code", "register", "owner")
_TEXTS = ("title", "factors", "mitigation", "position")
_SIZES = [Option(str(n), f"{n} by {n}") for n in range(SMALLEST_SIZE, LARGEST_SIZE + 1)]
_SIDES = [Option(BLANK, "Not scored"), *(Option(str(n), str(n)) for n in range(1, LARGEST_SIZE + 1))]
_CODES = "Such as CHN22. Several: put a comma between them."


def new_form(area: str) -> Component:
    """The form for a new risk of a council."""
    name = f"risk-new-{area}"
    return write_form(name, KIND, _fields(name, None), "Save it", {"area": area})


def change_form(found: RiskStory) -> Component:
    """The form that changes a risk; one that was withdrawn is taken up again by it."""
    name = f"risk-{found.line.key}-{found.version}"
    return write_form(name, KIND, _fields(name, found.line.item), "Save the change", _keeps(found))


def withdraw_form(found: RiskStory) -> Component:
    """The form that withdraws a risk."""
    return withdrawal(WITHDRAW, _keeps(found), "the register")


def keep(desk: Desk, form: Form) -> str:
    """Keep a new risk or a change of one; the address of its page, as the council that looks at it."""
    written = _RISKS.keep(desk, form)
    return links.at(links.RISK, written.id, area=form.get("seen") or written.content.area)


def withdraw(desk: Desk, form: Form) -> str:
    """Withdraw a risk as it is; the address of its page, which stays."""
    return links.at(links.RISK, _RISKS.withdraw(desk, form).id, area=form.get("seen"))


def shown(item: RegisteredRisk) -> str:
    """A risk in words, for whoever came second."""
    texts = [(NAMES[name], str(getattr(item, name))) for name in (*_TEXTS, *_LINES)]
    scores = [(NAMES[name], score_words(getattr(item, name))) for name, _ in SCORES]
    return "\n".join(f"{name}: {words}" for name, words in (*texts, *scores) if words)


def _read(form: Form, catalogue: Catalogue) -> dict[str, Any]:
    """The fields of a risk as a form has them."""
    given: dict[str, Any] = {name: form.get(name) for name in (*_TEXTS, *_LINES)}
    size = whole(form.get("size") or str(DEFAULT_SIZE), NAMES["size"])
    given |= {"size": size} | {name: _score(form, name, size) for name, _ in SCORES}
    codes = [code.strip() for code in form.get("indicators").replace(";", ",").split(",")]
    given["indicators"] = tuple(code for code in codes if code)
    check_indicators(catalogue, given["indicators"])
    return given


_RISKS = Keeping(RegisteredRisk, "risk", _read, shown)


def _score(form: Form, name: str, size: int) -> Score | None:
    sides = [form.get(f"{name}_{side}") for side in ("likelihood", "impact")]
    likelihood, impact = (None if side in ("", BLANK) else whole(side, NAMES[name]) for side in sides)
    try:
        return read_score(likelihood, impact, size)
    except ValueError as error:
        raise FormError(f"{NAMES[name]}: {error}.") from None


def _fields(form: str, item: RegisteredRisk | None) -> list[Component]:
    def said(name: str) -> str:
        return str(getattr(item, name)) if item else ""

    codes = ", ".join(item.indicators) if item else ""
    size = str(item.size if item else DEFAULT_SIZE)
    return [
        long_field(form, "title", "Risk", said("title"), required=True),
        *(text_field(form, name, NAMES[name], said(name)) for name in _LINES),
        *(long_field(form, name, NAMES[name], said(name)) for name in _TEXTS[1:]),
        choice_field(form, "size", NAMES["size"], _SIZES, size),
        *(_score_fields(form, name, words, getattr(item, name, None)) for name, words in SCORES),
        text_field(form, "indicators", "Codes of the indicators that show it", codes, helped=_CODES),
    ]


def _score_fields(form: str, name: str, words: str, score: Score | None) -> Component:
    """Likelihood and impact of one score, side by side under their legend."""
    likelihood, impact = (str(score.likelihood), str(score.impact)) if score else (BLANK, BLANK)
    return html.Fieldset(
        [
            html.Legend(f"{words} score"),
            choice_field(form, f"{name}_likelihood", "Likelihood", _SIDES, likelihood),
            choice_field(form, f"{name}_impact", "Impact", _SIDES, impact),
        ],
        className="pair",
    )


def _keeps(found: RiskStory) -> dict[str, str]:
    return {"key": found.line.key, "version": str(found.version), "seen": found.area}
