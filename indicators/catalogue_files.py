"""Reads the catalogue an analyst edits (TOML), refusing anything unclear with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from indicators.areas import Area, AreaKind, Areas, FamilyGroup, FamilyScheme, fold
from indicators.catalogue import (
    Catalogue,
    Direction,
    EarlierPolarity,
    Indicator,
    IntervalKind,
    KnownError,
    Polarity,
    SeriesBreak,
    Unit,
    Words,
    fold_code,
)
from indicators.figures import Status
from indicators.periods import PeriodError, PeriodKind, parse
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
        services=_by_code(folder, "services.toml", "service", Service, "perspective"),
        perspectives=_by_code(folder, "services.toml", "perspective", Perspective, "service"),
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
        card = _scorecard(entry, codes, words)
        if card.id in words.scorecards:
            raise entry.fail(f"the id '{card.id}' is used twice", "id")
        words.scorecards[card.id] = card
    return Catalogue(words, indicators, targets)


def _by_code(folder: Path, pattern: str, table: str, kind: type[T], beside: str = "") -> dict[str, T]:
    found: dict[str, T] = {}
    for entry in entries(folder, pattern, table, beside):
        item = build(entry, kind)
        if entry.values["code"] in found:
            raise entry.fail(f"the code '{entry.values['code']}' is used twice", "code")
        found[entry.values["code"]] = item
    return found


def _areas(folder: Path) -> Areas:
    areas: dict[str, Area] = {}
    owners: dict[str, str] = {}
    for entry in entries(folder, "areas.toml", "area"):
        area = build(entry, Area, {"kind": lambda text: _one_of(AreaKind, text)})
        for spelling in (area.code, area.name, *area.aliases, *area.old_codes):
            owner = owners.setdefault(fold(spelling), area.code)
            if owner != area.code or area.code in areas:
                raise entry.fail(f"'{spelling}' is already taken by {owner}", text=spelling)
        areas[area.code] = area
    groups = []
    for entry in entries(folder, "family_groups.toml", "family_group"):
        groups.append(build(entry, FamilyGroup, {"scheme": lambda text: _one_of(FamilyScheme, text)}))
        for member in entry.values["members"]:
            if member not in areas:
                raise entry.fail(f"'{member}' is not an area code of areas.toml", "members", member)
    return Areas(areas.values(), groups)


def _indicators(folder: Path, words: Words) -> list[Indicator]:
    found: list[Indicator] = []
    owners: dict[str, str] = {}
    for entry in entries(folder, "indicators/*.toml", "indicator"):
        item = _indicator(entry, words)
        for name in (item.code, *item.aliases):
            owner = owners.setdefault(fold_code(name), item.code)
            if owner != item.code or item.code in {other.code for other in found}:
                raise entry.fail(f"the code '{name}' is already taken by {owner}", "code", name)
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
            "interval": lambda text: _one_of(IntervalKind, text),
            "polarity": lambda text: Polarity(_one_of(Direction, text), *best),
            "family_scheme": lambda text: _one_of(FamilyScheme, text) if text else None,
            "periods": lambda kinds: tuple(_one_of(PeriodKind, kind) for kind in kinds),
            "service": lambda code: _known(code, words.services, "service"),
            "perspective": lambda code: code and _known(code, words.perspectives, "perspective"),
            "source": lambda code: _known(code, words.sources, "source"),
            "earlier_polarities": lambda items: tuple(_earlier_polarity(item) for item in items),
            "breaks": lambda items: tuple(SeriesBreak(_period(b["from"]), b["reason"]) for b in items),
            "known_errors": lambda items: tuple(_known_error(e, words.areas) for e in items),
        },
    )
    if item.polarity.direction is Direction.RANGE and "best" not in entry.values:
        raise entry.fail("a range polarity needs best = [low, high]", "polarity")
    _check_interval(entry, item)
    return item


def _check_interval(entry: Entry, item: Indicator) -> None:
    """Refuse an interval that cannot be one of what the indicator counts."""
    if item.interval is IntervalKind.PERCENTAGE and item.unit is not Unit.PERCENT:
        raise entry.fail("the interval of a percentage needs the unit percent", "interval")
    if item.interval is IntervalKind.RATE and item.unit is not Unit.RATE:
        raise entry.fail("the interval of a rate needs the unit rate", "interval")
    if (item.interval is IntervalKind.RATE) != (item.scale > 0):
        raise entry.fail("a rate with an interval needs a scale above 0, and nothing else has one", "scale")


def _earlier_polarity(values: Mapping[str, Any]) -> EarlierPolarity:
    direction = _one_of(Direction, values["polarity"])
    return EarlierPolarity(_period(values["to"]), Polarity(direction, *values.get("best", (0.0, 0.0))))


def _known_error(values: Mapping[str, Any], areas: Areas) -> KnownError:
    area = _known(values["area"], areas.by_code, "area")
    status = _one_of(Status, values["status"])
    return KnownError(
        area, tuple(_period(p) for p in values["periods"]), float(values["printed"]), status, values["reason"]
    )


def _one_of(kind: type[T], text: str) -> T:
    try:
        return kind(text)  # type: ignore[call-arg]
    except ValueError:
        allowed = ", ".join(str(member) for member in kind)  # type: ignore[attr-defined]
        raise ValueError(f"'{text}' is unknown; use one of {allowed}") from None


def _period(label: str) -> str:
    """A period's label, or an empty text, as it is; raises PeriodError for anything else."""
    if label:
        parse(label)
    return label


def _known(code: str, among: Mapping[str, object], what: str) -> str:
    if code not in among:
        raise ValueError(f"'{code}' is not a known {what}")
    return code


def _targets(entry: Entry, codes: Mapping[str, str], words: Words) -> list[Target]:
    values = dict(entry.values)
    names = values.pop("indicators", [])
    if not names:
        raise entry.fail("the key 'indicators' is missing or empty", "indicators")
    if not (values.get("rule") or "value" in values or {"low", "high"} <= values.keys()):
        raise entry.fail("a target needs a value, a rule, or low and high")
    if values.get("tolerance_kind", "percent") not in ("percent", "points"):
        raise entry.fail("the tolerance is in percent or in points", "tolerance_kind")
    if isinstance(values.get("over"), int | float) and values["over"] < 0:
        raise entry.fail("the over band is how far beyond the target, so it is not below 0", "over")
    for key in ("from", "to"):
        _checked_period(entry, key, values.get(key, ""))
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


def _scorecard(entry: Entry, codes: Mapping[str, str], words: Words) -> Scorecard:
    values = {key: value for key, value in entry.values.items() if key != "section"}
    if values.get("area"):
        _checked(entry, "area", values["area"], words.areas.by_code)
    for label in (*values.get("periods", ()), values.get("benchmark_period", "")):
        _checked_period(entry, "periods", label)
    sections = tuple(_section(entry, section, codes, words) for section in entry.values.get("section", ()))
    sectioned = Entry(entry.file, entry.line, {**values, "sections": sections})
    return build(sectioned, Scorecard)


def _section(entry: Entry, values: Mapping[str, Any], codes: Mapping[str, str], words: Words) -> Section:
    shaped = {"subtitle": "", "perspective": "", **values}
    if "indicators" in shaped:
        shaped["indicators"] = tuple(_checked_code(entry, name, codes) for name in shaped["indicators"])
    if shaped["perspective"]:
        _checked(entry, "perspective", shaped["perspective"], words.perspectives)
    return build(Entry(entry.file, entry.line, shaped), Section)


def _checked_code(entry: Entry, code: str, codes: Mapping[str, str]) -> str:
    if fold_code(code) not in codes:
        raise entry.fail(f"'{code}' is not an indicator of the catalogue", "indicators", code)
    return codes[fold_code(code)]


def _checked_period(entry: Entry, key: str, label: str) -> None:
    try:
        _period(label)
    except PeriodError as error:
        raise entry.fail(str(error), key, label) from None


def _checked(entry: Entry, key: str, code: str, among: Mapping[str, object]) -> None:
    if code not in among:
        raise entry.fail(f"'{code}' is not a known {key}", key)
