"""Reads data/catalogue/written_grades.toml: grades that are printed in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from indicators.areas import Areas
from indicators.toml_checks import check_known, check_period
from indicators.toml_entries import build, entries
from indicators.vocabulary import WrittenGrade

FILE = "written_grades.toml"


def read_written_grades(
    folder: Path, areas: Areas, sources: Mapping[str, object]
) -> tuple[WrittenGrade, ...]:
    """The grades in the order of the file; a folder without the file declares none.

    Raises CatalogueError, naming file and line, for an unknown area, period, source or key, and for a grade
    that is a number: a number is a figure.
    """
    found = []
    for entry in entries(folder, FILE, "grade", needed=False):
        item = build(entry, WrittenGrade)
        check_known(entry, "area", item.area, areas.by_code)
        check_known(entry, "source", item.source, sources)
        check_period(entry, "period", item.period)
        if not item.grade.strip() or item.grade.replace(".", "").isdigit():
            raise entry.fail("a written grade is words; load a number as a figure", "grade")
        found.append(item)
    return tuple(found)
