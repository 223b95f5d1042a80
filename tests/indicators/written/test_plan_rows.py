"""Projects and actions as rows in the columns Pentana users know, and back without loss."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from indicators.written.checks import WritingError
from indicators.written.plan import Action, Project
from indicators.written.plan_rows import COLUMNS, PENTANA, Shown, as_row, from_row
from indicators.written.when import When, due
from tests.indicators.written.contents import PLAN_ITEMS

MASH = Project(
    "MASH", "Business plan", "P3", "A", due=due("31-Mar-2020"), progress=100.0, leads=("Ann; Bob", "Cat")
)
ROW = {"Code": "P9", "Title": "New", "Due Date": "June 2019", "Progress": "33%", "Assigned To": "Ann"}


@given(PLAN_ITEMS)
def test_a_row_comes_back_as_it_was(item: Any) -> None:
    row = as_row("key", item, Shown())
    assert tuple(row) == COLUMNS
    assert from_row(row) == item
    assert from_row(row, kept=item) == item


def test_the_row_has_the_words_of_a_reader() -> None:
    row = as_row("dg-P3", MASH, Shown("97.2%", "95%", "On target", "better", "better"))
    assert {column: row[column] for column in PENTANA} == {
        "Code": "P3", "Title": "MASH", "Value": "97.2%", "Target": "95%", "Status": "On target",
        "Short Trend": "better", "Long Trend": "better", "Due Date": "31-Mar-2020", "Progress": "100%",
        "Assigned To": "",
    }  # fmt: skip
    assert (row["Id"], row["Kind"], row["Leads"], row["Due Day"]) == (
        "dg-P3",
        "project",
        "Ann;; Bob; Cat",
        "",
    )


def test_a_row_of_another_system_is_an_action_and_leaves_the_rest_empty() -> None:
    found = from_row(ROW)
    assert found == Action(
        "New", code="P9", due=When("June 2019", date(2019, 6, 30)), progress=33.0, assigned_to="Ann"
    )


def test_columns_a_file_lacks_leave_what_is_kept_as_it_is() -> None:
    kept = replace(MASH, success_criteria="Faster screening.", due=When("Immediate", date(2019, 6, 26)))
    found = from_row({**ROW, "Due Date": "Immediate"}, kept)
    assert found == replace(kept, title="New", code="P9", progress=33.0, assigned_to="Ann")


def test_new_words_of_a_date_have_their_own_day() -> None:
    row = as_row("key", MASH, Shown()) | {"Due Date": "30 June 2021"}
    assert from_row(row, MASH).due == When("30 June 2021", date(2021, 6, 30))


def test_a_day_that_the_words_do_not_name_is_written_beside_them() -> None:
    row = as_row("key", replace(MASH, due=When("Immediate", date(2019, 6, 26))), Shown())
    assert (row["Due Date"], row["Due Day"]) == ("Immediate", "2019-06-26")
    assert as_row("key", replace(MASH, due=When("June 2019")), Shown())["Due Day"] == "none"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"Progress": "half"}, "Progress: 'half' is not a percentage; write it as 33%."),
        (
            {"Progress": "1"},
            "Progress: '1' may be a share or a percentage; write it as text, such as 33%.",
        ),
        (
            {"Progress": "0.33"},
            "Progress: '0.33' may be a share or a percentage; write it as text, such as 33%.",
        ),
        ({"Progress": "133%"}, "Progress: 133 is not a percentage; write 0 to 100."),
        ({"Kind": "risk"}, "Kind: 'risk' is unknown; write project or action."),
        ({"Due Day": "soon"}, "Due Day: 'soon' is not a day; write it as 2019-07-23, or leave it empty."),
        ({"Title": ""}, "Title: it is empty; fill it in."),
    ],
)
def test_a_cell_that_cannot_be_right_is_named(change: dict[str, str], said: str) -> None:
    with pytest.raises(WritingError) as caught:
        from_row({**ROW, **change})
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("text", "progress"),
    [("", None), ("0", 0.0), ("0.5%", 0.5), ("1%", 1.0), ("2", 2.0), ("33", 33.0), (" 33 % ", 33.0)],
)
def test_progress_is_a_percentage(text: str, progress: float | None) -> None:
    assert from_row({**ROW, "Progress": text}).progress == progress
