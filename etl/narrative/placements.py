"""The kinds of placement of looked after children, as reports call them."""

from __future__ import annotations

import re

PLACEMENTS = {
    "at home": r"\bat home\b",
    "foster care": r"\bfoster",
    "residential care": r"\bresidential|\bhouses\b",
    "kinship care": r"\bkinship",
    "secure care": r"\bsecure (?:care|accommodation)",
}


def placement(phrase: str) -> tuple[str, int]:
    """The first kind of placement a phrase names, and where; nothing and -1 where it names none."""
    met = [
        (found.start(), kind)
        for kind, pattern in PLACEMENTS.items()
        if (found := re.search(pattern, phrase, re.IGNORECASE))
    ]
    at, kind = min(met, default=(-1, ""))
    return kind, at
