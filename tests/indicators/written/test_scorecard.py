"""Scorecards that people write: the address a title makes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.vocabulary import Section
from indicators.written.scorecard import LONGEST_KEY, ScorecardEdit, key_of


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Early years", "early-years"),
        ("  Children & Families: 2026/27! ", "children-and-families-2026-27"),
        ("Women's aid", "womens-aid"),
        ("Òran Mòr – Café", "oran-mor-cafe"),
        ("../../etc", "etc"),
        ("社会", ""),
        ("", ""),
        ("a" * 70, "a" * 60),
        ("a" * 60, "a" * 60),
        ("a" * 59 + " bcd", "a" * 59),
        ("a" * 58 + " b cd", "a" * 58 + "-b"),
    ],
)
def test_the_address_is_made_of_the_words_of_the_title(title: str, key: str) -> None:
    assert key_of(title) == key


@given(st.text(max_size=200))
def test_whatever_the_title_its_address_is_one_a_scorecard_can_have(title: str) -> None:
    key = key_of(title)
    assert len(key) <= LONGEST_KEY
    if key:
        assert ScorecardEdit(key, "A card", (Section("A", "", ""),)).id == key
        assert key_of(key) == key
    else:
        assert not re.search("[A-Za-z0-9]", title)
