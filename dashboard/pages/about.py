"""`/about`: what the words mean, the rules in brief, accessibility, sources and licences, and the release."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.attributes import aria
from dashboard.components.glossary import glossary_list
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.shell import Page
from dashboard.views import about as view
from dashboard.views.moments import moment_words
from dashboard.views.query import Query
from indicators.catalogue import Catalogue
from indicators.store import read
from indicators.store.rows import Release
from indicators.store.store import Store

LEAD = (
    "Published figures on Scottish social work: how they moved, where a council stands, and what each is "
    "against its target. What the words on the screens mean, and whose figures they are."
)
CHECKED = (
    "Every screen is checked by axe-core, an automatic test of WCAG 2.2 AA, in light and dark colours with "
    "everything opened; a screen with a violation is not released.",
    "No screen is wider than its window from 320 pixels, which is 400% zoom, to 1920; wide tables scroll "
    "within themselves.",
    "Everything works by keyboard, and the focus can be seen. Nothing is said by colour alone.",
    "Every chart has a sentence before it and a table with the same numbers after it.",
)
NOT_YET = (
    "No person who uses a screen reader, a switch or voice control has tried it yet, and automatic tests "
    "find only a part of what is wrong.",
    "Points of a line chart cannot be reached by keyboard: the table below it has them.",
    "Tables with many columns have to be scrolled sideways on a phone.",
    "Nothing is in Gaelic or in British Sign Language.",
    "JavaScript is needed.",
)


def page(store: Store) -> Page:
    """The page about the product."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            release = read.release(connection)
        return arrange(store.catalogue, release, query)

    return Page(path=links.ABOUT, title="About", layout=layout)


def arrange(catalogue: Catalogue, release: Release, query: Query) -> Component:
    """The page: contents, definitions, rules, terms, accessibility, sources, release."""
    parts = [
        ("lights", "Lights", [_lights()]),
        ("statuses", "Statuses and signs", [_statuses()]),
        ("arrows", "Arrows", [_definitions(view.movements())]),
        ("rules", "The rules in brief", [_definitions(view.rules()), *_documents()]),
        ("terms", "Terms", [glossary_list(tuple(catalogue.glossary.values()))]),
        ("accessibility", "Accessibility", _accessibility()),
        ("sources", "Sources and licences", [_sources(catalogue, query.get("area", ""))]),
        ("release", "This release", [_release(release)]),
    ]
    contents = html.Ul(
        [html.Li(html.A(title, href=f"#{name}")) for name, title, _ in parts], className="contents"
    )
    head = page_head("About these figures", LEAD, ("About",))
    nav = html.Nav(contents, **aria(label="On this page"))
    return region("about", [head, nav, *(section(title, inside, name=name) for name, title, inside in parts)])


def _lights() -> Component:
    rows = [Row((pill(line.kind, line.words), line.meaning)) for line in view.lights()]
    return figures_table("Lights", (Column("Light"), Column("Means", classes="words")), rows)


def _statuses() -> Component:
    columns = (
        Column("Status"),
        Column("Sign"),
        Column("Means", classes="words"),
        Column("Has a number"),
        Column("Judged and ranked"),
    )
    rows = [Row((line.words, line.sign, line.meaning, line.number, line.judged)) for line in view.statuses()]
    return figures_table("Statuses and signs", columns, rows)


def _definitions(lines: tuple[view.Definition, ...]) -> Component:
    parts = [part for line in lines for part in (html.Dt(line.words), html.Dd(line.meaning))]
    return html.Dl(parts, className="glossary")


def _documents() -> list[Component]:
    words: list[str | Component] = [
        "In full, with the product: ", html.Code("docs/rules.md"), " (every rule), ",
        html.Code("docs/user-guide.md"), " (every screen), ", html.Code("docs/loading.md"),
        " (what is checked and refused) and ", html.Code("DATA-LICENCE.md"), " (whose figures they are).",
    ]  # fmt: skip
    return [html.P(words, className="note")]


def _accessibility() -> list[Component]:
    return [
        html.P(
            "The aim is WCAG 2.2 AA, as the Public Sector Bodies Accessibility Regulations 2018 ask, "
            "also of pages only staff can see.",
            className="sub",
        ),
        html.H3("What was checked"),
        html.Ul([plain.li(each) for each in CHECKED], className="statement"),
        html.H3("What is known not to be good yet"),
        html.Ul([plain.li(each) for each in NOT_YET], className="statement"),
    ]


def _sources(catalogue: Catalogue, area: str) -> Component:
    columns = (
        Column("Source", classes="words"),
        Column("Publisher", classes="words optional"),
        Column("Licence"),
        Column("Attribution", classes="words"),
    )
    rows = [
        Row(
            (
                dcc.Link(source.title, href=href(f"{links.DATA_SOURCES}/{source.code}", area=area)),
                source.publisher,
                plain.span(source.licence or "none stated", className="nowrap"),
                source.attribution,
            )
        )
        for source in catalogue.sources.values()
    ]
    return figures_table("Sources and licences", columns, rows)


def _release(release: Release) -> Component:
    loaded = moment_words(release.loaded_at) if release.loaded_at else "never"
    facts = (
        ("Release", str(release.id)),
        ("Last load", f"{loaded} UTC"),
        ("Newest LGBF edition", release.lgbf_edition or "none"),
    )
    parts = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts]
    return html.Dl(parts, className="facts")
