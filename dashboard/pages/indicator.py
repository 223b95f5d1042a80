"""`/indicators/<code>`: one indicator of one council whole, with the working of every badge."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.charts.line_ends import trend_ends
from dashboard.charts.trend import trend_figure
from dashboard.components.arrow import arrow
from dashboard.components.chart import chart
from dashboard.components.empty import empty
from dashboard.components.glossary import explained
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.rank_strip import rank_strip
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table, filled
from dashboard.components.words import inline
from dashboard.components.working import working
from dashboard.pages import indicator_parts, links
from dashboard.pages.comments import comments
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import indicator as view
from dashboard.views.query import Query, area_of
from dashboard.views.workings import Fact
from indicators.catalogue import UnknownIndicatorError
from indicators.indicator import Indicator
from indicators.store.store import Store
from indicators.vocabulary import Term

COLUMNS = (
    Column("Period"),
    Column("Shown", align="right", classes="strong"),
    Column("In full", align="right", classes="optional"),
    Column("Made of", align="right", classes="optional"),
    Column("Status"),
    Column("Edition", classes="optional"),
    Column("File and cell"),
    Column("Earlier editions"),
)

_FIGURES = "The figures and where they come from"


def page(store: Store, writing: bool = False) -> Page:
    """The indicator page over a store; with `writing`, comments have forms."""

    def layout(query: Query) -> Component:
        area, indicator = area_of(store.catalogue, query), asked_for(store, query)
        with store.connect() as connection:
            found = view.indicator_story(connection, store.catalogue, area, indicator, query)
        return arrange(found, writing, tuple(store.catalogue.glossary.values()))

    return Page(links.INDICATOR, lambda query: asked_for(store, query).title, layout, has_chart=True)


def asked_for(store: Store, query: Query) -> Indicator:
    """The indicator an address names in any spelling.

    Raises NoSuchPageError for a code of no indicator, with the nearest one and the search as ways on.
    """
    code, area = query.get("code", ""), query.get("area", "")
    try:
        return store.catalogue.resolve(code)
    except UnknownIndicatorError as error:
        near = store.catalogue.indicators.get(error.nearest)
        meant = [(f"Did you mean {near.named}?", links.story(area, near.code))] if near else []
        said = f"No indicator {links.short(code)}."
        raise NoSuchPageError(said, *meant, links.search_for(code, area)) from error


def arrange(found: view.IndicatorStory, writing: bool = False, terms: Sequence[Term] = ()) -> Component:
    """The page of a view: what it is with its `terms` explained, status, sentence, comments, figures."""
    indicator = found.indicator
    eyebrow = (f"{found.service} / Indicator {indicator.published_code}".rstrip(),)
    title = explained(indicator.title, terms, "title")
    definition = explained(indicator.definition, terms, "definition")
    below = (html.Span(definition.words), *_own_code(indicator))
    head = page_head(title.words, eyebrow=eyebrow, below=below)
    about = html.Dl(
        [html.Div([html.Dt(name), html.Dd(words)]) for name, words in found.about], className="meta"
    )
    return html.Div(
        [
            region("head", [head, about, *title.meanings, *definition.meanings]),
            *indicator_parts.period_choice(found.periods, found.to),
            html.Div([region("status", _status(found)), _trend(found)], className="story"),
            region("sentence", _sentence(found)),
            *indicator_parts.target_part(found.target),
            region("localities", indicator_parts.localities_part(found.localities)),
            *_comments(found, writing),
            region("questions", _questions(indicator)),
            region("figures", _figures(found)),
        ]
    )


def _own_code(indicator: Indicator) -> list[Component]:
    """Our name for what no publisher numbers: the one place of a screen where it is told."""
    if indicator.published_code:
        return []
    return [plain.small(["Its name in files and addresses: ", html.Code(indicator.code)])]


def _status(found: view.IndicatorStory) -> Component:
    badge = found.badge
    return html.Div(
        [
            html.P(found.when, className="quiet"),
            html.P(found.value, className="big"),
            *([pill(badge.kind, badge.words)] if badge else []),
            html.Dl([_fact(fact) for fact in found.facts], className="facts"),
            *([html.P(found.caution, className="note")] if found.caution else []),
        ],
        className="card-plain",
    )


def _fact(fact: Fact) -> Component:
    said = arrow(fact.arrow, fact.words) if fact.arrow else fact.words
    strip = [] if fact.share is None else [rank_strip(fact.share)]
    shown = [said, *strip, working(fact.name, fact.rule, fact.inputs, fact.steps)]
    return html.Div([html.Dt(fact.name), html.Dd(shown)])


def _trend(found: view.IndicatorStory) -> Component:
    area, code = found.area.code, found.indicator.code
    heading = region(
        "measure", [html.H2(found.measure, id="measure"), plain.span(found.direction, className="by")]
    )
    among = links.to_screen(links.BENCHMARKS, "Among the 32 councils", area, code)
    ways = region(
        "ways",
        [
            links.to_screen(links.TRENDS, "Trends with filters", area, code),
            *([among] if found.indicator.council_benchmark else []),
            links.action("PNG", "png", of="#chart-story"),
        ],
        "actions",
    )
    picture = chart("story", trend_figure(found.drawing), trend_ends(found.drawing), "measure", found.alt)
    return html.Div(
        [html.Div([heading, ways], className="head"), picture, region("caption", [found.caption], "note")]
    )


def _sentence(found: view.IndicatorStory) -> list[Component]:
    if not found.sentence:
        return []
    full = html.Blockquote(inline(found.sentence), id="sentence")
    short = html.Blockquote(inline(found.short), id="short-sentence")
    forms = [
        full,
        _copy("Copy sentence", "#sentence"),
        short,
        _copy("Copy the short form", "#short-sentence"),
    ]
    return [section("A sentence for your report", forms, "and its short form, for a card or a slide")]


def _copy(words: str, of: str) -> Component:
    return html.P(links.action(words, "copy", of=of), className="actions")


def _comments(found: view.IndicatorStory, writing: bool) -> list[Component]:
    """A part of its own for each figure: what was typed about one never stands beside another."""
    if found.comments is None:
        return []
    name = f"comments-{found.area.code}-{found.indicator.code}-{found.comments.period}"
    return [region(name, [comments(found.comments, writing)])]


def _questions(indicator: Indicator) -> list[Component]:
    if not indicator.questions:
        return []
    return [section("Questions to ask", [html.Ul([plain.li(each) for each in indicator.questions])])]


def _figures(found: view.IndicatorStory) -> list[Component]:
    if not found.figures:
        nothing = empty("There is no figure for this council.", "Choose another council in the header.")
        return [section(_FIGURES, [nothing])]
    rows = [
        Row(
            (
                each.period,
                [each.shown, *([plain.span(f" {each.marks}", className="mark-text")] if each.marks else [])],
                each.in_full,
                each.counts,
                each.status,
                each.edition,
                each.place,
                each.earlier or "as first loaded",
            )
        )
        for each in found.figures
    ]
    table = figures_table(f"{found.indicator.title}, {found.area.name}", *filled(COLUMNS, rows))
    notes = [html.P(found.revised, className="note")] if found.revised else []
    return [section(_FIGURES, [table, *notes])]
