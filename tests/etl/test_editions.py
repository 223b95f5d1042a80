from __future__ import annotations

import pytest

from etl.editions import Edition, date_in_name, edition_of, words_of
from etl.extract import Extracted, FileKind
from etl.problems import LoadRefused
from etl.readings import Asked


def file(name: str) -> Extracted:
    return Extracted(name, "", FileKind.TEXT, b"")


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("lgbf_workbook_2022-01", "2022-01"),
        ("LGBF_Files_Nov24", "2024-11"),
        ("LGBF-Datafiles-Jan-25", "2025-01"),
        ("data-Jan22", "2022-01"),
        ("figures September 2023", "2023-09"),
        ("returns_202403", "2024-03"),
        ("lgbf", None),
        ("lgbf_2010-11", None),
        ("lgbf_2019-20", None),
        ("Summary2022", None),
        ("2022-01_to_2023-02", None),
    ],
)
def test_the_date_in_a_file_name_is_found_only_when_there_is_no_doubt(stem: str, date: str | None) -> None:
    assert date_in_name(stem) == date


def test_the_name_of_the_file_gives_date_and_label() -> None:
    found = edition_of(file("lgbf_data_table_real_2024-02.csv"), Asked(), "LGBF, {date}")
    assert found == Edition("LGBF, February 2024", "2024-02")


def test_what_the_person_says_goes_before_the_name() -> None:
    asked = Asked("LGBF, second release", "2024-03-05")
    assert edition_of(file("x_2024-02.csv"), asked, "LGBF, {date}") == Edition(
        "LGBF, second release", "2024-03-05"
    )


@pytest.mark.parametrize(
    ("published", "words"), [("2024", "2024"), ("2024-02", "February 2024"), ("2024-12-31", "December 2024")]
)
def test_a_date_is_put_in_words_as_exactly_as_it_is_known(published: str, words: str) -> None:
    assert words_of(published) == words


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked(), "lgbf.csv: its name does not say when it was published; give the date, for example --pub"),
        (Asked(published="02/2024"), "'02/2024' is not a date; write it as 2024, 2024-02 or 2024-02-20."),
        (Asked(published="2024-13"), "'2024-13' is not a date"),
    ],
)
def test_without_a_date_the_file_is_refused(asked: Asked, sentence: str) -> None:
    with pytest.raises(LoadRefused) as caught:
        edition_of(file("lgbf.csv"), asked, "LGBF, {date}")
    assert sentence in str(caught.value)
