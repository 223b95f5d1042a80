"""Every table on every screen as a file, over HTTP: screen, CSV, XLSX and store say the same."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from dash import Dash
from dash.development.base_component import Component
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sqlalchemy import Connection, text

from dashboard.addresses import find_page, parse_query
from dashboard.exports.screen_tables import is_table
from dashboard.factory import create_app
from dashboard.pages import every, links
from dashboard.pages.table_files import filed
from dashboard.shell import Page
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.exports.test_workbook import cells
from tests.dashboard.tree import find, words

DUNDEE, DUMFRIES = "S12000042", "S12000006"
SCREENS = {
    "/": 0,
    "/benchmarks?indicator=CHN22": 1,
    "/benchmarks?view=profile": 2,
    "/benchmarks?view=profile&service=adults&show=all": 2,
    "/benchmarks?view=funnel&indicator=SW06": 1,
    "/benchmarks?view=compare&with=S12000006": 1,
    "/benchmarks?view=compare&with_period=2019-20": 1,
    "/services/self-directed-support": 2,
    "/services/adult-protection": 1,
    "/services/justice": 2,
    "/services/mental-health": 1,
    "/inspections": 3,
    f"/finance?area={DUMFRIES}": 5,
    "/finance": 3,
    "/self-evaluation": 2,
    "/exceptions": 0,
    "/scorecards/protecting-people": 1,
    f"/scorecards/dg-plan?area={DUMFRIES}": 1,
    "/data": 1,
    "/data?view=loads": 1,
    "/data?view=coverage": 1,
    "/data?view=findings": 1,
    "/data/sources/lgbf": 2,
    "/data/loads/1": 1,
    "/explore?indicator=CHN24&view=area-period": 1,
    "/trends?indicator=CHN24": 1,
    f"/indicators/CHN22?area={DUMFRIES}": 1,
    f"/risks?area={DUMFRIES}": 1,
    "/about": 3,
}
"""Screens, and the fewest tables with a file each must have."""
Row = dict[str, Any]


@pytest.fixture(scope="module")
def pages(store: Store) -> tuple[Page, ...]:
    """The pages as the dashboard has them."""
    return every.every_page(store)


@pytest.fixture(scope="module")
def app(store: Store, pages: tuple[Page, ...]) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(pages, lambda: every.context(store))
    every.register(made, store)
    made.server.testing = True
    return made


def drawn(pages: tuple[Page, ...], address: str) -> Any:
    """The layout of a screen of Dundee, or of the council the address names."""
    parts = urlsplit(address)
    found = find_page(pages, parts.path)
    assert found
    return found[0].layout({"area": DUNDEE, **parse_query(parts.query), **found[1]})


def addresses(tree: Any, kind: str) -> list[str]:
    """The links to the files of a screen's tables, in their order."""
    return [
        a.href for a in find(tree, "A") if str(getattr(a, "href", "")).startswith(f"/download/table.{kind}")
    ]  # type: ignore[attr-defined]


def fetched(app: Dash, address: str) -> bytes:
    with app.server.test_client().get(address, buffered=True) as answer:
        assert answer.status_code == 200, address
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.get_data()


def rows_of(content: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def table(app: Dash, pages: tuple[Page, ...], address: str, number: int = 0) -> list[Row]:
    """The rows of one table of a screen, by heading."""
    return rows_of(fetched(app, addresses(drawn(pages, address), "csv")[number]))


@pytest.mark.parametrize(("address", "fewest"), SCREENS.items())
def test_every_table_of_a_screen_has_a_file_of_its_own_or_of_its_page(
    pages: tuple[Page, ...], address: str, fewest: int
) -> None:
    tree = drawn(pages, address)
    tables = [each for each in find(tree, "Table") if is_table(each)]
    of_page = [each for each in tables if getattr(each, "data-file", "") == "own"]
    assert len(addresses(tree, "csv")) == len(addresses(tree, "xlsx")) == len(tables) - len(of_page)
    assert len(tables) - len(of_page) >= fewest
    page_files = [a for a in find(tree, "A") if str(getattr(a, "href", "")).startswith("/download/")]
    assert not of_page or len(page_files) >= len(links.KINDS)


@pytest.mark.parametrize("address", SCREENS)
def test_the_numbers_of_a_file_are_those_of_the_screen(
    app: Dash, pages: tuple[Page, ...], address: str
) -> None:
    """Each number rounds to what stands beside it, and what a cell says is said in its row of the file."""
    tree = drawn(pages, address)
    tables = [t for t in find(tree, "Table") if is_table(t) and getattr(t, "data-file", "") != "own"]
    for shown, file in zip(tables, addresses(tree, "csv"), strict=True):
        rows = rows_of(fetched(app, file))
        drawn_rows = [row for row in find(shown, "Tr") if not is_head(row)]
        assert len(rows) == len(drawn_rows)
        for row, on_screen in zip(rows, drawn_rows, strict=True):
            for heading, value in row.items():
                as_shown = row.get(f"{heading}, as shown", "")
                if value and as_shown:
                    assert rounds_to(float(value), as_shown), (heading, value, as_shown)
                assert not as_shown or as_shown in words(on_screen)


def is_head(row: Component) -> bool:
    classes = str(getattr(row, "className", None) or "").split()
    heads = all(getattr(cell, "scope", "").startswith("col") for cell in row.children)  # type: ignore[attr-defined]
    return bool({"group", "commitment"} & set(classes)) or heads


def rounds_to(value: float, shown: str) -> bool:
    """True where a value rounds to the number in some words; of several numbers in it, to one of them."""
    found = re.findall(r"−?£?[\d,]+(?:\.(\d+))?", shown)
    numbers = re.findall(r"[−-]?£?[\d,]*\d(?:\.\d+)?", shown)
    plain = [float(each.replace("−", "-").replace("£", "").replace(",", "")) for each in numbers]
    decimals = max((len(each) for each in found), default=0)
    return any(abs(abs(value) - abs(each)) <= 0.5 * 10**-decimals + 1e-9 for each in plain)


@pytest.mark.parametrize("address", SCREENS)
def test_both_files_of_a_table_hold_the_same(app: Dash, pages: tuple[Page, ...], address: str) -> None:
    tree = drawn(pages, address)
    for comma, book in zip(addresses(tree, "csv"), addresses(tree, "xlsx"), strict=True):
        content = fetched(app, book)
        first, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        sheet = [dict(zip(map(str, first), map(plain, row), strict=True)) for row in rows]
        assert sheet == [
            {name: plain(cell) for name, cell in row.items()} for row in rows_of(fetched(app, comma))
        ]
        for number in (1, 2, 3, 4):
            assert {kind for kind, _ in cells(content, number)} <= {"n", "inlineStr"}


def plain(cell: object) -> object:
    """A cell as both files have it: numbers as such, without the apostrophe of a CSV."""
    words = str(cell).removeprefix("'")
    try:
        return float(words)
    except ValueError:
        return words


def stored(connection: Connection, code: str, area: str, period: str) -> float:
    found = connection.execute(
        text(
            "SELECT value FROM figures WHERE indicator_code = :code AND area_code = :area "
            "AND period = :period AND basis IN ('none', 'cash')"
        ),
        {"code": code, "area": area, "period": period},
    )
    return float(found.scalar_one())


def test_the_profile_is_that_of_the_store(app: Dash, pages: tuple[Page, ...], connection: Connection) -> None:
    rows = table(app, pages, "/benchmarks?view=profile", 1)
    assert len(rows) > 5
    for row in rows:
        code, period = row["indicator_code"], row["Period"]
        assert float(row["Ours"]) == stored(connection, code, DUNDEE, period)
        assert float(row["Scotland"]) == stored(connection, code, "S92000003", period)
        worst, best = connection.execute(
            text(
                "SELECT MIN(value), MAX(value) FROM figures WHERE indicator_code = :code "
                "AND period = :period AND basis IN ('none', 'cash') AND area_code LIKE 'S12%'"
            ),
            {"code": code, "period": period},
        ).one()
        ends = [
            float(value) for name, value in row.items() if re.fullmatch(r"(Worst|Best) \(.*judgement\)", name)
        ]
        assert sorted(ends) == [worst, best]
    spines = table(app, pages, "/benchmarks?view=profile", 0)
    assert [row["Ours"] for row in spines] == [row["Ours"] for row in rows]


def test_the_funnel_has_the_counts_of_the_store(
    app: Dash, pages: tuple[Page, ...], connection: Connection, catalogue: Catalogue
) -> None:
    rows = table(app, pages, "/benchmarks?view=funnel&indicator=SW06&period=2022-23")
    assert len(rows) == 32
    names = {area.name: area.code for area in catalogue.areas.councils}
    for row in rows:
        area = names[row["Council"].removesuffix(" (family group)")]
        value, above, below = connection.execute(
            text(
                "SELECT value, numerator, denominator FROM figures WHERE indicator_code = 'SW06' "
                "AND period = '2022-23' AND area_code = :area"
            ),
            {"area": area},
        ).one()
        assert (float(row["Figure"]), float(row["Of them"]), float(row["Counted"])) == (value, above, below)


def test_the_comparison_has_both_sides_of_the_store(
    app: Dash, pages: tuple[Page, ...], connection: Connection
) -> None:
    rows = table(app, pages, f"/benchmarks?view=compare&with={DUMFRIES}")
    assert len(rows) > 5
    for row in rows:
        period = re.search(r"\d{4}-\d\d", row["Indicator, small print"])
        assert period
        code = row["indicator_code"]
        assert float(row["Dundee City"]) == stored(connection, code, DUNDEE, period.group())
        assert float(row["Dumfries & Galloway"]) == stored(connection, code, DUMFRIES, period.group())


def test_the_places_by_year_are_those_of_the_store(
    app: Dash, pages: tuple[Page, ...], connection: Connection
) -> None:
    rows = table(app, pages, "/benchmarks?indicator=CHN22")
    assert {row["Period"] for row in rows} >= {"2020-21", "2021-22"}
    for row in rows:
        value, place, of = connection.execute(
            text(
                "SELECT value, rank, rank_n FROM benchmarks WHERE indicator_code = 'CHN22' "
                "AND period = :period AND area_code = :area"
            ),
            {"period": row["Period"], "area": DUNDEE},
        ).one()
        assert (float(row["Dundee City"]), row["Rank"]) == (value, f"{place} of {of}")


@pytest.mark.parametrize(
    ("service", "fewest"), [("self-directed-support", 20), ("justice", 20), ("adult-protection", 2)]
)
def test_the_years_of_a_service_are_those_of_the_store(
    app: Dash, pages: tuple[Page, ...], connection: Connection, service: str, fewest: int
) -> None:
    seen = 0
    tree = drawn(pages, f"/services/{service}?years=all")
    for file in addresses(tree, "csv"):
        for row in rows_of(fetched(app, file)):
            for heading, value in row.items():
                if row.get("indicator_code") and re.fullmatch(r"\d{4}-\d\d", heading) and value:
                    seen += 1
                    assert float(value) in _values(connection, row["indicator_code"], heading), row
    assert seen >= fewest


def _values(connection: Connection, code: str, period: str) -> set[float]:
    """The numbers of an indicator in a period, and the people its rate was made of."""
    rows = connection.execute(
        text("SELECT value, numerator FROM figures WHERE indicator_code = :code AND period = :period"),
        {"code": code, "period": period},
    )
    return {number for row in rows for number in row if number is not None}


def test_what_is_worked_out_on_a_page_is_exact_in_its_file(app: Dash, pages: tuple[Page, ...]) -> None:
    rows = {
        (row["Under"], row["Measure"]): row for row in table(app, pages, "/services/self-directed-support")
    }
    option = "Option 1: direct payment"
    people, spent, each = (
        float(rows[option, name]["2019-20"]) for name in ("People", "Spending", "Spending per person")
    )
    assert each == spent / people
    assert rows[option, "Spending per person"]["2019-20, as shown"] == "£28,135"


def test_the_coverage_is_what_counting_comes_to(
    app: Dash, pages: tuple[Page, ...], connection: Connection
) -> None:
    for row in table(app, pages, "/data?view=coverage"):
        if row["indicator_code"].startswith(("CHN", "SW")):
            counted = connection.execute(
                text(
                    "SELECT COUNT(DISTINCT area_code) FROM figures WHERE indicator_code = :code "
                    "AND period = '2020-21' AND value IS NOT NULL AND area_code LIKE 'S12%'"
                ),
                {"code": row["indicator_code"]},
            ).scalar_one()
            assert int(row["2020-21"]) == counted


def test_the_other_screens_hold_what_the_store_has(
    app: Dash, pages: tuple[Page, ...], connection: Connection
) -> None:
    def one(statement: str) -> Any:
        return connection.execute(text(statement)).scalar_one()

    sources = table(app, pages, "/data")
    assert sum(int(row["Figures (shown now)"]) for row in sources) == one("SELECT COUNT(*) FROM figures")
    loads = table(app, pages, "/data?view=loads")
    assert sum(int(row["Read"]) for row in loads) == one("SELECT SUM(rows_read) FROM loads")
    found = table(app, pages, "/data?view=findings")
    assert sum(int(row["Found"]) for row in found) == one("SELECT COUNT(*) FROM problems")
    themes = table(app, pages, "/self-evaluation")
    scores = one("SELECT SUM(value) FROM figures WHERE indicator_code LIKE 'PSIF%PCT' AND value IS NOT NULL")
    assert sum(float(row["Agreement"] or 0) for row in themes) == scores
    budget = {row["Line"]: row for row in table(app, pages, f"/finance?area={DUMFRIES}")}
    assert budget["Net budget"]["All social work services"] == "22046972"
    graded = table(app, pages, "/inspections")
    below = "SELECT COUNT(*) FROM inspected_services WHERE area_code = 'S12000042' AND grade < 4"
    assert sum(int(row["Below 4"]) for row in graded) == one(below)


LONG_LISTS = (
    "/data?view=findings&rule=possibly carried forward",
    "/search?q=adults",
)
"""Screens that show a page of a list, and whose first table is of it."""


def whole_file(app: Dash, address: str, kind: str = "csv") -> bytes:
    """The file of the first table of a screen of Dundee."""
    parts = urlsplit(address)
    query = urlencode({"area": DUNDEE, **parse_query(parts.query), "table": "1"})
    return fetched(app, f"{links.table_file(parts.path, kind)}?{query}")


def names_on(pages: tuple[Page, ...], address: str) -> list[str]:
    """The headings of the rows of the first table of a screen."""
    rows = find(find(drawn(pages, address), "Table")[0], "Tr")
    return [words(row.children[0]) for row in rows if not is_head(row)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", LONG_LISTS)
def test_the_file_of_a_long_list_holds_all_of_it_in_the_order_of_its_pages(
    app: Dash, pages: tuple[Page, ...], address: str
) -> None:
    rows = rows_of(whole_file(app, address))
    per_page = len(names_on(pages, address))
    last = -(-len(rows) // per_page)
    on_pages = [name for page in range(1, last + 1) for name in names_on(pages, f"{address}&page={page}")]
    assert len(rows) == len(on_pages) > per_page >= 50
    for row, name in zip(rows, on_pages, strict=True):
        first_cell = next(value for heading, value in row.items() if heading != "indicator_code")
        assert name.startswith(first_cell)


@pytest.mark.parametrize("kind", links.KINDS)
@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/explore?indicator=CHN22&where=all", "/download/explore.{}?indicator=CHN22&where=all"),
        ("/benchmarks?area=S12000006", "/download/benchmarks.{}?area=S12000006"),
        ("/?show=all", "/download/overview.{}?show=all"),
    ],
)
def test_the_address_of_a_table_with_a_file_of_its_own_leads_to_that_file(
    app: Dash, address: str, file: str, kind: str
) -> None:
    path, _, query = address.partition("?")
    answer = app.server.test_client().get(f"{links.table_file(path, kind)}?{query}&table=1")
    assert (answer.status_code, answer.location) == (302, file.format(kind))


@pytest.mark.parametrize("address", LONG_LISTS)
def test_a_file_is_the_same_in_parts_of_any_size_and_from_any_page(
    app: Dash, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    whole = whole_file(app, address)
    assert whole_file(app, f"{address}&page=2") == whole
    monkeypatch.setattr("dashboard.views.paging.MOST_IN_A_FILE", 31)
    assert whole_file(app, address) == whole
    book = CalamineWorkbook.from_filelike(io.BytesIO(whole_file(app, address, "xlsx")))
    assert len(book.get_sheet_by_index(0).to_python()) == len(rows_of(whole)) + 1


def test_the_link_to_the_file_of_a_long_list_says_how_many_rows_it_holds(
    pages: tuple[Page, ...], connection: Connection
) -> None:
    rule = "possibly carried forward"
    tree = drawn(pages, f"/data?view=findings&rule={rule}&page=2")
    held = connection.execute(
        text("SELECT COUNT(*) FROM problems WHERE rule = :rule"), {"rule": rule}
    ).scalar_one()
    first, second = (words(each) for each in find(tree, "P", className="note files not-print"))
    assert (first, second) == (f"All {held} rows as CSV or XLSX", "This table as CSV or XLSX")
    assert "page=" not in addresses(tree, "csv")[0]


def test_a_list_too_long_for_a_sheet_is_refused_with_a_sentence(
    app: Dash, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.pages.download_files.MOST_ROWS", 20)
    monkeypatch.setattr("dashboard.views.paging.MOST_IN_A_FILE", 10)
    address = f"{links.table_file('/search', 'xlsx')}?q=adults&table=1"
    answer = app.server.test_client().get(address)
    assert answer.status_code == 413
    assert answer.text.startswith("A sheet holds 20 rows, this list has ")


def test_a_workbook_of_a_table_explains_itself(
    app: Dash, pages: tuple[Page, ...], catalogue: Catalogue
) -> None:
    (address,) = addresses(drawn(pages, "/trends?indicator=CHN24"), "xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(fetched(app, address)))
    assert book.sheet_names == ["Table", "Dictionary", "Sources", "As at"]
    sheets = {name: [list(map(str, row)) for row in book.get_sheet_by_name(name).to_python()] for name in
              book.sheet_names}  # fmt: skip
    explained = {row[1]: row[2] for row in sheets["Dictionary"][1:]}
    assert set(sheets["Table"][0]) <= explained.keys()
    assert explained["[r]"] == "Revised since the number was first published"
    assert explained["CHN24"] == catalogue["CHN24"].title
    assert catalogue.sources["lgbf"].attribution in {row[4] for row in sheets["Sources"]}
    told = dict(row[:2] for row in sheets["As at"][1:])
    assert parse_qs(urlsplit(told["Address"]).query) == {"area": [DUNDEE], "indicator": ["CHN24"]}
    assert told["Figures as at"]
    assert "Improvement Service" in told["Attribution"]


def test_a_page_without_a_table_is_the_very_same_with_or_without_links() -> None:
    tree = every.desk  # any object: a layout is handed through
    page = Page("/x", "X", lambda _: [tree, "text"])  # type: ignore[list-item,return-value]
    assert filed(page).layout({}) == [tree, "text"]


def test_a_workbook_of_words_alone_still_says_whose_data_it_is(app: Dash, pages: tuple[Page, ...]) -> None:
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(fetched(app, addresses(drawn(pages, "/inspections"), "xlsx")[0]))
    )
    told = dict(row[:2] for row in book.get_sheet_by_name("As at").to_python())
    assert "Care Inspectorate" in told["Attribution"]


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/indicators/NONE",
        "/data?table=0",
        "/data?table=99",
        "/data?table=x",
        "/data?table=²",
        "/benchmarks?table=-1",
    ],
)
def test_a_table_that_is_not_there_is_not_found(app: Dash, address: str) -> None:
    answer = app.server.test_client().get(f"/download/table.csv{address}")
    assert (answer.status_code, answer.text) == (404, "There is no such table on this page.\n")


NAMES = ("area", "view", "service", "period", "table", "page", "with", "show")


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=40), max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_no_query_breaks_the_file_of_a_table(app: Dash, query: dict[str, str]) -> None:
    for path in ("/benchmarks", "/data", "/services/justice"):
        for kind in links.KINDS:
            address = f"{links.table_file(path, kind)}?{urlencode(query)}"
            with app.server.test_client().get(address, buffered=True) as answer:
                assert answer.status_code in (200, 302, 404), address


def test_a_scorecard_is_a_file_of_numbers_with_what_goes_on_beside_them_in_words(
    app: Dash, pages: tuple[Page, ...]
) -> None:
    """As the plan of Dumfries & Galloway prints it: 98% against 95%, and a project that is behind."""
    rows = table(app, pages, f"/scorecards/dg-plan?area={DUMFRIES}")
    reports = next(row for row in rows if row["indicator_code"] == "DG23")
    told = [reports[f"2018-19: {name}"] for name in ("Value", "Target", "Status")]
    assert told == ["98", "95", "On target"]
    assert reports["2018-19: Value, as shown"] == "98%"
    behind = [row["In words"] for row in rows if row["In words"].startswith("Behind")]
    assert behind == ["Behind 33% done, 66% of its time gone at 23 July 2019, due 30-Mar-2020"]
