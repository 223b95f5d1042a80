"""`/`: what needs attention in one council now."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.empty import empty
from dashboard.components.filters import Option, joined
from dashboard.components.marks import level_mark
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.tally import Count, ServiceLights, tally
from dashboard.pages import links
from dashboard.pages.overview_table import folded, one_table
from dashboard.shell import Page
from dashboard.views import overview as view
from dashboard.views.attention import LISTED, Item
from dashboard.views.query import Query, area_of, one_of
from indicators.store.store import Store
from indicators.vocabulary import Term

SHOW = (Option("headline", "Headline indicators"), Option("all", "All with figures"))
SIGNS = (
    ("ring-", "ahead of Scotland"),
    ("square-", "alike"),
    ("diamond-", "behind"),
    ("-plus", "improving"),
    ("-bar", "steady"),
    ("-minus", "worsening"),
)
READING = (
    "Status compares the figure with our target; rank and “against Scotland” compare it with other "
    "councils. They are separate questions and can disagree. Where no council target is known, the target "
    "is a rule: the fourth best of the eight councils in the family group in the period before, with a "
    "tolerance of 5%. Costs carry no judgement, because cheaper is not always better. The open signs beside "
    "“against Scotland” say where a figure stands and which way it goes; better, similar or worse is said "
    "only where it was tested."
)


def page(store: Store) -> Page:
    """The overview over a store."""

    def layout(query: Query) -> Component:
        area, show = area_of(store.catalogue, query), one_of(query, "show", ("headline", "all"), "headline")
        with store.connect() as connection:
            found = view.overview(connection, store.catalogue, area, every=show == "all")
        return arrange(found, query, show, tuple(store.catalogue.glossary.values()))

    return Page(path=links.OVERVIEW, title="Overview", layout=layout, label="Overview", position=1)


def arrange(found: view.Overview, query: Query, show: str, terms: Sequence[Term] = ()) -> Component:
    """The page of a view; `terms` are explained where a service is named by one."""
    attention = [
        page_head("What needs attention", found.lead, eyebrow=(f"Overview, {found.area.name}",)),
        tally(_counts(found), _services(found)),
        _counted(found, show),
        html.Div(_lists(found), className="section quarters"),
    ]
    reading = html.Div([html.P([plain.b("How to read this. "), READING]), _key()], className="note section")
    return html.Div(
        [
            region("attention", attention),
            html.Div(joined("show", "Indicators shown", SHOW, show), className="section"),
            region("indicators", [*_indicators(found, query, show, terms), reading]),
        ]
    )


def _key() -> Component:
    """The signs of the light of level and direction, with their words."""
    signs = [plain.li([level_mark(shape), words]) for shape, words in SIGNS]
    return html.Ul(signs, className="level-key")


def _counts(found: view.Overview) -> list[Count]:
    return [Count(badge.kind, badge.words, number, "#indicators") for badge, number in found.counts]


def _counted(found: view.Overview, show: str) -> Component:
    """What the counts are of, and the way to the exceptions, which count every indicator."""
    way = links.within("Exceptions", links.EXCEPTIONS, {"area": found.area.code})
    if show == "all":
        words: list[Component | str] = ["Counted: every indicator with figures, as under ", way, "."]
    else:
        words = ["Counted: headline indicators only. ", way, " has every indicator with figures."]
    return html.P(words, className="note section-note")


def _services(found: view.Overview) -> list[ServiceLights]:
    return [
        ServiceLights(group.title, tuple(row.badge.kind for row in group.rows), group.summary)
        for group in found.groups
    ]


def _lists(found: view.Overview) -> list[Component]:
    area = found.area.code
    return [
        _stories("Newly off target", found.newly_off, area, "Nothing is newly off target."),
        _stories("Biggest moves", found.moves, area, "Nothing moved.", found.moves_note),
        _stories(
            "Target and benchmark disagree", found.disagree, area, "They agree wherever both are known."
        ),
        _stories(
            "Awaited or old", found.old, area, "Every figure is of the newest period.", way=_every_old(area)
        ),
    ]


def _every_old(area: str) -> Component:
    """The way to all that is awaited or old, of which the list says one a kind."""
    ways = (("awaited", "all that is awaited"), ("stale", "all older than its cycle"))
    said = [links.within(words, links.EXCEPTIONS, {"area": area, "kind": kind}) for kind, words in ways]
    return plain.li(["See ", said[0], " or ", said[1]], className="not-print")


def _stories(
    heading: str, items: Sequence[Item], area: str, none: str, note: str = "", way: Component | None = None
) -> Component:
    """A list of what to look at; a `way` to more of it ends a list that is not empty."""
    lines = [
        plain.li(
            [
                links.to_story(area, item.code, item.title),
                plain.span(item.fact, className="fact"),
                *(plain.span(words, className="why") for words in (item.why, item.said) if words),
            ]
        )
        for item in items[:LISTED]
    ]
    if len(items) > LISTED:
        lines.append(plain.li(f"And {len(items) - LISTED} more, in the list below"))
    lines += [way] if way and items else []
    before = [plain.li(note)] if note and items else []
    return html.Div([html.H2(heading), html.Ul([*before, *lines] or [plain.li(none)], className="stories")])


def _indicators(found: view.Overview, query: Query, show: str, terms: Sequence[Term]) -> list[Component]:
    if not found.groups:
        return [_nothing(found.area.name, show, query)]
    body, meanings = one_table(found, terms)
    table = section(
        f"{'All' if show == 'all' else 'Headline'} indicators: {found.rows}",
        folded(found) if show == "all" else body,
        by="Off target first within each service",
        aside=[html.Span(links.downloads(links.OVERVIEW, query), className="actions")],
        name="indicators",
    )
    return [table, *meanings]


def _nothing(name: str, show: str, query: Query) -> Component:
    """No row at all: what is missing, and the way on."""
    if show == "all":
        way = "Choose another council in the header; what is loaded is listed under Data."
        note = empty(f"The database has no figure for {name}.", way)
    else:
        way_on = links.within("Show all with figures", links.OVERVIEW, query, show="all")
        note = empty(f"None of the headline indicators has a figure for {name}.", way_on)
    return html.Div(note, className="section", id="indicators")
