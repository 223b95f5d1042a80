"""Reports against the store, the command, and five real reports with what a careful reader found."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.cli import app
from etl.narrative.conflicts import Conflict
from etl.narrative.report import LINES_A_PAGE, check_narrative
from etl.narrative.stored import Series, against_store, prints
from indicators.catalogue import Unit
from indicators.store.store import Store
from tests.catalogue_builder import indicator

DUNDEE, BORDERLAND = "S12000042", "S12000006"
AREAS = {"000": DUNDEE, "001": BORDERLAND, "002": DUNDEE, "003": DUNDEE, "004": DUNDEE}
# Conflict by document, rule, line and the line against it (0: the store), and the entry it is.
FOUND = {
    ("000", "direction", 45, 617): "C01",
    ("000", "direction", 114, 617): "C01",
    ("000", "direction", 706, 617): "C01",
    ("000", "store: direction", 45, 0): "C01",
    ("000", "store: direction", 114, 0): "C01",
    ("000", "store: direction", 706, 0): "C01",
    ("000", "percentage change", 1059, 1055): "C02",
    ("000", "period", 639, 639): "C05",
    ("000", "sum", 641, 641): "C06",
    ("000", "direction", 45, 643): "C07",
    ("000", "direction", 116, 643): "C07",
    ("000", "direction", 706, 643): "C07",
    ("000", "sum", 622, 622): "C11",
    ("000", "count", 847, 857): "C13",
    ("000", "rank", 680, 680): "C14",
    ("000", "percentage", 634, 632): "C15",
    ("003", "rank", 526, 500): "C23",
    ("003", "period", 419, 419): "C25",
    ("003", "size", 366, 366): "C26",
    ("001", "period", 325, 325): "C28",
    ("004", "count", 756, 756): "C35",
    ("000", "period", 679, 679): "C42",
    ("000", "store: period", 446, 0): "C49",
}
SERVICES = Series(
    indicator("SW07", Unit.PERCENT, title="Care services graded good or better"),
    {"2018-19": 86.2, "2019-20": 80.0},
    {"2018-19": 82.2, "2019-20": 81.8},
)


def told(text: str, *series: Series) -> list[Conflict]:
    return list(against_store(text, series or [SERVICES]))


def test_a_pair_beside_the_scottish_average_that_is_another_years_is_told() -> None:
    (conflict,) = told(
        "In 2019/20 care services rated good were 86% here. The Scottish average (82%) was lower."
    )
    assert (conflict.rule, conflict.line, conflict.against_line) == ("store: period", 1, 0)
    assert conflict.against == "SW07 in 2019-20: 80.0, Scotland 81.8"
    assert conflict.why == "the printed pair is that of 2018-19"


@pytest.mark.parametrize(
    "text",
    [
        "In 2018/19 care services rated good were 86% here. The Scottish average (82%) was lower.",
        "In 2019/20 care services rated good were 77% here. The Scottish average (82%) was higher.",
        "In 2019/20 exclusions were 86% here. The Scottish average (82%) was lower.",
        "Care services rated good rose from 80.1% in 2018/19 to 85.2% in 2019/20.",
        "Care services rated good fell from 86.2% in 2018/19 to 80.0% in 2019/20.",
    ],
)
def test_a_claim_that_fits_the_store_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_from_to_claim_with_one_value_of_the_store_and_one_of_nowhere_is_told() -> None:
    (conflict,) = told("Care services rated good fell from 86.2% in 2018/19 to 84% in 2019/20.")
    assert (conflict.rule, conflict.why) == ("store: value", "84% is not the stored value")
    assert conflict.against == "SW07: 86.2 in 2018-19, 80 in 2019-20"


def test_a_trend_told_of_a_whole_title_is_held_against_its_last_two_values() -> None:
    (conflict,) = told("In 2019/20 care services graded good or better have increased.")
    assert (conflict.rule, conflict.why) == ("store: direction", "it went down")
    assert told("In 2019/20 care services have increased.") == []


@pytest.mark.parametrize(
    ("printed", "value", "fits"), [("86%", 86.2, True), ("86.1%", 86.2, False), ("86%", None, False)]
)
def test_a_stored_value_is_compared_as_it_would_be_printed(
    printed: str, value: float | None, fits: bool
) -> None:
    assert prints(printed, value) is fits


def test_the_command_lists_both_sides_and_the_same_as_json(bundle_url: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Use has risen from 94.2% to 91.5%.\n", encoding="utf-8")
    asked = ["narrate-check", str(report), "--area", "Dundee City", "--database", bundle_url]
    shown = CliRunner().invoke(app, asked)
    assert shown.exit_code == 0
    assert shown.output.splitlines() == [
        "report.txt, line 1 (direction): the words say up, the numbers -2.9%",
        "    says: Use has risen from 94.2% to 91.5%",
        "    line 1: 94.2% then 91.5%",
        "1 conflict found in report.txt",
    ]
    answer = json.loads(CliRunner().invoke(app, [*asked, "--json"]).output)
    assert (answer["area"], answer["lines"], len(answer["conflicts"])) == (DUNDEE, 1, 1)


def test_the_command_refuses_an_unknown_area_and_a_file_that_is_not_there(
    bundle_url: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("", encoding="utf-8")
    wrong = CliRunner().invoke(
        app, ["narrate-check", str(report), "--area", "Dundee Cit", "--database", bundle_url]
    )
    assert wrong.exit_code == 2
    assert CliRunner().invoke(app, ["narrate-check", "nowhere.txt", "--area", "Fife"]).exit_code == 2


@pytest.fixture(scope="module")
def conflicts(shared_data: Path, store: Store) -> dict[tuple[str, str, int, int], Conflict]:
    """Every conflict of the five real reports."""
    found = {}
    with store.engine.connect() as connection:
        for path in sorted((shared_data.parent / "documents").glob("*.txt")):
            text, name = path.read_text(encoding="utf-8"), path.name[:3]
            for each in check_narrative(text, connection, store.catalogue, AREAS[name]).conflicts:
                found[name, each.rule, each.line, each.against_line] = each
    return found


def test_16_of_48_entries_are_found_in_the_real_reports(
    conflicts: dict[tuple[str, str, int, int], Conflict], shared_data: Path
) -> None:
    with (shared_data / "published" / "contradictions_in_documents.csv").open(encoding="utf-8-sig") as file:
        entries = {entry["id"]: entry for entry in csv.DictReader(file)}
    found = {FOUND[key] for key in conflicts if key in FOUND}
    assert (len(found), len(entries)) == (16, 48)
    # Every conflict stands at a line the entry names, or at one where its calculation says it is repeated.
    for (_, _, line, against), code in FOUND.items():
        named = {entries[code]["a_line"], entries[code]["b_line"]}
        assert {str(line), str(against)} & named or str(line) in entries[code]["computed"]


def test_there_is_no_false_alarm_in_80_pages(
    conflicts: dict[tuple[str, str, int, int], Conflict], shared_data: Path
) -> None:
    documents = (shared_data.parent / "documents").glob("*.txt")
    pages = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in documents) / LINES_A_PAGE
    assert round(pages) == 80
    assert set(conflicts) - set(FOUND) == set()


def test_a_rounded_share_is_told_with_its_base(conflicts: dict[tuple[str, str, int, int], Conflict]) -> None:
    conflict = conflicts["000", "percentage", 634, 632]
    assert (conflict.said, conflict.why) == ("656 (30% of all referrals)", "656 of 2147 is 30.6%")
