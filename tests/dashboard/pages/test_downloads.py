"""Downloads over HTTP: a screen, its CSV, its XLSX and the store hold the same figures to the digit."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from dash import Dash
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sqlalchemy import Connection, text

from dashboard.factory import create_app
from dashboard.pages import download_files, every, links
from dashboard.pages.download_files import file_name
from dashboard.views.explore import explore
from dashboard.views.explore_list import EXPLORE_HEADER
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.exports.test_workbook import cells

Row = dict[str, object]
NAMES = (
    "area", "service", "indicator", "beside", "where", "areas", "from", "to", "status", "basis", "source",
    "edition", "view", "sort", "page", "period", "compare", "peers", "show",
)  # fmt: skip
HOSTILE = (
    "' OR 1=1--",
    "]",
    "%",
    "_",
    "\0",
    "x" * 100_000,
    "=1+1",
    "<img src=x>",
    "\r\nX: y",
    "[]",
    "{}",
    "null",
)


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    every.register(made, store)
    made.server.testing = True
    return made


def fetched(app: Dash, page: str, kind: str, query: Mapping[str, str]) -> bytes:
    """The bytes of a download."""
    address = f"{links.file_of(page, kind)}?{urlencode(query)}"
    with app.server.test_client().get(address) as answer:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert (
            answer.headers["Content-Disposition"].endswith(f".{kind}")
            or f".{kind}" in answer.headers["Content-Disposition"]
        )
        return answer.get_data()


def csv_rows(content: bytes) -> list[Row]:
    """The rows of a CSV, numbers as numbers."""
    found = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    numbers = {
        "value",
        "numerator",
        "denominator",
        "lower_95",
        "upper_95",
        "rank",
        "rank_of",
        "quartile",
        "scotland",
        "family_mean",
    }
    return [
        {name: (float(cell) if name in numbers and cell else cell) for name, cell in row.items()}
        for row in found
    ]


def sheet(content: bytes, name: str) -> list[Row]:
    """The rows of a sheet by heading."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    header, *rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


QUESTIONS = (
    {"where": "all", "indicator": "CHN22"},
    {"where": "all", "status": "suppressed"},
    {"where": "all", "status": "doubtful", "sort": "-value"},
    {"area": "S12000006", "from": "2015-16", "to": "2019-20", "sort": "period"},
    {"status": "withdrawn"},
)


@pytest.mark.parametrize("query", QUESTIONS)
def test_screen_csv_xlsx_and_store_agree_to_the_digit(
    app: Dash, connection: Connection, catalogue: Catalogue, query: Mapping[str, str]
) -> None:
    table = csv_rows(fetched(app, links.EXPLORE, "csv", query))
    book = sheet(fetched(app, links.EXPLORE, "xlsx", query), "Figures") if table else []
    assert book == table
    screen = explore(connection, catalogue, query)
    assert screen.count == len(table)
    shown = [(figure.code, figure.area, figure.value) for figure in screen.figures]
    words = [
        (row["indicator_code"], row["area"], row["shown"] if row["value"] != "" else "") for row in table
    ]
    assert shown == words[: len(shown)]
    for row in table:
        stored = connection.execute(
            text(
                "SELECT value, status, locator FROM figures WHERE indicator_code = :indicator_code "
                "AND area_code = :area_code AND period = :period AND basis = :basis"
            ),
            row,
        ).one()
        assert (row["value"] if row["value"] != "" else None, row["status"], row["locator"]) == tuple(stored)


def test_every_figure_there_is_can_be_taken_away_at_once(app: Dash, connection: Connection) -> None:
    table = csv_rows(fetched(app, links.EXPLORE, "csv", {"where": "all"}))
    assert len(table) == connection.execute(text("SELECT count(*) FROM figures")).scalar_one()
    assert len({(r["indicator_code"], r["area_code"], r["period"], r["basis"]) for r in table}) == len(table)


def test_a_suppressed_figure_has_no_number_anywhere_in_its_row(app: Dash) -> None:
    hidden = csv_rows(fetched(app, links.EXPLORE, "csv", {"where": "all", "status": "suppressed"}))
    assert hidden
    for row in hidden:
        assert (row["value"], row["numerator"], row["denominator"], row["lower_95"], row["shown"]) == (
            "", "", "", "", "Suppressed",
        )  # fmt: skip


@pytest.mark.parametrize("page", [links.TRENDS, links.BENCHMARKS, links.OVERVIEW])
def test_both_files_of_a_page_have_the_same_rows(app: Dash, page: str) -> None:
    query = {"indicator": "CHN22", "area": "S12000042"}
    table = csv_rows(fetched(app, page, "csv", query))
    book = sheet(fetched(app, page, "xlsx", query), "Figures")
    assert table
    assert [(row["area"], row["period"], row["value"], row["shown"]) for row in book] == [
        (row["area"], row["period"], row["value"], row["shown"]) for row in table
    ]


def test_the_benchmarks_file_has_the_ranking_of_the_screen(app: Dash) -> None:
    query = {"indicator": "CHN22", "area": "S12000042", "period": "2021-22"}
    table = csv_rows(fetched(app, links.BENCHMARKS, "csv", query))
    assert len(table) == 32
    ours = next(row for row in table if row["area"] == "Dundee City")
    assert (ours["rank"], ours["rank_of"], ours["shown"], ours["quartile"]) == (16.0, 31.0, "7.8%", 2.0)
    assert (table[-1]["area"], table[-1]["status"]) == ("Dumfries & Galloway", "not_available")
    family = csv_rows(fetched(app, links.BENCHMARKS, "csv", {**query, "compare": "family"}))
    assert len(family) == 8


def test_a_workbook_explains_itself(app: Dash, catalogue: Catalogue) -> None:
    query = {"where": "all", "indicator": "CHN22", "view": "area-period"}
    content = fetched(app, links.EXPLORE, "xlsx", query)
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [
        "Figures", "Dictionary", "Sources", "As at",
    ]  # fmt: skip
    terms = {row["name"]: row["kind"] for row in sheet(content, "Dictionary")}
    assert {name for name, kind in terms.items() if kind == "column"} == set(EXPLORE_HEADER)
    assert [name for name, kind in terms.items() if kind == "indicator"] == ["CHN22"]
    assert {row["attribution"] for row in sheet(content, "Sources")} == {
        catalogue.sources["lgbf"].attribution
    }
    told = {row["what"]: row["is"] for row in sheet(content, "As at")}
    assert told["Address"] == "/explore?where=all&indicator=CHN22&view=area-period"
    assert told["Figures as at"]


@pytest.mark.parametrize("page", [links.TRENDS, links.BENCHMARKS, links.OVERVIEW, links.EXPLORE])
def test_signs_stand_in_a_column_of_their_own_and_the_dictionary_explains_them(
    app: Dash, connection: Connection, page: str
) -> None:
    query = {"indicator": "CHN24", "area": "S12000006", "where": "all", "show": "all", "period": "2020-21"}
    revised = connection.execute(
        text("SELECT DISTINCT indicator_code, area_code, period, basis FROM revisions "
             "WHERE kind = 'revision' AND old_value IS NOT NULL")
    )  # fmt: skip
    keys = {tuple(row) for row in revised}
    table = csv_rows(fetched(app, page, "csv", query))
    assert table
    for row in table:
        key = (row["indicator_code"], row["area_code"], row["period"], row["basis"])
        assert ("[r]" in str(row["signs"])) == (key in keys), row
        assert row["value"] == "" or isinstance(row["value"], float)
        assert not {"[r]", "[p]", "[b]"} & set(str(row["shown"]).split())
        assert ("[p]" in str(row["signs"])) == (row["status"] == "provisional")
        assert ("[c]" in str(row["signs"])) == (row["status"] == "suppressed")
    used = {sign for row in table for sign in str(row["signs"]).split()}
    explained = {
        row["name"]: row["meaning"]
        for row in sheet(fetched(app, page, "xlsx", query), "Dictionary")
        if row["kind"] == "sign"
    }
    assert explained.keys() == used
    assert all(explained.values())


def test_the_downloads_of_the_bundle_hold_revised_figures_and_a_break(app: Dash) -> None:
    table = csv_rows(fetched(app, links.EXPLORE, "csv", {"where": "all"}))
    used = {sign for row in table for sign in str(row["signs"]).split()}
    assert {"[r]", "[b]", "[c]", "[x]"} <= used


def test_no_cell_of_a_workbook_of_everything_is_a_formula(app: Dash) -> None:
    content = fetched(app, links.EXPLORE, "xlsx", {"where": "all"})
    for number in (1, 2, 3, 4):
        assert {kind for kind, _ in cells(content, number)} <= {"n", "inlineStr"}


def test_a_list_too_long_for_a_sheet_is_refused_with_a_way_on(
    app: Dash, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_files, "MOST_ROWS", 100)
    answer = app.server.test_client().get("/download/explore.xlsx?where=all")
    assert answer.status_code == 413
    assert "take the CSV" in answer.get_data(as_text=True)


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(HOSTILE) | st.text(max_size=80), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_no_query_breaks_a_download(app: Dash, query: dict[str, str]) -> None:
    for address in links.every_file():
        with app.server.test_client().get(f"{address}?{urlencode(query)}", buffered=True) as answer:
            assert answer.status_code == 200, address


@given(st.text())
def test_a_file_name_is_plain_whatever_it_is_made_from(name: str) -> None:
    made = file_name(name, 7, "xlsx")
    assert made.isascii()
    assert made.removesuffix("-release-7.xlsx").replace("-", "a").replace("_", "a").isalnum() or not name
