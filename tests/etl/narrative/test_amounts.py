"""Amounts told in words against the table of the report that has their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.narrative.amounts import budget_basis, by_year, net_amounts, rounded_sums, year_on_year
from tests.etl.narrative.cases import table, told

SPENDING = table(
    "|2017-18||2018-19|",
    "Option|People|Cost|People|Cost",
    "Option One Total|74|£1,522,411|103|£1,875,293.80",
    "Option One - Adults only|65|£1,413,325|79|£1,640,764",
    "Option Two|39|£287,817|70|£613,366.38",
)
BUDGET = table("Costs|£", "Staff|11,926", "|23,254", "Income|", "Grants|(1,207)", "Total Services|22,046")


def test_a_table_by_year_keeps_money_and_counts_apart_with_their_lines() -> None:
    found = by_year(SPENDING)
    assert found["option two"].money == {"2017-18": (287817.0, 5), "2018-19": (613366.38, 5)}
    assert found["option one"].counts == {"2017-18": (74.0, 3), "2018-19": (103.0, 3)}


@pytest.mark.parametrize(
    "said",
    [
        "Spending on options one and two rose from £2.4 million in 2018/19.",
        "We spent £3m in 2018/19 on Option 1 and Option 2.",
        "Option Two cost £0.7m in 2018/19.",
    ],
)
def test_an_amount_that_is_not_the_rounded_sum_of_its_parts_is_told(said: str) -> None:
    ((line, against, why),) = told(rounded_sums, f"{SPENDING}\n\n{said}")
    assert (line, against in (3, 5)) == (7, True)
    assert why in ("the parts add up to £2,488,660", "the parts add up to £613,366")


@pytest.mark.parametrize(
    "said",
    [
        "Spending on options one and two rose to £2.5 million in 2018/19.",
        "Spending on options 1 and 2 was £2.4 million in 2016/17.",
        "Spending on all options was £2.4 million in 2018/19.",
        "Of options one and two, £0.4m in 2018/19 was for children.",
        "Options one and two rose by £2.4 million.",
    ],
)
def test_a_right_sum_another_year_or_a_part_of_it_is_left_alone(said: str) -> None:
    assert told(rounded_sums, f"{SPENDING}\n\n{said}") == []


@given(st.integers(1_000, 9_999_999), st.integers(1_000, 9_999_999), st.integers(0, 3))
def test_a_sum_printed_to_any_precision_is_never_told(one: int, two: int, places: int) -> None:
    rows = table("|2018-19", f"Option One|£{one:,}", f"Option Two|£{two:,}")
    said = f"Options 1 and 2 cost £{(one + two) / 1_000_000:.{places}f} million in 2018/19."
    assert told(rounded_sums, f"{rows}\n\n{said}") == []


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "The spend on Option 2 has fallen year on year.",
            "option two went from 287,817 to 613,366 in 2018-19",
        ),
        ("The number for Option 1 has reduced each year.", "option one went from 74 to 103 in 2018-19"),
    ],
)
def test_a_series_said_to_go_one_way_that_went_the_other_is_told(said: str, why: str) -> None:
    assert [reason for _, _, reason in told(year_on_year, f"{SPENDING}\n\n{said}")] == [why]


def test_one_of_two_named_lines_that_fell_once_is_told_with_its_row() -> None:
    fell = SPENDING.replace("£613,366.38", "£213,366.38")
    ((line, against, _),) = told(
        year_on_year, f"{fell}\n\nThe cost of options 1 and 2 has increased year on year."
    )
    assert (line, against) == (7, 5)


@pytest.mark.parametrize(
    "said",
    [
        "The spend on options 1 and 2 has increased year on year.",
        "The number of people with Options 1 and 2 has increased year on year.",
        "The spend on Option 2 has fallen.",
        "Spending on respite has fallen year on year.",
        "Option 2 has fallen year on year.",
    ],
)
def test_a_series_that_went_as_said_or_is_not_in_the_table_is_left_alone(said: str) -> None:
    assert told(year_on_year, f"{SPENDING}\n\n{said}") == []


def test_a_net_amount_that_its_two_amounts_do_not_make_is_told() -> None:
    text = (
        "There was an overspend of £6,037k (overspend of £3,360k in 2018/19). "
        "A total additional funding of £3,063k resulted in a net £2,274k overspend."
    )
    assert told(net_amounts, text) == [(1, 1, "£6,037k less £3,063k is £2,974,000")]


@pytest.mark.parametrize(
    "text",
    [
        "An overspend of £6,037k and a total funding of £3,063k left a net £2,974k overspend.",
        "An overspend of £6.0m and a total funding of £3.1m left a net £2,974k overspend.",
        "An overspend of £6,037k left a net £2,274k overspend.",
        "A total funding of £3,063k left a net £2,274k underspend.",
    ],
)
def test_a_net_amount_that_is_right_or_has_no_parts_is_left_alone(text: str) -> None:
    assert told(net_amounts, text) == []


def test_a_budget_that_says_neither_gross_nor_net_is_told_where_the_table_has_both() -> None:
    found = told(budget_basis, f"The social work budget for 2018/19 was £22.8m.\n\n{BUDGET}")
    assert found == [(1, 8, "it says neither gross nor net; the report's table has 23,254 and 22,046")]


@pytest.mark.parametrize(
    "text",
    [
        f"The net social work budget for 2018/19 was £22.8m.\n\n{BUDGET}",
        f"The budget shortfall will be met.\n\n{BUDGET}",
        f"The budget has a part of 5%.\n\n{BUDGET}",
        "The social work budget for 2018/19 was £22.8m.\n\n" + table("Costs|£", "Staff|11", "Total|11"),
    ],
)
def test_a_budget_with_its_basis_or_no_other_basis_to_mistake_it_for_is_left_alone(text: str) -> None:
    assert told(budget_basis, text) == []
