"""Dates as reports print them, and tables of pasted text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.narrative.dates import days, first_day, in_words, report_date, year_ended
from etl.narrative.tables import tables, under
from tests.etl.narrative.cases import table


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("26 SEPTEMBER 2016", [date(2016, 9, 26)]),
        ("on 1 st April 2017. First review September 2016", [date(2017, 4, 1), date(2016, 9, 1)]),
        ("01-April-2018", [date(2018, 4, 1)]),
        ("Apr-2016", [date(2016, 4, 1)]),
        ("31/07/19", [date(2019, 7, 31)]),
        ("31 April 2019, 40/13/19", []),
        ("in 2019, from Marchmont", []),
    ],
)
def test_a_date_is_read_as_it_is_printed(printed: str, found: list[date]) -> None:
    assert list(days(printed)) == found


def test_a_month_alone_is_its_last_day_where_something_is_due() -> None:
    assert list(days("February 2020", last=True)) == [date(2020, 2, 29)]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_in_words_reads_back(day: date) -> None:
    assert list(days(in_words(day))) == [day]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("REPORT TO: COMMITTEE – 26 SEPTEMBER 2016\n\nReviewed on 1 May 2015.", (date(2016, 9, 26), 1)),
        ("Plan\n" + "Text.\n" * 40 + "Generated on 23 July 2019", (date(2019, 7, 23), 42)),
        ("Plan\n" + "Text.\n" * 40 + "We met on 23 July 2019.", None),
        ("For September 2016.", None),
    ],
)
def test_a_report_is_of_the_day_it_was_made_or_of_the_first_at_its_top(
    text: str, found: tuple[date, int] | None
) -> None:
    assert report_date(text) == found


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_year_that_had_ended_ended_less_than_a_year_before(day: date) -> None:
    year = year_ended(day)
    ended = date(first_day(year).year + 1, 3, 31)
    assert 0 < (day - ended).days <= 366


def test_rows_of_a_table_keep_their_lines_and_empty_cells() -> None:
    (first, second) = tables("Text.\n" + table("a|b", "|2") + "\n\nMore.\n" + table("c|d"))
    assert [(row.line, row.cells) for row in first] == [(2, ("a", "b")), (3, ("", "2"))]
    assert [(row.line, row.text) for row in second] == [(6, "c | d")]


def test_a_heading_is_found_by_its_cell_with_the_rows_below_it() -> None:
    ((heading, rows),) = under("^due date", "x\t\n" + table("Start Date|Due Date", "1|2"))
    assert (heading.line, heading.find("^due date"), heading.find("nowhere")) == (2, 1, -1)
    assert [row.at(1) for row in rows] == ["2"]
    assert (rows[0].at(9), rows[0].at(-1)) == ("", "")
