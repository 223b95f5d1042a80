"""Reads the targets of the catalogue: those shipped with it, and those a council has set itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from indicators.areas import Areas
from indicators.targets import Origin, Target, TargetRule
from indicators.toml_checks import check_known, check_period, checked_code, one_of
from indicators.toml_entries import Entry, build, entries

SHIPPED, LOCAL = "targets.toml", "targets_local.toml"


def read_targets(folder: Path, codes: Mapping[str, str], areas: Areas) -> list[Target]:
    """The targets of both files; `codes` are the indicators by folded spelling. Raises CatalogueError."""
    found = [*entries(folder, SHIPPED, "target"), *entries(folder, LOCAL, "target", needed=False)]
    return [target for entry in found for target in targets_of(entry, codes, areas)]


def targets_of(entry: Entry, codes: Mapping[str, str], areas: Areas) -> Iterator[Target]:
    """The targets of one entry, one for each of its indicators. Raises CatalogueError."""
    values = dict(entry.values)
    names = values.pop("indicators", [])
    if not names:
        raise entry.fail("the key 'indicators' is missing or empty", "indicators")
    _check_goal(entry, values)
    if values.get("tolerance_kind", "percent") not in ("percent", "points"):
        raise entry.fail("the tolerance is in percent or in points", "tolerance_kind")
    over = values.get("over", 0.0)
    if isinstance(over, int | float) and over < 0:
        raise entry.fail("the over band is how far beyond the target, and not below 0", "over")
    for key in ("from", "to"):
        check_period(entry, key, values.get(key, ""))
    if values.get("area"):
        check_known(entry, "area", values["area"], areas.by_code)
    renamed = {"from": "first", "to": "last"}
    shaped = {renamed.get(key, key): value for key, value in values.items()}
    shaped["in_points"] = shaped.pop("tolerance_kind", "percent") == "points"
    for name in names:
        yield build(
            Entry(entry.file, entry.line, {**shaped, "indicator": checked_code(entry, name, codes)}),
            Target,
            {
                "origin": lambda text: one_of(Origin, text),
                "rule": lambda text: one_of(TargetRule, text) if text else None,
            },
        )


def _check_goal(entry: Entry, values: Mapping[str, Any]) -> None:
    """Raise CatalogueError unless a target says in exactly one way what is to be reached."""
    ends = [values[key] for key in ("low", "high") if key in values]
    ways = [bool(values.get("rule")), "value" in values, bool(ends)]
    if ways.count(True) != 1 or len(ends) == 1:
        raise entry.fail("a target needs a value, a rule, or low and high, and only one of them")
    if all(isinstance(end, int | float) for end in ends) and ends != sorted(ends):
        raise entry.fail("the low end of a range is above its high end", "low")
