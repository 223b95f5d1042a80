"""Finance: the printed budget matrix to the pound, its sums both ways, and costs beside performance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from dashboard.views.budget_matrix import CODES, Matrix, matrix
from dashboard.views.finance import Finance, finance
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store import read
from indicators.store.rows import FigureRow


@pytest.fixture
def rows(connection: Connection, dumfries: Area) -> list[FigureRow]:
    """The 72 cells Dumfries & Galloway prints."""
    return read.figures_of(connection, CODES, [dumfries.code])


def made(catalogue: Catalogue, rows: list[FigureRow]) -> Matrix:
    found = matrix(catalogue, rows)
    assert found is not None
    return found


def test_the_matrix_is_printed_to_the_pound(catalogue: Catalogue, rows: list[FigureRow]) -> None:
    """001:706-720."""
    lines = {line.title: line.cells for line in made(catalogue, rows).lines}
    assert len(rows) == 72
    assert lines["Staff costs"] == ("901,859", "6,752,177", "2,699,727", "104,779", "1,467,861", "11,926,403")
    assert lines["Other grants"] == ("−61,364", "−203,171", "−209,051", "−50,000", "−150,000", "−673,586")
    assert lines["Net budget"] == ("856,006", "16,845,798", "2,928,180", "56,579", "1,360,409", "22,046,972")


def test_every_printed_total_is_what_its_parts_make(catalogue: Catalogue, rows: list[FigureRow]) -> None:
    """12 lines over services; expense, income and net of six columns."""
    found = made(catalogue, rows)
    assert spoken(found.lead) == "All 30 printed totals are what their parts make."
    assert {line.check for line in found.lines} == {"adds up"}
    assert set(found.column_checks) == {"3 of 3 add up"}
    assert found.wrong == ()


@pytest.mark.parametrize(("by", "said"), [(100.0, "£100 more"), (-1.0, "£1 less")])
def test_a_cell_that_is_wrong_is_found_in_its_line_and_in_its_column(
    catalogue: Catalogue, rows: list[FigureRow], by: float, said: str
) -> None:
    changed = [
        row._replace(figure=replace(row.figure, value=(row.figure.value or 0) + by))
        if row.indicator == "BUDGET_TRANSPORT_JUSTICE"
        else row
        for row in rows
    ]
    found = made(catalogue, changed)
    wrong = [line for line in found.lines if line.wrong]
    assert [(line.title, line.check) for line in wrong] == [("Transport costs", f"parts make {said}")]
    assert found.column_checks.count("2 of 3 add up") == 1
    assert spoken(found.lead) == "2 of 30 printed totals are not what their parts make."
    assert any("all expense, criminal justice: printed £3,358,154" in each for each in found.wrong)


def test_a_cell_that_is_not_printed_leaves_its_sums_unchecked(
    catalogue: Catalogue, rows: list[FigureRow]
) -> None:
    kept = [row for row in rows if row.indicator != "BUDGET_FEES_ALL"]
    lines = {line.title: line for line in made(catalogue, kept).lines}
    assert (lines["Fees and charges"].cells[-1], lines["Fees and charges"].check) == (
        "not printed",
        "not checked",
    )
    assert matrix(catalogue, []) is None


@pytest.fixture
def dundees(connection: Connection, catalogue: Catalogue, dundee: Area) -> Finance:
    """The finance screen of Dundee City."""
    return finance(connection, catalogue, dundee)


def test_dundee_prints_no_matrix_but_net_budgets_that_make_their_total(dundees: Finance) -> None:
    """35,515 + 182 + 76,198 = 111,895 (000:379-382)."""
    assert dundees.matrix is None
    assert [line.value for line in dundees.budgets] == [
        "£35,515 thousand",
        "£182 thousand",
        "£76,198 thousand",
        "£111,895 thousand",
        "£4,907 thousand",
    ]
    assert dundees.budget_check == "Net budget: all social work services: adds up"
    assert (
        dundees.budgets[0].place == "Chief Social Work Officer Annual Report 2019-20, report text, line 379"
    )


def test_an_overspend_is_outturn_and_has_its_change(dundees: Finance) -> None:
    (line,) = dundees.outturn
    assert (line.value, line.period, line.note) == ("£6,037 thousand", "2019-20", "up £2,677 thousand")


def test_an_outturn_that_is_not_printed_says_so_and_why(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = finance(connection, catalogue, dumfries)
    assert [(line.code, line.value, line.note) for line in found.outturn] == [
        ("DG46", "Not available", "being collated for the first time"),
        ("DG47", "Not available", "being collated for the first time"),
    ]


def test_costs_stand_beside_the_headline_indicators_of_the_same_service(dundees: Finance) -> None:
    services = {each.code: each for each in dundees.services}
    children = services["children"]
    assert children.budget == "Net budget: children's services, 2019-20: £35.5 million"
    assert [(row.code, row.value) for row in children.costs] == [("CHN08a", "£4,240"), ("CHN08b", "£554")]
    assert {"CHN09", "CHN22"} <= {row.code for row in children.performance}
    assert {"SW01", "SW05"} <= {row.code for row in services["adult_care"].costs}
    assert "finance" not in services


def test_a_service_shows_its_budget_and_its_indicators_together(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = {each.code: each for each in finance(connection, catalogue, dumfries).services}
    assert found["children"].budget.endswith("Budget: net budget, children, 2019-20: £16,845,798")
    assert found["children"].performance
    assert found["justice"].costs == ()


def test_a_council_without_a_budget_still_has_its_costs(connection: Connection, catalogue: Catalogue) -> None:
    found = finance(connection, catalogue, catalogue.areas["S12000017"])
    assert (found.matrix, found.budgets, found.outturn) == (None, (), ())
    assert spoken(found.lead).startswith("No budget of Highland is loaded.")
    assert {"SW01", "CHN08a"} <= {row.code for each in found.services for row in each.costs}
