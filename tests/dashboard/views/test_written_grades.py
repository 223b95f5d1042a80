"""Grades in words: read as they are written, and a number among them is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.views.written_grades import state_words
from indicators.toml_entries import CatalogueError
from indicators.written_grade_files import FILE, read_written_grades
from tests.builders import make_areas

ENTRY = """\
[[grade]]
framework = "A framework"
subject = "Overall"
area = "A"
period = "2005-06"
grade = "making good progress"
retired = true
until = ""
source = "lgbf"
edition = "E"
locator = "line 456"
"""


def test_a_grade_is_its_words(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(ENTRY, encoding="utf-8")
    (found,) = read_written_grades(tmp_path, make_areas(), {"lgbf": None})
    assert (found.grade, found.period, found.retired) == ("making good progress", "2005-06", True)


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_written_grades(tmp_path, make_areas(), {}) == ()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("making good progress", "4", "words; load a number as a figure"),
        ("making good progress", "4.5", "words; load a number as a figure"),
        ("making good progress", " ", "words; load a number as a figure"),
        ('area = "A"', 'area = "Z"', "not a known area"),
        ('"lgbf"', '"nope"', "not a known source"),
        ("2005-06", "soon", "soon"),
    ],
)
def test_a_mistake_is_refused(tmp_path: Path, before: str, after: str, reason: str) -> None:
    (tmp_path / FILE).write_text(ENTRY.replace(before, after), encoding="utf-8")
    with pytest.raises(CatalogueError, match=reason):
        read_written_grades(tmp_path, make_areas(), {"lgbf": None})


@pytest.mark.parametrize(
    ("retired", "until", "words"),
    [
        (False, "", "in use"),
        (True, "", "no longer used, end not printed"),
        (True, "2008-03-31", "no longer used, until 31 March 2008"),
    ],
)
def test_a_framework_that_ended_says_when_as_far_as_that_is_printed(
    retired: bool, until: str, words: str
) -> None:
    assert state_words(retired, until) == words
