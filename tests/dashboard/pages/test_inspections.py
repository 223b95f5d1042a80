"""The inspections page: words beside every grade, ways on, and nothing a file says becomes markup."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from dashboard.pages import inspections
from dashboard.views import inspections as view
from dashboard.views.inspection_councils import CouncilLine
from indicators.areas import Area
from indicators.catalogue import Catalogue
from tests.dashboard.tree import find, words


def test_a_grade_is_a_number_with_its_word_and_not_assessed_is_told_from_blank(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    tree = inspections.arrange(view.inspections(connection, catalogue, dundee, {}), {})
    assert {words(each) for each in find(tree, "Span", className="grade g3")} == {"3 adequate"}
    assert len(find(tree, "Span", className="grade open")) == 37
    assert len([each for each in find(tree, "Span", className="quieter") if words(each) == "blank"]) == 22


def test_the_filters_offer_what_the_list_has(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    tree = inspections.arrange(view.inspections(connection, catalogue, dundee, {}), {})
    offered = {
        each.id["filter"]: [option["value"] for option in each.options] for each in find(tree, "Select")
    }
    assert offered["list"] == ["2020-12-15"]
    assert offered["sector"] == ["all", "local_authority"]
    assert len(offered["type"]) == 10


def test_a_council_without_a_list_gets_a_way_on(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    tree = inspections.arrange(view.inspections(connection, catalogue, dumfries, {}), {})
    assert "python -m etl fetch care-inspectorate" in words(tree)
    assert find(tree, "Table") == []


def test_councils_are_listed_with_ours_marked_and_the_whole_in_bold(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = view.inspections(connection, catalogue, dundee, {})
    lines = (
        CouncilLine(dundee.code, dundee.name, "1 of 2 (50%)", 50.0, "9% to 91%", True, False),
        CouncilLine("", "Scotland, computed", "3 of 4 (75%)", 75.0, "30% to 95%", False, True),
    )
    tree = inspections.arrange(replace(found, councils=lines), {})
    (table,) = [each for each in find(tree, "Table") if "by council" in words(find(each, "Caption"))]
    assert [words(row) for row in find(table, "Tr")[1:]] == [
        "Dundee City1 of 2 (50%)9% to 91%",
        "Scotland, computed3 of 4 (75%)30% to 95%",
    ]
    assert [words(row) for row in find(table, "Tr", className="on")] == ["Dundee City1 of 2 (50%)9% to 91%"]
    assert "Only 1 council has a figure: no rank, listed by name" in words(tree)
    many = inspections.arrange(replace(found, councils=lines * 8), {})
    assert "Share good or better by councilLowest first" in words(many)
