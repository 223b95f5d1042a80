"""Reads the catalogue an analyst edits (TOML), refusing anything unclear with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from indicators.areas import Area, AreaKind, Areas, FamilyGroup, FamilyScheme
from indicators.catalogue import (
    Catalogue,
    Direction,
    Indicator,
    KnownError,
    Polarity,
    SeriesBreak,
    Unit,
    Words,
    fold_code,
)
from indicators.figures import Status
from indicators.periods import PeriodKind
from indicators.targets import Origin, Target, TargetRule
from indicators.toml_entries import Entry, build, entries
from indicators.vocabulary import Perspective, Scorecard, Section, Service, Source

T = TypeVar("T")
CATALOGUE_FOLDER = Path(__file__).resolve().parent.parent / "data" / "catalogue"


def load_catalogue(folder: Path = CATALOGUE_FOLDER) -> Catalogue:
    """Read every catalogue file of `folder`.

    Raises CatalogueError, naming file and line, for an unknown key, a missing key, a duplicate code,
    or an unknown unit, service, source, area or indicator.
    """
    words = Words(
        areas=_areas(folder),
        services=_by_code(folder, "services.toml", "service", Service),
        perspectives=_by_code(folder, "services.toml", "perspective", Perspective),
        sources=_by_code(folder, "sources*.toml", "source", Source),
        scorecards={},
    )
    indicators = _indicators(folder, words)
    codes = {fold_code(name): item.code for item in indicators for name in (item.code, *item.aliases)}
    targets = [
        target
        for entry in entries(folder, "targets.toml", "target")
        for target in _targets(entry, codes, words)
    ]
    for entry in entries(folder, "scorecards.toml", "scorecard"):
        card = _scorecard(entry, codes)
        words.scorecards[card.id] = card
    return Catalogue(words, indicators, targets)


def _by_code(folder: Path, pattern: str, table: str, kind: type[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for entry in entries(folder, pattern, table):
        item = build(entry, kind)
        if entry.values["code"] in found:
            raise entry.fail(f"the code '{entry.values['code']}' is used twice", "code")
        found[entry.values["code"]] = item
    return found


def _areas(folder: Path) -> Areas:
    found = [build(entry, Area, {"kind": AreaKind}) for entry in entries(folder, "areas.toml", "area")]
    areas = {area.code: area for area in found}
    groups = []
    for entry in entries(folder, "family_groups.toml", "family_group"):
        groups.append(build(entry, FamilyGroup, {"scheme": FamilyScheme}))
        for member in entry.values["members"]:
            if member not in areas:
                raise entry.fail(f"'{member}' is not an area code of areas.toml", "members")
    return Areas(areas.values(), groups)


def _indicators(folder: Path, words: Words) -> list[Indicator]:
    found: list[Indicator] = []
    owners: dict[str, str] = {}
    for entry in entries(folder, "indicators/*.toml", "indicator"):
        item = _indicator(entry, words)
        for spelling in {fold_code(name) for name in (item.code, *item.aliases)}:
            if spelling in owners:
                raise entry.fail(f"the code '{spelling}' is already taken by {owners[spelling]}", "code")
            owners[spelling] = item.code
        found.append(item)
    return found


def _indicator(entry: Entry, words: Words) -> Indicator:
    values = dict(entry.values)
    best = values.pop("best", (0.0, 0.0))
    item = build(
        Entry(entry.file, entry.line, values),
        Indicator,
        {
            "unit": lambda text: _one_of(Unit, text),
            "polarity": lambda text: Polarity(_one_of(Direction, text), *best),
            "family_scheme": lambda text: _one_of(FamilyScheme, text) if text else None,
            "periods": lambda kinds: tuple(_one_of(PeriodKind, kind) for kind in kinds),
            "service": lambda code: _known(code, words.services, "service"),
            "perspective": lambda code: code and _known(code, words.perspectives, "perspective"),
            "source": lambda code: _known(code, words.sources, "source"),
            "breaks": lambda items: tuple(SeriesBreak(b["from"], b["reason"]) for b in items),
            "known_errors": lambda items: tuple(_known_error(e, words.areas) for e in items),
        },
    )
    if item.polarity.direction is Direction.RANGE and "best" not in entry.values:
        raise entry.fail("a range polarity needs best = [low, high]", "polarity")
    return item


def _known_error(values: Mapping[str, Any], areas: Areas) -> KnownError:
    area = _known(values["area"], areas.by_code, "area")
    status = _one_of(Status, values["status"])
    return KnownError(area, tuple(values["periods"]), float(values["printed"]), status, values["reason"])


def _one_of(kind: type[T], text: str) -> T:
    try:
        return kind(text)  # type: ignore[call-arg]
    except ValueError:
        allowed = ", ".join(str(member) for member in kind)  # type: ignore[attr-defined]
        raise ValueError(f"'{text}' is unknown; use one of {allowed}") from None


def _known(code: str, among: Mapping[str, object], what: str) -> str:
    if code not in among:
        raise ValueError(f"'{code}' is not a known {what}")
    return code


def _targets(entry: Entry, codes: Mapping[str, str], words: Words) -> list[Target]:
    values = dict(entry.values)
    names = values.pop("indicators", [])
    if values.get("area"):
        _checked(entry, "area", values["area"], words.areas.by_code)
    renamed = {"from": "first", "to": "last"}
    shaped = {renamed.get(key, key): value for key, value in values.items()}
    shaped["in_points"] = shaped.pop("tolerance_kind", "percent") == "points"
    return [
        build(
            Entry(entry.file, entry.line, {**shaped, "indicator": _checked_code(entry, name, codes)}),
            Target,
            {
                "origin": lambda text: _one_of(Origin, text),
                "rule": lambda text: _one_of(TargetRule, text) if text else None,
            },
        )
        for name in names
    ]


def _scorecard(entry: Entry, codes: Mapping[str, str]) -> Scorecard:
    sections = tuple(
        Section(
            section["title"],
            section.get("subtitle", ""),
            section.get("perspective", ""),
            tuple(_checked_code(entry, code, codes) for code in section["indicators"]),
        )
        for section in entry.values.get("section", ())
    )
    values = {key: value for key, value in entry.values.items() if key != "section"}
    return build(Entry(entry.file, entry.line, {**values, "sections": sections}), Scorecard)


def _checked_code(entry: Entry, code: str, codes: Mapping[str, str]) -> str:
    if fold_code(code) not in codes:
        raise entry.fail(f"'{code}' is not an indicator of the catalogue", "indicators")
    return codes[fold_code(code)]


def _checked(entry: Entry, key: str, code: str, among: Mapping[str, object]) -> None:
    if code not in among:
        raise entry.fail(f"'{code}' is not a known {key}", key)
