"""Reads data/catalogue/service_pages.toml: which indicators make up the page of a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from indicators.areas import Areas
from indicators.service_pages import PartKind, ServicePage, ServicePart
from indicators.toml_checks import check_known, checked_code, one_of
from indicators.toml_entries import Entry, build, entries

FILE = "service_pages.toml"


def read_service_pages(folder: Path, codes: Mapping[str, str], areas: Areas) -> dict[str, ServicePage]:
    """The pages by code, in the order of the file; a folder without the file declares none.

    Raises CatalogueError, naming file and line, for an unknown indicator, area, kind or key, a code used
    twice, and for labels, amounts or means that are not one for each indicator.
    """
    found: dict[str, ServicePage] = {}
    for entry in entries(folder, FILE, "page", needed=False):
        parts = tuple(_part(entry, values, codes, areas) for values in entry.values.get("part", ()))
        values = {key: value for key, value in entry.values.items() if key != "part"}
        page = build(Entry(entry.file, entry.line, {**values, "parts": parts}), ServicePage)
        if page.code in found:
            raise entry.fail(f"the code '{page.code}' is used twice", "code", page.code)
        found[page.code] = page
    return found


def _part(page: Entry, values: Mapping[str, Any], codes: Mapping[str, str], areas: Areas) -> ServicePart:
    entry = Entry(page.file, page.line, values)
    if values.get("area"):
        check_known(page, "area", values["area"], areas.by_code)
    read = _codes_of(page, codes)
    part = build(
        entry,
        ServicePart,
        {
            "kind": lambda text: one_of(PartKind, text),
            "indicators": read,
            "spend": read,
            "same": read,
            "worse": read,
            "means": lambda names: tuple(name and checked_code(page, name, codes) for name in names),
            "whole": lambda code: checked_code(page, code, codes),
        },
    )
    for key in ("labels", "spend", "means", "same", "worse"):
        if (given := getattr(part, key)) and len(given) != len(part.indicators):
            raise page.fail(f"{key}: write one for each indicator of '{part.title}'", "title", part.title)
    if part.kind is PartKind.ANSWERS and not (part.same and part.worse):
        raise page.fail(f"'{part.title}' shows answers: write same and worse", "title", part.title)
    return part


def _codes_of(entry: Entry, codes: Mapping[str, str]) -> Callable[[list[str]], tuple[str, ...]]:
    return lambda names: tuple(checked_code(entry, name, codes) for name in names)
