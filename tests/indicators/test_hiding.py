"""No hidden count can be worked out: against every assignment a reader would have to think possible."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.disclosure import DisclosureRule
from indicators.hiding import Cell, Hiding, Line, Number, Reason

RULE = DisclosureRule()
COUNCILS, CODES = "ABCD", "TPQR"
HIGHEST = 14  # beyond every amount below and what may be moved to it


def number(area: str, amount: float, code: str = "P") -> Number:
    """The value of one indicator in one area."""
    return Number((code, area, "2019-20", "none"), "value", amount)


def line(total: float, *parts: float) -> Line:
    """Scotland and its councils A, B, C and so on."""
    return Line(number("S", total), tuple(number(COUNCILS[at], part) for at, part in enumerate(parts)))


def small_of(lines: list[Line], rule: DisclosureRule = RULE) -> set[Cell]:
    """The cells of a small count."""
    return {each.cell for found in lines for each in found.numbers if rule.is_small(each.amount)}


def hidden(lines: list[Line], rule: DisclosureRule = RULE) -> dict[str, Reason]:
    """What is hidden of lines, by area."""
    return {cell[1]: reason for cell, reason in Hiding(rule, lines).cells(small_of(lines, rule)).items()}


@pytest.mark.parametrize(
    ("found", "areas"),
    [
        (line(37, 3, 9, 25), "AB"),  # the next smallest part is hidden beside the small one
        (line(62, 3, 25, 9, 25), "AC"),
        (line(53, 3, 25, 25), "AB"),  # of equal ones the first by code
        (line(34, 3, 0, 6, 25), "AC"),  # never a zero where a part above zero is left
        (line(7, 3, 4), "AB"),  # two small ones hide each other
        (line(27, 1, 1, 25), "ABC"),  # but two ones in a known sum of two do not
        (line(33, 4, 4, 25), "ABC"),  # nor two fours
        (line(32, 1, 6, 25), "AB"),  # a one beside a six: they could be two and five
        (line(31, 1, 5, 25), "ABC"),  # nor a one and the smallest count that is shown
        (line(8, 4, 4, 0), "ABC"),  # a zero is hidden where nothing else is left
        (line(8, 4, 4), "ABS"),  # and then the total
        (line(3, 3, 0, 0), "AS"),  # a small total is hidden like any other small count
        (line(34, 0, 9, 25), ""),  # nothing is small: nothing is hidden
    ],
)
def test_what_is_hidden_of_one_line(found: Line, areas: str) -> None:
    assert sorted(hidden([found])) == sorted(areas)


def test_a_small_count_and_what_is_hidden_for_its_sake_are_told_apart() -> None:
    assert hidden([line(37, 3, 9, 25)]) == {"A": Reason.PRIMARY, "B": Reason.SECONDARY}


def test_without_a_total_nothing_more_is_hidden() -> None:
    cell = number("A", 3).cell
    assert Hiding(RULE, []).cells([cell]) == {cell: Reason.PRIMARY}


def test_a_higher_threshold_hides_more_and_a_hidden_zero_is_a_small_count() -> None:
    assert sorted(hidden([line(46, 8, 13, 25)], DisclosureRule(10))) == ["A", "B"]
    assert sorted(hidden([line(34, 0, 9, 25)], DisclosureRule(zero_shown=False))) == ["A", "B"]


def test_two_editions_cannot_be_subtracted() -> None:
    """What an edition withholds is withheld in the other, and so is the part that hides it."""
    first, second = line(37, 3, 9, 25), line(42, 7, 9, 26)
    found = Hiding(RULE, [first, second]).cells([number("A", 3).cell])
    assert {cell[1] for cell in found} == {"A", "B"}


def test_a_count_a_publisher_suppressed_is_not_given_away_by_a_line_of_ours() -> None:
    known, withheld = line(37, 9, 25), number("C", 3)
    lines = [Line(known.total, (*known.parts, withheld))]
    assert {cell[1] for cell in Hiding(RULE, lines, [withheld]).cells([])} == {"A"}


@pytest.mark.parametrize(
    ("withheld", "smallest", "areas"), [(2, 5, "A"), (1, 5, "AB"), (2, 6, "A"), (1, 6, "A")]
)
def test_what_a_publisher_suppressed_may_be_any_number_above_zero(
    withheld: int, smallest: int, areas: str
) -> None:
    """One beside the smallest count that is shown: neither can be less."""
    nobody_prints = number("C", withheld)
    known = line(withheld + smallest + 25, smallest, 25)
    lines = [Line(known.total, (*known.parts, nobody_prints))]
    assert sorted(cell[1] for cell in Hiding(RULE, lines, [nobody_prints]).cells([])) == sorted(areas)


def test_the_next_part_is_taken_from_the_line_that_gives_the_count_away() -> None:
    """The sum over areas hides two parts already; the sum over codes hides only the small one."""
    small = number("A", 3)
    others = (number("A", 30, "Q"), number("A", 40, "R"))
    over_codes = Line(number("A", 73, "T"), (small, *others))
    found = Hiding(RULE, [line(37, 3, 9, 25), over_codes]).cells([small.cell])
    assert set(found) == {small.cell, number("B", 9).cell, others[0].cell}


def test_a_one_that_may_be_shown_is_the_next_smallest_part() -> None:
    found = Hiding(RULE, [line(29, 3, 1, 25)]).cells([number("A", 3).cell])
    assert {cell[1] for cell in found} == {"A", "B"}


def test_who_gives_up_looking_hides_more_and_never_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.hiding.MOST_TRIES", 0)
    assert sorted(hidden([line(37, 3, 9, 25)])) == ["A", "B", "C", "S"]


def test_cells_that_give_each_other_away_are_hidden_together() -> None:
    part, share = number("A", 3).cell, number("A", 1.5, "SHARE").cell
    found = Hiding(RULE, [], partners={part: frozenset({share})}).cells([part])
    assert found == {part: Reason.PRIMARY, share: Reason.SECONDARY}


def grid(amounts: list[list[int]]) -> list[Line]:
    """Councils by parts, with Scotland for each part and a total for each area."""
    rows = [[*row, sum(row)] for row in amounts]
    columns = [*rows, [sum(column) for column in zip(*rows, strict=True)]]
    areas = [*COUNCILS[: len(rows)], "S"]
    codes = [*CODES[1 : len(amounts[0]) + 1], "T"]
    at = {
        (area, code): number(area, amount, code)
        for area, row in zip(areas, columns, strict=True)
        for code, amount in zip(codes, row, strict=True)
    }
    across = [Line(at[area, "T"], tuple(at[area, code] for code in codes[:-1])) for area in areas]
    down = [Line(at["S", code], tuple(at[area, code] for area in areas[:-1])) for code in codes]
    return across + down


def domain(each: Number) -> Iterator[int]:
    """The amounts a reader who knew why a number is hidden would have to think possible."""
    small = RULE.is_small(each.amount)
    large = each.amount >= RULE.smallest_shown
    lowest, highest = (1, 4) if small else (RULE.smallest_shown if large else 0, HIGHEST)
    return iter(range(lowest, highest + 1))


def assignments(lines: list[Line], unknown: list[Number]) -> Iterator[dict[Number, float]]:
    """Every way to fill the hidden numbers so that each line adds up; totals follow from their parts."""
    totals = {each.total for each in lines}
    free = [each for each in unknown if each not in totals]
    for amounts in product(*(domain(each) for each in free)):
        filled = dict(zip(free, amounts, strict=True))
        if all(_adds_up(each, filled, unknown) for each in lines):
            yield {**filled, **_totals(lines, filled, unknown)}


def _totals(lines: list[Line], filled: dict[Number, int], unknown: list[Number]) -> dict[Number, float]:
    sums: dict[Number, float] = {}
    for _ in range(2):  # a total of totals needs the totals first
        for each in lines:
            if each.total in unknown:
                sums[each.total] = sum({**filled, **sums}.get(part, part.amount) for part in each.parts)
    return sums


def _adds_up(each: Line, filled: dict[Number, int], unknown: list[Number]) -> bool:
    if each.total in unknown or any(part in unknown and part not in filled for part in each.parts):
        return True
    return sum(filled.get(part, part.amount) for part in each.parts) == each.total.amount


@given(
    st.integers(1, 3).flatmap(
        lambda parts: st.lists(
            st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 8]), min_size=parts, max_size=parts),
            min_size=2,
            max_size=4 if parts == 1 else 3 if parts == 2 else 2,
        )
    )
)
def test_every_hidden_count_could_be_at_least_two_numbers(amounts: list[list[int]]) -> None:
    """Brute force over all that fits what is shown: Scotland minus the other councils, total minus parts."""
    lines = grid(amounts)
    cells = Hiding(RULE, lines).cells(small_of(lines))
    unknown = sorted({each for found in lines for each in found.numbers if each.cell in cells})
    parts = [each for each in unknown if each not in {found.total for found in lines}]
    if len(parts) > 6:
        return
    seen: dict[Number, set[float]] = {each: set() for each in unknown}
    for filled in assignments(lines, unknown):
        for each in unknown:
            seen[each].add(filled.get(each, each.amount))
        if all(len(values) > 1 for values in seen.values()):
            return
    assert [each for each in unknown if len(seen[each]) < 2] == []


@given(st.lists(st.integers(0, 30), min_size=2, max_size=4), st.integers(2, 10))
def test_whatever_the_counts_no_small_one_is_shown_and_none_stands_alone(
    amounts: list[int], smallest: int
) -> None:
    rule = DisclosureRule(smallest)
    found = hidden([line(sum(amounts), *amounts)], rule)
    for area, amount in zip(COUNCILS, amounts, strict=False):
        assert area in found or not rule.is_small(amount)
    assert len(found) != 1
