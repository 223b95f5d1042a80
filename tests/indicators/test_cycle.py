"""Which reports are due on a day, and which were issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.audience_files import read_audiences
from indicators.audiences import Audience, Frequency
from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.cycle import Standing, Window, calendar, stand, window_before
from indicators.toml_entries import CatalogueError
from tests.builders import make_areas
from tests.indicators.written.contents import make_issue

F = Frequency
CORPORATE = Audience("corporate", "Corporate Management Team", F.QUARTERLY, "Indicators", "the plan", "A")


@pytest.mark.parametrize(
    ("frequency", "as_at", "window"),
    [
        (F.MONTHLY, date(2019, 7, 23), Window(date(2019, 6, 1), date(2019, 6, 30))),
        (F.MONTHLY, date(2020, 1, 1), Window(date(2019, 12, 1), date(2019, 12, 31))),
        (F.QUARTERLY, date(2019, 7, 23), Window(date(2019, 4, 1), date(2019, 6, 30))),
        (F.QUARTERLY, date(2019, 6, 30), Window(date(2019, 1, 1), date(2019, 3, 31))),
        (F.QUARTERLY, date(2020, 2, 29), Window(date(2019, 10, 1), date(2019, 12, 31))),
        (F.SIX_MONTHLY, date(2019, 7, 23), Window(date(2018, 10, 1), date(2019, 3, 31))),
        (F.SIX_MONTHLY, date(2019, 10, 1), Window(date(2019, 4, 1), date(2019, 9, 30))),
        (F.ANNUAL, date(2019, 7, 23), Window(date(2018, 4, 1), date(2019, 3, 31))),
        (F.ANNUAL, date(2019, 3, 31), Window(date(2017, 4, 1), date(2018, 3, 31))),
        (F.NOT_SET, date(2019, 7, 23), None),
    ],
)
def test_the_last_window_that_was_over(frequency: Frequency, as_at: date, window: Window | None) -> None:
    assert window_before(frequency, as_at) == window


@given(st.sampled_from([F.MONTHLY, F.QUARTERLY, F.SIX_MONTHLY, F.ANNUAL]), st.dates(date(1990, 1, 1)))
def test_a_window_is_over_and_the_next_one_is_not(frequency: Frequency, as_at: date) -> None:
    window = window_before(frequency, as_at)
    assert window is not None
    following = stand(replace(CORPORATE, frequency=frequency), as_at, []).next_on
    assert following is not None
    assert window.start < window.end < as_at <= following


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window(date(2019, 6, 1), date(2019, 6, 30)), "June 2019"),
        (Window(date(2019, 7, 1), date(2019, 9, 30)), "July to September 2019"),
        (Window(date(2018, 10, 1), date(2019, 3, 31)), "October 2018 to March 2019"),
    ],
)
def test_a_window_in_words(window: Window, words: str) -> None:
    assert window.words == words


@pytest.mark.parametrize(
    ("change", "standing"),
    [
        ({}, Standing.ISSUED),
        ({"covers_from": date(2019, 4, 1)}, Standing.ISSUED),
        ({"covers_to": date(2019, 8, 31)}, Standing.DUE),
        ({"audience": "another"}, Standing.DUE),
    ],
)
def test_an_issue_counts_when_it_covers_the_whole_window(
    change: dict[str, object], standing: Standing
) -> None:
    issue = make_issue(**change)
    found = stand(CORPORATE, date(2019, 10, 23), [issue])
    assert (found.standing, found.issue) == (standing, issue if standing is Standing.ISSUED else None)
    assert found.next_on == date(2020, 1, 1)


def test_the_calendar_lists_what_is_due_first_and_what_has_no_frequency_last() -> None:
    monthly = replace(CORPORATE, code="team", frequency=F.MONTHLY)
    blank = replace(CORPORATE, code="clinical", frequency=F.NOT_SET)
    anybody = replace(CORPORATE, code="group", area="", frequency=F.SIX_MONTHLY)
    elsewhere = replace(CORPORATE, code="elsewhere", area="B")
    known = [blank, CORPORATE, anybody, monthly, elsewhere]
    found = calendar(known, date(2019, 10, 23), [make_issue(), make_issue(area="B", audience="group")], "A")
    assert [(due.audience.code, due.standing) for due in found] == [
        ("team", Standing.DUE),
        ("group", Standing.DUE),
        ("corporate", Standing.ISSUED),
        ("clinical", Standing.NOT_SET),
    ]


def test_what_was_issued_later_was_due_then() -> None:
    (found,) = calendar([CORPORATE], date(2019, 10, 8), [make_issue(issued_on=date(2019, 10, 9))], "A")
    assert found.standing is Standing.DUE


def test_the_audiences_of_the_documents_have_the_frequency_printed_there() -> None:
    audiences = load_catalogue().audiences
    printed = {
        "dg-service-management-team": (F.MONTHLY, "lines 189 and 177"),
        "dg-corporate-management-team": (F.QUARTERLY, "line 191"),
        "dg-committee": (F.SIX_MONTHLY, "lines 192 and 177"),
        "dg-clinical-care": (F.NOT_SET, "line 194 (the cell is blank)"),
        "chief-officer-group": (F.SIX_MONTHLY, "line 114 (six-monthly)"),
    }
    for code, (frequency, place) in printed.items():
        assert audiences[code].frequency is frequency
        assert place in audiences[code].place
    assert all(audience.place for audience in audiences.values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('frequency = "weekly"', "line 4: frequency: 'weekly' is unknown; use one of monthly, quarterly"),
        ('frequency = "monthly"\narea = "X"', "line 5: 'X' is not a known area"),
        ('frequency = "monthly"\ncolour = "red"', "line 5: 'colour' is not a key of a audience"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    head = '[[audience]]\ncode = "a"\ntitle = "A"\n'
    (tmp_path / "audiences.toml").write_text(f'{head}{text}\ngets = ""\nplace = ""\n', encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_audiences(tmp_path, make_areas())
    assert said in str(caught.value)


def test_a_code_is_used_once_and_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_audiences(tmp_path, make_areas()) == {}
    text = (CATALOGUE_FOLDER / "audiences.toml").read_text(encoding="utf-8")
    (tmp_path / "audiences.toml").write_text(text + text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="the code 'dg-service-management-team' is used twice"):
        read_audiences(tmp_path, load_catalogue().areas)
