"""A long list in parts of fifty: which part the address asks for, and the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.query import Query

MOST = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """A part of a list by its number, from 1, and how many entries the whole list has."""

    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many parts there are; at least one."""
        return max(1, -(-self.total // MOST))

    @property
    def words(self) -> str:
        """`51 to 100 of 245`."""
        first = (self.page - 1) * MOST
        return f"{first + 1:,} to {min(first + MOST, self.total):,} of {self.total:,}"


def asked_page(query: Query) -> int:
    """The part the address asks for; 1 for anything that is no number."""
    return max(whole_number(query.get("page", "")) or 1, 1)


def whole_number(asked: str) -> int | None:
    """A number an address may hold: plain digits, at most eight of them; None for anything else."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else None


def first_of(page: int) -> int:
    """How many entries come before a part."""
    return (page - 1) * MOST
