"""A council's own targets: read from the template, checked, and kept beside the catalogue's."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from etl.cli import app
from etl.extract import extract
from etl.lock import holding
from etl.problems import LoadRefused
from etl.target_sheet import COLUMNS, SHEET, PlacedTarget, read_targets
from etl.targets import Kept, as_toml, keep_targets, lock_of
from etl.template import COLUMNS as FIGURE_COLUMNS
from etl.template import FIGURES
from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.targets import Origin, Target
from tests.etl.published_files import write_csv
from tests.indicators.catalogue_mistakes import FILES

DUNDEE = "S12000042"
ROW = (
    "CHN22",
    "Dundee City",
    "2024-25",
    "",
    8,
    "",
    "",
    1.5,
    "points",
    "statutory",
    "Committee, May 2024",
    "",
)
SHIPPED = "targets.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small catalogue whose own target of Dundee is 8.4 in 2018-19."""
    made = tmp_path / "catalogue"
    (made / "indicators").mkdir(parents=True)
    for name, text in FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    shutil.copy(CATALOGUE_FOLDER / "glossary.toml", made)
    return made


def book(path: Path, *rows: Sequence[object], columns: Sequence[str] = COLUMNS) -> Path:
    """A filled workbook with these targets and no figures."""
    with xlsxwriter.Workbook(str(path)) as made:
        made.add_worksheet(FIGURES).write_row(0, 0, FIGURE_COLUMNS)
        sheet = made.add_worksheet(SHEET)
        for at, row in enumerate((columns, *rows)):
            sheet.write_row(at, 0, row)
    return path


def keep(folder: Path, *rows: Sequence[object]) -> Kept:
    catalogue = load_catalogue(folder)
    path = book(folder.parent / "return-2024-07.xlsx", *rows)
    return keep_targets(read_targets(extract(path), catalogue), catalogue, folder)


def changed(**cells: object) -> tuple[object, ...]:
    """The row with other cells: `to` for To, `set_by` for Set by."""
    return tuple(
        cells.get(name.lower().replace(" ", "_"), cell) for name, cell in zip(COLUMNS, ROW, strict=True)
    )


def test_a_target_of_the_sheet_is_one_of_the_catalogue_from_its_period_on(folder: Path) -> None:
    kept = keep(folder, ROW)
    assert (len(kept.added), kept.unchanged) == (1, 0)
    catalogue = load_catalogue(folder)
    target = catalogue.target("CHN22", DUNDEE, "2025-26")
    assert target is not None
    assert (target.value, target.tolerance, target.in_points) == (8.0, 1.5, True)
    assert (target.origin, target.set_by, target.last) == (Origin.STATUTORY, "Committee, May 2024", "")
    before = catalogue.target("CHN22", DUNDEE, "2018-19")
    assert before is not None
    assert before.value == 8.4
    between = catalogue.target("CHN22", DUNDEE, "2023-24")
    assert between is not None
    assert between.rule is not None


def test_a_range_of_a_locality_with_nothing_but_what_is_needed(folder: Path) -> None:
    text = f'[[locality]]\ncode = "{DUNDEE}:lochee"\nname = "Lochee"\ncouncil = "{DUNDEE}"\n'
    (folder / "localities.toml").write_text(text, encoding="utf-8")
    blank = {"tolerance": "", "tolerance_kind": "", "origin": "", "value": ""}
    keep(folder, changed(area="Dundee City: Lochee", low=5, high=7, **blank))
    target = load_catalogue(folder).target("CHN22", f"{DUNDEE}:lochee", "2024-25")
    assert target is not None
    assert (target.low, target.high, target.value) == (5.0, 7.0, None)
    assert (target.tolerance, target.in_points, target.origin) == (5.0, False, Origin.LOCAL)
    assert load_catalogue(folder).target("CHN22", f"{DUNDEE}:lochee", "2018-19").rule is not None  # type: ignore[union-attr]


def test_the_same_target_again_changes_nothing_and_a_later_one_begins_later(folder: Path) -> None:
    keep(folder, ROW)
    first = (folder / "targets_local.toml").read_bytes()
    assert keep(folder, ROW).unchanged == 1
    assert (folder / "targets_local.toml").read_bytes() == first
    kept = keep(folder, ROW, changed(**{"from": "2026-27"}, value=7))
    assert (len(kept.added), kept.unchanged) == (1, 1)
    assert (folder / "targets_local.toml").read_bytes().startswith(first)
    catalogue = load_catalogue(folder)
    found = [catalogue.target("CHN22", DUNDEE, year) for year in ("2025-26", "2026-27", "2030-31")]
    assert [target and target.value for target in found] == [8.0, 7.0, 7.0]


@pytest.mark.parametrize(
    ("cells", "allowed"),
    [
        ({"from": "2018-19"}, False),
        ({"from": "2017-18"}, False),
        ({"from": "2017-18", "to": "2018-19"}, False),
        ({"from": "2016-17", "to": "2017-18"}, True),
        ({"from": "2019-20"}, True),
        ({"from": "2018-19", "area": "Angus"}, True),
    ],
)
def test_a_target_may_not_change_one_that_was_valid_before(
    folder: Path, cells: dict[str, str], allowed: bool
) -> None:
    if allowed:
        assert len(keep(folder, changed(**cells)).added) == 1
        return
    with pytest.raises(
        LoadRefused, match=r"sheet Targets, row 2, column From: CHN22 of Dundee City already has"
    ):
        keep(folder, changed(**cells))
    assert not (folder / "targets_local.toml").exists()


def test_two_targets_of_one_file_may_not_contradict_each_other(folder: Path) -> None:
    with pytest.raises(LoadRefused, match=r"row 3, column From: .* already has a target from 2024-25"):
        keep(folder, ROW, changed(value=9))


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"indicator": "CHN99"}, "Indicator", "'CHN99' is not an indicator of the catalogue"),
        ({"indicator": ""}, "Indicator", "it is empty; fill it in"),
        ({"area": "Dundee Citty"}, "Area", "did you mean 'Dundee City'?"),
        ({"area": ""}, "Area", "it is empty"),
        ({"from": "soon"}, "From", "'soon' is not a period"),
        ({"from": ""}, "From", "it is empty"),
        ({"to": "2022-23"}, "To", "2022-23 is over before 2024-25"),
        ({"value": "about 8"}, "Value", "'about 8' is not a number"),
        ({"value": ""}, "Value", "needs a value, or a low and a high"),
        ({"low": 5, "high": 7}, "Value", "and not both"),
        ({"value": "", "low": 5}, "Value", "needs a value, or a low and a high"),
        ({"value": "", "low": 8, "high": 7}, "Low", "above the high end"),
        ({"tolerance": -1}, "Tolerance", "never below 0"),
        ({"tolerance_kind": "point"}, "Tolerance kind", "'point' is unknown; use one of percent, points"),
        ({"origin": "rule"}, "Origin", "'rule' is unknown; use one of local, statutory, national"),
        ({"set_by": ""}, "Set by", "it is empty"),
    ],
)
def test_a_mistake_is_refused_with_its_sheet_row_and_column_and_nothing_is_kept(
    folder: Path, cells: dict[str, object], column: str, sentence: str
) -> None:
    with pytest.raises(LoadRefused) as caught:
        keep(folder, ROW, changed(**cells))
    assert f"return-2024-07.xlsx, sheet Targets, row 3, column {column}: " in str(caught.value)
    assert sentence in str(caught.value)
    assert not (folder / "targets_local.toml").exists()


def test_a_missing_column_and_a_sheet_without_rows_are_named(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    short = book(folder / "short.xlsx", ROW[:-1], columns=COLUMNS[:-1])
    with pytest.raises(LoadRefused, match="sheet Targets, row 1: there is no column Note"):
        read_targets(extract(short), catalogue)
    begun = book(folder / "begun.xlsx", ("CHN22", *[""] * 11))
    with pytest.raises(LoadRefused, match="no filled rows of targets"):
        read_targets(extract(begun), catalogue)


def test_the_csv_of_targets_is_read_as_the_sheet_is(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    path = write_csv(folder / "targets.csv", ",".join(COLUMNS), [("CHN22", *[""] * 11), ROW])
    (placed,) = read_targets(extract(path), catalogue)
    (same,) = read_targets(extract(book(folder / "same.xlsx", ROW)), catalogue)
    assert placed.target == same.target
    assert placed.place == "targets.csv, row 3"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\x7f\\\"'")),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
)
def test_any_text_and_number_comes_back_from_the_file_as_it_was(text: str, value: float) -> None:
    target = Target("CHN22", DUNDEE, Origin.LOCAL, text, value=value, first="2024-25", note=text)
    (entry,) = tomllib.loads(as_toml(target))["target"]
    assert (entry["set_by"], entry["note"], entry["value"]) == (text, text, value)


def test_a_disk_that_fails_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(folder, ROW)
    before = (folder / "targets_local.toml").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("etl.targets.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep(folder, changed(**{"from": "2026-27"}))
    assert (folder / "targets_local.toml").read_bytes() == before
    assert {path.suffix for path in folder.iterdir() if path.is_file()} == {".toml"}


def test_a_target_beginning_in_a_month_goes_before_the_one_of_its_year(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    old = Target("CORP11", "S12000041", Origin.LOCAL, "x", value=1.0, first="2024-25")
    new = Target("CORP11", "S12000041", Origin.LOCAL, "x", value=2.0, first="2024-10")
    keep_targets([PlacedTarget("row 1", old), PlacedTarget("row 2", new)], catalogue, folder)
    found = load_catalogue(folder)
    values = [found.target("CORP11", "S12000041", month) for month in ("2024-09", "2024-11")]
    assert [target and target.value for target in values] == [1.0, 2.0]


@pytest.fixture
def command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command `targets` at work on the small catalogue."""
    monkeypatch.setattr("etl.commands.templating.CATALOGUE_FOLDER", folder)
    return folder


def test_the_command_says_what_it_kept_and_where(command: Path) -> None:
    path = book(command.parent / "return.xlsx", ROW)
    done = CliRunner().invoke(app, ["targets", str(path)])
    assert done.exit_code == 0, done.output
    assert "return.xlsx: 1 added to" in done.output
    answer = json.loads(CliRunner().invoke(app, ["targets", str(path), "--json"]).stdout)
    assert (answer["status"], answer["added"], answer["unchanged"]) == ("kept", 0, 1)


def test_the_command_refuses_with_exit_code_1_and_waits_for_nobody(command: Path) -> None:
    path = book(command.parent / "return.xlsx", changed(area="Narnia"))
    done = CliRunner().invoke(app, ["targets", str(path), "--json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["problems"][0]["place"].endswith("row 2, column Area")
    with holding(lock_of(command)):
        assert CliRunner().invoke(app, ["targets", str(path)]).exit_code == 3
