"""The foot of every page: how old the data is, which release this is, and whose figures they are."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import data


@dataclass(frozen=True, slots=True)
class Footer:
    """The date of the data, the release of the product, attribution, and links as (path, words).

    A path may name a part of its page: `/about#sources`.
    """

    data_as_at: str
    release: str
    attribution: str
    links: tuple[tuple[str, str], ...] = ()


def footer(foot: Footer) -> Component:
    """The footer as a landmark of its own; its links keep the council as those of the header do."""
    return html.Footer(
        html.Div(
            [
                html.Span(f"Data as at {foot.data_as_at}, release {foot.release}"),
                *(
                    html.A(words, href=path, id={"nav": path, "where": "foot"}, **data(page=""))
                    for path, words in foot.links
                ),
                html.Span(foot.attribution),
            ],
            className="wrap",
        ),
        className="foot",
    )
