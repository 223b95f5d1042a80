"""Codes: spellings are folded, and only what a publisher prints is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue_files import load_catalogue
from indicators.codes import after_label, published_code, with_code
from tests.builders import make_indicator


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("CHN22", "CHN22"),
        ("SW03a", "SW03a"),
        ("C&L05d", "C&L05d"),
        ("CORP-ASSET01", "CORP-ASSET01"),
        ("DG05", "D&G 5"),
        ("DG20", "D&G 20"),
        ("LAC_TOTAL", ""),
        ("PRIMARY1_OVERWEIGHT", ""),
        ("SCRA_REPORTS_20_DAYS", ""),
        ("", ""),
    ],
)
def test_a_code_is_shown_as_its_publisher_prints_it_and_a_name_of_ours_is_not(code: str, shown: str) -> None:
    assert published_code(code) == shown


@given(st.text())
def test_no_underscore_is_ever_shown(code: str) -> None:
    assert "_" not in published_code(code)


def test_every_framework_and_plan_code_of_the_catalogue_is_published_and_no_other_is() -> None:
    for indicator in load_catalogue().indicators.values():
        printed = indicator.source == "lgbf" or indicator.code.startswith("DG")
        assert bool(indicator.published_code) == printed, indicator.code


def test_a_title_has_its_code_after_it_or_before_it_only_where_there_is_one() -> None:
    assert with_code("Moves", "CHN23") == "Moves (CHN23)"
    assert with_code("Children looked after", "LAC_TOTAL") == "Children looked after"
    assert make_indicator(code="CHN22", short_title="Moves").named == "Moves (CHN22)"
    assert make_indicator(code="LAC_TOTAL", short_title="Moves").named == "Moves"
    assert after_label("CHN23", "Moves", ": ") == "CHN23: Moves"
    assert after_label("", "Moves", ": ") == "Moves"
