"""Plans reach the store: published ones once, those of a sheet as new versions; nobody's work is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from dashboard.exports.safe_csv import to_csv
from dashboard.exports.workbook import Sheet, to_xlsx
from etl import cli
from etl.backup import backup, restore
from etl.plans import PlansKept, keep_published
from indicators.store import writings
from indicators.store.engine import upgrade, writer
from indicators.store.writings import Writing
from indicators.written.comment import Comment
from indicators.written.plan import Action, Project
from indicators.written.plan_files import PublishedItem
from indicators.written.plan_rows import COLUMNS, Shown, as_row
from indicators.written.steps import Status
from tests.indicators.written.contents import make_comment

DUNDEE = "S12000042"
PROJECT = Project("Hub; =1+1", "Plan", "P1", DUNDEE, progress=33.0, leads=("Ann", "Bob; Cat"))
ACTION = Action("-Visit", code="@2", area=DUNDEE, indicators=("CHN22",), success_criteria="One\nTwo")
ITEM = PublishedItem("plan-P1", PROJECT, date(2019, 7, 23))


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A store with nothing in it."""
    made = writer(url)
    upgrade(made)
    yield made
    made.dispose()


def keep(engine: Engine, *items: PublishedItem) -> PlansKept:
    with engine.begin() as connection:
        return keep_published(connection, items)


def versions(engine: Engine, key: str = "plan-P1") -> list[Writing[Project]]:
    with engine.connect() as connection:
        return writings.history(connection, Project, key)


def write(
    engine: Engine, content: Project | Action | Comment, key: str, based_on: int, status: Status
) -> None:
    with engine.begin() as connection:
        writings.write(connection, content, "Ann", status, key, based_on)


def test_a_published_item_is_kept_once_with_the_day_of_its_publication(engine: Engine) -> None:
    assert keep(engine, ITEM) == PlansKept(new=1)
    assert keep(engine, ITEM) == PlansKept(unchanged=1)
    (kept,) = versions(engine)
    assert (kept.author, kept.content) == ("published", PROJECT)
    assert kept.written_at == "2019-07-23T00:00:00.000000+00:00"


def test_a_corrected_transcription_is_a_further_version(engine: Engine) -> None:
    keep(engine, ITEM)
    corrected = replace(ITEM, content=replace(PROJECT, progress=34.0))
    assert keep(engine, corrected) == PlansKept(corrected=1)
    assert [each.content.progress for each in versions(engine)] == [34.0, 33.0]


@pytest.mark.parametrize("status", [Status.KEPT, Status.WITHDRAWN])
def test_what_a_person_wrote_is_never_written_over(engine: Engine, status: Status) -> None:
    keep(engine, ITEM)
    theirs = replace(PROJECT, progress=60.0)
    write(engine, theirs, "plan-P1", 1, status)
    assert keep(engine, replace(ITEM, content=replace(PROJECT, progress=34.0))) == PlansKept(left=1)
    newest = versions(engine)[0]
    assert (newest.content, newest.status) == (theirs, status)


def run(*words: object) -> Result:
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def test_build_keeps_the_published_plans_and_what_people_wrote(
    url: str, engine: Engine, tmp_path: Path
) -> None:
    write(engine, make_comment(), "c1", 0, Status.DRAFT)
    (tmp_path / "figures").mkdir()
    bundled = Path(__file__).parents[2] / "data" / "published" / "dundee_cswo_report_grades.csv"
    (tmp_path / "figures" / bundled.name).write_bytes(bundled.read_bytes())
    for _ in range(2):
        assert run("build", "--database", url, "--folder", tmp_path / "figures").exit_code == 0
    with engine.connect() as connection:
        assert len(writings.every(connection, Project)) == 4
        assert {each.version for each in writings.every(connection, Action)} == {1}
        assert [each.content for each in writings.every(connection, Comment)] == [make_comment()]


def test_what_people_wrote_is_in_the_backup_and_comes_back(url: str, engine: Engine, tmp_path: Path) -> None:
    write(engine, make_comment(), "c1", 0, Status.DRAFT)
    backup(url, tmp_path / "kept.db", keep=0)
    write(engine, make_comment(cause="Later."), "c1", 1, Status.SUBMITTED)
    restore(url, tmp_path / "kept.db")
    with engine.connect() as connection:
        (only,) = writings.history(connection, Comment, "c1")
    assert only.content == make_comment()


def sheet(path: Path, rows: list[dict[str, str]]) -> Path:
    """A file in the form the dashboard exports, as CSV or as a workbook."""
    header = list(rows[0])
    cells = [list(row.values()) for row in rows]
    if path.suffix == ".csv":
        path.write_bytes(to_csv(header, cells).encode())
    else:
        with to_xlsx([Sheet("Plan", header, cells)], "Plan") as book:
            path.write_bytes(book.read())
    return path


def plan(path: Path, url: str, *more: str) -> Result:
    return run("plan", path, "--database", url, "--area", DUNDEE, "--author", "Bob", *more)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_export_then_import_is_lossless(url: str, engine: Engine, tmp_path: Path, ending: str) -> None:
    items = {"p1": PROJECT, "a2": ACTION}
    path = sheet(tmp_path / f"plan.{ending}", [as_row(key, item, Shown()) for key, item in items.items()])
    done = plan(path, url)
    assert (done.exit_code, done.stdout) == (0, f"plan.{ending}: 2 new, 0 changed, 0 as they were\n")
    with engine.connect() as connection:
        assert writings.every(connection, Project)[0].content == PROJECT
        assert writings.every(connection, Action)[0].content == ACTION
    assert plan(path, url).stdout == f"plan.{ending}: 0 new, 0 changed, 2 as they were\n"


def test_a_changed_row_is_a_further_version_by_whoever_brought_it(
    url: str, engine: Engine, tmp_path: Path
) -> None:
    keep(engine, ITEM)
    row = as_row("plan-P1", PROJECT, Shown()) | {"Progress": "60%"}
    answer = json.loads(plan(sheet(tmp_path / "plan.csv", [row]), url, "--json").stdout)
    assert answer == {"status": "kept", "new": 0, "changed": 1, "unchanged": 0}
    assert [(each.author, each.content.progress) for each in versions(engine)] == [
        ("Bob", 60.0),
        ("published", 33.0),
    ]


def test_a_file_of_another_system_finds_its_rows_by_their_code(
    url: str, engine: Engine, tmp_path: Path
) -> None:
    keep(engine, ITEM)
    row = {"Code": "P1", "Title": "Hub", "Value": "3", "Due Date": "", "Progress": "40", "Assigned To": "Ann"}
    path = sheet(tmp_path / "pentana.csv", [row, {**row, "Code": "P2"}])
    assert plan(path, url).stdout == "pentana.csv: 1 new, 1 changed, 0 as they were\n"
    assert plan(path, url).stdout == "pentana.csv: 0 new, 0 changed, 2 as they were\n"
    newest = versions(engine)[0].content
    assert (newest.title, newest.progress, newest.leads) == ("Hub", 40.0, PROJECT.leads)


PLAIN = dict.fromkeys(COLUMNS, "") | {"Code": "P1", "Title": "Hub"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([PLAIN | {"Progress": "half"}], "row 2, column Progress: 'half' is not a percentage; write it"),
        ([PLAIN | {"Code": ""}], "row 2, column Code: it is empty; give each row one of its own."),
        ([PLAIN | {"Area": "Dundea"}], "row 2, column Area: 'Dundea' is not a known area"),
        ([PLAIN | {"Indicators": "CHN99"}], "row 2, column Indicators: 'CHN99' is not the code of an"),
        ([PLAIN, PLAIN], "row 3, column Code: 'P1' stands in plan.xlsx, sheet Plan, row 2 too; remove one"),
        ([{"Code": "P1", "Title": "Hub"}], "row 1: there is no column Due Date, Progress, Assigned To"),
        ([dict.fromkeys(COLUMNS, "")], "there are no filled rows below the headings; fill them in."),
    ],
)  # fmt: skip
def test_one_mistake_keeps_nothing_and_names_file_sheet_row_and_column(
    url: str, engine: Engine, tmp_path: Path, rows: list[dict[str, str]], said: str
) -> None:
    done = plan(sheet(tmp_path / "plan.xlsx", rows), url)
    assert done.exit_code == 1
    assert done.stderr.startswith("Nothing was changed: plan.xlsx, sheet Plan")
    assert said in done.stderr
    with engine.connect() as connection:
        assert writings.every(connection, Action) == []


def test_an_area_that_is_none_is_refused(url: str, engine: Engine, tmp_path: Path) -> None:
    done = run(
        "plan", sheet(tmp_path / "plan.csv", [PLAIN]), "--database", url, "--area", "X", "--author", "Bob"
    )
    assert done.exit_code == 2
    assert "'X' is no code of an area" in done.stderr
