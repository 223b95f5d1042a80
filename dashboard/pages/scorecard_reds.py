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
from dashboard.views.scorecard_words import none_red

NO_COMMENT = "No comment on this figure yet."


def reds(found: view.ScorecardView, writing: bool = False) -> Component:
    """What is off target, each with what was written about it; `writing` leads to the form of an action."""
    if not found.reds:
        return section("Off target", [html.P(none_red(found.hidden), className="note")])
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
            *_comment(red, area, writing),
            *_actions(red.actions, area),
            *([html.P(links.new_action(area, red.code), className="not-print")] if writing else []),
        ],
        className="red-card",
    )


def _comment(red: view.Red, area: str, writing: bool) -> list[Component]:
    """Cause, action, owner and date of a red; what is missing is said, and `writing` leads to where it is."""
    comment = red.comment
    if comment is not None and comment.approved:
        return [parts(tuple(parts_of(comment)))]
    said, way = ("Not approved yet.", "Take it further") if comment else (NO_COMMENT, "Write one")
    link = html.A(way, href=links.comments(area, red.code, red.period), className="not-print")
    wanted = html.P([f"{said} ", *([link] if writing else [])], className="note")
    return [*([parts(tuple(parts_of(comment)))] if comment else []), wanted]


def _actions(lines: Sequence[CardLine], area: str) -> list[Component]:
    """The actions that name a red, each leading to its page."""
    told = [
        plain.li([plain.b("Action: "), named(each, area), plain.span(each.words, className="fact")])
        for each in lines
    ]
    return [html.Ul(told, className="stories")] if told else []
