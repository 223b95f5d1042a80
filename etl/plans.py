"""Keeps published plans among what people write: once, and never over what somebody wrote since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TypeAlias

from sqlalchemy import Connection

from etl.plan_sheet import PlacedItem
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.plan import Action, Project
from indicators.written.plan_files import PUBLISHED_AUTHOR, PublishedItem
from indicators.written.steps import Status

PlanWriting: TypeAlias = Writing[Project] | Writing[Action]


@dataclass(frozen=True, slots=True)
class PlansKept:
    """How many items were new, corrected, the same as before, or left to the person who changed them."""

    new: int = 0
    corrected: int = 0
    unchanged: int = 0
    left: int = 0


def keep_published(connection: Connection, items: Iterable[PublishedItem]) -> PlansKept:
    """Add what is not there, and a further version where the catalogue was corrected since.

    What anybody but the catalogue ever changed is theirs from then on, withdrawn or not.
    """
    counts = {"new": 0, "corrected": 0, "unchanged": 0, "left": 0}
    for item in items:
        counts[_keep(connection, item)] += 1
    return PlansKept(**counts)


def _keep(connection: Connection, item: PublishedItem) -> str:
    kept = writings.history(connection, type(item.content), item.key)
    if any(version.author != PUBLISHED_AUTHOR for version in kept):
        return "left"
    if kept and kept[0].content == item.content:
        return "unchanged"
    # The day of publication, not of the build: two builds of the same figures are the same to the byte.
    moment = datetime.combine(item.published_on, time(), UTC)
    writings.write(
        connection, item.content, PUBLISHED_AUTHOR, Status.KEPT, item.key, len(kept), written_at=moment
    )
    return "corrected" if kept else "new"


@dataclass(frozen=True, slots=True)
class SheetKept:
    """How many rows of a sheet were new, changed what was kept, or said what was there before."""

    new: int
    changed: int
    unchanged: int


def kept_plans(connection: Connection) -> dict[str, PlanWriting]:
    """The latest version of every project and action, withdrawn ones included, by key."""
    found: list[PlanWriting] = [*writings.every(connection, Project), *writings.every(connection, Action)]
    return {each.id: each for each in found}


def keep_plan(
    connection: Connection, placed: Iterable[PlacedItem], kept: Mapping[str, PlanWriting], author: str
) -> SheetKept:
    """Add a version for every row that says something new; what was withdrawn is there again."""
    new = changed = unchanged = 0
    for row in placed:
        before = kept.get(row.key)
        if before is not None and before.content == row.item and before.status is Status.KEPT:
            unchanged += 1
            continue
        writings.write(connection, row.item, author, Status.KEPT, row.key, before.version if before else 0)
        new, changed = new + (before is None), changed + (before is not None)
    return SheetKept(new, changed, unchanged)
