"""Keeps a council's own targets in the catalogue: checked, added to those before, never in their place."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.backup import beside, sync_folder
from etl.problems import LoadRefused, Problem
from etl.target_sheet import RULE, PlacedTarget
from indicators.catalogue import Catalogue
from indicators.codes import fold_code
from indicators.target_files import LOCAL, targets_of
from indicators.targets import Target
from indicators.toml_entries import entries

_HEADER = """\
# Targets a council has set itself, kept by `python -m etl targets FILE` beside those of targets.toml.
# A target that was valid for a period is never changed: a new one begins with a later period.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which targets of a file were added, and how many the catalogue had already."""

    path: Path
    added: tuple[Target, ...]
    unchanged: int


def keep_targets(placed: Iterable[PlacedTarget], catalogue: Catalogue, folder: Path) -> Kept:
    """Add targets to `targets_local.toml` of a catalogue's folder: all of them or none.

    `catalogue` is the one of that folder, read while its lock is held. Raises LoadRefused where a target
    would change one that is valid already, OSError when the disk is at fault.
    """
    path = folder / LOCAL
    added, unchanged = _new_ones(placed, catalogue)
    if added:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else _HEADER
        text = "\n".join([before.rstrip("\n"), *("\n" + as_toml(target) for target in added)]) + "\n"
        _replace(path, text, catalogue, added)
    return Kept(path, tuple(added), unchanged)


def lock_of(folder: Path) -> Path:
    """The file that says who is changing the targets of a catalogue."""
    return folder / f"{LOCAL}.lock"


def as_toml(target: Target) -> str:
    """A target as an entry of the catalogue."""
    goal = {"value": target.value, "low": target.low, "high": target.high}
    values = {
        "indicators": [target.indicator],
        "area": target.area,
        **{key: number for key, number in goal.items() if number is not None},
        "tolerance": target.tolerance,
        "tolerance_kind": "points" if target.in_points else "percent",
        "from": target.first,
        "to": target.last,
        "origin": target.origin.value,
        "set_by": target.set_by,
        "note": target.note,
    }
    # JSON writes texts, numbers and lists as TOML does, but for the one character it leaves bare.
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for key, value in values.items()
    ]
    return "\n".join(["[[target]]", *lines])


def _new_ones(placed: Iterable[PlacedTarget], catalogue: Catalogue) -> tuple[list[Target], int]:
    """The targets the catalogue lacks, and how many it has. Raises LoadRefused for those in conflict."""
    added: list[Target] = []
    unchanged, problems = 0, []
    for each in placed:
        target = each.target
        same_series = [
            other
            for other in (*catalogue.targets_of(target.indicator), *added)
            if (other.indicator, other.area) == (target.indicator, target.area)
        ]
        overruled = next((other for other in same_series if _overrules(target, other, catalogue)), None)
        if target in same_series:
            unchanged += 1
        elif overruled is None:
            added.append(target)
        else:
            place = f"{each.place}, column From"
            since = f"from {overruled.first}" if overruled.first else "for all periods"
            said = (
                f"{target.indicator} of {catalogue.areas[target.area].name} already has a target {since} "
                f"that this one would change; let it begin with a later period"
            )
            problems.append(Problem(RULE, "error", place, target.first, f"{place}: {said}."))
    if problems:
        raise LoadRefused(problems)
    return added, unchanged


def _overrules(target: Target, other: Target, catalogue: Catalogue) -> bool:
    """True where a target would be valid in the very period another begins with."""
    begins = catalogue.first_day(other)
    return catalogue.first_day(target) <= begins <= catalogue.last_day(target)


def _replace(path: Path, text: str, catalogue: Catalogue, added: list[Target]) -> None:
    """Write the file in one step, once it has been read back and says what was meant."""
    codes = {
        fold_code(name): item.code
        for item in catalogue.indicators.values()
        for name in (item.code, *item.aliases)
    }
    with beside(path) as draft:
        draft.write_text(text, encoding="utf-8")
        draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        found = entries(draft.parent, draft.name, "target")
        read = [target for entry in found for target in targets_of(entry, codes, catalogue.areas)]
        if read[-len(added) :] != added:
            raise RuntimeError(f"{path.name}: the targets read back are not those that were written")
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    sync_folder(path.parent)
