"""Reads the catalogue an analyst edits (TOML), refusing anything unclear with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from indicators.area_files import read_areas
from indicators.areas import Areas, FamilyScheme
from indicators.audience_files import read_audiences
from indicators.catalogue import Catalogue
from indicators.catalogue_words import Words
from indicators.codes import fold_code
from indicators.figures import Status
from indicators.indicator import (
    Direction,
    EarlierPolarity,
    Indicator,
    IntervalKind,
    Polarity,
    SeriesBreak,
    Unit,
)
from indicators.periods import PeriodKind
from indicators.published_place_files import read_published_places
from indicators.service_page_files import read_service_pages
from indicators.target_files import read_targets
from indicators.timescales import parse_timescale
from indicators.toml_checks import check_known, check_period, checked_code, known, one_of, period_or_none
from indicators.toml_entries import Entry, build, entries
from indicators.total_files import read_totals
from indicators.vocabulary import (
    KnownError,
    Measures,
    Perspective,
    Scorecard,
    Section,
    Service,
    Source,
    Term,
)
from indicators.written_grade_files import read_written_grades

T = TypeVar("T")
CATALOGUE_FOLDER = Path(__file__).resolve().parent.parent / "data" / "catalogue"


def load_catalogue(folder: Path = CATALOGUE_FOLDER) -> Catalogue:
    """Read every catalogue file of `folder`.

    Raises CatalogueError, naming file and line, for an unknown key, a missing key, a duplicate code,
    or an unknown unit, service, source, area or indicator.
    """
    areas = read_areas(folder)
    words = Words(
        areas=areas,
        services=_by_code(folder, "services.toml", "service", Service, "perspective"),
        perspectives=_by_code(folder, "services.toml", "perspective", Perspective, "service"),
        sources=_by_code(folder, "sources*.toml", "source", Source),
        scorecards={},
        glossary=_by_code(folder, "glossary.toml", "term", Term),
        audiences=read_audiences(folder, areas),
    )
    indicators = _indicators(folder, words)
    codes = {fold_code(name): item.code for item in indicators for name in (item.code, *item.aliases)}
    targets = read_targets(folder, codes, words.areas)
    for entry in entries(folder, "scorecards.toml", "scorecard"):
        card = _scorecard(entry, codes, words)
        if card.id in words.scorecards:
            raise entry.fail(f"the id '{card.id}' is used twice", "id")
        words.scorecards[card.id] = card
    words = replace(
        words,
        totals=read_totals(folder, codes),
        service_pages=read_service_pages(folder, codes, words.areas),
        published_places=read_published_places(folder, codes, words.areas, words.sources),
        written_grades=read_written_grades(folder, words.areas, words.sources),
    )
    return Catalogue(words, indicators, targets)


def _by_code(folder: Path, pattern: str, table: str, kind: type[T], beside: str = "") -> dict[str, T]:
    found: dict[str, T] = {}
    for entry in entries(folder, pattern, table, beside):
        item = build(entry, kind)
        if entry.values["code"] in found:
            raise entry.fail(f"the code '{entry.values['code']}' is used twice", "code")
        found[entry.values["code"]] = item
    return found


def _indicators(folder: Path, words: Words) -> list[Indicator]:
    found: list[Indicator] = []
    owners: dict[str, str] = {}
    groups: list[tuple[Entry, str]] = []
    for entry in entries(folder, "indicators/*.toml", "indicator"):
        item = _indicator(entry, words)
        for name in (item.code, *item.aliases):
            owner = owners.setdefault(fold_code(name), item.code)
            if owner != item.code or item.code in {other.code for other in found}:
                raise entry.fail(f"the code '{name}' is already taken by {owner}", "code", name)
        found.append(item)
        if item.whole:
            groups.append((entry, item.whole))
    for entry, whole in groups:
        if whole not in {item.code for item in found}:
            raise entry.fail(f"'{whole}' is not an indicator of the catalogue", "whole")
    return found


def _indicator(entry: Entry, words: Words) -> Indicator:
    values = dict(entry.values)
    best = values.pop("best", (0.0, 0.0))
    item = build(
        Entry(entry.file, entry.line, values),
        Indicator,
        {
            "unit": lambda text: one_of(Unit, text),
            "interval": lambda text: one_of(IntervalKind, text),
            "polarity": lambda text: Polarity(one_of(Direction, text), *best),
            "family_scheme": lambda text: one_of(FamilyScheme, text) if text else None,
            "measures": lambda text: one_of(Measures, text),
            "timescale": parse_timescale,
            "periods": lambda kinds: tuple(one_of(PeriodKind, kind) for kind in kinds),
            "service": lambda code: known(code, words.services, "service"),
            "perspective": lambda code: code and known(code, words.perspectives, "perspective"),
            "source": lambda code: known(code, words.sources, "source"),
            "earlier_polarities": lambda items: tuple(_earlier_polarity(item) for item in items),
            "breaks": lambda items: tuple(SeriesBreak(period_or_none(b["from"]), b["reason"]) for b in items),
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
    direction = one_of(Direction, values["polarity"])
    return EarlierPolarity(period_or_none(values["to"]), Polarity(direction, *values.get("best", (0.0, 0.0))))


def _known_error(values: Mapping[str, Any], areas: Areas) -> KnownError:
    area = known(values["area"], areas.by_code, "area")
    status = one_of(Status, values["status"])
    return KnownError(
        area,
        tuple(period_or_none(p) for p in values["periods"]),
        float(values["printed"]),
        status,
        values["reason"],
    )


def _scorecard(entry: Entry, codes: Mapping[str, str], words: Words) -> Scorecard:
    values = {key: value for key, value in entry.values.items() if key != "section"}
    if values.get("area"):
        check_known(entry, "area", values["area"], words.areas.by_code)
    for label in (*values.get("periods", ()), values.get("benchmark_period", "")):
        check_period(entry, "periods", label)
    sections = tuple(_section(entry, section, codes, words) for section in entry.values.get("section", ()))
    sectioned = Entry(entry.file, entry.line, {**values, "sections": sections})
    return build(sectioned, Scorecard)


def _section(entry: Entry, values: Mapping[str, Any], codes: Mapping[str, str], words: Words) -> Section:
    shaped = {"subtitle": "", "perspective": "", **values}
    shaped["indicators"] = tuple(checked_code(entry, name, codes) for name in shaped.get("indicators", ()))
    if shaped["perspective"]:
        check_known(entry, "perspective", shaped["perspective"], words.perspectives)
    return build(Entry(entry.file, entry.line, shaped), Section)
