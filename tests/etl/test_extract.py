from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from etl import archives
from etl import extract as extraction
from etl.extract import FileKind, extract, text_of
from etl.problems import LoadRefused
from tests.etl.published_files import write_workbook


def sentence(path: Path) -> str:
    with pytest.raises(LoadRefused) as caught:
        extract(path)
    assert len(caught.value.problems) == 1
    return str(caught.value)


def test_a_file_is_known_by_its_name_its_fingerprint_and_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(b"a,b\n1,2\n")
    found = extract(path)
    assert (found.name, found.stem, found.kind) == ("figures.csv", "figures", FileKind.TEXT)
    assert found.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()
    assert extract(write_workbook(tmp_path / "book.xlsx", [["a"]])).kind is FileKind.WORKBOOK


def test_a_missing_file_is_refused_with_its_path(tmp_path: Path) -> None:
    assert f"no such file at {tmp_path / 'none.csv'}" in sentence(tmp_path / "none.csv")


def test_a_link_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("a\n1\n")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real.csv")
    assert "link.csv is a link or a folder" in sentence(link)
    assert "is a link or a folder" in sentence(tmp_path)


@pytest.mark.parametrize("name", ["empty.csv", "empty.xlsx"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert sentence(tmp_path / name) == f"{name} is empty; fetch it again from its publisher."


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "LARGEST_FILE_BYTES", 10)
    path = tmp_path / "large.csv"
    path.write_text("x" * 11)
    assert "larger than 50 MB" in sentence(path)


@pytest.mark.parametrize(
    ("content", "held"),
    [
        (b"indicator,area\n", "plain text, as a CSV file does"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"\x00\x01\x02\x03", "no workbook"),
    ],
)
def test_a_workbook_that_is_something_else_is_refused_by_what_it_holds(
    tmp_path: Path, content: bytes, held: str
) -> None:
    path = tmp_path / "lgbf.xlsx"
    path.write_bytes(content)
    assert sentence(path).startswith(f"lgbf.xlsx is named .xlsx but holds {held};")


def test_a_workbook_named_csv_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "book.xlsx", [["a"]]).rename(tmp_path / "book.csv")
    assert "book.csv is named .csv but holds a zip archive" in sentence(path)


def test_an_old_or_protected_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0 and more")
    assert "old Excel file or is protected by a password" in sentence(path)


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, share: float) -> None:
    path = write_workbook(tmp_path / "book.xlsx", [["Local Authority"], ["Dundee City"]])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert sentence(path) == "book.xlsx is damaged and cannot be unpacked; fetch it again."


def test_a_workbook_with_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "book.xlsx", [["Local Authority"], ["Dundee City"]])
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("xl/worksheets/sheet2.xml").header_offset
    content = bytearray(path.read_bytes())
    content[start + 80 : start + 90] = b"0123456789"
    path.write_bytes(content)
    assert "damaged" in sentence(path)


def test_a_zip_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "lgbf.xlsx", "w") as archive:
        archive.writestr("LGBF_Data_Table_Real.csv", "Code\n")
    assert "a zip archive but no .xlsx workbook" in sentence(tmp_path / "lgbf.xlsx")


def test_an_archive_that_unpacks_200_times_over_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 5_000_000)
    assert "unpacks to far more" in sentence(tmp_path / "bomb.xlsx")


def test_an_archive_of_too_many_members_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    assert "unpacks to far more" in sentence(write_workbook(tmp_path / "book.xlsx", [["a"]]))


def test_a_sheet_whose_used_area_is_nearly_empty_and_huge_is_refused(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a"], *[[] for _ in range(9_999)], ["", *[""] * 998, 1]]
    path = write_workbook(tmp_path / "book.xlsx", rows)
    assert "last used cell is in row 10001, column 1000; delete the empty rows" in sentence(path)


def test_text_may_carry_the_mark_of_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "marked.csv"
    path.write_bytes(b"\xef\xbb\xbfCode\n")
    assert text_of(extract(path)) == "Code\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a\nb \x96 c\n", "odd.csv, line 2: the text is not UTF-8; save the file as 'CSV UTF-8'"),
        ("a,b\n".encode("utf-16"), "odd.csv, line 1: the text is not UTF-8"),
        (b"a\0b\n", "odd.csv holds NUL characters"),
    ],
)
def test_other_encodings_are_refused_with_the_line(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(LoadRefused) as caught:
        text_of(extract(path))
    assert expected in str(caught.value)
