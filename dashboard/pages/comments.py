"""The part of an indicator's page that people write: the comment in force, what waits, history and forms."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.details import details
from dashboard.components.forms import READ_ONLY
from dashboard.components.section import section
from dashboard.pages import comment_forms
from dashboard.views.comments import STATUS_WORDS, Commentary, Linked, Version


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
            *_linked(found.linked),
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


def _linked(found: Sequence[Linked]) -> list[Component]:
    if not found:
        return []
    lines = [
        plain.li([plain.b(f"{each.kind}: "), each.title, plain.span(each.words, className="fact")])
        for each in found
    ]
    return [html.H3("Actions and risks"), html.Ul(lines, className="stories")]
