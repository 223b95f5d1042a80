"""What is written goes into JSON and comes back the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from indicators.risks import Score
from indicators.written.checks import WritingError
from indicators.written.codec import from_json, to_json
from indicators.written.comment import Comment
from indicators.written.kinds import KINDS
from indicators.written.risk import RegisteredRisk
from indicators.written.snapshot import Snapshot
from tests.indicators.written.contents import ANY, make_cell, make_comment, make_row, make_snapshot


@given(ANY)
def test_every_content_comes_back_as_it_was(content: Any) -> None:
    assert from_json(KINDS[content.kind], to_json(content)) == content


def test_the_json_is_what_another_program_expects() -> None:
    comment = make_comment(action="Visit them.", owner="Team manager", due=date(2022, 5, 1))
    assert json.loads(to_json(comment)) == {
        "indicator": "CHN22",
        "area": "A",
        "period": "2021-22",
        "cause": "Three large families.",
        "action": "Visit them.",
        "owner": "Team manager",
        "due": "2022-05-01",
    }


def test_a_number_keeps_every_digit() -> None:
    snapshot = make_snapshot(make_row(make_cell(value=0.1 + 0.2)))
    kept = from_json(Snapshot, to_json(snapshot)).rows[0].cells[0].value
    assert kept == 0.30000000000000004


def test_a_body_from_before_a_field_was_added_gets_its_default() -> None:
    body = json.loads(to_json(make_comment()))
    del body["owner"]
    assert from_json(Comment, json.dumps(body)) == make_comment()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"colour": "red"}, "'colour' is not a part of it"),
        ({"cause": 5}, "5 is not what belongs there"),
        ({"cause": None}, "None is not what belongs there"),
        ({"due": "next week"}, "Invalid isoformat string"),
        ({"due": 20220501}, "20220501 is not what belongs there"),
    ],
)
def test_a_damaged_body_is_refused_with_what_is_wrong(change: dict[str, Any], said: str) -> None:
    body = json.dumps({**json.loads(to_json(make_comment())), **change})
    with pytest.raises(WritingError, match=said):
        from_json(Comment, body)


@pytest.mark.parametrize("text", ["", "[]", "nothing", '{"indicator": "CHN22"}'])
def test_a_text_that_is_no_content_is_refused(text: str) -> None:
    with pytest.raises(WritingError, match="cannot be read"):
        from_json(Comment, text)


def test_true_is_no_number() -> None:
    risk = RegisteredRisk("Storm", original=Score(3, 4))
    body = to_json(risk).replace('"likelihood": 3', '"likelihood": true')
    with pytest.raises(WritingError, match="True is not what belongs there"):
        from_json(RegisteredRisk, body)


def test_a_number_that_is_none_is_not_written() -> None:
    endless = replace(make_cell(), value=float("inf"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(make_snapshot(make_row(endless)))
