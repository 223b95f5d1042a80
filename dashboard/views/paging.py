"""A long list in parts, fifty on a screen and more for a file: which part is asked for, and its words."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.query import Query

MOST = 50
MOST_IN_A_FILE = 1000
"""A file reads a list in larger parts than a screen, and all of them."""


class WholeList(dict[str, str]):
    """The query of a file that holds a whole list; what an address asks for is never one."""


@dataclass(frozen=True, slots=True)
class Paging:
    """A part of a list by its number, from 1, how many entries the whole list has and a part at most."""

    page: int
    total: int
    most: int = MOST

    @property
    def pages(self) -> int:
        """How many parts there are; at least one."""
        return max(1, -(-self.total // self.most))

    @property
    def first(self) -> int:
        """How many entries come before the part."""
        return first_of(self.page, self.most)

    @property
    def words(self) -> str:
        """`51 to 100 of 245`."""
        return f"{self.first + 1:,} to {min(self.first + self.most, self.total):,} of {self.total:,}"


def asked_page(query: Query) -> int:
    """The part the address asks for; 1 for anything that is no number."""
    return max(whole_number(query.get("page", "")) or 1, 1)


def whole_number(asked: str) -> int | None:
    """A number an address may hold: plain digits, at most eight of them; None for anything else."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else None


def first_of(page: int, most: int = MOST) -> int:
    """How many entries come before a part, where each has `most`."""
    return (page - 1) * most


def most_of(query: Query, on_screen: int = MOST) -> int:
    """How many entries a part has: on a screen, or in the parts a file is put together from."""
    return MOST_IN_A_FILE if isinstance(query, WholeList) else on_screen
