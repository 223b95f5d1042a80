"""Reads the areas of the catalogue: councils and Scotland, the localities below councils, family groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from indicators.areas import Area, AreaKind, Areas, FamilyGroup, FamilyScheme, fold
from indicators.toml_checks import one_of
from indicators.toml_entries import Entry, build, entries

LOCALITIES = "localities.toml"


def read_areas(folder: Path) -> Areas:
    """All areas and family groups of a catalogue.

    Raises CatalogueError for a spelling two areas claim, a locality of no council, an unknown member.
    """
    areas: dict[str, Area] = {}
    owners: dict[str, str] = {}
    for entry in entries(folder, "areas.toml", "area"):
        _keep(entry, build(entry, Area, {"kind": lambda text: one_of(AreaKind, text)}), areas, owners)
    for entry in entries(folder, LOCALITIES, "locality", needed=False):
        _keep(entry, _locality(entry, areas), areas, owners)
    return Areas(areas.values(), list(_groups(folder, areas)))


def _keep(entry: Entry, area: Area, areas: dict[str, Area], owners: dict[str, str]) -> None:
    for spelling in (area.code, area.name, *area.aliases, *area.old_codes):
        owner = owners.setdefault(fold(spelling), area.code)
        if owner != area.code or area.code in areas:
            raise entry.fail(f"'{spelling}' is already taken by {owner}", text=spelling)
    areas[area.code] = area


def _locality(entry: Entry, areas: Mapping[str, Area]) -> Area:
    """A locality, named after its council too: two councils may each have a North East."""
    allowed = ("code", "name", "council", "aliases")
    for key in entry.values:
        if key not in allowed:
            raise entry.fail(f"'{key}' is not a key of a locality; use {', '.join(allowed)}", key)
    council = areas.get(entry.values.get("council", ""))
    if council is None or council.kind is not AreaKind.COUNCIL:
        raise entry.fail("a locality needs council = the code of its council in areas.toml", "council")
    values = {**entry.values, "kind": AreaKind.LOCALITY}
    if "name" in values:
        values["name"] = f"{council.name}: {values['name']}"
    return build(Entry(entry.file, entry.line, values), Area, {"kind": AreaKind})


def _groups(folder: Path, areas: Mapping[str, Area]) -> Iterator[FamilyGroup]:
    for entry in entries(folder, "family_groups.toml", "family_group"):
        group = build(entry, FamilyGroup, {"scheme": lambda text: one_of(FamilyScheme, text)})
        for member in group.members:
            if member not in areas or areas[member].kind is AreaKind.LOCALITY:
                raise entry.fail(f"'{member}' is not an area code of areas.toml", "members", member)
        yield group
