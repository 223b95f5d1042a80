"""The conflicts of reports, for the command line and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from etl.narrative.across import across
from etl.narrative.conflicts import Conflict
from etl.narrative.rules import within
from etl.narrative.source_labels import labels
from etl.narrative.stored import against_store, all_series
from etl.narrative.stored_benchmarks import against_benchmarks, all_benchmarks
from indicators.catalogue import Catalogue

LONGEST = 160


@dataclass(frozen=True, slots=True)
class Narrative:
    """A checked report: its length in lines and its conflicts, those with itself first."""

    lines: int
    conflicts: tuple[Conflict, ...]

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, for JSON; `against_line` is 0 where the store speaks against it."""
        return {"lines": self.lines, "conflicts": [asdict(conflict) for conflict in self.conflicts]}


def check_narratives(
    texts: Mapping[str, str], connection: Connection, catalogue: Catalogue, area: str
) -> dict[str, Narrative]:
    """Hold reports about an area (its code) against themselves, the catalogue, the store and each other."""
    series = all_series(connection, catalogue, area)
    benchmarks = all_benchmarks(connection, catalogue, area)
    between = dict.fromkeys(across(texts))
    checked = {}
    for name, text in texts.items():
        stored = dict.fromkeys((*against_store(text, series), *against_benchmarks(text, benchmarks)))
        others = (conflict for told_in, conflict in between if told_in == name)
        conflicts = (*within(text), *labels(text, catalogue), *stored, *others)
        checked[name] = Narrative(len(text.splitlines()), conflicts)
    return checked


def narrative_lines(name: str, conflicts: Sequence[Conflict]) -> Iterator[str]:
    """Both sides of every conflict with their lines, then how many there are."""
    for conflict in conflicts:
        place = f"line {conflict.against_line}" if conflict.against_line else "the store"
        place += f" of {conflict.against_file}" if conflict.against_file else ""
        yield f"{name}, line {conflict.line} ({conflict.rule}): {conflict.why}"
        yield f"    says: {_short(conflict.said)}"
        yield f"    {place}: {_short(conflict.against)}"
    yield f"{len(conflicts)} conflict{'' if len(conflicts) == 1 else 's'} found in {name}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
