"""A report against itself: every rule with a conflict and its nearest neighbour that is none."""

from __future__ import annotations

import pytest

from etl.narrative.rules import within

TABLE = "\tYear\tYear\nOption One Total\t103\t£1,875,293.80\t122\t£3,432,428.45\nOption Two\t£613\t£2,062\n\n"
REPORT = "In 2019/20 much was done. In 2019/20 more. "


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Use has risen from 94.2% to 91.5%.", "direction"),
        ("It has risen slightly from 21.5% to 26.9%.", "size"),
        (
            "Care Orders have increased.\nA total of 36 Care Orders were made, fewer than last year (41).",
            "direction",
        ),
        ("Care Orders have remained stable.\nThere were 13 Care Orders (10 orders in 2018/19).", "direction"),
        (
            "2147 adult protection referrals were received.\nOf them 656 (30% of all referrals) were seen.",
            "percentage",
        ),
        ("We saw 142 out of 500 (31%) of them.", "percentage"),
        (TABLE + "There was an increase in spend of 3% for Option 1.", "percentage change"),
        ("92 Social Reports were completed. 58 resulted in detention and 36 in an order.", "sum"),
        ("Of the 130 people supported, 82 are at college; 9 are in work; and 5 are training.", "sum"),
        ("We have the following 3 key actions: -\n\n- one\n- two\n", "count"),
        ("Held our 7th annual Award Ceremony. From 1999 to 2006 many came.", "count"),
        (REPORT + "There were 158 detentions, compared with 177 in 2019/20.", "period"),
        ("It was 90% in the 2019 calendar year and 89% in the 2018/19 financial year.", "period"),
        ("It dropped from 94.2% to 91.5%, the same level as the preceding year.", "period"),
        ("2018/19\t\t2018/19\t\t2017/18\tBenchmark", "period"),
        ("Dundee was the 11th best performing Partnership.", "rank"),
        ("Dundee was the 2nd best performing Partnership of 7.", "rank"),
        ("98% of people agreed, rated 1st equal.\n97% of people agreed, rated 1 st equal.", "rank"),
    ],
)
def test_a_report_that_contradicts_itself_is_told_by_its_rule(text: str, rule: str) -> None:
    assert [conflict.rule for conflict in within(text)] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Use has risen from 91.5% to 94.2%.",
        "It has risen slightly from 21.5% to 22.9%.",
        "Care Orders have reduced.\nA total of 36 Care Orders were made, fewer than last year (41).",
        "Payback Orders have increased.\nA total of 36 Care Orders were made, fewer than last year (41).",
        "Care Orders have remained stable.\nThere were 105 Care Orders (100 orders in 2018/19).",
        "2147 adult protection referrals were received.\nOf them 656 (31% of all referrals) were seen.",
        "We saw 142 out of 500 (28%) of them.",
        TABLE + "There was an increase in spend of 83% for Option 1 and 236% for Option 2.",
        "94 Social Reports were completed. 58 resulted in detention and 36 in an order.",
        "Of the 96 people supported, 82 are at college; 9 are in work; and 5 are training.",
        "We have the following 2 key actions: -\n\n- one\n- two\n\nText.\n- three",
        "Dundee was the 2nd best performing Partnership of 8, with 71% of 5 groups.",
        "Dundee was the 2nd best performing Partnership, with 12% of 2,147 and 6.5 of 7.5.",
        "Held our 8th annual Award Ceremony. From 1999 to 2006 many came.",
        REPORT + "There were 158 detentions, compared with 177 in 2018/19.",
        REPORT + "In 2020/21 there were 158 detentions, compared with 177 in 2019/20.",
        "2018/19\t\t2017/18\t\t2016/17\tBenchmark",
        "Dundee was the 11th best performing of 31 Partnerships.",
        "The 9th best of the 32 councils in Scotland.",
        "Kinds: financial year `2019-20`, care year, calendar year, quarter.",
        "98% of people agreed, rated 1st equal.\n97% of people agreed, rated 2nd equal.",
        "",
    ],
)
def test_a_report_that_agrees_with_itself_is_left_alone(text: str) -> None:
    assert within(text) == []


def test_a_conflict_names_both_sides_with_their_lines() -> None:
    (conflict,) = within("Care Orders have increased.\n\nThere were 9 Care Orders (10 orders in 2018/19).")
    assert (conflict.line, conflict.said) == (1, "Care Orders have increased")
    assert (conflict.against_line, conflict.against) == (3, "9 Care Orders (10 orders in 2018/19)")
    assert conflict.why == "Care Orders went from 10 to 9, -10.0%"
