"""Markup that only has to be seen, sent as one component.

Dash wraps every component for callbacks, which costs the browser about a third of a millisecond each: a table
of 24 rows takes a fifth of a second. Most of a page is never the input or output of a callback. `still` finds
those parts of a tree and turns each into one `Still`, whose markup `assets/still.js` gives straight to React.
Pages and components know nothing of it: `dashboard.routing` applies it on the way out.

A component stays as it is when it has an `id`, or is anything but plain HTML, SVG or a `dcc.Link`. React
escapes all text, and links go through Dash's own check for dangerous addresses, as they would otherwise.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any, Final

from dash.development.base_component import Component

from dashboard.plain import HTML, SVG, Plain

_PLAIN: Final = frozenset({HTML, SVG})
_TAGS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr b blockquote br button caption circle code col colgroup dd details div dl dt em figcaption
        figure h1 h2 h3 h4 hr i kbd li line mark nav ol p path rect section small span strong sub summary sup
        svg table tbody td text tfoot th thead time title tr tspan ul
        """,
    )
)
_NOT_SENT: Final = frozenset({"children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"})

Markup = str | list[Any]


class Still(Component):
    """A piece of finished markup: strings, and lists of tag, properties and children."""

    _namespace = "dashboard_still"
    _type = "Still"

    def __init__(self, markup: list[Markup]) -> None:
        # Dash's own __init__ would look for a Python package of our namespace, each time in vain.
        self._prop_names = ["id", "markup"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = ["id", "markup"]
        self.available_wildcard_properties: list[str] = []
        self.markup = markup


def still(tree: Any) -> Any:
    """The same tree with everything that can be still made so; the one given is left as it was."""
    if isinstance(tree, list | tuple):
        return _still_children(tree)
    made = _still_children([tree])
    return made[0] if len(made) == 1 else made


def _still_children(children: Iterable[Any]) -> list[Any]:
    """Children with neighbours that are still joined into one."""
    found: list[Any] = []
    for child in children:
        if child is None:
            continue
        markup = _markup(child)
        if markup is None:
            found.append(_with_still_children(child))
        elif found and isinstance(found[-1], Still):
            found[-1].markup.append(markup)
        else:
            found.append(Still([markup]))
    return found


def _with_still_children(component: Any) -> Any:
    """A copy of a component that stays, with its children made still where they can be."""
    children = getattr(component, "children", None)
    if not isinstance(component, Component) or children is None or isinstance(children, str | int | float):
        return component
    made = copy.copy(component)
    made.children = still(children)
    return made


def _markup(node: Any) -> Markup | None:
    """Text as it is, plain components as [tag, properties, *children]; None for what must stay as it is."""
    if isinstance(node, str | int | float):
        return str(node)
    tag = _tag(node)
    if tag is None:
        return None
    properties = _properties(node)
    if node._type == "Link":
        properties["data-page"] = ""
    children = getattr(node, "children", None)
    made: list[Any] = [tag, properties]
    for child in children if isinstance(children, list | tuple) else [children]:
        if child is None:
            continue
        markup = _markup(child)
        if markup is None:
            return None
        made.append(markup)
    return made


def _properties(node: Any) -> dict[str, Any]:
    """What the element says, without what only Dash needs."""
    if isinstance(node, Plain):
        return node.properties
    given = node.to_plotly_json()["props"]
    return {name: value for name, value in given.items() if name not in _NOT_SENT}


def _tag(node: Any) -> str | None:
    """The element a component stands for, if it can be still."""
    if not isinstance(node, Component) or getattr(node, "id", None) is not None:
        return None
    if node._namespace == "dash_core_components" and node._type == "Link":
        return "a"
    tag = str(node._type).lower()
    return tag if node._namespace in _PLAIN and tag in _TAGS else None
