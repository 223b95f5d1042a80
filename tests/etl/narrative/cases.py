"""How a rule is tried: which of its conflicts a made-up text raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from etl.narrative.conflicts import Conflict
from etl.narrative.text import Sentence, sentences

Rule = Callable[[Sequence[Sentence], str], Iterable[Conflict]]


def told(rule: Rule, text: str) -> list[tuple[int, int, str]]:
    """The line, the line against it and the reason of every conflict a rule finds in a text."""
    return [(each.line, each.against_line, each.why) for each in rule(list(sentences(text)), text)]


def table(*rows: str) -> str:
    """A table of pasted text, its cells written between bars."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)
