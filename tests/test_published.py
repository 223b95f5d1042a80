"""The bundled figures: every row is known, dated, placed and of a status that may have its number."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.figures import Basis, Status
from indicators.indicator import Unit
from indicators.periods import PeriodKind
from indicators.printed_periods import parse

FOLDER = CATALOGUE_FOLDER.parent / "published"
GRADES = sorted(FOLDER.glob("*_grades.csv"))
FILES = sorted(set(FOLDER.glob("*.csv")) - set(GRADES))
COLUMNS = (
    *("indicator", "area", "period", "period_kind", "basis", "value", "status", "numerator", "denominator"),
    *("publisher", "edition", "published_on", "locator", "note"),
)
CATALOGUE = load_catalogue()
NAMES = {area.name for area in CATALOGUE.areas.by_code.values()}
Row = dict[str, str]


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = {file.name: _rows(file) for file in FILES}
EVERY = [(name, number, row) for name, rows in ROWS.items() for number, row in enumerate(rows, 2)]


def breaking(rule: object) -> list[str]:
    """Where the rows are for which `rule` is true, as file:line."""
    return [f"{name}:{number}" for name, number, row in EVERY if rule(row)]  # type: ignore[operator]


def test_there_are_about_nine_thousand_figures_in_a_file_per_source() -> None:
    assert 8_500 <= len(EVERY) <= 10_500
    assert {file.stem for file in FILES} <= set(CATALOGUE.sources)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_has_the_tidy_columns_plain_line_ends_and_no_stray_marks(file: Path) -> None:
    text = file.read_bytes()
    assert text.decode("utf-8").splitlines()[0].split(",") == list(COLUMNS)
    assert b"\r" not in text
    assert text.endswith(b"\n")
    assert not text.startswith(b"\xef\xbb\xbf")


def test_every_row_has_all_its_cells_and_none_beside_them() -> None:
    assert breaking(lambda row: None in row or None in row.values()) == []


def test_every_indicator_is_written_by_its_code_and_is_of_that_file() -> None:
    assert breaking(lambda row: row["indicator"] not in CATALOGUE.indicators) == []
    assert sorted({row["indicator"] for row in ROWS["lgbf.csv"]}) == sorted(
        {row["indicator"] for row in ROWS["lgbf.csv"] if CATALOGUE[row["indicator"]].source == "lgbf"}
    )


def test_every_area_is_written_by_its_name() -> None:
    assert breaking(lambda row: row["area"] not in NAMES) == []


def test_every_period_is_written_by_its_label() -> None:
    assert (
        breaking(lambda row: parse(row["period"], PeriodKind(row["period_kind"])).label != row["period"])
        == []
    )


def test_every_kind_of_period_is_one_the_catalogue_declares() -> None:
    assert breaking(lambda row: row["period_kind"] not in CATALOGUE[row["indicator"]].periods) == []


def test_a_number_stands_beside_a_status_that_has_one_and_only_there() -> None:
    assert breaking(lambda row: (row["value"] != "") is not Status(row["status"]).may_have_number) == []


def test_numbers_are_plain_numbers() -> None:
    number = re.compile(r"(-?\d+(\.\d+)?([eE][-+]?\d+)?)?")
    names = ("value", "numerator", "denominator")
    assert breaking(lambda row: not all(number.fullmatch(row[name]) for name in names)) == []


def test_percentages_are_from_0_to_100() -> None:
    percent = {code for code, item in CATALOGUE.indicators.items() if item.unit is Unit.PERCENT}
    assert breaking(lambda r: r["indicator"] in percent and not 0 <= float(r["value"] or 0) <= 100) == []


def test_an_answer_of_yes_or_no_is_1_or_0() -> None:
    yes_no = {code for code, item in CATALOGUE.indicators.items() if item.unit is Unit.YES_NO}
    assert breaking(lambda row: row["indicator"] in yes_no and row["value"] not in ("", "0", "1")) == []


def test_money_has_a_price_basis_and_nothing_else_has() -> None:
    priced = {code for code, item in CATALOGUE.indicators.items() if item.priced}
    assert breaking(lambda row: row["basis"] not in list(Basis)) == []
    assert breaking(lambda row: row["indicator"] in priced and row["basis"] == "none") == []
    money = {code for code, item in CATALOGUE.indicators.items() if item.unit.is_money}
    assert breaking(lambda row: row["indicator"] not in money and row["basis"] != "none") == []


def test_every_row_says_who_published_it_in_which_edition_when_and_where() -> None:
    cited = ("publisher", "edition", "published_on", "locator")
    assert breaking(lambda row: not all(row[name].strip() for name in cited)) == []
    dates = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
    assert breaking(lambda row: not dates.fullmatch(row["published_on"])) == []


def test_an_edition_of_a_file_has_one_date_and_one_publisher() -> None:
    for name, rows in ROWS.items():
        kept: dict[str, set[tuple[str, str]]] = {}
        for row in rows:
            kept.setdefault(row["edition"], set()).add((row["published_on"], row["publisher"]))
        assert {edition: found for edition, found in kept.items() if len(found) > 1} == {}, name


def test_a_figure_is_printed_once_in_an_edition() -> None:
    keys = Counter(
        tuple(row[part] for part in ("indicator", "area", "period", "basis", "edition")) for *_, row in EVERY
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", ROWS)
def test_rows_are_sorted_so_that_a_change_is_a_small_difference(name: str) -> None:
    keys = [(row["indicator"], row["area"], row["period"], row["edition"]) for row in ROWS[name]]
    assert keys == sorted(keys)


def test_two_or_more_editions_of_the_benchmarking_framework_are_there() -> None:
    assert len({row["edition"] for row in ROWS["lgbf.csv"]}) >= 2


def test_a_known_error_of_the_catalogue_is_never_a_number_to_be_judged() -> None:
    """A false zero is not available, or to be checked, in whatever edition it was printed."""
    known = {
        (item.code, CATALOGUE.areas[error.area].name, period): error.printed
        for item in CATALOGUE.indicators.values()
        for error in item.known_errors
        for period in error.periods
    }
    judged = [row for *_, row in EVERY if Status(row["status"]).judged]
    found = [row for row in judged if (row["indicator"], row["area"], row["period"]) in known]
    assert [r for r in found if known[r["indicator"], r["area"], r["period"]] == float(r["value"])] == []


def test_the_69_indicators_of_the_dumfries_and_galloway_plan_are_all_there_in_order() -> None:
    wanted = [f"DG{number:02d}" for number in range(1, 70)]
    sections = CATALOGUE.scorecards["dg-plan"].sections
    assert [code for section in sections for code in section.indicators] == wanted
    rows = ROWS["dumfries_galloway_plan.csv"]
    printed = list(dict.fromkeys(row["indicator"] for row in rows if row["indicator"].startswith("DG")))
    assert printed == wanted


def test_a_doubtful_figure_says_why() -> None:
    assert breaking(lambda row: row["status"] == "doubtful" and not row["note"]) == []


def test_the_grades_a_council_prints_are_counted_as_by_hand_with_not_assessed_and_blank_apart() -> None:
    """22 services with five themes each: 51 graded, 37 printed n/a, 22 left blank."""
    (file,) = GRADES
    rows = _rows(file)
    kinds = Counter({"": "blank", "n/a": "not assessed"}.get(row["grade"], "graded") for row in rows)
    assert kinds == {"graded": 51, "not assessed": 37, "blank": 22}
    assert len({row["service"] for row in rows}) == 22
    assert {row["theme"] for row in rows if row["service"] == "White Top Centre"} == {
        "People's Wellbeing",
        "Quality of Care and Support",
        "Quality of Environment",
        "Quality of Staffing",
        "Quality of Management & Leadership",
    }
