"""The data pages and the page about the product, as trees and over HTTP."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from dash import Dash

from dashboard.factory import create_app
from dashboard.pages import about, data, data_loads, data_sources, every
from dashboard.pages.data_tables import breakable
from dashboard.pages.table_files import filed
from dashboard.shell import NoSuchPageError
from etl.pipeline import load_all
from indicators.catalogue_files import load_catalogue
from indicators.store import history
from indicators.store.engine import upgrade, writer
from indicators.store.store import Store, open_store
from tests.dashboard.pages.test_pages import HOSTILE, drawn
from tests.dashboard.tree import find, words

TODAY = date(2026, 11, 20)
HEADER = (
    "indicator,area,period,period_kind,basis,value,status,numerator,denominator,publisher,edition,"
    "published_on,locator,note\n"
)
EDITION = 'Improvement Service,"LGBF, May 2024",2024-05'
ROWS = (
    f"CHN22,Dundee City,2021-22,care_year,none,7.7,published,,,{EDITION},row 1,\n"
    f"CHN22,Angus,2021-22,care_year,none,,published,,,{EDITION},row 2,\n"
    f"CHN22,Fife,2021-22,care_year,none,<b>9</b>,published,,,{EDITION},row 3,\n"
)


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with one edition and, in a second load, a revision and two refused rows."""
    folder = tmp_path_factory.mktemp("refused")
    url = f"sqlite:///{folder / 'store.db'}"
    first, second = folder / "first.csv", folder / "second.csv"
    before = EDITION.replace("May 2024", "February 2024").replace("2024-05", "2024-02")
    first.write_text(f"{HEADER}CHN22,Dundee City,2021-22,care_year,none,7.8,published,,,{before},row 1,\n")
    second.write_text(HEADER + ROWS)
    engine = writer(url)
    upgrade(engine)
    for path in (first, second):
        load_all([path], engine, load_catalogue())
    engine.dispose()
    opened = open_store(url)
    yield opened
    opened.engine.dispose()


def load_number(store: Store, file: str) -> str:
    """The number of a file's load."""
    with store.connect() as connection:
        return str(next(row.id for row in history.loads_held(connection)[1] if row.file_name == file))


def test_the_data_page_lists_every_source_with_its_publisher_licence_and_age(store: Store) -> None:
    tree = data.page(store, lambda: TODAY).layout({})
    said = words(tree)
    for source in store.catalogue.sources.values():
        assert source.title in said
    for part in (
        "Improvement Service",
        "OGL v3.0",
        "Older than its cycle",
        "2 years and 9 months",
        "LGBF, February 2024",
        "annual",
        "not announced",
    ):
        assert part in said


def test_every_view_is_one_address_with_the_controls_it_needs(store: Store) -> None:
    page = data.page(store, lambda: TODAY)
    trees = {view: page.layout({"view": view}) for view in data.VIEWS}
    controls = {view: [each.id["filter"] for each in find(tree, "Select")] for view, tree in trees.items()}
    assert controls == {"sources": [], "loads": [], "coverage": ["service"], "findings": ["rule"]}
    titles = {view: page.title_for({"view": view}) for view in ("", "coverage", "no such view")}
    assert titles == {"": "Data", "coverage": "Coverage, data", "no such view": "Data"}


def test_the_views_of_the_data_are_tabs_that_keep_the_council_and_leave_what_was_asked_of_one(
    store: Store,
) -> None:
    asked = {"area": "S12000006", "view": "findings", "rule": "sudden change", "load": "1", "page": "2"}
    (tabs,) = find(data.page(store, lambda: TODAY).layout(asked), "Nav", className="views")
    assert {words(tab): tab.href for tab in find(tabs, "A")} == {
        "Sources": "/data?area=S12000006",
        "Loads": "/data?area=S12000006&view=loads",
        "Coverage": "/data?area=S12000006&view=coverage",
        "Findings": "/data?area=S12000006&view=findings",
    }
    (here,) = (tab for tab in find(tabs, "A") if getattr(tab, "aria-current", ""))
    assert words(here) == "Findings"


def test_a_source_has_its_editions_and_its_loads(store: Store) -> None:
    tree = data_sources.page(store, lambda: TODAY).layout({"source": "lgbf"})
    tables = find(tree, "Table")
    assert "LGBF, February 2024February 2024none6,419" in words(tables[0])
    assert "lgbf.csv" in words(tables[1])
    assert "adds up" in words(tables[1])


def test_a_load_shows_its_sum_its_refusals_and_its_changes(refused: Store) -> None:
    tree = data_loads.page(refused).layout({"load": load_number(refused, "second.csv")})
    said = words(tree)
    assert "3read=0new+0unchanged+1revised+0rebased+0history+2rejected" in said
    assert "The six add up to the rows read." in said
    tables = find(tree, "Table")
    assert "second.csv, row 2" in words(tables[0])
    assert "is published but has no number" in words(tables[0])
    assert "Dundee City, 2021-227.8%7.7%↓ 0.1 pointsRevisedLGBF, February 2024LGBF, May 2024" in words(
        tables[1]
    )


def test_the_file_of_refused_rows_has_those_the_screen_has_no_room_for(
    refused: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.views.data_loads.MOST_REFUSED", 1)
    monkeypatch.setattr("dashboard.views.paging.MOST_IN_A_FILE", 1)
    number = load_number(refused, "second.csv")
    tree = filed(data_loads.page(refused)).layout({"load": number})
    assert words(find(tree, "P", className="note files not-print")[0]) == "All 2 rows as CSV or XLSX"
    made = create_app(every.every_page(refused), lambda: every.context(refused))
    every.register(made, refused)
    file = next(link.href for link in find(tree, "A") if link.href.startswith("/download/table.csv/"))
    with made.server.test_client().get(file, buffered=True) as answer:
        rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert sorted(row["Place"] for row in rows) == ["second.csv, row 2", "second.csv, row 4"]


def test_what_was_printed_in_a_refused_row_is_not_shown(refused: Store) -> None:
    tree = data_loads.page(refused).layout({"load": load_number(refused, "second.csv")})
    assert "<b>9" not in words(tree)


def test_the_name_of_a_file_is_broken_after_its_underscores_alone() -> None:
    made = breakable("a_b__c.csv")
    assert "".join(part if isinstance(part, str) else "" for part in made) == "a_b__c.csv"
    breaks = [made[at - 1] for at, part in enumerate(made) if not isinstance(part, str)]
    assert breaks == ["_", "_", "_"]
    assert breakable("lgbf.csv") == ["lgbf.csv"]


def test_the_fingerprint_of_a_file_opens_to_all_of_it(store: Store) -> None:
    tree = data_loads.page(store).layout({"load": load_number(store, "lgbf.csv")})
    (opens,) = find(tree, "Details", className="hash")
    short, whole = (words(each) for each in opens.children)
    assert len(whole) == 64
    assert short == f"{whole[:10]}…"


def test_findings_lead_to_their_load_and_back(store: Store) -> None:
    number = load_number(store, "lgbf.csv")
    warnings = data_loads.page(store).layout({"load": number, "area": "S12000006"})
    (link,) = (link for link in find(warnings, "Link") if words(link) == "Sudden change")
    assert link.href == f"/data?area=S12000006&view=findings&load={number}&rule=sudden+change"
    tree = data.page(store).layout({"view": "findings", "load": number, "rule": "sudden change"})
    targets = {link.href for link in find(tree, "Link")}
    assert f"/data/loads/{number}" in targets
    assert "/data?view=findings&rule=sudden+change" in targets


@pytest.mark.parametrize("asked", ["", "0", "999", "x", "1 OR 1=1", "²", "9" * 30])
def test_a_load_that_does_not_exist_is_no_page(store: Store, asked: str) -> None:
    with pytest.raises(NoSuchPageError):
        data_loads.page(store).layout({"load": asked})


@pytest.mark.parametrize("asked", ["", "nothing", "__class__"])
def test_a_source_that_does_not_exist_is_no_page(store: Store, asked: str) -> None:
    with pytest.raises(NoSuchPageError):
        data_sources.page(store).layout({"source": asked})


def test_the_page_about_the_product_has_every_status_term_and_attribution(store: Store) -> None:
    said = words(about.page(store).layout({}))
    for term in store.catalogue.glossary.values():
        assert term.meaning in said
    for source in store.catalogue.sources.values():
        assert source.attribution in said
    for part in (
        "WCAG 2.2 AA",
        "What is known not to be good yet",
        "docs/rules.md",
        "Carried forward",
        "[c]",
    ):
        assert part in said


def test_the_contents_of_the_page_about_lead_to_its_sections(store: Store) -> None:
    tree = about.page(store).layout({})
    names = {section.id for section in find(tree, "Section")}
    assert {link.href.removeprefix("#") for link in find(tree, "A") if link.href.startswith("#")} == names


def test_the_footer_leads_to_about_and_the_header_to_data(store: Store, app: Dash) -> None:
    parts = [path for path, _ in every.context(store).footer_links]
    assert parts == ["/about", "/about#accessibility", "/about#sources"]
    drawn = about.page(store).layout({})
    assert all(find(drawn, "Section", id=path.partition("#")[2]) for path in parts[1:])
    sent = json.dumps(app.server.test_client().get("/_dash-layout").get_json())
    assert '"nav": "/about", "where": "foot"' in sent
    assert '"nav": "/data", "where": "top"' in sent
    assert '"nav": "/about", "where": "top"' not in sent


def test_terms_in_titles_explain_themselves(app: Dash) -> None:
    sent = json.dumps(drawn(app, "/trends", indicator="CHN23"))
    assert '"popovertarget": "term-title-looked-after"' in sent
    assert "In the care of a council by law" in sent
    assert "term-service-2-sds" in json.dumps(drawn(app, "/"))


@pytest.mark.parametrize("name", ["view", "rule", "load", "page", "service"])
@pytest.mark.parametrize("view", ["loads", "coverage", "findings"])
def test_no_value_of_a_parameter_breaks_a_view(app: Dash, view: str, name: str) -> None:
    for value in HOSTILE:
        content = json.dumps(drawn(app, "/data", **{"view": view, name: value})["page"])
        assert "could not be drawn" not in content
        assert "<img" not in content


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    engine = writer(url)
    upgrade(engine)
    engine.dispose()
    empty = open_store(url)
    for view in data.VIEWS:
        assert find(data.page(empty, lambda: TODAY).layout({"view": view}), "H1")
    assert "python -m etl build" in words(data.page(empty, lambda: TODAY).layout({"view": "loads"}))
    assert words(about.page(empty).layout({}))
    empty.engine.dispose()
