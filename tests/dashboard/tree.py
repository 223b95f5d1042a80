"""Looking into trees of Dash components, which have no equality of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def tree(node: Any) -> Any:
    """A component as plain data to compare: (type, properties, children)."""
    if isinstance(node, list | tuple):
        return [tree(child) for child in node]
    if not isinstance(node, Component):
        return node
    properties = {name: value for name, value in node.to_plotly_json()["props"].items() if name != "children"}
    return (node._type, properties, tree(getattr(node, "children", None)))


def walk(node: Any) -> Iterator[Component]:
    """Every component of a tree, from the outside in."""
    if isinstance(node, list | tuple):
        for child in node:
            yield from walk(child)
    elif isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))


def find(node: Any, kind: str | None = None, **properties: Any) -> list[Component]:
    """The components of a type whose properties have these values."""
    return [
        each
        for each in walk(node)
        if (kind is None or each._type == kind)
        and all(getattr(each, name, None) == value for name, value in properties.items())
    ]


def filled(form: Component) -> dict[str, str]:
    """What a browser would send of a form as it is, but for the name of the writer."""
    fields = find(form, "Input") + find(form, "Textarea") + find(form, "Select")
    return {each.name: each.value for each in fields if each.name != "author"}


def pills(node: Any) -> list[str]:
    """The words of every status pill of a tree."""
    spans = find(node, "Span")
    return [words(each) for each in spans if "pill" in getattr(each, "className", "").split()]


def words(node: Any) -> str:
    """All text of a tree in reading order."""
    if isinstance(node, list | tuple):
        return "".join(words(child) for child in node)
    if isinstance(node, Component):
        return words(getattr(node, "children", None))
    return "" if node is None else str(node)
