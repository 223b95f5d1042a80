"""What the catalogue says of totals: read, checked, and followed from one indicator to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalogue_files import load_catalogue
from indicators.toml_entries import CatalogueError
from indicators.total_files import read_totals
from indicators.totals import SameCount, Share, Total, Totals

CODES = {code: code for code in ("A", "B", "C", "D")}
FILE = """
[[sum]]
whole = "A"
parts = ["B", "C"]
exact = true
slack = 1

[[sum]]
whole = 100
parts = ["C", "D"]
exact = false
slack = 2

[[share]]
share = "D"
part = "B"
whole = "A"

[[same_count]]
count = "B"
indicator = "C"
name = "numerator"
"""


def read(folder: Path, text: str) -> Totals:
    """The totals of a file with this text."""
    (folder / "totals.toml").write_text(text, encoding="utf-8")
    return read_totals(folder, CODES)


def test_sums_shares_and_repeated_counts_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, FILE) == Totals(
        (Total("A", ("B", "C"), exact=True, slack=1.0), Total(100.0, ("C", "D"), exact=False, slack=2.0)),
        (Share("D", "B", "A"),),
        (SameCount("B", "C", "numerator"),),
    )


def test_a_catalogue_without_the_file_declares_none(tmp_path: Path) -> None:
    assert read_totals(tmp_path, CODES) == Totals()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (FILE.replace('whole = "A"\nparts', 'whole = "X"\nparts'), "line 2: .*'X' is not an indicator"),
        (FILE.replace('"numerator"', '"value"'), "'value' is neither numerator nor denominator"),
        (FILE.replace("slack = 1", "slac = 1"), "'slac' is not a key of a total"),
        (FILE + "\n[[other]]\nx = 1\n", "'other' does not belong here"),
    ],
)
def test_a_mistake_is_refused_with_its_place(tmp_path: Path, wrong: str, sentence: str) -> None:
    with pytest.raises(CatalogueError, match=f"totals.toml.*{sentence.split('.*')[-1]}"):
        read(tmp_path, wrong)


@pytest.mark.parametrize(
    ("code", "found"),
    [("B", {"A", "B", "C", "D"}), ("X", {"X"})],
)
def test_all_that_could_be_worked_out_is_related(tmp_path: Path, code: str, found: set[str]) -> None:
    assert read(tmp_path, FILE).related([code]) == found


def test_parts_that_only_stay_within_their_total_give_nothing_away() -> None:
    within = Totals((Total("A", ("B",), exact=False, slack=0.0),))
    assert within.related(["B"]) == {"B"}


def test_the_real_catalogue_guards_the_parts_of_what_it_says_could_identify_people() -> None:
    catalogue = load_catalogue()
    assert {"LAC_SECURE", "LAC_RESIDENTIAL", "LAC_COUNCIL_HOME", "MEALS_ALL"} <= catalogue.guarded
    assert "CHN22" not in catalogue.guarded
    assert all(item.code in catalogue.guarded for item in catalogue.indicators.values() if item.disclosive)
