"""The finance and self-evaluation pages: their parts for a council that has them and one that has not."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from dashboard.pages import finance, self_evaluation
from dashboard.views.finance import finance as finance_view
from dashboard.views.self_evaluation import self_evaluation as self_evaluation_view
from indicators.areas import Area
from indicators.catalogue import Catalogue
from tests.dashboard.tree import find, words


def test_the_matrix_says_of_every_line_and_column_whether_it_adds_up(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    tree = finance.arrange(finance_view(connection, catalogue, dumfries))
    rows = [words(row) for row in find(find(tree, "Table")[0], "Tr")]
    assert len(rows) == 14
    assert sum(row.endswith("adds up") for row in rows) == 12
    assert rows[-1] == "Columns add up?" + "3 of 3 add up" * 6


def test_a_sum_that_is_wrong_is_marked_and_written_out(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = finance_view(connection, catalogue, dumfries)
    assert found.matrix is not None
    line = replace(found.matrix.lines[0], check="parts make £1 more", wrong=True)
    broken = replace(found.matrix, lines=(line,), wrong=("Staff costs: printed £2, parts make £1 more (£3)",))
    tree = finance.arrange(replace(found, matrix=broken))
    assert [words(each) for each in find(tree, "Span", className="late nowrap")] == ["parts make £1 more"]
    assert "Staff costs: printed £2, parts make £1 more (£3)" in {words(each) for each in find(tree, "Li")}


def test_costs_carry_no_light_and_what_they_buy_does(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    tables = find(finance.arrange(finance_view(connection, catalogue, dundee)), "Table")
    named = {words(find(table, "Caption")): table for table in tables}
    assert find(named["Children: what it costs"], "Svg", className="lamp green") == []
    assert "On target" in words(named["Children: what it achieves"])


def test_a_council_without_any_cost_gets_a_way_on(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = replace(finance_view(connection, catalogue, dundee), services=(), budgets=(), outturn=())
    assert "No cost of this council is loaded." in words(finance.arrange(found))


def test_scores_are_four_bars_and_two_marks_and_efqm_has_a_section_of_its_own(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    tree = self_evaluation.arrange(self_evaluation_view(connection, catalogue, dundee))
    first = find(tree, "Table")[0]
    assert [words(bar) for bar in find(first, "Span", className="score-bar")] == ["90%", "86%", "79%", "64%"]
    assert len(find(first, "Span", className="score-bar missing")) == 2
    assert [words(each) for each in find(tree, "H2")] == [
        "PSIF, Children and Families, 2019",
        "Other PSIF rounds",
        "EFQM, apart from PSIF",
        "Grades in words",
    ]


def test_a_council_without_self_evaluation_gets_a_way_on(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    tree = self_evaluation.arrange(self_evaluation_view(connection, catalogue, dumfries))
    said = words(tree)
    assert "printed only in a council’s own report" in said
    assert "tidy" not in said
