"""Care Inspectorate grades: words, not assessed and blank, age, share good or better, worst theme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.grades import (
    Grade,
    Inspection,
    Mark,
    Sector,
    Share,
    Ungraded,
    age_words,
    good_or_better,
    read_mark,
    read_sector,
)

THEMES = ("Wellbeing", "Care and support", "Environment", "Staffing", "Management and leadership")


def make_inspection(*printed: str) -> Inspection:
    """An inspection of 5 September 2019 with its marks as printed."""
    return Inspection(
        "The Junction", date(2019, 9, 5), dict(zip(THEMES, map(read_mark, printed), strict=False))
    )


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("1", "1 unsatisfactory"),
        ("2", "2 weak"),
        ("3", "3 adequate"),
        ("4", "4 good"),
        ("5", "5 very good"),
        (" 6 ", "6 excellent"),
        ("n/a", "not assessed"),
        ("N/A", "not assessed"),
        ("Not assessed", "not assessed"),
        ("", "blank"),
        ("  ", "blank"),
        ("-", "blank"),
    ],
)
def test_every_mark_has_its_word_and_not_assessed_is_not_blank(printed: str, words: str) -> None:
    assert read_mark(printed).words == words


@pytest.mark.parametrize("printed", ["0", "7", "4.5", "good", "-1", "½", "²"])
def test_what_is_no_grade_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="is not a grade; write 1 to 6"):
        read_mark(printed)


@pytest.mark.parametrize(
    ("printed", "good", "graded", "percent"),
    [
        (["5", "4", "3", "2"], 2, 4, 50.0),
        (["3", "n/a", ""], 0, 1, 0.0),
        (["6", "n/a", ""], 1, 1, 100.0),
        (["n/a", ""], 0, 0, None),
        ([], 0, 0, None),
    ],
)
def test_only_grades_count_towards_the_share_good_or_better(
    printed: list[str], good: int, graded: int, percent: float | None
) -> None:
    found = good_or_better(map(read_mark, printed))
    assert (found, found.percent) == (Share(good, graded), percent)


@pytest.mark.parametrize(
    ("printed", "worst"),
    [
        (("", "4", "n/a", "3", "3"), (("Staffing", "Management and leadership"), Grade.ADEQUATE)),
        (("5", "5", "n/a", "n/a", "n/a"), (("Wellbeing", "Care and support"), Grade.VERY_GOOD)),
        (("", "4", "", "", ""), (("Care and support",), Grade.GOOD)),
        (("", "n/a", "", "", ""), None),
    ],
)
def test_the_worst_theme_is_the_lowest_grade_and_ties_are_all_named(
    printed: tuple[str, ...], worst: tuple[tuple[str, ...], Grade] | None
) -> None:
    assert make_inspection(*printed).worst() == worst


@pytest.mark.parametrize(
    ("day", "as_at", "words"),
    [
        (date(2020, 2, 18), date(2020, 2, 18), "less than a month"),
        (date(2020, 2, 18), date(2020, 3, 17), "less than a month"),
        (date(2020, 2, 18), date(2020, 3, 18), "1 month"),
        (date(2019, 9, 5), date(2020, 8, 31), "11 months"),
        (date(2019, 9, 5), date(2020, 9, 5), "1 year"),
        (date(2016, 9, 28), date(2020, 8, 31), "3 years 11 months"),
        (date(2016, 2, 29), date(2018, 3, 1), "2 years"),
        (date(2016, 3, 17), date(2017, 4, 30), "1 year 1 month"),
    ],
)
def test_the_age_of_an_inspection_in_words(day: date, as_at: date, words: str) -> None:
    assert age_words(day, as_at) == words


def test_an_inspection_has_no_age_before_its_day() -> None:
    with pytest.raises(ValueError, match="cannot be looked at from 2019-09-04"):
        age_words(date(2019, 9, 5), date(2019, 9, 4))


def test_the_gradings_of_dundee_are_51_grades_37_not_assessed_and_22_blank(shared_data: Path) -> None:
    """Appendix 1 of the report of 2019-20: 22 services by 5 themes."""
    (report,) = (shared_data.parent / "documents").glob("000_*.txt")
    rows = [line.split("\t") for line in report.read_text(encoding="utf-8").splitlines()]
    services = [row for row in rows if row[0] == "Dundee City Council" and len(row) > 4]
    marks: list[Mark] = [read_mark(cell) for row in services for cell in (*row[5:], *[""] * 5)[:5]]
    assert (len(services), len(marks)) == (22, 110)
    graded = [mark for mark in marks if isinstance(mark, Grade)]
    counts = (len(graded), marks.count(Ungraded.NOT_ASSESSED), marks.count(Ungraded.BLANK))
    assert counts == (51, 37, 22)
    assert good_or_better(marks) == Share(44, 51)


@pytest.mark.parametrize(
    ("printed", "sector", "words"),
    [
        ("LA", Sector.LOCAL_AUTHORITY, "Local authority"),
        ("Priv", Sector.PRIVATE, "Private"),
        ("Prvt", Sector.PRIVATE, "Private"),
        ("Vol", Sector.VOLUNTARY, "Voluntary"),
        ("Voluntary or  Not for Profit", Sector.VOLUNTARY, "Voluntary"),
        ("Health Board", Sector.HEALTH_BOARD, "Health board"),
        ("", Sector.NOT_STATED, "Not stated"),
        ("Somebody else", Sector.NOT_STATED, "Not stated"),
    ],
)
def test_a_sector_is_known_in_every_spelling_and_never_guessed(
    printed: str, sector: Sector, words: str
) -> None:
    assert read_sector(printed) is sector
    assert read_sector(printed).words == words
