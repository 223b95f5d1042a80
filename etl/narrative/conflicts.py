"""A conflict: two things that cannot both be true, each with its line or its place in the store."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a report says in a line, what speaks against it (another line, or 0 for the store), and why.

    `against_file` names another report where the line against it stands there.
    """

    rule: str
    line: int
    said: str
    against_line: int
    against: str
    why: str
    against_file: str = ""
