"""The part of an indicator's page that people write: the comment in force, what waits, history and forms."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.details import details
from dashboard.components.forms import READ_ONLY
from dashboard.components.section import section
from dashboard.pages import comment_forms, links
from dashboard.views.comments import RISK, STATUS_WORDS, Commentary, Linked, Version


def comments(found: Commentary, writing: bool) -> Component:
    """The section of one figure; `writing` adds the forms, else a sentence says why there are none."""
    ways = comment_forms.forms(found) if writing else [html.P(READ_ONLY, className="note")]
    shown = [each for each in (found.approved, found.newer) if each]
    nothing = [html.P(_nothing(found), className="note")] if not shown else []
    return section(
        "Comments",
        [
            *nothing,
            *(_comment(each) for each in shown),
            html.Div(ways, className="ways-to-write not-print"),
            *_history(found.versions),
            *_linked(found, writing),
        ],
        by=f"on the figure of {found.period_words}",
        name="comments",
    )


def parts(named: Sequence[tuple[str, str]]) -> Component:
    """What a comment says, one named part a line."""
    lines = [part for name, words in named for part in (html.Dt(name), html.Dd(words))]
    return html.Dl(lines, className="said")


def _nothing(found: Commentary) -> str:
    if found.versions:
        return f"The comment on this figure was withdrawn. {found.versions[0].by}."
    return "Nobody has written a comment on this figure."


def _comment(version: Version) -> Component:
    head = html.P([plain.b(STATUS_WORDS[version.status]), plain.span(version.by, className="by")])
    return html.Article([head, parts(version.parts)], className=f"comment {version.status.value}")


def _history(versions: Sequence[Version]) -> list[Component]:
    if not versions:
        return []
    told = [
        plain.li([plain.b(f"Version {each.number}. "), f"{each.by}.", parts(each.parts)]) for each in versions
    ]
    return [details(f"History ({len(versions)})", [html.Ul(told, className="versions")])]


def _linked(found: Commentary, writing: bool) -> list[Component]:
    """What is done about the indicator and what threatens it, each leading to its page."""
    lines = [_line(each, found.area) for each in found.linked]
    ways = [links.new_action(found.area, found.indicator)] if writing else []
    if not lines and not ways:
        return []
    listed = [html.Ul(lines, className="stories")] if lines else []
    return [html.H3("Actions and risks"), *listed, *(html.P(way, className="not-print") for way in ways)]


def _line(each: Linked, area: str) -> Component:
    page = links.RISK if each.kind == RISK else links.PLAN_ITEM
    title = dcc.Link(each.title, href=links.at(page, each.key, area=area))
    return plain.li([plain.b(f"{each.kind}: "), title, plain.span(each.words, className="fact")])
