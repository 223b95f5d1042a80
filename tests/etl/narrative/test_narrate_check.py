"""Reports against the store, the command, and five real reports with what a careful reader found."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.cli import app
from etl.narrative.conflicts import Conflict
from etl.narrative.report import check_narratives
from etl.narrative.stored import Series, against_store, prints
from indicators.indicator import Unit
from indicators.store.store import Store
from tests.catalogue_builder import indicator

DUNDEE, BORDERLAND = "S12000042", "S12000006"
AREAS = {"000": DUNDEE, "001": BORDERLAND, "002": DUNDEE, "003": DUNDEE, "004": DUNDEE}
# Conflict by document, rule, line and the line against it (0: the store; with a document: another report),
# and the entry it is.
FOUND = {
    ("000", "direction", 45, 617): "C01",
    ("000", "direction", 114, 617): "C01",
    ("000", "direction", 706, 617): "C01",
    ("000", "store: direction", 45, 0): "C01",
    ("000", "store: direction", 114, 0): "C01",
    ("000", "store: direction", 706, 0): "C01",
    ("000", "percentage change", 1059, 1055): "C02",
    ("000", "sum", 689, 1055): "C03",
    ("000", "share", 618, 627): "C04",
    ("000", "period", 639, 639): "C05",
    ("000", "sum", 641, 641): "C06",
    ("000", "direction", 45, 643): "C07",
    ("000", "direction", 116, 643): "C07",
    ("000", "direction", 706, 643): "C07",
    ("000", "period", 426, 1117): "C08",
    ("000", "period", 426, 1118): "C08",
    ("000", "title", 1100, 1108): "C10",
    ("000", "sum", 622, 622): "C11",
    ("000", "base", 271, 258): "C12",
    ("000", "count", 847, 857): "C13",
    ("000", "rank", 680, 680): "C14",
    ("000", "percentage", 634, 632): "C15",
    ("000", "sum", 388, 388): "C16",
    ("000", "year on year", 689, 1052): "C17",
    ("000", "reports", 647, 423): "C18",
    ("003", "reports", 360, 871): "C19",
    ("000", "rate", 1006, 1011): "C20",
    ("003", "average", 66, 262): "C21",
    ("003", "average", 66, 500): "C21",
    ("003", "statement", 550, 330): "C22",
    ("003", "rank", 526, 500): "C23",
    ("003", "period", 419, 419): "C25",
    ("003", "size", 366, 366): "C26",
    ("003", "reference", 399, 386): "C27",
    ("001", "period", 325, 325): "C28",
    ("001", "new", 356, 362): "C29",
    ("001", "repeated", 240, 240): "C30",
    ("001", "count", 299, 306): "C31",
    ("001", "twice", 425, 418): "C32",
    ("001", "progress", 231, 209): "C33",
    ("001", "progress", 504, 209): "C33",
    ("001", "basis", 84, 720): "C34",
    ("004", "count", 756, 756): "C35",
    ("004", "target", 462, 462): "C36",
    **{("002", "review", line, 3): "C37" for line in (83, 86, 90, 101, 104, 107, 110)},
    ("003", "store: benchmark", 376, 0): "C39",
    ("000", "footnote", 381, 381): "C40",
    ("000", "area", 654, 654): "C41",
    ("000", "period", 679, 679): "C42",
    ("000", "unit", 863, 863): "C44",
    ("000", "abbreviation", 647, 617): "C45",
    ("000", "theme", 1126, 1121): "C47",
    ("001", "source", 245, 255): "C48",
    ("000", "store: period", 446, 0): "C49",
}
# Entries no rule can find, and what a reader knows that a report does not say.
NOT_COMPUTED = {
    "C09": "which of the services in the table are children's houses",
    "C24": "which percentages are of one statement and which of a whole theme",
    "C43": "that an improvement told without a value is the attendance of the next report",
    "C46": "that six priorities and five actions are the same list",
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
    (checked,) = answer["reports"]
    assert (answer["area"], checked["file"]) == (DUNDEE, "report.txt")
    assert (checked["lines"], len(checked["conflicts"])) == (1, 1)


def test_the_command_holds_several_reports_against_each_other(bundle_url: str, tmp_path: Path) -> None:
    for name, percent in (("2018.txt", "81%"), ("2019.txt", "75%")):
        (tmp_path / name).write_text(f"{percent} of Orders were completed in 2017/18.\n", encoding="utf-8")
    reports = [str(tmp_path / "2018.txt"), str(tmp_path / "2019.txt")]
    shown = CliRunner().invoke(app, ["narrate-check", *reports, "--area", "Fife", "--database", bundle_url])
    assert shown.exit_code == 0
    assert shown.output.splitlines() == [
        "0 conflicts found in 2018.txt",
        "2019.txt, line 1 (reports): one report has 81% in 2017-18, another 75% in 2017-18",
        "    says: 75% of Orders were completed in 2017/18.",
        "    line 1 of 2018.txt: 81% in 2017-18: 81% of Orders were completed in 2017/18.",
        "1 conflict found in 2019.txt",
    ]


def test_the_command_refuses_two_reports_of_one_name_and_one_that_is_too_large(
    bundle_url: str, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    for path in (tmp_path / "report.txt", tmp_path / "other" / "report.txt"):
        path.write_text("Text.", encoding="utf-8")
    large = tmp_path / "large.txt"
    large.write_bytes(b" " * 5_000_001)
    twice = [str(tmp_path / "report.txt"), str(tmp_path / "other" / "report.txt")]
    for reports, why in ((twice, "two files called report.txt"), ([str(large)], "over 5 MB")):
        refused = CliRunner().invoke(
            app, ["narrate-check", *reports, "--area", "Fife", "--database", bundle_url]
        )
        assert refused.exit_code == 2
        assert why in " ".join(refused.output.split())


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
    """Every conflict of the five real reports, those of one council held against each other."""
    texts = {
        path.name[:3]: path.read_text(encoding="utf-8")
        for path in sorted((shared_data.parent / "documents").glob("*.txt"))
    }
    found = {}
    with store.engine.connect() as connection:
        for area in set(AREAS.values()):
            own = {name: text for name, text in texts.items() if AREAS[name] == area}
            for name, checked in check_narratives(own, connection, store.catalogue, area).items():
                for each in checked.conflicts:
                    found[name, each.rule, each.line, each.against_line] = each
    return found


def test_44_of_48_entries_are_found_in_the_real_reports(
    conflicts: dict[tuple[str, str, int, int], Conflict], shared_data: Path
) -> None:
    with (shared_data / "published" / "contradictions_in_documents.csv").open(encoding="utf-8-sig") as file:
        entries = {entry["id"]: entry for entry in csv.DictReader(file)}
    found = {FOUND[key] for key in conflicts if key in FOUND}
    assert (len(found), len(entries)) == (44, 48)
    assert set(entries) - found == set(NOT_COMPUTED)


def test_every_conflict_stands_at_a_line_its_entry_names(shared_data: Path) -> None:
    with (shared_data / "published" / "contradictions_in_documents.csv").open(encoding="utf-8-sig") as file:
        entries = {entry["id"]: entry for entry in csv.DictReader(file)}
    # Or at one where its calculation says it is repeated; the plan for 2019 prints its projects twice, and
    # every action of the improvement plan has the same empty column.
    for (name, _, line, against), code in FOUND.items():
        entry = entries[code]
        named = {entry["a_line"], entry["b_line"]}
        assert name in {entry["a_file"][:3], entry["b_file"][:3]}
        assert {str(line), str(against)} & named or str(line) in entry["computed"]


def test_there_is_no_false_alarm_in_80_pages(
    conflicts: dict[tuple[str, str, int, int], Conflict], shared_data: Path
) -> None:
    documents = (shared_data.parent / "documents").glob("*.txt")
    pages = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in documents) / 45
    assert round(pages) == 80
    assert set(conflicts) - set(FOUND) == set()


def test_a_rounded_share_is_told_with_its_base(conflicts: dict[tuple[str, str, int, int], Conflict]) -> None:
    conflict = conflicts["000", "percentage", 634, 632]
    assert (conflict.said, conflict.why) == ("656 (30% of all referrals)", "656 of 2147 is 30.6%")
