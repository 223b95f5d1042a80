"""The rows of the explore download: every text column may hold anything, and nothing of it runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.safe_csv import csv_lines
from dashboard.exports.workbook import Sheet, to_xlsx
from dashboard.views.explore_list import EXPLORE_HEADER, of_figures
from indicators.catalogue import Catalogue
from indicators.figures import Figure, Status
from indicators.harmless import restored
from indicators.printed_periods import parse
from indicators.store.rows import FigureRow
from tests.dashboard.exports.test_workbook import cells

RISKY = tuple("=+-@\t\r\n\0＝＋－＠")
TEXTS = ("note", "source", "edition", "locator", "loaded_at", "file_name", "base_year")
ROW = FigureRow(
    "CHN22", "S12000042", parse("2021-22"), "none", Figure(-3.2), "", "lgbf", "LGBF", "B2", "", "", "", None
)
IN_FILE = {"file_name": "file"}
hostile = st.builds(
    lambda start, rest: start + rest,
    st.sampled_from(RISKY),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Nd")), max_size=20),
)


@given(st.fixed_dictionaries(dict.fromkeys(TEXTS, hostile)))
def test_no_text_column_of_a_csv_begins_like_a_formula_and_all_can_be_restored(
    catalogue: Catalogue, texts: dict[str, str]
) -> None:
    written = "".join(csv_lines(EXPLORE_HEADER, of_figures(catalogue, [ROW._replace(**texts)])))
    (read,) = csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert float(read["value"]) == -3.2
    for name, was in texts.items():
        cell = read[IN_FILE.get(name, name)]
        assert not cell.startswith(RISKY)
        assert restored(cell) == was


@given(st.fixed_dictionaries(dict.fromkeys(TEXTS, hostile)))
def test_no_text_column_of_a_workbook_is_a_formula(catalogue: Catalogue, texts: dict[str, str]) -> None:
    rows = of_figures(catalogue, [ROW._replace(**texts)])
    with to_xlsx([Sheet("Figures", [f"={name}" for name in EXPLORE_HEADER], rows)], "=1") as file:
        found = cells(file.read())
    numbers = [text for kind, text in found if kind == "n"]
    assert numbers == ["-3.2"]
    assert {kind for kind, _ in found} == {"n", "inlineStr"}


@pytest.mark.parametrize("status", [each for each in Status if not each.may_have_number])
def test_a_figure_without_a_number_says_why_in_its_row(catalogue: Catalogue, status: Status) -> None:
    (row,) = of_figures(catalogue, [ROW._replace(figure=Figure(None, status))])
    told = dict(zip(EXPLORE_HEADER, row, strict=True))
    assert (told["value"], told["status"], told["shown"]) == (None, status.value, status.words)
