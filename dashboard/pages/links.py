"""Addresses of the pages with the council in them, downloads, and buttons that act in the browser."""

from __future__ import annotations

from urllib.parse import quote

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.attributes import data
from dashboard.components.pill import pill
from dashboard.views.query import Query
from indicators.indicator import Indicator

OVERVIEW, TRENDS, BENCHMARKS, SCORECARDS = "/", "/trends", "/benchmarks", "/scorecards"
EXPLORE, INDICATOR, SEARCH = "/explore", "/indicators/<code>", "/search"
SERVICES, SERVICE = "/services", "/services/<code>"
INSPECTIONS, FINANCE, SELF_EVALUATION = "/inspections", "/finance", "/self-evaluation"
EXCEPTIONS = "/exceptions"
IMPROVEMENT, PLAN_ITEM_NEW, PLAN_ITEM = "/improvement", "/improvement/new", "/improvement/<key>"
AUDITS, AUDIT_NEW, AUDIT = "/audits", "/audits/new", "/audits/<key>"
RISKS, RISK_NEW, RISK = "/risks", "/risks/new", "/risks/<key>"
SCORECARD_NEW, SCORECARD, SCORECARD_EDIT = "/scorecards/new", "/scorecards/<card>", "/scorecards/<card>/edit"
SNAPSHOTS, SNAPSHOT, CYCLE = "/scorecards/<card>/snapshots", "/snapshots/<key>", "/cycle"
DATA, DATA_SOURCES, DATA_LOADS, ABOUT = "/data", "/data/sources", "/data/loads", "/about"
KINDS = ("csv", "xlsx")
"""The kinds of file a list can be had as."""
PACK_KINDS = {"docx": "Word", "pptx": "PowerPoint", "pdf": "PDF", "xlsx": "Excel"}
"""The kinds of file a pack can be had as, with their names."""
PUBLIC_LEAVES_OUT = "It leaves out actions, and comments that are not approved."
LONGEST_SAID = 40
_FILES = {
    OVERVIEW: "overview",
    TRENDS: "trends",
    BENCHMARKS: "benchmarks",
    EXPLORE: "explore",
    EXCEPTIONS: "exceptions",
    IMPROVEMENT: "improvement",
}


def file_of(page: str, kind: str) -> str:
    """The address of what a page shows as a file."""
    return f"/download/{_FILES[page]}.{kind}"


def every_file() -> list[str]:
    """The addresses of all downloads but the packs."""
    return [file_of(page, kind) for page in _FILES for kind in KINDS]


def table_file(page: str, kind: str) -> str:
    """The address of a table of a page as a file; which one, the query says."""
    return f"/download/table.{kind}{page}"


def pack_of(kind: str) -> str:
    """The address of the pack of a scorecard as a file."""
    return f"/download/pack.{kind}"


def every_pack() -> list[str]:
    """The addresses of packs in every kind of file."""
    return [pack_of(kind) for kind in PACK_KINDS]


def packs(card: str, area: str, snapshot: str = "") -> list[Component]:
    """Plain links, drawn as buttons, to the pack of a scorecard (for a meeting) in each kind of file."""
    query = {"card": card, "area": area, "snapshot": snapshot}
    return [_pack(kind, "Pack as ", "button", query) for kind in PACK_KINDS]


def public_packs(card: str, area: str, snapshot: str = "") -> Component:
    """The same for the public, with what that leaves out."""
    query = {"card": card, "area": area, "snapshot": snapshot, "public": "1"}
    ways = [_pack(kind, "Public version as ", "", query) for kind in PACK_KINDS]
    return html.Span([html.Span("Public version:"), *ways, html.Span(PUBLIC_LEAVES_OUT)], className="ways")


def _pack(kind: str, what: str, classes: str, query: Query) -> Component:
    words: list[Component | str] = [plain.span(what, className="unseen"), PACK_KINDS[kind]]
    return html.A(words, href=href(pack_of(kind), query), className=classes, download="")


def to_trend(area: str, indicator: str, title: str) -> Component:
    """A link to the trend of one indicator of one council, as the heading of a row."""
    return dcc.Link(title, href=href(TRENDS, area=area, indicator=indicator), className="name")


def onward(area: str, indicator: Indicator, here: str) -> Component:
    """From one screen of an indicator to the others, of the councils only where they may be compared."""
    ways = [(INDICATOR, "The whole story"), (TRENDS, "Trend")]
    ways += [(BENCHMARKS, "Among the councils")] if indicator.council_benchmark else []
    return html.P(
        [to_screen(page, words, area, indicator.code) for page, words in ways if page != here],
        className="onward not-print",
    )


def to_screen(page: str, words: str, area: str, indicator: str) -> Component:
    """A link to a screen of one indicator of one council."""
    if page == INDICATOR:
        return dcc.Link(words, href=story(area, indicator))
    return dcc.Link(words, href=href(page, area=area, indicator=indicator))


def service(code: str) -> str:
    """The address of the page of one service."""
    return SERVICE.replace("<code>", quote(code, safe=""))


def at(path: str, name: str, **query: str) -> str:
    """The address of a page whose path holds one name in angle brackets."""
    before, _, after = path.partition("<")
    return href(before + quote(name, safe="") + after.partition(">")[2], query)


def to_story(
    area: str,
    indicator: str,
    words: str | Component | list[Component | str],
    to: str = "",
    classes: str = "story-link",
) -> Component:
    """A link to the whole story of one indicator of one council, up to a period (`to`)."""
    return dcc.Link(words, href=story(area, indicator, to), className=classes)


def story(area: str, indicator: str, to: str = "") -> str:
    """The address of the whole story of one indicator of one council, up to a period."""
    return href(INDICATOR.replace("<code>", quote(indicator, safe="")), area=area, to=to)


def search_for(words: str, area: str) -> tuple[str, str]:
    """The way to the results of a search, as its words and its address."""
    return f"Search for {short(words)}", href(SEARCH, area=area, q=words)


def short(asked: str) -> str:
    """What somebody asked for, short enough to be said back."""
    return asked if len(asked) <= LONGEST_SAID else f"{asked[:LONGEST_SAID]}…"


def comments(area: str, indicator: str, period: str) -> str:
    """The address of what is said about one figure."""
    return f"{story(area, indicator, period)}#comments"


def no_comment(area: str, indicator: str, period: str, words: str) -> list[Component | str]:
    """`No approved comment` and, with words for it, the way to the comments, which is loaded anew."""
    said = "No approved comment."
    return [f"{said} ", html.A(words, href=comments(area, indicator, period))] if words else [said]


def new_action(area: str, indicator: str) -> Component:
    """The way to the form of an action that is to prove itself by an indicator."""
    return dcc.Link("Write down an action", href=href(PLAN_ITEM_NEW, area=area, indicator=indicator))


def badge(area: str, indicator: str, kind: str, words: str, to: str = "") -> Component:
    """A status pill that opens its working: the story of its indicator, up to its period."""
    working = plain.span(" and how it was worked out", className="unseen")
    return to_story(area, indicator, [pill(kind, words), working], to, "badge")


def downloads(page: str, query: Query, what: str = "Download", **changes: str) -> list[Component]:
    """Plain links to what is shown as a file of each kind, which the browser saves; `what` is said first."""
    return [
        html.A(
            [f"{what} ", kind.upper()] if kind == KINDS[0] else kind.upper(),
            href=href(file_of(page, kind), query, **changes),
            download="",
        )
        for kind in KINDS
    ]


def within(
    words: str | list[Component | str], path: str, query: Query, to: str = "", keep: str = "", **changes: str
) -> Component:
    """A link that changes the address of this page only; with `to`, the reader is taken to that element.

    `keep` names a link whose address and words change with each use, so that the keyboard finds it again.
    """
    marked = data(page="", **({"to": to} if to else {}), **({"keep": keep} if keep else {}))
    return html.A(words, href=href(path, query, **changes), **marked)


def action(words: str, does: str, **more: str) -> Component:
    """A button that acts in the browser only: print, copy-link, copy (text of `of`), png (chart in `of`)."""
    return html.Button(words, type="button", className="link", **data(do=does, **more))
