"""Explore on the bundled figures: what the address asks for, what is found, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from dashboard.views.explore import PAGE_ROWS, Explore, explore
from dashboard.views.explore_filters import STATUSES
from dashboard.views.explore_query import MOST_BESIDE, asked
from dashboard.views.text import spoken
from indicators.areas import SCOTLAND, AreaKind
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.store import read
from indicators.store.search import Order, SortBy
from indicators.store.store import Store

NAMES = (
    "area", "service", "indicator", "beside", "where", "areas", "from", "to", "status", "basis", "source",
    "edition", "view", "sort", "page",
)  # fmt: skip
SENSIBLE = ("all", "CHN22", "SW01,CHN22", "children", "councils", SCOTLAND, "2019-20", "number", "cash",
            "lgbf", "area-period", "indicator-area", "-value", "2", "LGBF, February 2024")  # fmt: skip


def found(connection: Connection, catalogue: Catalogue, **query: str) -> Explore:
    """The screen at an address."""
    return explore(connection, catalogue, {name.rstrip("_"): value for name, value in query.items()})


@pytest.mark.parametrize("area", [SCOTLAND, "S12000042"])
def test_a_figure_is_marked_as_revised_where_the_indicator_page_marks_it(
    connection: Connection, catalogue: Catalogue, area: str
) -> None:
    """CHN22 of Scotland was revised for 2019-20 and 2020-21; the list and the tables agree."""
    revised = {period for _, _, period, _ in read.revised_cells(connection, ["CHN22"], [area])}
    address = {"indicator": "CHN22", "areas": area}
    listed = found(connection, catalogue, **address)
    assert {each.period for each in listed.figures if "revised [r]" in each.status} == revised
    (pivot,) = found(connection, catalogue, view="area-period", **address).pivots
    marked = zip(pivot.columns, pivot.rows[0].cells, strict=True)
    assert {period for period, cell in marked if "[r]" in cell} == revised
    assert area != SCOTLAND or {"2019-20", "2020-21"} <= revised


def test_without_a_filter_every_figure_of_the_council_is_found(
    connection: Connection, catalogue: Catalogue
) -> None:
    plain = found(connection, catalogue)
    counted = text("SELECT count(*) FROM figures WHERE area_name = 'Dundee City'")
    assert plain.count == connection.execute(counted).scalar_one()
    assert spoken(plain.lead) == f"{plain.count} figures match: every service; Dundee City."
    assert {figure.area for figure in plain.figures} == {"Dundee City"}


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ({"where": "all"}, "1 = 1"),
        ({"where": "scotland"}, "area_name IN ('Dundee City', 'Scotland')"),
        ({"where": "councils"}, "area_code LIKE 'S12%'"),
        ({"areas": f"S12000006,{SCOTLAND}"}, "area_name IN ('Dumfries & Galloway', 'Scotland')"),
        ({"where": "all", "service": "justice"}, "service = 'justice'"),
        ({"where": "all", "indicator": "CHN22"}, "indicator_code = 'CHN22'"),
        ({"where": "all", "indicator": "CHN22", "beside": "CHN09"}, "indicator_code IN ('CHN22', 'CHN09')"),
        (
            {"where": "all", "from": "2015-16", "to": "2018-19"},
            "period_start BETWEEN '2015-04-01' AND '2019-03-31'",
        ),
        ({"where": "all", "from": "2018-19", "to": "2015-16", "basis": "cash"},
         "basis = 'cash' AND period_start BETWEEN '2015-04-01' AND '2019-03-31'"),
        ({"where": "all", "basis": "real"}, "basis = 'real'"),
        ({"where": "all", "status": "doubtful"}, "status = 'doubtful'"),
        ({"where": "all", "status": "none"}, "value IS NULL"),
        ({"where": "all", "status": "number"}, "value IS NOT NULL"),
        ({"where": "all", "source": "dundee_cswo_report"}, "source = 'dundee_cswo_report'"),
        ({"where": "all", "source": "lgbf", "edition": "LGBF, 2023 (data to 2021-22)"},
         "source = 'lgbf' AND edition = 'LGBF, 2023 (data to 2021-22)'"),
    ],
)  # fmt: skip
def test_a_filter_finds_what_the_same_question_in_sql_finds(
    connection: Connection, catalogue: Catalogue, query: Mapping[str, str], condition: str
) -> None:
    counted = connection.execute(text(f"SELECT count(*) FROM figures WHERE {condition}")).scalar_one()
    assert counted > 0
    assert explore(connection, catalogue, query).count == counted


def test_a_row_says_all_about_its_figure(connection: Connection, catalogue: Catalogue) -> None:
    screen = found(connection, catalogue, indicator="chn 22", from_="2021-22", to="2021-22")
    (row,) = screen.figures
    assert (row.area, row.period, row.value, row.status, row.basis) == (
        "Dundee City", "2021-22", "7.8%", "Published", "",
    )  # fmt: skip
    assert (row.edition, row.file) == ("LGBF, February 2024", "lgbf.csv")
    assert "CHN22" in row.locator
    assert spoken(screen.lead).endswith("Dundee City; periods that begin in 2021-22.")


def test_a_suppressed_figure_has_its_status_and_no_number(
    connection: Connection, catalogue: Catalogue
) -> None:
    hidden = found(connection, catalogue, where="all", status="suppressed").figures
    assert hidden
    assert {(row.value, row.status) for row in hidden} == {("", "Suppressed [c]")}


def test_the_unknown_area_is_never_listed(connection: Connection, catalogue: Catalogue) -> None:
    unknown = [area.code for area in catalogue.areas.by_code.values() if area.kind is AreaKind.UNKNOWN]
    assert unknown
    for query in ({"where": "all"}, {"areas": unknown[0]}):
        assert not set(unknown) & set(asked(connection, catalogue, query).wanted.areas)


def test_pages_hold_a_hundred_figures_and_the_last_page_is_the_furthest(
    connection: Connection, catalogue: Catalogue
) -> None:
    first = found(connection, catalogue, where="all")
    last = found(connection, catalogue, where="all", page="999999")
    assert len(first.figures) == PAGE_ROWS
    assert last.page == last.pages == -(-last.count // PAGE_ROWS)
    assert len(last.figures) == last.count - PAGE_ROWS * (last.pages - 1)


@pytest.mark.parametrize("page", ["0", "-1", "1e3", "²", "x", "", "9" * 30])
def test_a_page_that_is_no_number_is_the_first(
    connection: Connection, catalogue: Catalogue, page: str
) -> None:
    assert found(connection, catalogue, page=page).page == 1


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("value", Order(SortBy.VALUE)),
        ("-value", Order(SortBy.VALUE, descending=True)),
        ("--value", Order()),
        ("value;--", Order()),
        ("", Order()),
    ],
)
def test_the_order_is_one_of_the_columns(
    connection: Connection, catalogue: Catalogue, sort: str, order: Order
) -> None:
    assert asked(connection, catalogue, {"sort": sort}).order == order


def test_ticked_areas_go_before_the_choice_of_areas(connection: Connection, catalogue: Catalogue) -> None:
    both = asked(connection, catalogue, {"where": "all", "areas": "S12000006"})
    assert both.wanted.areas == ("S12000006",)
    assert both.filters["where"].words == "Dumfries & Galloway"


def test_indicators_beside_are_of_the_same_service_and_few(
    connection: Connection, catalogue: Catalogue
) -> None:
    children = [item.code for item in catalogue.of_service("children")]
    wanted = asked(
        connection,
        catalogue,
        {
            "indicator": "CHN22",
            "beside": ",".join(["SW01", "CHN22", *[c for c in children if c.startswith("CHN")][:9]]),
        },
    )
    assert wanted.wanted.indicators[0] == "CHN22"
    assert 0 < len(wanted.beside) <= MOST_BESIDE
    assert {catalogue[code].service for code in wanted.beside} == {"children"}


def test_an_edition_belongs_to_the_source_chosen(connection: Connection, catalogue: Catalogue) -> None:
    edition = "LGBF, February 2024"
    assert asked(connection, catalogue, {"edition": edition}).wanted.edition == ""
    assert asked(connection, catalogue, {"edition": edition, "source": "lgbf"}).wanted.edition == edition


def test_every_status_can_be_asked_for_and_has_a_number_or_not() -> None:
    assert set(STATUSES) == {"all", "number", "none", *Status}
    assert sorted([*STATUSES["number"], *STATUSES["none"]]) == sorted(Status)


def test_every_ready_made_view_finds_figures_that_fit_on_a_screen(
    connection: Connection, catalogue: Catalogue
) -> None:
    views = found(connection, catalogue, area="S12000042").ready
    assert len(views) >= 5
    for view in views:
        screen = explore(connection, catalogue, view.query)
        assert screen.count, view.words
        assert screen.refused is None, view.words


def test_what_is_filtered_is_named_so_that_it_can_be_taken_away(
    connection: Connection, catalogue: Catalogue
) -> None:
    screen = found(connection, catalogue, status="withdrawn", from_="2019-20")
    assert screen.count == 0
    assert dict(screen.narrowed) == {"from": "From: 2019-20", "status": "Status: Withdrawn"}
    assert spoken(screen.lead).startswith(
        "No figures match: every service; Dundee City; periods that begin in"
    )


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(SENSIBLE) | st.text(max_size=60)))
def test_no_address_breaks_the_screen(store: Store, query: dict[str, str]) -> None:
    with store.connect() as connection:
        screen = explore(connection, store.catalogue, query)
    assert 1 <= screen.page <= screen.pages
    assert len(screen.figures) <= PAGE_ROWS
    assert all(each.value in {c.value for c in each.choices} for each in screen.asked.filters.values())


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, ""),
        ({"from": "2010-11", "indicator": "chn 22", "where": "all"}, ""),
        ({"from": "2040-41"}, "Left aside, because there is no figure of it: from 2040-41."),
        (
            {"from": "2040-41", "indicator": "NOPE", "areas": "S12000042,X"},
            "Left aside, because there is no figure of it: indicator NOPE, from 2040-41 and area X.",
        ),
    ],
)
def test_what_the_address_asks_for_in_vain_is_named(
    connection: Connection, catalogue: Catalogue, query: dict[str, str], said: str
) -> None:
    assert explore(connection, catalogue, query).left_aside == said
