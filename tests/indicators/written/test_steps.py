"""Who may take a comment where, and which of its versions holds."""

from __future__ import annotations

from itertools import product

import pytest

from indicators.written.steps import STEPS, Right, Status, in_force, may_step, steps_from

WRITER, APPROVER = (Right.WRITE,), (Right.APPROVE,)
D, S, A, W = Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.WITHDRAWN


@pytest.mark.parametrize(
    ("before", "rights", "after"),
    [
        (None, WRITER, (D, S)),
        (D, WRITER, (D, S, W)),
        (S, WRITER, (D, W)),
        (S, APPROVER, (D, A, W)),
        (A, WRITER, (D,)),
        (A, APPROVER, (D, W)),
        (W, WRITER, (D,)),
        (D, (), ()),
    ],
)
def test_what_may_come_next(
    before: Status | None, rights: tuple[Right, ...], after: tuple[Status, ...]
) -> None:
    assert steps_from(before, rights) == after


def test_nobody_approves_without_the_right_and_nothing_is_approved_unseen() -> None:
    assert not any(may_step(before, A, WRITER) for before in (None, *Status))
    assert [before for before in (None, *Status) if may_step(before, A, APPROVER)] == [S]


def test_a_comment_is_never_kept_for_that_is_the_status_of_other_things() -> None:
    assert not [pair for pair in STEPS if Status.KEPT in pair]
    assert not any(may_step(before, Status.KEPT, tuple(Right)) for before in Status)


@pytest.mark.parametrize(
    ("newest_first", "place"),
    [
        ([], None),
        ([D], None),
        ([S, D], None),
        ([A, S, D], 0),
        ([D, A, S], 1),
        ([W, A], None),
        ([D, W, A], None),
    ],
)
def test_the_approved_version_holds_until_another_is_approved_or_it_is_withdrawn(
    newest_first: list[Status], place: int | None
) -> None:
    assert in_force(newest_first) == place


def test_from_every_status_something_can_be_done() -> None:
    held = tuple(Right)
    assert all(steps_from(before, held) for before in (None, D, S, A, W))
    assert {after for before, after in product(Status, Status) if may_step(before, after, held)} == {
        D,
        S,
        A,
        W,
    }
