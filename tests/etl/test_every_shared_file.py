"""Every real file loads, or is refused with a sentence that says what it is and why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.pipeline import load_file
from etl.problems import LoadRefused
from indicators.catalogue_files import load_catalogue
from tests.conftest import PROJECT

TRANSCRIBED = "they are in data/published, in the tidy format"
PAGE = "it is the text of a page, not a data file"
# How many rows a file that loads has, else what its refusal says.
EXPECTED: dict[str, int | str] = {
    "adult_protection/asp_published_figures_as_seen.csv": "in data/published/adult_support_protection.csv",
    "areas/council_areas.csv": "it lists the councils with their codes and holds no figures",
    "areas/family_groups.csv": "it says which councils form a family group and holds no figures",
    "care_inspectorate/ci_datastore_2026-05-31_deidentified_cp1252.csv": 130,
    "children/cpr_vintages_as_seen.csv": "in data/published/child_protection_statistics.csv",
    "children/govscot_csws_2020-21_table2.1_as_seen.txt": PAGE,
    "justice/govscot_cjsw_2017-18_table13_unpaid_work_as_seen.txt": PAGE,
    "justice/govscot_cjsw_2018-19_table2_as_seen.txt": PAGE,
    "justice/statistics_gov_scot_cube_structure_as_seen.txt": PAGE,
    "lgbf/family_groups.csv": "it says which councils form a family group and holds no figures",
    "lgbf/indicator_information_2024-02.csv": 0,
    "lgbf/lgbf_data_table_real_2024-02.csv": 36596,
    "lgbf/lgbf_metadata_2022-01.xlsx": 0,
    "lgbf/lgbf_workbook_2022-01.xlsx": 1291 * 33,
    "lgbf/numerator_denominator_failures_2024-02.csv": "numerator and denominator do not reproduce",
    "lgbf/quarterly_real_2024-02.csv": 1339,
    "lgbf/sw08_and_missing_real_2024-02.csv": 1888,
    "published/contradictions_in_documents.csv": "it lists contradictions found in documents",
    "published/dg_kpi_table.csv": "its figures are in data/published, in the tidy format",
    "published/documents_against_lgbf.csv": "it compares documents with the LGBF",
    "published/facts_government_statistics.csv": TRANSCRIBED,
    "published/facts_lgbf_and_national.csv": TRANSCRIBED,
    "published/figures_from_documents.csv": TRANSCRIBED,
    "published/lgbf_all_councils.csv": TRANSCRIBED,
    "published/revisions_government_statistics.csv": "it is a working list of revisions",
    "published/revisions_lgbf.csv": "it compares two editions",
}
# Folders whose files have tests of their own; here it is enough that none of them fails in another way.
ELSEWHERE = ("sds", "delayed_discharges")
_FOLDER = PROJECT.parent / "shared" / "data"
_FILES = sorted(path.relative_to(_FOLDER).as_posix() for path in _FOLDER.rglob("*") if path.is_file())


def outcome(path: Path, engine: Engine) -> int | str:
    """The rows read of a file that loads, else the sentences of its refusal."""
    try:
        return load_file(path, engine, load_catalogue()).counts.read
    except LoadRefused as refusal:
        return str(refusal)


def test_the_table_names_every_file_and_no_other(shared_data: Path) -> None:
    assert shared_data == _FOLDER, os.fspath(shared_data)
    assert set(EXPECTED) == {name for name in _FILES if not name.startswith(ELSEWHERE)}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_loads_with_all_its_rows_or_says_what_it_is(
    shared_data: Path, name: str, engine: Engine
) -> None:
    found, wanted = outcome(shared_data / name, engine), EXPECTED[name]
    if isinstance(wanted, int):
        assert found == wanted
    else:
        assert isinstance(found, str)
        assert found.startswith(f"{Path(name).name}: it ")
        assert wanted in found
        assert found.endswith(".")


@pytest.mark.parametrize("name", [name for name in _FILES if name.startswith(ELSEWHERE)])
def test_a_file_with_tests_of_its_own_loads_or_is_refused_in_a_sentence(
    shared_data: Path, name: str, engine: Engine
) -> None:
    found = outcome(shared_data / name, engine)
    assert found if isinstance(found, int) else found.endswith(".")


def test_the_table_of_single_values_and_the_table_of_its_edition_say_the_same(
    shared_data: Path, engine: Engine
) -> None:
    catalogue, folder = load_catalogue(), shared_data / "lgbf"
    load_file(folder / "lgbf_data_table_real_2024-02.csv", engine, catalogue)
    again = load_file(folder / "sw08_and_missing_real_2024-02.csv", engine, catalogue)
    assert again.counts.unchanged == again.counts.read == 1888
