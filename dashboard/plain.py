"""Plain HTML and SVG elements, made without Dash's check of every property of every element.

A table of ten years has four hundred elements, and Dash takes longer to construct them than everything else
of a page together. These are Dash components like any other, for layouts, for tests and on the wire; only
the check of property names is missing, so a misspelt one is found by eye or by a test, not by an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from dash.development.base_component import Component

Children = str | Component | Sequence[str | Component] | None
HTML: Final = "dash_html_components"
SVG: Final = "dashboard_svg"
"""Not a package of Dash: SVG is only seen, and `dashboard.components.still` draws all of it."""


class Plain(Component):
    """An element by its Dash name (`Td`); `properties` are those given, without the ones that are None."""

    _children_props: list[str] = []  # noqa: RUF012 - as Dash declares it
    _base_nodes: list[str] = ["children"]  # noqa: RUF012

    def __init__(self, namespace: str, name: str, children: Children, properties: dict[str, Any]) -> None:
        # Not calling Component.__init__ is the point of this class: it is where the time goes.
        self.properties = {key: value for key, value in properties.items() if value is not None}
        self.__dict__.update(self.properties)
        self._namespace, self._type = namespace, name
        self._prop_names = ["children", *self.properties]
        self._valid_wildcard_attributes = ["data-", "aria-"]
        if children is not None:
            self.children = children


def _maker(namespace: str, name: str) -> Callable[..., Component]:
    def make(children: Children = None, **properties: Any) -> Component:
        return Plain(namespace, name, children, properties)

    return make


b, button, div, li, small, span, td, th, tr, ul = (
    _maker(HTML, name) for name in ("B", "Button", "Div", "Li", "Small", "Span", "Td", "Th", "Tr", "Ul")
)
svg, path, circle, rect, text, title = (
    _maker(SVG, name) for name in ("Svg", "Path", "Circle", "Rect", "Text", "Title")
)
