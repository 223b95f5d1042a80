"""What changed since a meeting: data, prices, targets, performance and comments are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.changes_since import Change, ChangeKind, changes_since
from indicators.figures import Status
from indicators.hidden_since import HIDDEN
from indicators.rag import Light
from indicators.written.snapshot import FrozenCell, FrozenComment, FrozenRow, FrozenTarget
from tests.indicators.written.contents import make_cell, make_row

K = ChangeKind
THEN = make_cell()
REMARK = FrozenComment("2021-22", "Three large families.", "Visit.", "Ann", None, approved=True)
PRICED = make_cell(value=100.0, shown="£100", base_year="2022-23")
NEWER = make_cell(period="2022-23", value=9.9, shown="9.9%", light=Light.RED)
HALVED = replace(THEN, target=FrozenTarget(8.4, 8.4, 0.21, "8.4%"))
HIGHER = replace(THEN, target=FrozenTarget(7.0, 7.0, 0.35, "7.0%"), light=Light.RED)


def without(status: Status) -> FrozenCell:
    """The same period before it had a number."""
    return replace(THEN, value=None, shown=status.words, status=status.value, light=Light.NO_DATA)


def kinds(then: FrozenRow, now: FrozenRow) -> list[ChangeKind]:
    return [change.kind for change in changes_since([then], [now])]


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        (make_row(THEN), make_row(THEN), []),
        (make_row(THEN), make_row(replace(THEN, value=8.1, shown="8.1%", edition="LGBF 2025")), [K.REVISED]),
        (make_row(THEN), make_row(replace(THEN, edition="LGBF 2025")), []),
        (make_row(THEN), make_row(replace(THEN, status="provisional")), [K.REVISED]),
        (make_row(THEN), make_row(replace(THEN, value=None, shown="[c]", status="suppressed")), [K.REVISED]),
        (make_row(PRICED), make_row(replace(PRICED, value=104.0, base_year="2023-24")), [K.REBASED]),
        (make_row(PRICED), make_row(replace(PRICED, value=104.0)), [K.REVISED]),
        (make_row(PRICED), make_row(replace(PRICED, base_year="2023-24")), []),
        (make_row(THEN), make_row(HALVED), [K.TARGET_CHANGED]),
        (make_row(THEN), make_row(HIGHER), [K.TARGET_CHANGED]),
        (make_row(THEN), make_row(replace(THEN, target=None)), [K.TARGET_CHANGED]),
        (make_row(THEN), make_row(replace(HIGHER, value=8.1)), [K.REVISED, K.TARGET_CHANGED]),
        (make_row(THEN), make_row(NEWER, THEN), [K.MOVED, K.NEW_PERIOD]),
        (make_row(THEN), make_row(replace(NEWER, light=Light.GREEN), THEN), [K.NEW_PERIOD]),
        (make_row(THEN), make_row(THEN, make_cell(period="2020-21", light=Light.RED)), [K.NEW_PERIOD]),
        (make_row(NEWER, THEN), make_row(NEWER), [K.PERIOD_GONE]),
        (make_row(THEN), make_row(THEN, comment=REMARK), [K.COMMENT_CHANGED]),
        (make_row(THEN, comment=REMARK), make_row(THEN), [K.COMMENT_CHANGED]),
        (make_row(THEN, comment=REMARK), make_row(THEN, comment=replace(REMARK, version=4)), []),
        (
            make_row(THEN, comment=REMARK),
            make_row(THEN, comment=replace(REMARK, approved=False)),
            [K.COMMENT_CHANGED],
        ),
        (make_row(THEN), make_row(replace(THEN, value=7.8 + 1e-12)), []),
    ],
)
def test_each_kind_of_change_is_told_apart(then: FrozenRow, now: FrozenRow, found: list[ChangeKind]) -> None:
    assert kinds(then, now) == found


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (Status.AWAITED, K.ARRIVED),
        (Status.NOT_SUBMITTED, K.ARRIVED),
        (Status.NOT_AVAILABLE, K.ARRIVED),
        (Status.MISSING, K.ARRIVED),
        (Status.SUPPRESSED, K.REVISED),
        (Status.NOT_APPLICABLE, K.REVISED),
        (Status.NOT_ASSESSED, K.REVISED),
        (Status.NEW, K.REVISED),
        (Status.WITHDRAWN, K.REVISED),
    ],
)
def test_a_figure_that_was_waited_for_arrived_and_any_other_was_revised(
    status: Status, found: ChangeKind
) -> None:
    assert kinds(make_row(without(status)), make_row(THEN)) == [found]


def test_a_figure_arrives_with_what_stood_there_before_and_its_light() -> None:
    assert changes_since([make_row(without(Status.AWAITED))], [make_row(THEN)]) == (
        Change(K.ARRIVED, "CHN22", "Re-registrations", "2021-22", "Awaited", "7.8%", "no_data", "green"),
    )


@pytest.mark.parametrize("status", [Status.AWAITED, Status.MISSING])
def test_a_number_taken_back_and_a_status_that_changed_did_not_arrive(status: Status) -> None:
    assert kinds(make_row(THEN), make_row(without(status))) == [K.REVISED]
    assert kinds(make_row(without(status)), make_row(without(Status.NOT_SUBMITTED))) == [K.REVISED]


def test_a_first_figure_on_another_base_year_arrived_and_was_not_rebased() -> None:
    awaited = replace(without(Status.AWAITED), base_year="2022-23")
    assert kinds(make_row(awaited), make_row(replace(THEN, base_year="2023-24"))) == [K.ARRIVED]


def test_a_change_says_what_was_and_what_is() -> None:
    revised = replace(THEN, value=9.1, shown="9.1%", light=Light.RED)
    assert changes_since([make_row(THEN)], [make_row(revised)]) == (
        Change(K.REVISED, "CHN22", "Re-registrations", "2021-22", "7.8%", "9.1%", "green", "red"),
    )


def test_a_threshold_is_seen_in_the_words_though_the_target_is_the_same() -> None:
    (change,) = changes_since([make_row(THEN)], [make_row(HALVED)])
    assert (change.before, change.after) == ("8.4%, tolerance 0.42", "8.4%, tolerance 0.21")
    assert not change.new_light


def test_a_target_alone_makes_a_red_and_performance_did_not_move() -> None:
    (change,) = changes_since([make_row(THEN)], [make_row(HIGHER)])
    assert change.new_light
    assert (change.light_before, change.light_after) == ("green", "red")


def test_performance_moved_names_both_lights_and_the_newer_period() -> None:
    moved, _ = changes_since([make_row(THEN)], [make_row(NEWER, THEN)])
    assert moved == Change(K.MOVED, "CHN22", "Re-registrations", "2022-23", "7.8%", "9.9%", "green", "red")


def test_cash_and_real_terms_are_two_figures() -> None:
    cash, real = replace(PRICED, basis="cash"), replace(PRICED, basis="real_terms", value=120.0)
    assert kinds(make_row(cash, real), make_row(cash, replace(real, value=121.0))) == [K.REVISED]


def test_rows_come_and_go_by_section_and_indicator() -> None:
    here, there = make_row(), make_row(section="Adults")
    assert [c.kind for c in changes_since([here], [there])] == [K.ADDED, K.REMOVED]
    assert changes_since([here, there], [there, here]) == ()


def test_a_row_with_something_hidden_since_is_said_to_be_and_not_compared() -> None:
    then = make_row(make_cell(value=None, shown="[c]", status="suppressed"), hidden_since=True)
    now = make_row(make_cell(period="2022-23", light=Light.RED), title="Now")
    assert changes_since([then], [now]) == (
        Change(ChangeKind.HIDDEN, "CHN22", "Now", before=HIDDEN, after="not compared"),
    )
    assert changes_since([then], []) == (Change(ChangeKind.REMOVED, "CHN22", then.title),)


def test_the_order_is_by_kind_then_as_on_the_screen() -> None:
    then = [make_row(indicator=code) for code in ("C", "A", "B")]
    now = [
        make_row(replace(THEN, value=8.1), indicator="B"),
        make_row(replace(THEN, value=8.1), indicator="A"),
        make_row(NEWER, THEN, indicator="C"),
    ]
    found = [(change.kind, change.indicator) for change in changes_since(then, now)]
    assert found == [(K.MOVED, "C"), (K.NEW_PERIOD, "C"), (K.REVISED, "B"), (K.REVISED, "A")]
