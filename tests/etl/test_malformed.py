"""The catalogue of malformed files: each refused in a sentence with exit code 1, or loaded as it is meant.

A file may take ten seconds and 500 MB at most; what could take more is loaded by a process of its own,
whose memory is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from etl import cli, extract
from etl.commands import common
from etl.pipeline import load_file
from indicators.catalogue import Catalogue
from tests.catalogue_builder import small_catalogue
from tests.etl import odd_files as odd
from tests.etl.conftest import everything, query
from tests.etl.published_files import TIDY_HEADER, tidy_row, write_csv, write_tidy, write_workbook

PROJECT = Path(__file__).resolve().parents[2]
MOST_SECONDS, MOST_KILOBYTES = 10, 500 * 1024
# A small process between ours and the one that is measured, which would begin with our own memory.
MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
print(json.dumps([done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, done.stdout]))
"""
Builder = Callable[[Path], Path]

GAELIC = "Comhairle nan Eilean Siar – Cùram is Sàbhailteachd Chloinne " * 5
SHORT: dict[str, tuple[Builder, str]] = {
    "an empty file": (lambda f: odd.text(f, b""), "lgbf.csv is empty"),
    "an empty workbook": (lambda f: odd.text(f, b"", odd.NAME), "is empty"),
    "a header only": (lambda f: odd.text(f, odd.header()), "has a header and no rows"),
    "blank lines only": (lambda f: odd.text(f, b"\n\n\n"), "header is of no known kind of file"),
    "csv named xlsx": (lambda f: odd.text(f, odd.header(), odd.NAME), "holds plain text, as a CSV file"),
    "html named xlsx": (lambda f: odd.text(f, b"<html><table>", odd.NAME), "holds a web page"),
    "html named csv": (lambda f: odd.text(f, b"<!DOCTYPE html>\n<html></html>"), "no known kind of file"),
    "zip named xlsx": (lambda f: odd.packed(f / odd.NAME, {"a.csv": b"x"}), "no .xlsx workbook"),
    "pdf named xlsx": (lambda f: odd.text(f, b"%PDF-1.7\n%\xe2\xe3", odd.NAME), "holds a PDF document"),
    "pdf named csv": (lambda f: odd.text(f, b"%PDF-1.7\n%\xe2\xe3\n"), "not UTF-8"),
    "encrypted": (lambda f: odd.text(f, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, odd.NAME), "a password"),
    "an old workbook": (
        lambda f: odd.text(f, b"\xd0\xcf\x11\xe0" * 99, "lgbf_2022-01.xls"),
        "old Excel file",
    ),
    "an older workbook": (lambda f: odd.text(f, b"\x09\x08\0\0" * 9, "lgbf_2022-01.xls"), "no workbook"),
    "a binary workbook": (
        lambda f: odd.packed(f / "lgbf_2022-01.xlsb", {"xl/workbook.bin": b"x"}),
        "a binary workbook (.xlsb); save it as plain .xlsx",
    ),
    "a binary workbook named xlsx": (
        lambda f: odd.packed(f / odd.NAME, {"xl/workbook.bin": b"x"}),
        "a binary workbook (.xlsb)",
    ),
    "merged headers": (
        lambda f: odd.workbook(f, [["Benchmarks", ""], *odd.ROWS]),
        "the first header is 'Benchmarks' and must be 'Local Authority'",
    ),
    "headers in two rows": (
        lambda f: odd.workbook(f, [["Local", "CHN22"], ["Authority", "2019-20"], *odd.ROWS[1:]]),
        "the first header is 'Local' and must be",
    ),
    "a renamed sheet": (
        lambda f: write_workbook(f / odd.NAME, odd.ROWS, sheet="Data"),
        "a sheet named 'Raw Data' is needed",
    ),
    "a column twice in a workbook": (
        lambda f: odd.workbook(f, [["Local Authority", *["CHN22 2019-20"] * 2], ["Dundee City", 1, 2]]),
        "CHN22",
    ),
    "a column twice": (
        lambda f: write_csv(f / "lgbf.csv", f"{TIDY_HEADER},value", [[*tidy_row(), 99]]),
        "lgbf.csv, row 1: two columns are named 'value'",
    ),
    "a figure twice": (
        lambda f: write_tidy(f / "lgbf.csv", [tidy_row(value=1), tidy_row(value=2)]),
        "two different values for CHN22",
    ),
    "codes alike but for case": (
        lambda f: write_tidy(f / "lgbf.csv", [tidy_row("CHN22", value=1), tidy_row("chn22", value=2)]),
        "two different values for CHN22",
    ),
    "a day for a year": (lambda f: odd.tidy(f, period="01/10/2014"), "'01/10/2014' is not a period"),
    "a month for a year": (lambda f: odd.tidy(f, period="Oct-14"), "'Oct-14' is not a"),
    "utf-16": (lambda f: odd.text(f, odd.header().encode("utf-16")), "line 1: the text is not UTF-8"),
    "smart quotes": (lambda f: odd.text(f, odd.header().encode() + b"\x93x\x94,"), "line 2: the text is not"),
    "nul": (lambda f: odd.text(f, odd.header() + "a\0b\n"), "holds NUL characters"),
    "a large field": (lambda f: odd.text(f, odd.header() + "x" * 10_000_000), "cannot be read as CSV"),
    "an open quote": (lambda f: odd.text(f, odd.header() + 'CHN22,"Dundee\n'), "cannot be read as CSV"),
    "300 letters": (lambda f: odd.tidy(f, area=GAELIC[:300]), "is not a known area"),
    "right to left": (lambda f: odd.tidy(f, area="Dundee \u202eytiC"), "is not a known area"),
    "decomposed": (lambda f: odd.tidy(f, area=unicodedata.normalize("NFD", "Dùn Dè")), "is not a known area"),
    "never calculated": (odd.uncalculated, "B2 holds a formula that was never calculated"),
    "a part outside": (
        lambda f: odd.changed(f, "../../evil.txt", lambda _: b"x"),
        "holds a part named '../../evil.txt', outside itself",
    ),
    "an absolute part": (
        lambda f: odd.changed(f, "/etc/evil", lambda _: b"x"),
        "'/etc/evil', outside itself",
    ),
    "overlapping parts": (odd.overlapping, "parts that lie over each other"),
    "laughs in strings": (odd.laughs_in_strings, "defines entities in xl/sharedStrings.xml"),
    "laughs in types": (odd.laughs_in_types, "defines entities in [Content_Types].xml"),
    "one long entity": (odd.quadratic, "defines entities in xl/sharedStrings.xml"),
}
LONG: dict[str, tuple[Builder, str]] = {
    "a thousand million zeros": (odd.zeros, "unpacks to far more than a workbook of figures does"),
    "a hundred thousand parts": (odd.many_parts, "unpacks to far more than a workbook of figures does"),
    "more than it says": (odd.understated, "unpacks to far more than a workbook of figures does"),
    "every row used": (odd.blank_rows, "last used cell is in row 1048576, column 3"),
    "laughs": (odd.laughs_in_strings, "defines entities"),
}


@pytest.fixture(autouse=True)
def _small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", small_catalogue)


@pytest.fixture
def old_release(tmp_path: Path, engine: Engine, catalogue: Catalogue) -> Engine:
    """A store with one figure in it."""
    load_file(write_tidy(tmp_path / "lgbf_old.csv", [tidy_row(period="2018-19")]), engine, catalogue)
    return engine


def assert_refused(path: Path, engine: Engine, expected: str) -> None:
    before, started = everything(engine), time.monotonic()
    result = CliRunner().invoke(cli.app, ["load", str(path), "--database", str(engine.url)])
    assert time.monotonic() - started < MOST_SECONDS
    assert result.exit_code == 1, result.output
    assert expected in result.stderr
    assert path.name in result.stderr
    assert everything(engine) == before


@pytest.mark.parametrize("case", SHORT)
def test_a_malformed_file_is_refused_in_a_sentence(case: str, tmp_path: Path, old_release: Engine) -> None:
    builder, expected = SHORT[case]
    assert_refused(builder(tmp_path), old_release, expected)


@pytest.mark.parametrize("tenth", range(10))
def test_a_workbook_cut_off_anywhere_is_refused(tenth: int, tmp_path: Path, old_release: Engine) -> None:
    path = odd.workbook(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: 5 + len(content) * tenth // 10])
    assert_refused(path, old_release, "is damaged and cannot be unpacked")


@pytest.mark.skipif(os.name == "nt", reason="the memory of a process is not told this way on Windows")
@pytest.mark.parametrize("case", LONG)
def test_a_bomb_is_refused_within_ten_seconds_and_500_megabytes(
    case: str, tmp_path: Path, old_release: Engine
) -> None:
    builder, expected = LONG[case]
    before, path = everything(old_release), builder(tmp_path)
    command = ["-m", "etl", "load", str(path), "--database", str(old_release.url), "--json"]
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, sys.executable, *command],
        cwd=PROJECT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert time.monotonic() - started < MOST_SECONDS
    exit_code, kilobytes, answer = json.loads(done.stdout)
    assert exit_code == 1
    assert expected in json.loads(answer)["files"][0]["problems"][0]["sentence"]
    assert 50_000 < kilobytes < MOST_KILOBYTES
    assert everything(old_release) == before


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, old_release: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = odd.tidy(tmp_path)
    fstat = os.fstat

    def fstat_after_a_write(handle: int) -> os.stat_result:
        with path.open("a", encoding="utf-8") as file:
            file.write("more\n")
        return fstat(handle)

    monkeypatch.setattr(extract.os, "fstat", fstat_after_a_write)
    assert_refused(path, old_release, "lgbf.csv changed while it was read")


def test_a_link_to_a_file_elsewhere_is_refused(tmp_path: Path, old_release: Engine) -> None:
    (tmp_path / "lgbf.csv").symlink_to(odd.text(tmp_path, odd.header(), "real.csv"))
    assert_refused(tmp_path / "lgbf.csv", old_release, "is a link or a folder, not a file")


@pytest.mark.parametrize(
    "printed",
    [
        "1,234",
        "12.3%",
        "£1.2m",
        "1.234,5",
        "∞",
        "NaN",
        "inf",
        "1e999",
        "'7",
        "١٢",
        "7\u00a08",
        "#N/A",
        "#DIV/0!",
    ],
)
def test_a_number_that_cannot_be_read_is_rejected_and_never_guessed(
    printed: str, tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    report = load_file(odd.tidy(tmp_path, value=printed), engine, catalogue)
    assert (report.counts.read, report.counts.rejected) == (1, 1)
    assert query(engine, "SELECT count(*) FROM figure_versions") == [(0,)]


@pytest.mark.parametrize(
    ("printed", "number"), [("1e3", 1000.0), ("-0", 0.0), ("1e308", 1e308), (" 7.8 ", 7.8)]
)
def test_a_number_in_another_spelling_is_read_exactly(
    printed: str, number: float, tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(odd.tidy(tmp_path, value=printed), engine, catalogue)
    assert query(engine, "SELECT value FROM figure_versions") == [(number,)]


def with_mark(folder: Path) -> Path:
    return odd.text(folder, b"\xef\xbb\xbf" + odd.tidy(folder).read_bytes())


def with_zero_width(folder: Path) -> Path:
    return odd.tidy(folder, area="Dun\u200bdee City\u200d")


def with_old_ends(folder: Path) -> Path:
    return odd.text(folder, odd.tidy(folder).read_bytes().replace(b"\n", b"\r"))


def with_hidden_row(folder: Path) -> Path:
    return odd.changed(
        folder, odd.SHEET, lambda sheet: sheet.replace(b'<row r="2"', b'<row r="2" hidden="1"')
    )


def with_every_column(folder: Path) -> Path:
    """A format on the last of 16,384 columns, and no figure."""
    return odd.changed(
        folder, odd.SHEET, lambda sheet: sheet.replace(b"</row>", b'<c r="XFD1" s="1"/></row>', 1)
    )


def with_macros(folder: Path) -> Path:
    return odd.changed(folder, "xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0", "lgbf_2022-01.xlsm")


def with_links(folder: Path) -> Path:
    link = b'<externalLink><externalBook r:id="rId1"/></externalLink>'
    return odd.changed(folder, "xl/externalLinks/externalLink1.xml", lambda _: link)


def with_calculated_formula(folder: Path) -> Path:
    formula = b"<f>1.5+'[1]Sheet'!A1</f><v>1.5</v>"
    return odd.changed(folder, odd.SHEET, lambda sheet: sheet.replace(b"<v>1.5</v>", formula))


@pytest.mark.parametrize(
    ("builder", "value"),
    [
        (with_mark, 7.8),
        (with_zero_width, 7.8),
        (with_old_ends, 7.8),
        (with_hidden_row, 1.5),
        (with_every_column, 1.5),
        (with_macros, 1.5),
        (with_links, 1.5),
        (with_calculated_formula, 1.5),
    ],
)
def test_an_odd_but_honest_file_is_loaded_as_it_is_meant(
    builder: Builder, value: float, tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(builder(tmp_path), engine, catalogue)
    found = query(engine, "SELECT value FROM figure_versions WHERE area_code = 'S12000042'")
    assert found == [(value,)]


def test_a_long_gaelic_note_is_kept_letter_by_letter(
    tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(odd.tidy(tmp_path, note=GAELIC[:300].strip()), engine, catalogue)
    assert query(engine, "SELECT note FROM figure_versions") == [(GAELIC[:300].strip(),)]


def test_letters_that_turn_or_hide_text_are_shown_by_their_number(
    tmp_path: Path, old_release: Engine
) -> None:
    path = odd.tidy(tmp_path, area="Dundee \u202eytiC\x1b[31m")
    result = CliRunner().invoke(cli.app, ["load", str(path), "--database", str(old_release.url)])
    assert "Dundee <U+202E>ytiC<U+001B>[31m" in result.stderr
    assert not {"\u202e", "\x1b"} & set(result.stderr)
