"""A pack is final when every red is explained, or somebody says why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.finality import finality
from indicators.rag import Light
from indicators.written.snapshot import FrozenComment
from tests.indicators.written.contents import make_cell, make_row

RED = make_cell(light=Light.RED)
APPROVED = FrozenComment("2021-22", "Why.", "", "", None, approved=True)


@pytest.mark.parametrize(
    ("row", "blocks"),
    [
        (make_row(RED), True),
        (make_row(RED, comment=APPROVED), False),
        (make_row(RED, comment=replace(APPROVED, approved=False)), True),
        (make_row(RED, comment=replace(APPROVED, period="2020-21")), True),
        (make_row(make_cell(light=Light.AMBER)), False),
        (make_row(make_cell(light=Light.TO_CHECK)), False),
        (make_row(make_cell(), make_cell(period="2020-21", light=Light.RED)), False),
        (make_row(make_cell(period="2022-23", value=None, light=Light.NO_DATA), RED), True),
        (replace(make_row(), cells=()), False),
    ],
)
def test_a_red_without_an_approved_comment_of_its_own_period_blocks(row: object, blocks: bool) -> None:
    found = finality([row])  # type: ignore[list-item]
    assert (found.blocking == (row,), found.allowed) == (blocks, not blocks)


@pytest.mark.parametrize(
    ("reds", "reason", "allowed", "words"),
    [
        (0, "", True, "Every indicator off target has an approved comment"),
        (
            1, " ", False,
            "1 indicator off target has no approved comment: comment on it, or give the reason for issuing "
            "the pack without",
        ),
        (
            2, " The manager is ill. ", True,
            "2 indicators off target have no approved comment. Issued all the same: The manager is ill.",
        ),
    ],
)  # fmt: skip
def test_the_reason_opens_the_way_and_is_said(reds: int, reason: str, allowed: bool, words: str) -> None:
    found = finality([make_row(RED)] * reds, reason)
    assert (found.allowed, found.words) == (allowed, words)
