"""All rules together: no text breaks them, none waits long, and each is tried by a test of its own."""

from __future__ import annotations

from itertools import chain
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.narrative.across import across
from etl.narrative.rules import RULES, within
from etl.narrative.scorecards import blocks
from etl.narrative.source_labels import labels
from tests.catalogue_builder import small_catalogue

PIECES = (
    "Key Performance Indicators", "Value\tTarget\tValue", "2018/19\t2019/20", "Option One",
    "Options 1 and 2", "£2.4m", "88%", "3 (60%)", "1,130", "0", "-", "n/a", "n/a*", "*", "**Note:**",
    "- ", "\t", "\n", "\n\n", " ", ". ", "; ", "from 0 to 5", "from £ to %", "in 2019/20", "in 2019",
    "31 February 2020", "26 JUNE 2019", "Generated on 1 May 2019", "looked after", "at home",
    "in foster care", "Orders (CPOs)", "average of 90%", "all of the Leadership statements",
    "have increased", "year on year", "targets of 5%", "the following 3 key actions:", "Figure 1",
    "listed in Figure 1", "Start Date\tDue Date\tProgress",
    "Inspection Date\tService Type\tEnvironment", "Housing Support", "were completed",
    "net £2k overspend", "compared with 177", "last year (41)", "11th best Partnership", "LGBF",
    "36 weeks", "(NEW)",
)  # fmt: skip
LONGEST_WAIT = 5.0  # seconds of work on 60,000 characters, of which the slowest takes under one


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_no_order_of_pieces_of_reports_breaks_a_rule(text: str) -> None:
    lines = len(text.splitlines())
    found = [*within(text), *labels(text, small_catalogue())]
    assert all(1 <= each.line <= lines and 1 <= each.against_line <= lines for each in found)
    assert all(each.why and each.said.strip() and not each.against_file for each in found)
    assert [each for _, each in across({"one": text, "other": ""})] == []


@given(st.text(max_size=200))
def test_no_text_at_all_breaks_a_rule(text: str) -> None:
    assert within(text) == within(text)
    assert list(blocks(text.replace("\t", " "))) == []


def test_conflicts_are_told_in_the_order_of_their_lines_and_once() -> None:
    text = "It fell from 5 to 9.\nWe saw 1 out of 2 (40%) of them.\nAdult Services*\n"
    found = within(f"{text}\n{text}")
    assert [(each.line, each.rule) for each in found] == [
        (1, "direction"), (2, "percentage"), (3, "footnote"),
        (5, "direction"), (6, "percentage"), (7, "footnote"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["5% and ", "total ", "a* ", "Word ", "£5k ", "1 (2%)\t", "Figure 1\n", "(CPO) ", "in 2019/20 "]
)
def test_a_text_made_to_be_slow_is_not(piece: str) -> None:
    text = (piece * 30_000)[:60_000]
    started = process_time()
    within(f"net £5k overspend {text} targets of 5% have increased")
    assert process_time() - started < LONGEST_WAIT


def test_every_rule_is_listed_once() -> None:
    names = [rule.__name__ for rule in RULES]
    assert sorted(set(names)) == sorted(names)
    assert all(rule.__doc__ for rule in chain(RULES, (labels, across)))
