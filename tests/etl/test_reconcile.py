from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.readings import KEY, NUMBERS
from etl.reconcile import finer, half_steps, reconcile, same_number, stored_frame
from indicators.store.write import KeptEdition

FIGURE = ("CHN22", "S12000042", "2019-20")
JANUARY = KeptEdition(1, "January", "2022-01", "2020-21")
FEBRUARY = KeptEdition(2, "February", "2024-02", "2022-23")
NOTHING = stored_frame([])


def row(
    value: float | None = 7.8,
    status: str = "published",
    numerator: float | None = None,
    denominator: float | None = None,
    basis: str = "none",
) -> dict[str, object]:
    numbers = dict(zip(NUMBERS, (value, numerator, denominator), strict=True))
    return dict(zip(KEY, (*FIGURE, basis), strict=True)) | numbers | {"status": status}


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(rows).astype(dict.fromkeys(NUMBERS, "float64"))


def stored(printed: dict[str, object], edition: KeptEdition, half_step: float = 0.0) -> pd.DataFrame:
    of_edition = (edition.published_on, edition.base_year, half_step)
    return stored_frame([(*(printed[name] for name in [*KEY, *NUMBERS, "status"]), *of_edition)])


def outcome(
    printed: dict[str, object], current: pd.DataFrame, same: pd.DataFrame, edition: KeptEdition
) -> tuple[str, bool, bool]:
    """What becomes of one row: its outcome, whether it is kept, whether it becomes current."""
    found = reconcile(frame(printed), current, same, edition).frame.iloc[0]
    return str(found["outcome"]), bool(found["append"]), bool(found["is_current"])


def test_a_figure_never_seen_is_new() -> None:
    assert outcome(row(), NOTHING, NOTHING, JANUARY) == ("new", True, True)


@pytest.mark.parametrize("status", ["published", "missing"])
def test_what_the_edition_printed_before_is_unchanged_and_not_kept_again(status: str) -> None:
    printed = row(7.8 if status == "published" else None, status)
    kept = stored(printed, JANUARY)
    assert outcome(printed, kept, kept, JANUARY) == ("unchanged", False, False)
    assert outcome(printed, stored(row(9.1), FEBRUARY), kept, JANUARY) == ("unchanged", False, False)


def test_a_newer_edition_that_prints_the_same_is_unchanged_but_becomes_current() -> None:
    assert outcome(row(), stored(row(), JANUARY), NOTHING, FEBRUARY) == ("unchanged", True, True)


@pytest.mark.parametrize("printed", [row(7.9), row(7.85), row(None, "suppressed"), row(7.8, "provisional")])
def test_a_newer_edition_with_another_value_or_status_revises(printed: dict[str, object]) -> None:
    assert outcome(printed, stored(row(), JANUARY), NOTHING, FEBRUARY) == ("revised", True, True)


def test_another_numerator_alone_revises_nothing() -> None:
    printed = row(7.8, numerator=5, denominator=64)
    assert outcome(printed, stored(row(), JANUARY), NOTHING, FEBRUARY) == ("unchanged", True, True)


@pytest.mark.parametrize("value", [7.8, 9.1])
def test_an_older_edition_is_history_whatever_it_prints(value: float) -> None:
    assert outcome(row(value), stored(row(), FEBRUARY), NOTHING, JANUARY) == ("history", True, False)


def test_real_terms_of_another_price_year_are_rebased_not_revised() -> None:
    before, after = row(25.5, basis="real"), row(27.1, basis="real")
    assert outcome(after, stored(before, JANUARY), NOTHING, FEBRUARY) == ("rebased", True, True)
    same_prices = KeptEdition(3, "March", "2024-03", "2020-21")
    assert outcome(after, stored(before, JANUARY), NOTHING, same_prices) == ("revised", True, True)
    cash = row(27.1, basis="cash")
    kept = stored(row(25.5, basis="cash"), JANUARY)
    assert outcome(cash, kept, NOTHING, FEBRUARY) == ("revised", True, True)


def test_a_correction_within_an_edition_becomes_current_at_once() -> None:
    kept = stored(row(7.8), JANUARY)
    assert outcome(row(8.7), kept, kept, JANUARY) == ("revised", True, True)


def test_the_same_edition_at_another_precision_changes_nothing_and_the_finer_numbers_stay() -> None:
    coarse, fine = row(7.8), row(7.8123, numerator=5, denominator=64)
    kept = stored(coarse, JANUARY)
    assert outcome(fine, kept, kept, JANUARY) == ("unchanged", True, True)
    kept = stored(fine, JANUARY)
    assert outcome(coarse, kept, kept, JANUARY) == ("unchanged", False, False)


def test_each_number_is_kept_at_its_finest() -> None:
    kept = stored(row(7.8123), JANUARY)
    found = reconcile(frame(row(7.8, numerator=5, denominator=64)), kept, kept, JANUARY).frame.iloc[0]
    assert (found["value"], found["numerator"], found["denominator"]) == (7.8123, 5, 64)
    assert found["outcome"] == "unchanged"


@pytest.mark.parametrize(
    ("printed", "before", "half_step", "expected"),
    [
        (7.8123, 7.81, 0.005, "unchanged"),
        (7.815, 7.81, 0.005, "unchanged"),
        (7.8151, 7.81, 0.005, "revised"),
        (7.81, 7.8123, 0.0, "unchanged"),
        (7.81, 7.8151, 0.0, "revised"),
        (7.82, 7.81, 0.005, "revised"),
    ],
)
def test_between_editions_a_difference_within_the_coarser_ones_rounding_revises_nothing(
    printed: float, before: float, half_step: float, expected: str
) -> None:
    current = stored(row(before), JANUARY, half_step)
    assert outcome(row(printed), current, NOTHING, FEBRUARY)[0] == expected


def test_half_steps_follow_the_most_decimals_of_an_indicator_and_basis() -> None:
    rows = frame(row(7.8), row(7.25), row(100, basis="cash"), row(1 / 3, basis="real"), row(None, "missing"))
    assert half_steps(rows).tolist() == [0.005, 0.005, 0.5, 0.0, 0.005]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (7.8, 7.8123, True),
        (7.8, 7.8499999, True),
        (7.8, 7.85, True),
        (7.8, 7.86, False),
        (7.8, 7.9, False),
        (7.81, 7.82, False),
        (0.0, 0.4, True),
        (120.0, 121.0, False),
        (120.0, 120.4, True),
        (-3.5, -3.47, True),
        (1e-7, 0.0, True),
    ],
)
def test_numbers_are_compared_at_the_precision_of_the_coarser(one: float, other: float, same: bool) -> None:
    assert same_number(one, other) is same
    assert same_number(other, one) is same


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_a_number_and_its_rounding_are_the_same_and_the_number_is_the_finer(
    number: float, places: int
) -> None:
    rounded = round(number, places)
    assert same_number(number, rounded)
    assert finer(number, rounded) == number
    assert finer(rounded, number) in (number, rounded)


values = st.one_of(st.none(), st.sampled_from([1.0, 2.0, 3.0]))


@settings(max_examples=150, deadline=None)
@given(values, values, values, st.booleans(), st.booleans())
def test_only_what_is_kept_becomes_current_and_only_what_is_current_revises(
    printed: float | None,
    current: float | None,
    same: float | None,
    has_current: bool,
    newer: bool,
) -> None:
    def of(value: float | None) -> dict[str, object]:
        return row(value, "published" if value is not None else "missing")

    other, edition = (JANUARY, FEBRUARY) if newer else (FEBRUARY, JANUARY)
    kept = stored(of(same), edition) if has_current and same is not None else NOTHING
    now = stored(of(current), other) if has_current else NOTHING
    what, append, becomes = outcome(of(printed), now, kept, edition)
    assert becomes <= append
    assert append == (not (len(kept) and same == printed))
    if what in ("revised", "new"):
        assert becomes
        assert not has_current or printed != current
    if what == "history":
        assert append
        assert not newer
