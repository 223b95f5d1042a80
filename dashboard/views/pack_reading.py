"""What the words of a pack mean, for readers who have the paper and not the screens beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.views.about import LIGHT_MEANINGS, RULES, STATUS_MEANINGS, USUAL_MEANINGS
from dashboard.views.pack_parts import Pack
from dashboard.views.words import LIGHT_WORDS, USUAL_WORDS
from indicators.figures import Status
from indicators.hidden_since import NOTE
from indicators.rag import Light

NOT_HELD, NO_EARLIER, TOO_FEW, NO_BENCHMARK = "Not held", "No earlier figure", "Too few figures", "None held"
"""What stands in a cell of which nothing is known: an empty one could be read as a zero or a slip."""

NOT_YET = "No figure yet"
_BLANK = Status.MISSING
# Words as they stand in a cell: after its start, a mark or a comma, before its end, a comma or a date.
_ENDED = r"(?m)(?:^|\] |, ){}(?=$|,|;| from| [A-Z0-9])"
_FIRST = (Light.RED, Light.AMBER, Light.GREEN)
_BLANKS = {
    NOT_HELD: "No figure for this period is held.",
    NO_EARLIER: "No figure older than those shown is held.",
    TOO_FEW: "Too few to work out a long trend, or too few on one side of a break in the series.",
    NO_BENCHMARK: "No figure for Scotland is held.",
    NOTE.lower(): "The meeting saw a number here; it is suppressed now, with all that would give it away.",
}


def reading(pack: Pack) -> Iterator[tuple[str, str]]:
    """Words and their meanings: lights and long trend always, others where the card has them."""
    shown = "\n".join(_shown(pack))
    yield from ((LIGHT_WORDS[light], LIGHT_MEANINGS[light]) for light in _FIRST)
    yield "Long trend", RULES["Long trend"]
    others = {
        **{LIGHT_WORDS[light]: meaning for light, meaning in LIGHT_MEANINGS.items() if light not in _FIRST},
        **{USUAL_WORDS[each]: meaning for each, meaning in USUAL_MEANINGS.items()},
        **{status.words: meaning for status, meaning in STATUS_MEANINGS.items() if status is not _BLANK},
        NOT_YET: STATUS_MEANINGS[_BLANK],
        **_BLANKS,
    }
    yield from (
        (words[:1].upper() + words[1:], meaning)
        for words, meaning in others.items()
        if re.search(_ENDED.format(re.escape(words)), shown)
    )


def _shown(pack: Pack) -> Iterator[str]:
    """The words of the cells of the card, one after the other."""
    for row in (row for section in pack.sections for part in section.parts for row in part.rows):
        yield row.slim
        if row.slim:
            continue
        yield from (row.long, row.benchmark)
        for cell in row.cells:
            yield from (cell.trend, cell.badge.words if cell.badge else cell.words)
