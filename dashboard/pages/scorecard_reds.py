"""What is off target at the top of a scorecard: each with its gap, what was said of it, and what is done."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.comments import parts
from dashboard.views import scorecards as view
from dashboard.views.card_comments import parts_of
from dashboard.views.scorecard_lines import CardLine
from indicators.written.snapshot import FrozenComment


def reds(found: view.ScorecardView, writing: bool = False) -> Component:
    """What is off target, each with what was written about it; `writing` leads to the form of an action."""
    if not found.reds:
        return section("Off target", [html.P("Nothing on this card is off target.", className="note")])
    cards = [_red(red, found.area.code, writing) for red in found.reds]
    return section(
        "Off target", [html.Div(cards, className="reds")], aside=[f"{len(found.reds)} of {found.rows}"]
    )


def named(line: CardLine, area: str) -> str | Component:
    """The title of a project or action as the way to its page; of any other line, and once frozen, alone."""
    address = links.at(links.PLAN_ITEM, line.key, area=area)
    return dcc.Link(line.title, href=address) if line.key else line.title


def _red(red: view.Red, area: str, writing: bool) -> Component:
    return html.Article(
        [
            links.badge(area, red.code, "red", "Off target"),
            html.H3(links.to_trend(area, red.code, red.title)),
            html.P([plain.b(red.value, className="figure"), f" {red.against}"]),
            html.P(red.gap, className="note"),
            *_comment(red.comment),
            *_actions(red.actions, area),
            *([html.P(links.new_action(area, red.code), className="not-print")] if writing else []),
        ],
        className="red-card",
    )


def _comment(comment: FrozenComment | None) -> list[Component]:
    """Cause, action, owner and date of a red; a red nobody explained says so."""
    if comment is None:
        return [html.P("No comment on this figure yet.", className="note")]
    draft = [] if comment.approved else [html.P("Not approved yet", className="note")]
    return [parts(tuple(parts_of(comment))), *draft]


def _actions(lines: Sequence[CardLine], area: str) -> list[Component]:
    """The actions that name a red, each leading to its page."""
    told = [
        plain.li([plain.b("Action: "), named(each, area), plain.span(each.words, className="fact")])
        for each in lines
    ]
    return [html.Ul(told, className="stories")] if told else []
