"""Inspected services put together from their single grades, over an invented list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.inspection_grid import (
    GridCell,
    grid_row,
    oldest,
    services,
    share_words,
    theme_line,
    themes_worst_first,
)
from indicators.display import Shown
from indicators.grades import Grade
from indicators.store.inspected import ServiceMark

AS_AT = "2019-03-31"


def mark(
    name: str, theme: str, grade: int | str, inspected: str = "2018-01-15", number: str = ""
) -> ServiceMark:
    """One theme of a service: a grade, or why it has none."""
    kind = "graded" if isinstance(grade, int) else grade
    return ServiceMark(
        "A", number or f"CS{name}", name, theme, "Care home", "local_authority", kind,
        grade if isinstance(grade, int) else None, inspected, AS_AT, f"row {name}",
    )  # fmt: skip


def test_marks_of_one_service_come_together_and_those_of_another_of_its_name_do_not() -> None:
    found = services([mark("Elm", "Care", 4), mark("Elm", "Staff", 2), mark("Elm", "Care", 5, number="CS9")])
    assert [(each.number, each.marks) for each in found] == [
        ("CSElm", {"Care": Grade.GOOD, "Staff": Grade.WEAK}),
        ("CS9", {"Care": Grade.VERY_GOOD}),
    ]


def test_the_lowest_grade_comes_first_then_the_name_and_without_a_grade_last() -> None:
    found = services(
        [
            mark("Oak", "Care", 6),
            mark("Ash", "Care", "blank"),
            mark("Elm", "Care", 2),
            mark("Birch", "Care", 6),
        ]
    )
    assert [(each.name, each.lowest) for each in found] == [
        ("Elm", Grade.WEAK), ("Birch", Grade.EXCELLENT), ("Oak", Grade.EXCELLENT), ("Ash", None),
    ]  # fmt: skip


def test_the_theme_with_the_smallest_share_of_good_grades_comes_first() -> None:
    """Care: 1 of 2 good; Staff: 0 of 2; Setting: all good; Food: nobody assessed; Fees: blank for all."""
    shown = services(
        [
            mark("Elm", "Care", 4), mark("Elm", "Staff", 3), mark("Elm", "Setting", 5),
            mark("Elm", "Food", "not_assessed"), mark("Elm", "Fees", "blank"),
            mark("Oak", "Care", 3), mark("Oak", "Staff", 1), mark("Oak", "Setting", 4),
            mark("Oak", "Food", "blank"), mark("Oak", "Fees", "blank"),
        ]
    )  # fmt: skip
    assert themes_worst_first(shown) == ["Staff", "Care", "Setting", "Food"]


def test_of_themes_with_the_same_share_the_one_with_the_lower_grade_comes_first() -> None:
    shown = services([mark("Elm", "Care", 3), mark("Elm", "Staff", 1)])
    assert themes_worst_first(shown) == ["Staff", "Care"]


@pytest.mark.parametrize(
    ("grades", "lowest", "worst"),
    [
        ({"Care": 2, "Staff": 4, "Setting": 2}, "2 weak", "Care and Setting"),
        ({"Care": 2, "Staff": 4}, "2 weak", "Care"),
        ({"Care": 5, "Staff": 5}, "5 very good", "in all 2 graded themes"),
        ({"Care": 5}, "5 very good", "in its only theme"),
        ({"Care": 5, "Staff": "blank"}, "5 very good", "in its only theme"),
        ({"Care": "blank", "Staff": "not_assessed"}, "no grade", ""),
    ],
)
def test_the_worst_themes_of_a_service_are_named(
    grades: dict[str, int | str], lowest: str, worst: str
) -> None:
    (service,) = services([mark("Elm", theme, grade) for theme, grade in grades.items()])
    row = grid_row(service, list(grades))
    assert (row.lowest, row.worst) == (lowest, worst)


def test_a_cell_tells_not_assessed_blank_and_no_such_theme_apart() -> None:
    (service,) = services(
        [mark("Elm", "Care", 4), mark("Elm", "Food", "not_assessed"), mark("Elm", "Fees", "blank")]
    )
    assert grid_row(service, ["Care", "Food", "Fees", "Staff"]).cells == (
        GridCell(4, "4", "good"), GridCell(0, "n/a", "not assessed"), GridCell(0, "", "blank"),
        GridCell(0, "", ""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("inspected", "day", "age"),
    [
        ("2018-01-15", "15 January 2018", "1 year 2 months"),
        ("2019-03-31", "31 March 2019", "less than a month"),
        ("2019-04-01", "1 April 2019", "after the day of the list"),
        ("", "not inspected yet", ""),
    ],
)
def test_an_inspection_has_its_day_and_its_age_on_the_day_of_the_list(
    inspected: str, day: str, age: str
) -> None:
    (service,) = services([mark("Elm", "Care", 4, inspected)])
    row = grid_row(service, ["Care"])
    assert (row.inspected, row.age, row.about) == (day, age, "Care home, local authority, CSElm")


def test_a_theme_is_counted_over_the_services_that_have_it() -> None:
    shown = services(
        [
            mark("Elm", "Care", 4), mark("Oak", "Care", 3), mark("Ash", "Care", 2),
            mark("Fir", "Care", "blank"), mark("Yew", "Care", "not_assessed"), mark("Box", "Staff", 6),
        ]
    )  # fmt: skip
    line = theme_line("Care", shown)
    assert (line.good, line.lowest, line.below, line.not_assessed, line.blank) == (
        "1 of 3 (33%)", "2 weak", "2", "1", "1",
    )  # fmt: skip


def test_a_theme_without_grades_has_no_share() -> None:
    line = theme_line("Care", services([mark("Elm", "Care", "not_assessed")]))
    assert (line.good, line.lowest, line.below) == ("none graded", "none graded", "0")


@pytest.mark.parametrize(
    ("good", "graded", "words"),
    [(17, 22, "17 of 22 (77%)"), (0, 3, "0 of 3 (0%)"), (3, 3, "3 of 3 (100%)"), (1, 200, "1 of 200 (1%)")],
)
def test_a_share_keeps_the_percentage_for_a_file(good: int, graded: int, words: str) -> None:
    found = share_words(good, graded)
    assert found == words
    assert isinstance(found, Shown)
    assert found.exact == pytest.approx(100 * good / graded)


def test_nothing_to_share_is_no_percentage_of_nought() -> None:
    assert share_words(0, 0) == "none graded"
    assert not isinstance(share_words(0, 0), Shown)


def test_the_oldest_inspections_leave_out_those_without_a_day() -> None:
    shown = services(
        [
            mark("Elm", "Care", 4, "2018-05-01"),
            mark("Oak", "Care", 4, ""),
            mark("Ash", "Care", 4, "2016-05-01"),
        ]
    )
    assert [each.name for each in oldest(shown, 5)] == ["Ash", "Elm"]
    assert [each.name for each in oldest(shown, 1)] == ["Ash"]


GRADES = st.one_of(st.integers(1, 6), st.sampled_from(["blank", "not_assessed"]))


@given(st.lists(GRADES, min_size=1, max_size=20))
def test_every_mark_of_a_theme_is_counted_once(grades: list[int | str]) -> None:
    line = theme_line("Care", services([mark(f"S{at:02}", "Care", grade) for at, grade in enumerate(grades)]))
    good = int(line.good.split(" ")[0]) if line.good != "none graded" else 0
    assert good + int(line.below) + int(line.not_assessed) + int(line.blank) == len(grades)
