"""Words within sentences."""

from __future__ import annotations

import pytest

from dashboard.views.text import within_sentence


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("Re-registrations within 18 months", "re-registrations within 18 months"),
        ("MAPPA level 1 reviews in time", "MAPPA level 1 reviews in time"),
        ("Self-funder payments, Scotland", "self-funder payments, Scotland"),
        ("", ""),
    ],
)
def test_a_title_keeps_its_names_and_abbreviations_within_a_sentence(title: str, within: str) -> None:
    assert within_sentence(title) == within
