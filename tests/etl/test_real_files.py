"""The real published files against the store; skipped where they are not beside the project."""

from __future__ import annotations

import math
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine

from etl.cells import column_letters
from etl.cli import PUBLISHED_FOLDER
from etl.extract import extract
from etl.pipeline import load_all, load_file
from etl.readings import Asked
from etl.report import Counts, LoadReport
from etl.sources import lgbf_workbook, reader_for
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store import engine as store
from tests.etl.conftest import dump, query

WORKBOOK, TABLE = "lgbf/lgbf_workbook_2022-01.xlsx", "lgbf/lgbf_data_table_real_2024-02.csv"
FIGURES = 1291 * 33
STATUSES = {
    "dna": "not_available",
    "NA": "not_applicable",
    "N/A": "not_applicable",
    "n/a": "not_applicable",
    "*": "suppressed",
    "": "missing",
}
DUNDEE_CHN22 = "area_code = 'S12000042' AND indicator_code = 'CHN22' AND period = '2019-20'"


@pytest.fixture(scope="module")
def real_catalogue() -> Catalogue:
    return load_catalogue()


def empty_store(folder: Path) -> Engine:
    engine = store.writer(f"sqlite:///{folder / 'store.db'}")
    store.upgrade(engine)
    return engine


@pytest.fixture(scope="module")
def loaded(
    shared_data: Path, real_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Engine, LoadReport]]:
    """A store that holds the whole workbook of January 2022 and nothing else."""
    engine = empty_store(tmp_path_factory.mktemp("workbook"))
    yield engine, load_file(shared_data / WORKBOOK, engine, real_catalogue)
    engine.dispose()


def copy_of(engine: Engine, path: Path) -> Engine:
    """Another store that holds the same."""
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
    return store.writer(f"sqlite:///{path}")


@pytest.fixture(scope="module")
def sheet(shared_data: Path) -> list[list[float | str]]:
    """The cells of the sheet, read without any of our own code."""
    book = CalamineWorkbook.from_path(shared_data / WORKBOOK)
    return book.get_sheet_by_name("Raw Data").to_python(skip_empty_area=False)  # type: ignore[return-value]


def test_every_figure_of_the_workbook_is_loaded_and_nothing_is_rejected(
    loaded: tuple[Engine, LoadReport],
) -> None:
    _, report = loaded
    assert report.counts == Counts(new=FIGURES)
    assert report.editions == ("LGBF, January 2022",)
    assert {problem.severity for problem in report.problems} == {"warning"}


def test_every_filled_cell_of_the_workbook_is_accounted_for(
    shared_data: Path, real_catalogue: Catalogue, sheet: list[list[float | str]]
) -> None:
    reading = lgbf_workbook.READER.read(extract(shared_data / WORKBOOK), real_catalogue, Asked())
    filled = sum(cell != "" for row in sheet for cell in row)
    assert sum(reading.cells.values()) == filled == 74259
    assert reading.cells["value"] == FIGURES - 133
    assert reading.cells["stray"] == 0


def test_200_random_cells_are_in_the_store_as_printed(
    loaded: tuple[Engine, LoadReport], sheet: list[list[float | str]]
) -> None:
    engine, _ = loaded
    statement = "SELECT locator, value, status, numerator, denominator FROM figure_versions"
    kept = {row[0]: row[1:] for row in query(engine, statement)}
    assert len(kept) == FIGURES
    for locator in random.Random(2022).sample(sorted(kept), 200):
        letters = locator.removeprefix("Raw Data!").rstrip("0123456789")
        column = next(at for at in range(len(sheet[0])) if column_letters(at) == letters)
        row = int(locator.removeprefix(f"Raw Data!{letters}")) - 1
        printed = sheet[row][column]
        value, status, numerator, denominator = kept[locator]
        assert (value, status) == (
            (printed, "published") if isinstance(printed, float) else (None, STATUSES[printed])
        )
        if numerator is not None:
            assert numerator == sheet[row][column + 1]
        if denominator is not None:
            assert denominator == sheet[row][column + 2]


def test_every_value_cell_is_in_the_store_as_printed(
    loaded: tuple[Engine, LoadReport], sheet: list[list[float | str]]
) -> None:
    engine, _ = loaded
    values = "SELECT sum(value), count(value), count(numerator), count(denominator) FROM figure_versions"
    total, numbers, numerators, denominators = query(engine, values)[0]
    cells = {column_letters(at): at for at in range(len(sheet[0]))}
    printed = []
    for (locator,) in query(engine, "SELECT locator FROM figure_versions"):
        letters = locator.removeprefix("Raw Data!").rstrip("0123456789")
        cell = sheet[int(locator.rpartition(letters)[2]) - 1][cells[letters]]
        printed += [cell] if isinstance(cell, float) else []
    assert numbers == len(printed) == 39921
    assert math.isclose(total, math.fsum(printed), rel_tol=1e-12)
    assert numbers + numerators + denominators == sum(isinstance(c, float) for row in sheet for c in row)


def test_re_registrations_in_dundee_in_2019_20_stand_where_the_cells_put_them(
    loaded: tuple[Engine, LoadReport],
) -> None:
    # The eight of the family group as printed: Dundee City 1.92307692307692, East Ayrshire
    # 5.29801324503311, Eilean Siar 22.2222222222222, Glasgow City 6.1965811965812, Inverclyde
    # 10.2040816326531, North Ayrshire 15.0406504065041, North Lanarkshire 7.79816513761468 and West
    # Dunbartonshire 2.29885057471264; only East Lothian, Orkney (0 each) and Angus (1.85) are lower.
    engine, _ = loaded
    assert query(
        engine,
        f"SELECT value, status, period_kind, period_start, locator FROM figures WHERE {DUNDEE_CHN22}",
    ) == [(1.92307692307692, "published", "care_year", "2019-08-01", "Raw Data!QM8")]
    found = query(
        engine,
        "SELECT scotland_value, scotland_kind, family_mean, family_fourth, family_n, family_rank, rank, "
        f"rank_n, quartile FROM benchmarks WHERE {DUNDEE_CHN22}",
    )[0]
    assert found[:2] == (6.85, "published")
    assert found[2] == pytest.approx(8.87270516729974, abs=1e-12)
    assert found[3:] == (6.1965811965812, 8, 1, 4, 32, 1)


def test_costs_have_a_cash_and_a_real_figure_and_the_real_ones_a_price_year(
    loaded: tuple[Engine, LoadReport],
) -> None:
    engine, _ = loaded
    cost = "FROM figures WHERE indicator_code = 'SW01' AND area_name = 'Scotland' AND period = '2019-20'"
    assert query(engine, f"SELECT basis, round(value, 4) {cost} ORDER BY basis") == [
        ("cash", 25.5426),
        ("real", 27.2461),
    ]
    assert query(engine, "SELECT base_year FROM editions") == [("2020-21",)]
    per_year = (
        "SELECT basis, count(*) FROM figures WHERE indicator_code = 'SW01' GROUP BY basis ORDER BY basis"
    )
    assert query(engine, per_year) == [("cash", 363), ("real", 363)]


def test_the_block_after_the_blank_header_is_a_series_of_its_own(loaded: tuple[Engine, LoadReport]) -> None:
    engine, _ = loaded
    counted = (
        "SELECT period_kind = 'window', count(DISTINCT period) FROM figures "
        "WHERE indicator_code = 'CHN10' GROUP BY 1 ORDER BY 1"
    )
    assert query(engine, counted) == [(0, 10), (1, 8)]


def test_missing_is_never_zero(loaded: tuple[Engine, LoadReport]) -> None:
    engine, _ = loaded
    statuses = "SELECT status, count(*), count(value) FROM figure_versions GROUP BY status ORDER BY status"
    assert query(engine, statuses) == [
        ("missing", 133, 0),
        ("not_applicable", 637, 0),
        ("not_available", 1848, 0),
        ("published", 39921, 39921),
        ("suppressed", 64, 0),
    ]


def test_the_workbook_then_the_newer_table_then_the_workbook_again(
    shared_data: Path, real_catalogue: Catalogue, tmp_path: Path, loaded: tuple[Engine, LoadReport]
) -> None:
    engine = copy_of(loaded[0], tmp_path / "copy.db")
    table = load_file(shared_data / TABLE, engine, real_catalogue)
    # 35,466 rows of councils and 1,130 of Scotland, four of which disagree with themselves.
    assert (table.counts.read, table.counts.rejected, table.counts.history) == (36596, 4, 0)
    assert table.counts.rebased > 7000
    settled = dump(engine)
    again = load_file(shared_data / WORKBOOK, engine, real_catalogue)
    assert again.counts == Counts(unchanged=FIGURES)
    assert load_file(shared_data / TABLE, engine, real_catalogue).counts == Counts(
        unchanged=36592, rejected=4
    )
    assert dump(engine) == settled
    current = "SELECT value, edition, locator FROM figures WHERE " + DUNDEE_CHN22
    assert query(engine, current) == [(1.92, "LGBF, February 2024", "row 11836")]
    engine.dispose()


def test_percentages_of_the_table_are_of_the_size_of_the_workbook(
    shared_data: Path, real_catalogue: Catalogue, loaded: tuple[Engine, LoadReport]
) -> None:
    engine, _ = loaded
    path = shared_data / TABLE
    table = reader_for(extract(path)).read(extract(path), real_catalogue, Asked()).frame
    key = ["indicator", "area", "period", "basis"]
    printed = table.set_index(key)["value"].to_dict()
    ratios: dict[str, list[float]] = {}
    asked = "SELECT indicator_code, area_code, period, basis, value FROM figure_versions WHERE value <> 0"
    for *place, value in query(engine, asked):
        if printed.get(tuple(place)):
            ratios.setdefault(place[0], []).append(printed[tuple(place)] / value)
    assert len(ratios) > 80
    for code, found in ratios.items():
        assert 0.5 < sorted(found)[len(found) // 2] < 2, code


def test_the_bundled_figures_and_the_real_table_of_their_edition_agree_to_the_last_digit(
    shared_data: Path, real_catalogue: Catalogue, tmp_path: Path, bundle_url: str
) -> None:
    copied = shutil.copyfile(bundle_url.removeprefix("sqlite:///"), tmp_path / "store.db")
    engine = store.writer(f"sqlite:///{copied}")
    bundled = sorted(PUBLISHED_FOLDER.glob("*.csv"))
    shared = (
        "SELECT indicator_code, area_code, period, value, status FROM figures "
        "WHERE edition = 'LGBF, February 2024' AND basis = 'none' ORDER BY 1, 2, 3"
    )
    first = query(engine, shared)
    assert len(first) > 4700
    load_file(shared_data / TABLE, engine, real_catalogue)
    assert set(first) <= set(query(engine, shared))
    settled = dump(engine)
    for report in load_all(bundled, engine, real_catalogue):
        assert report.counts == Counts(unchanged=report.counts.read), report.file
    assert dump(engine) == settled
    engine.dispose()
