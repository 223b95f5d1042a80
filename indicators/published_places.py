"""Places among others as a report prints them: never more precise than it was printed."""

from __future__ import annotations

from indicators.statements import ordinal
from indicators.vocabulary import End, PublishedPlace


def place_words(found: PublishedPlace) -> str:
    """`13th of 31 partnerships`, and `31st of 31 partnerships, worst` where only the end was printed.

    Where nobody says among how many, `11th, n not stated` and `worst, n not stated`.
    """
    if not found.of:
        return f"{ordinal(found.place) if found.place else found.end}, n not stated"
    place = found.place or (found.of if found.end is End.WORST else 1)
    said = f"{ordinal(place)} of {found.of} {found.among}"
    return f"{said}, {found.end}" if found.end else said
