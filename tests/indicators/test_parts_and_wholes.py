"""Which figures add up to which, found among the figures that are held."""

from __future__ import annotations

import pytest

from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.indicator import Unit
from indicators.parts_and_wholes import sums_of
from indicators.periods import PeriodKind
from indicators.totals import Total, Totals
from tests.catalogue_builder import COUNCILS, indicator, small_catalogue

ALL = list(COUNCILS)
YEAR, QUARTER, MONTH = PeriodKind.FINANCIAL_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH
QUARTERS = [f"2019-20 Q{number}" for number in (1, 2, 3, 4)]
Found = set[tuple[str, frozenset[str], bool]]


@pytest.fixture
def catalogue() -> Catalogue:
    """Nine councils; a total of two parts that is exact, and one that is not."""
    totals = Totals(
        (
            Total("WHOLE", ("PART1", "PART2"), exact=True, slack=0.0),
            Total("ABOUT", ("PART1", "PART2"), exact=False, slack=0.0),
        )
    )
    return small_catalogue(
        *(indicator(code, Unit.COUNT) for code in ("WHOLE", "ABOUT", "PART1", "PART2")), totals=totals
    )


def of_areas(catalogue: Catalogue, *areas: str) -> Found:
    """The sums over areas: total, parts, and whether no part is missing."""
    cells = {("WHOLE", area, "2019-20", "none"): YEAR for area in areas}
    return {
        (each.total[1], frozenset(p[1] for p in each.parts), each.whole) for each in sums_of(catalogue, cells)
    }


def of_periods(catalogue: Catalogue, *periods: tuple[str, PeriodKind]) -> Found:
    """The sums over periods of one council."""
    cells = {("PART1", ALL[0], label, "none"): kind for label, kind in periods}
    return {
        (each.total[2], frozenset(p[2] for p in each.parts), each.whole) for each in sums_of(catalogue, cells)
    }


def test_scotland_is_whole_when_every_council_is_there(catalogue: Catalogue) -> None:
    assert of_areas(catalogue, SCOTLAND, *ALL) == {(SCOTLAND, frozenset(ALL), True)}


def test_scotland_with_a_council_missing_is_not_whole(catalogue: Catalogue) -> None:
    assert of_areas(catalogue, SCOTLAND, *ALL[1:]) == {(SCOTLAND, frozenset(ALL[1:]), False)}


def test_councils_alone_make_no_sum(catalogue: Catalogue) -> None:
    assert of_areas(catalogue, *ALL) == set()


@pytest.mark.parametrize(
    ("held", "found"),
    [
        (("WHOLE", "PART1", "PART2"), {("WHOLE", frozenset({"PART1", "PART2"}), True)}),
        (("WHOLE", "PART1"), {("WHOLE", frozenset({"PART1"}), False)}),
        (("PART1", "PART2"), set()),
        (("ABOUT", "PART1", "PART2"), set()),
    ],
)
def test_only_a_total_declared_exact_is_held_against_its_parts(
    catalogue: Catalogue, held: tuple[str, ...], found: Found
) -> None:
    cells = {(code, ALL[0], "2019-20", "none"): YEAR for code in held}
    told = {
        (each.total[0], frozenset(p[0] for p in each.parts), each.whole) for each in sums_of(catalogue, cells)
    }
    assert told == found


def test_four_quarters_are_the_year_and_three_are_not_all_of_it(catalogue: Catalogue) -> None:
    quarters = [(label, QUARTER) for label in QUARTERS]
    assert of_periods(catalogue, ("2019-20", YEAR), *quarters) == {("2019-20", frozenset(QUARTERS), True)}
    assert of_periods(catalogue, ("2019-20", YEAR), *quarters[1:]) == {
        ("2019-20", frozenset(QUARTERS[1:]), False)
    }


def test_a_quarter_of_another_year_is_no_part(catalogue: Catalogue) -> None:
    assert of_periods(catalogue, ("2019-20", YEAR), ("2020-21 Q1", QUARTER)) == set()


def test_months_are_parts_of_their_quarter_and_of_the_year(catalogue: Catalogue) -> None:
    held = (("2019-20", YEAR), (QUARTERS[0], QUARTER), ("2019-04", MONTH))
    assert of_periods(catalogue, *held) == {
        ("2019-20", frozenset({QUARTERS[0]}), False),
        ("2019-20", frozenset({"2019-04"}), False),
        (QUARTERS[0], frozenset({"2019-04"}), False),
    }
