"""Reads data/catalogue/audiences.toml: who gets reports, how often, and where that is printed."""

from __future__ import annotations

from pathlib import Path

from indicators.areas import Areas
from indicators.audiences import Audience, Frequency
from indicators.toml_checks import check_known, one_of
from indicators.toml_entries import build, entries

FILE = "audiences.toml"


def read_audiences(folder: Path, areas: Areas) -> dict[str, Audience]:
    """The audiences by code, in the order of the file; a folder without the file declares none.

    Raises CatalogueError, naming file and line, for an unknown area, frequency or key and a code used twice.
    """
    found: dict[str, Audience] = {}
    for entry in entries(folder, FILE, "audience", needed=False):
        if entry.values.get("area"):
            check_known(entry, "area", entry.values["area"], areas.by_code)
        audience = build(entry, Audience, {"frequency": lambda text: one_of(Frequency, text)})
        if audience.code in found:
            raise entry.fail(f"the code '{audience.code}' is used twice", "code", audience.code)
        found[audience.code] = audience
    return found
