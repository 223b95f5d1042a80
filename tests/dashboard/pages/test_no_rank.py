"""Where fewer than eight councils have a figure no surface gives a place, and each says why in words."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from dash import Dash
from sqlalchemy import Connection, text

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.shell_app import callback_body, post

PARTS = "..page.children...page-state.data.."
WHY = "only 2 councils have a figure: no rank"
FEW = ("CHN12a", "CHN12b", "CHN19a", "CHN20a")
"""Published for Dundee City and for Dumfries & Galloway alone, in the bundled figures."""
AREAS = ("S12000042", "S12000006", "S12000033")
PLACE = re.compile(r"\b\d+(?:st|nd|rd|th)? of 2\b")


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    every.register(made, store)
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


def drawn(app: Dash, path: str, search: str) -> str:
    """The tree of a page as text."""
    answer = post(app, callback_body(app, PARTS, {"url.pathname": path, "url.search": search}))
    assert answer.status_code == 200, answer.text[:500]
    return json.dumps(answer.get_json()["response"]["page"], ensure_ascii=False)


def file_of(app: Dash, address: str) -> list[dict[str, str]]:
    """A downloaded CSV by its columns."""
    answer = app.server.test_client().get(address)
    assert answer.status_code == 200, address
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


@pytest.mark.parametrize("code", FEW)
@pytest.mark.parametrize("area", AREAS[:2])
def test_every_screen_of_such_an_indicator_says_why_and_gives_no_place(
    app: Dash, code: str, area: str
) -> None:
    for path, search in (
        ("/benchmarks", f"?area={area}&indicator={code}"),
        (f"/indicators/{code}", f"?area={area}"),
        ("/trends", f"?area={area}&indicator={code}"),
    ):
        page = drawn(app, path, search)
        assert WHY in page.replace("Only", "only"), path
        assert PLACE.findall(page) == [], path
        assert "Best of the" not in page, path


@pytest.mark.parametrize(
    ("path", "search"),
    [("/", "?show=all"), ("/benchmarks", "?view=profile&service=children&show=all")],
)
def test_lists_of_indicators_say_why_beside_those_that_are_ranked(app: Dash, path: str, search: str) -> None:
    page = drawn(app, path, search)
    assert WHY in page
    assert re.search(r"\b\d+ of 3[12]\b", page)
    assert not re.search(r'"\d+ of [1-7]"', page)


def test_councils_are_then_listed_by_name_with_no_best_and_no_quarter(app: Dash) -> None:
    page = drawn(app, "/benchmarks", "?indicator=CHN12a&area=S12000033")
    assert "listed by name" in page
    assert "not been ranked on this indicator" in page
    for word in ("Best", "Worst", "best at the top", "Read ranks with care", "so not ranked"):
        assert word not in page, word
    assert page.index('"Dumfries & Galloway"') < page.index('"Dundee City"')


def test_the_ranking_elsewhere_has_its_quarters_and_its_caution(app: Dash) -> None:
    page = drawn(app, "/benchmarks", "?indicator=CHN22")
    words = ("Best", "best at the top", "Read ranks with care")
    assert [word for word in words if word not in page] == []


@pytest.mark.parametrize(
    ("address", "among"),
    [
        ("/download/overview.csv?show=all", {"2", "31", "32"}),
        ("/download/trends.csv?indicator=CHN12a", {"2"}),
        ("/download/benchmarks.csv?indicator=CHN12a", {"2"}),
        ("/download/benchmarks.csv?indicator=CHN12a&compare=family", {"2"}),
        ("/download/benchmarks.csv?indicator=CHN22", {"31"}),
    ],
)
def test_a_file_has_a_rank_exactly_beside_eight_councils_or_more(
    app: Dash, address: str, among: set[str]
) -> None:
    rows = [row for row in file_of(app, address) if row["rank_of"]]
    assert {row["rank_of"] for row in rows} >= among
    for row in rows:
        assert bool(row["rank"]) == (int(row["rank_of"]) >= 8), row


def test_a_group_of_which_one_council_is_known_has_no_mean_on_screen_or_in_a_file(app: Dash) -> None:
    few = file_of(app, "/download/benchmarks.csv?indicator=CHN12a")
    assert {row["family_mean"] for row in few if row["area"] in ("Dundee City", "Dumfries & Galloway")} == {
        ""
    }
    whole = file_of(app, "/download/benchmarks.csv?indicator=CHN22")
    assert all(row["family_mean"] for row in whole)


def test_the_file_of_councils_without_ranks_goes_by_name_those_without_a_figure_last(app: Dash) -> None:
    names = [row["area"] for row in file_of(app, "/download/benchmarks.csv?indicator=CHN12a")]
    assert names[:3] == ["Dumfries & Galloway", "Dundee City", "Aberdeen City"]
    assert names[2:] == sorted(names[2:])


def test_the_sql_view_gives_no_place_among_fewer_than_eight(
    connection: Connection, catalogue: Catalogue
) -> None:
    count = "SELECT COUNT(*) FROM benchmarks WHERE "
    assert connection.scalar(text(f"{count} rank_n BETWEEN 1 AND 7")) > 1_000
    for wrong in (
        "rank_n < 8 AND (rank IS NOT NULL OR quartile IS NOT NULL OR family_rank IS NOT NULL)",
        "family_n < 8 AND family_rank IS NOT NULL",
        "rank_n >= 8 AND rank IS NULL AND quartile IS NOT NULL",
    ):
        assert connection.scalar(text(count + wrong)) == 0, wrong
    few = connection.scalars(text("SELECT DISTINCT indicator_code FROM benchmarks WHERE rank_n IN (1, 2)"))
    assert sorted(few) == [code for code in FEW if code in catalogue.indicators]
