"""A term that explains itself: a button in the text that opens its meaning, by mouse, touch or keyboard.

The browser's own popover does the work: Enter opens it, Escape or a click elsewhere closes it, and nothing
on the page moves. The meanings stand apart from the text, so that a heading is read without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from indicators.glossary import mentions
from indicators.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Explained:
    """A text whose terms are buttons, and the meanings they open, to be put anywhere on the page."""

    words: list[str | Component]
    meanings: list[Component]


def explained(text: str, terms: Iterable[Term], where: str) -> Explained:
    """The text with the first mention of each term explained; `where` keeps ids apart on one page."""
    found, rest = mentions(text, terms)
    words: list[str | Component] = []
    meanings: list[Component] = []
    for mention in found:
        name = f"term-{where}-{mention.term.code}"
        words += [mention.before] if mention.before else []
        words.append(plain.button(mention.words, className="term", type="button", popovertarget=name))
        meanings.append(_meaning(mention.term, name))
    return Explained([*words, rest] if rest else words, meanings)


def glossary_list(terms: Sequence[Term]) -> Component:
    """Every term with its meaning, by title."""
    parts: list[Component] = []
    for each in sorted(terms, key=lambda each: each.title.lower()):
        short = [plain.span(f" {each.short}", className="quieter")] if each.short else []
        parts += [html.Dt([each.title, *short]), html.Dd(each.meaning)]
    return html.Dl(parts, className="glossary")


def _meaning(term: Term, name: str) -> Component:
    heading = f"{term.title} ({term.short}). " if term.short else f"{term.title}. "
    return plain.div([plain.b(heading), term.meaning], id=name, className="term-meaning", popover="auto")
