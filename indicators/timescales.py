"""How soon something should be done: a number of hours, days or weeks, and of which days."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = ("hours", "working hours", "days", "working days", "weeks", "months")


@dataclass(frozen=True, slots=True)
class Timescale:
    """A limit such as 24 hours or 20 working days."""

    amount: int
    unit: str

    @property
    def words(self) -> str:
        """`within 20 working days`, and `within 1 week`."""
        return f"within {self.amount} {self.unit if self.amount != 1 else self.unit.removesuffix('s')}"


def parse_timescale(text: str) -> Timescale | None:
    """The limit `20 working days` means; None for an empty text.

    Raises ValueError for anything but a whole number above 0 and one of the units.
    """
    if not text:
        return None
    found = re.fullmatch(r"([1-9]\d*) ([a-z ]+?)s?", text)
    if found is None or f"{found[2]}s" not in UNITS:
        raise ValueError(f"'{text}' is no timescale; write a number and one of {', '.join(UNITS)}")
    return Timescale(int(found[1]), f"{found[2]}s")
