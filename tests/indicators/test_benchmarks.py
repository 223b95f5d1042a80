"""Benchmarks: Scotland, the family group, rank and quartile, each by its stated statistic."""

from __future__ import annotations

import statistics
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.areas import SCOTLAND
from indicators.benchmarks import (
    Benchmark,
    Family,
    Scotland,
    ScotlandKind,
    benchmarks,
    fourth_place,
    ranks,
    scotland,
)
from indicators.disclosure import hides
from indicators.figures import Figure, Status
from indicators.indicator import Polarity, Unit
from indicators.quartiles import FEWEST_TO_RANK
from tests.builders import (
    COUNCILS,
    FAMILY,
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    make_areas,
    make_figure,
    make_figures,
    make_indicator,
    year,
)

AREAS = make_areas()
YEAR = year("2019-20")
NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 2))
POLARITIES = st.sampled_from([HIGHER, LOWER, RANGE, NEITHER])
COUNCIL_VALUES = st.dictionaries(st.sampled_from(COUNCILS), NUMBERS, min_size=1)
NINE = dict(zip(COUNCILS, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 90.0], strict=True))


def of(values: dict[str, float | None], **changes: object) -> dict[str, Benchmark]:
    """The benchmarks of councils with these values, Scotland being published as 5."""
    return benchmarks(make_indicator(**changes), AREAS, YEAR, make_figures(values), make_figure(5.0))


# --- Scotland


def test_scotland_is_the_published_figure_and_not_the_mean() -> None:
    found = scotland(make_figure(5.0), make_figures({"A": 10.0, "B": 20.0}))
    assert found == Scotland(5.0, ScotlandKind.PUBLISHED)


def test_without_a_published_figure_scotland_is_sum_over_sum_and_labelled_computed() -> None:
    """10 of 100 and 90 of 300 are 100 of 400: 25%, where the mean of 10% and 30% would be 20%."""
    councils = {
        "A": Figure(10.0, numerator=10, denominator=100),
        "B": Figure(30.0, numerator=90, denominator=300),
    }
    found = scotland(None, councils)
    assert found is not None
    assert (found.value, found.kind, found.councils) == (pytest.approx(25.0), ScotlandKind.COMPUTED, 2)


def test_a_computed_scotland_is_on_the_scale_of_the_councils_rates() -> None:
    councils = {
        "A": Figure(5.0, numerator=10, denominator=2000),
        "B": Figure(2.0, numerator=6, denominator=3000),
        "C": Figure(0.0, numerator=0, denominator=5000),
    }
    found = scotland(None, councils)
    assert found is not None
    assert found.value == pytest.approx(1.6)


def test_a_computed_percentage_is_exact_though_the_councils_are_rounded() -> None:
    """33.3 and 66.7 tell a scale of 99.9 and 100.05; two thirds of 300 are 66.667 all the same."""
    councils = {
        "A": Figure(33.3, numerator=20, denominator=60),
        "B": Figure(66.7, numerator=40, denominator=60),
        "C": Figure(77.8, numerator=140, denominator=180),
    }
    found = scotland(None, councils)
    assert found is not None
    assert found.value == pytest.approx(200 / 3, abs=1e-12)


@pytest.mark.parametrize(("second", "kind"), [(20.39, ScotlandKind.COMPUTED), (20.41, ScotlandKind.MEAN)])
def test_counts_that_miss_the_values_by_more_than_2_percent_make_no_scotland(
    second: float, kind: ScotlandKind
) -> None:
    """10 of 100 tell a scale of 100, and 20 of 100 one of 101.95 or 102.05; 2% are of their median."""
    councils = {
        "A": Figure(10.0, numerator=10, denominator=100),
        "B": Figure(second, numerator=20, denominator=100),
    }
    found = scotland(None, councils)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "councils",
    [
        {"A": make_figure(10.0), "B": make_figure(20.0)},
        {"A": Figure(10.0, numerator=1, denominator=10), "B": make_figure(20.0)},
        {"A": Figure(10.0, numerator=1, denominator=10), "B": Figure(20.0, numerator=5, denominator=9)},
        {"A": Figure(10.0, numerator=1, denominator=0), "B": Figure(20.0, numerator=2, denominator=10)},
    ],
)
def test_without_counts_of_all_that_fit_scotland_is_the_mean_of_n_councils(
    councils: dict[str, Figure],
) -> None:
    assert scotland(None, councils) == Scotland(15.0, ScotlandKind.MEAN, 2)


def test_what_is_missing_or_doubtful_enters_no_mean() -> None:
    councils = {"A": make_figure(10.0), "B": make_figure(None), "C": Figure(99.0, Status.DOUBTFUL)}
    both = {**councils, "D": make_figure(30.0)}
    assert scotland(None, both) == Scotland(20.0, ScotlandKind.MEAN, 2)
    assert scotland(Figure(5.0, Status.DOUBTFUL), both) == Scotland(20.0, ScotlandKind.MEAN, 2)


@pytest.mark.parametrize(
    "councils",
    [
        {},
        {"B": make_figure(None)},
        {"A": make_figure(10.0), "B": make_figure(None), "C": Figure(99.0, Status.DOUBTFUL)},
        {"A": Figure(10.0, numerator=1, denominator=10)},
    ],
)
def test_one_council_alone_is_never_scotland(councils: dict[str, Figure]) -> None:
    assert scotland(Figure(None, Status.AWAITED), councils) is None
    assert scotland(make_figure(5.0), councils) == Scotland(5.0, ScotlandKind.PUBLISHED)


# --- ranks


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [
        (LOWER, {"A": 1, "B": 2, "C": 2, "D": 4}),
        (HIGHER, {"A": 4, "B": 2, "C": 2, "D": 1}),
        (NEITHER, {"A": 4, "B": 2, "C": 2, "D": 1}),
        (RANGE, {"A": 4, "B": 2, "C": 2, "D": 1}),
    ],
)
def test_rank_1_is_best_and_ties_share_the_better_rank(polarity: Polarity, expected: dict[str, int]) -> None:
    """For a range of 95 to 105: 100 is inside, 94 is nearer than 80. For no judgement the highest is 1."""
    assert ranks(polarity, {"A": 80.0, "B": 94.0, "C": 94.0, "D": 100.0}) == expected


@given(POLARITIES, COUNCIL_VALUES, st.randoms())
def test_the_order_of_councils_changes_no_rank(
    polarity: Polarity, values: dict[str, float], random: object
) -> None:
    codes = list(values)
    random.shuffle(codes)  # type: ignore[attr-defined]
    assert ranks(polarity, {code: values[code] for code in codes}) == ranks(polarity, values)


@given(POLARITIES, COUNCIL_VALUES)
def test_a_rank_is_one_more_than_the_number_of_better_values(
    polarity: Polarity, values: dict[str, float]
) -> None:
    badness = {code: polarity.badness(value) for code, value in values.items()}
    wanted = {code: 1 + sum(other < worth for other in badness.values()) for code, worth in badness.items()}
    assert ranks(polarity, values) == wanted


@given(COUNCIL_VALUES, NUMBERS, NUMBERS)
def test_scotland_changes_no_rank_family_or_quartile(
    values: dict[str, float], one: float, other: float
) -> None:
    figures = make_figures(dict(values))
    found = [benchmarks(make_indicator(), AREAS, YEAR, figures, make_figure(value)) for value in (one, other)]
    parts = [
        {code: (b.rank, b.rank_n, b.family, b.family_rank, b.quartile) for code, b in item.items()}
        for item in found
    ]
    assert parts[0] == parts[1]
    assert SCOTLAND not in found[0]


def test_n_is_the_councils_with_a_value_and_missing_is_not_ranked_as_zero() -> None:
    found = of({**NINE, "B": None})
    assert [(found[code].rank, found[code].rank_n) for code in "ABC"] == [(1, 8), (None, 8), (2, 8)]
    assert found["B"].quartile is None


def test_a_doubtful_figure_gets_no_rank_and_moves_no_other() -> None:
    figures = {**make_figures(dict(NINE)), "B": Figure(0.5, Status.DOUBTFUL)}
    found = benchmarks(make_indicator(), AREAS, YEAR, figures, None)
    assert [(found[code].rank, found[code].rank_n) for code in "ABC"] == [(1, 8), (None, 8), (2, 8)]
    assert found["B"].value is None


@given(COUNCIL_VALUES, POLARITIES)
def test_a_rank_is_there_exactly_where_a_quarter_is_and_n_is_eight_or_more(
    values: dict[str, float], polarity: Polarity
) -> None:
    found = of(dict(values), polarity=polarity)
    enough = len(values) >= FEWEST_TO_RANK
    for code, benchmark in found.items():
        assert (benchmark.rank is not None) == (enough and code in values)
        assert (benchmark.quartile is None) == (benchmark.rank is None)
        assert benchmark.rank_n == len(values)


@given(COUNCIL_VALUES, POLARITIES)
def test_a_place_in_the_family_needs_a_figure_of_every_member(
    values: dict[str, float], polarity: Polarity
) -> None:
    whole = set(FAMILY) <= values.keys()
    found = of(dict(values), polarity=polarity)
    assert all((found[code].family_rank is not None) == whole for code in FAMILY)


# --- the family group


@given(st.dictionaries(st.sampled_from(FAMILY), NUMBERS, min_size=2))
def test_the_family_mean_is_the_plain_mean_of_members_with_a_value(values: dict[str, float]) -> None:
    found = of(dict(values))
    for code in FAMILY:
        family = found[code].family
        assert family is not None
        assert family.mean == pytest.approx(fmean(values.values()), abs=1e-6)
        assert family.median == pytest.approx(statistics.median(values.values()), abs=1e-6)
        assert family.n == len(values)
    assert found["I"].family is None


def test_a_family_of_which_one_member_is_known_has_no_mean_and_says_so() -> None:
    """The mean of one is that council: ours, or that of another who is no group."""
    found = of({"A": 3.0, "I": 9.0})
    assert [found[code].family for code in "AB"] == [Family("people-1", None, None, None, 1)] * 2
    assert of({"A": 3.0, "B": 5.0})["H"].family == Family("people-1", 4.0, 4.0, None, 2)
    assert of({"I": 9.0})["A"].family is None


def test_a_council_without_a_figure_still_gets_its_comparators() -> None:
    found = of({code: value for code, value in NINE.items() if code != "A"})
    assert found["A"].family is not None
    assert (found["A"].family.mean, found["A"].family.n, found["A"].family_rank) == (5.0, 7, None)
    assert found["A"].scotland == Scotland(5.0, ScotlandKind.PUBLISHED)
    assert (found["A"].rank, found["A"].rank_n) == (None, 8)


@pytest.mark.parametrize(("polarity", "fourth"), [(LOWER, 4.0), (HIGHER, 5.0), (NEITHER, 5.0)])
def test_fourth_place_is_the_fourth_best_of_the_eight(polarity: Polarity, fourth: float) -> None:
    family = of(dict(NINE), polarity=polarity)["A"].family
    assert family is not None
    assert family.fourth == fourth
    assert family.group == "people-1"


def test_there_is_no_fourth_place_among_three() -> None:
    assert fourth_place(LOWER, [1.0, 2.0, 3.0]) is None
    assert fourth_place(LOWER, [4.0, 1.0, 3.0, 2.0]) == 4.0
    assert fourth_place(LOWER, []) is None


def test_the_rank_in_the_family_counts_members_only() -> None:
    found = of({**NINE, "I": 0.5})
    assert (found["A"].rank, found["A"].family_rank) == (2, 1)
    assert (found["I"].rank, found["I"].family_rank) == (1, None)


def test_a_family_of_seven_keeps_its_mean_and_fourth_place_and_ranks_nobody() -> None:
    found = of({**NINE, "H": None})["A"]
    assert found.family is not None
    assert (found.family.n, found.family.mean, found.family.fourth) == (7, 4.0, 4.0)
    assert (found.family_rank, found.rank, found.rank_n) == (None, 1, 8)


# --- quartiles


def test_quartiles_are_withheld_below_eight_councils() -> None:
    seven = of({code: value for code, value in NINE.items() if code not in "HI"})
    assert {benchmark.quartile for benchmark in seven.values()} == {None}


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [(LOWER, [1, 1, 1, 2, 2, 3, 3, 4, 4]), (HIGHER, [4, 4, 3, 3, 2, 2, 1, 1, 1])],
)
def test_a_value_on_a_cut_belongs_to_the_better_side(polarity: Polarity, expected: list[int]) -> None:
    """Of nine values the third, fifth and seventh are the cuts themselves."""
    found = of(dict(NINE), polarity=polarity)
    assert [found[code].quartile for code in COUNCILS] == expected


def test_when_all_are_alike_all_are_in_the_best_quarter() -> None:
    assert {item.quartile for item in of(dict.fromkeys(COUNCILS, 3.0)).values()} == {1}


@given(st.dictionaries(st.sampled_from(COUNCILS), NUMBERS, min_size=8), POLARITIES)
def test_a_better_rank_is_never_a_worse_quartile(values: dict[str, float], polarity: Polarity) -> None:
    found = of(dict(values), polarity=polarity)
    placed = sorted((found[code].rank or 0, found[code].quartile or 0) for code in values)
    assert placed == sorted(placed, key=lambda item: item[1])


# --- what may not be compared


def test_adult_protection_gets_no_council_benchmark() -> None:
    """Councils must not be compared there: no rank, family, quartile, nor a Scotland made of councils."""
    barred = {"council_benchmark": False, "family_scheme": None}
    found = of(dict(NINE), **barred)
    assert found["A"] == Benchmark(1.0, Scotland(5.0, ScotlandKind.PUBLISHED), None, None, None, 0, None)
    alone = benchmarks(make_indicator(**barred), AREAS, YEAR, make_figures(dict(NINE)), None)
    assert alone["A"] == Benchmark(1.0, None, None, None, None, 0, None)


def test_an_indicator_without_a_family_scheme_has_no_family() -> None:
    found = of(dict(NINE), family_scheme=None)
    assert {item.family for item in found.values()} == {None}
    assert found["A"].rank == 1


# --- small counts


@pytest.mark.parametrize(
    ("unit", "figure", "hidden"),
    [
        (Unit.COUNT, Figure(4.0), True),
        (Unit.COUNT, Figure(1.0), True),
        (Unit.COUNT, Figure(0.0), False),
        (Unit.COUNT, Figure(5.0), False),
        (Unit.PERCENT, Figure(3.0), False),
        (Unit.PERCENT, Figure(30.0, numerator=3, denominator=10), True),
        (Unit.PERCENT, Figure(0.0, numerator=0, denominator=3), True),
        (Unit.PERCENT, Figure(0.0, numerator=0, denominator=10), False),
        (Unit.COUNT, Figure(None, Status.SUPPRESSED), False),
    ],
)
def test_a_count_of_1_to_4_is_hidden_and_a_true_zero_is_shown(
    unit: Unit, figure: Figure, hidden: bool
) -> None:
    assert hides(make_indicator(unit=unit, disclosive=True), figure) is hidden
    assert not hides(make_indicator(unit=unit, disclosive=False), figure)


def test_a_hidden_count_cannot_be_worked_out_from_means_sums_or_ranks() -> None:
    counts = {"unit": Unit.COUNT, "disclosive": True}
    with_small, without = {**NINE, "A": 3.0}, {**NINE, "A": None}
    found = [
        benchmarks(make_indicator(**counts), AREAS, YEAR, make_figures(values), None)
        for values in ({k: v and v * 10 for k, v in item.items()} for item in (NINE, without))
    ]
    small = {code: value * 10 if code != "A" else 3.0 for code, value in with_small.items()}
    hidden = benchmarks(make_indicator(**counts), AREAS, YEAR, make_figures(dict(small)), None)
    assert hidden == found[1]
    assert hidden != found[0]
