"""What is said of a figure, and of the exceptions: on small stores of a few writings, without a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from dashboard.views.card_comments import LONGEST_IN_A_LIST, in_short
from dashboard.views.comments import Commentary, commentary
from indicators.risks import Score
from indicators.store import writings
from indicators.store.engine import upgrade, writer
from indicators.written.comment import Comment
from indicators.written.plan import Action, Project
from indicators.written.risk import RegisteredRisk
from indicators.written.snapshot import FrozenComment
from indicators.written.steps import Status
from indicators.written.when import due
from tests.builders import COUNCILS, make_catalogue, make_indicator, year

DRAFT, SUBMITTED, APPROVED, WITHDRAWN = (
    Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.WITHDRAWN,
)  # fmt: skip
FIRST = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Connection]:
    """A store without a figure, open for writing."""
    engine = writer(f"sqlite:///{tmp_path / 'empty.db'}")
    upgrade(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def found(connection: Connection) -> Commentary:
    """What is said of the figure of council A in 2021-22."""
    area = make_catalogue().areas[COUNCILS[0]]
    return commentary(connection, make_indicator(), area, year("2021-22"))


def keep(connection: Connection, *statuses: Status) -> None:
    """Versions of the comment, each with its number as its cause."""
    for at, status in enumerate(statuses):
        content = Comment("CHN22", COUNCILS[0], "2021-22", f"cause {at + 1}")
        moment = FIRST + timedelta(minutes=at)
        writings.write(connection, content, f"Author {at + 1}", status, content.key, at, moment)


def test_before_the_first_version_there_is_a_text_to_write_and_nothing_to_take_further(
    empty: Connection,
) -> None:
    said = found(empty)
    assert (said.version, said.content, said.approved, said.newer) == (0, None, None, None)
    assert (said.text_steps, said.steps, said.linked) == ((DRAFT, SUBMITTED), (), ())


@pytest.mark.parametrize(
    ("kept", "approved", "newer", "text_steps", "steps"),
    [
        ((DRAFT,), None, 1, (DRAFT, SUBMITTED), (SUBMITTED, WITHDRAWN)),
        ((SUBMITTED,), None, 1, (DRAFT,), (DRAFT, APPROVED, WITHDRAWN)),
        ((SUBMITTED, APPROVED), 2, None, (DRAFT,), (WITHDRAWN,)),
        ((SUBMITTED, APPROVED, DRAFT), 2, 3, (DRAFT, SUBMITTED), (SUBMITTED, WITHDRAWN)),
        ((SUBMITTED, APPROVED, DRAFT, WITHDRAWN), None, None, (DRAFT,), ()),
        ((SUBMITTED, APPROVED, WITHDRAWN, DRAFT), None, 4, (DRAFT, SUBMITTED), (SUBMITTED, WITHDRAWN)),
    ],
)
def test_what_holds_what_waits_and_what_may_come_next(
    empty: Connection,
    kept: tuple[Status, ...],
    approved: int | None,
    newer: int | None,
    text_steps: tuple[Status, ...],
    steps: tuple[Status, ...],
) -> None:
    keep(empty, *kept)
    said = found(empty)
    assert (said.approved.number if said.approved else None) == approved
    assert (said.newer.number if said.newer else None) == newer
    assert (said.text_steps, said.steps) == (text_steps, steps)
    assert [each.number for each in said.versions] == list(range(len(kept), 0, -1))
    assert said.version == len(kept)


def test_each_version_says_what_was_done_by_whom_and_when(empty: Connection) -> None:
    keep(empty, SUBMITTED, APPROVED, WITHDRAWN)
    assert [each.by for each in found(empty).versions] == [
        "Withdrawn by Author 3, 20 November 2026, 09:32",
        "Approved by Author 2, 20 November 2026, 09:31",
        "Submitted by Author 1, 20 November 2026, 09:30",
    ]


def test_a_comment_of_another_period_council_or_indicator_is_not_this_one(empty: Connection) -> None:
    for code, area, period in (
        ("CHN22", COUNCILS[0], "2020-21"), ("CHN22", COUNCILS[1], "2021-22"),
        ("CHN23", COUNCILS[0], "2021-22"),
    ):  # fmt: skip
        content = Comment(code, area, period, "another")
        writings.write(empty, content, "A. Author", DRAFT, content.key)
    assert found(empty).versions == ()


def test_actions_projects_and_risks_of_the_indicator_are_told_with_where_they_stand(
    empty: Connection,
) -> None:
    shared = {"area": COUNCILS[0], "indicators": ("CHN22",)}
    for content in (
        Action("Train reviewers", due=due("June 2027"), assigned_to="A. Lead", progress=40.0, **shared),
        Project("New panel", leads=("B", "C"), **shared),
        RegisteredRisk("Too few reviewers", current=Score(3, 4), owner="D. Owner", **shared),
        RegisteredRisk("Not scored", **shared),
        Action("Of another indicator", area=COUNCILS[0], indicators=("CHN23",)),
        Action("Of another council", area=COUNCILS[1], indicators=("CHN22",)),
    ):
        writings.write(empty, content, "A. Author", Status.KEPT)
    assert [(each.kind, each.title, each.words) for each in found(empty).linked] == [
        ("Action", "Train reviewers", "A. Lead, due June 2027, 40% done"),
        ("Project", "New panel", "B, C, no position reported"),
        ("Risk", "Too few reviewers", "D. Owner, current score 12, high (likelihood 3, impact 4)"),
        ("Risk", "Not scored", "not scored"),
    ]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        (None, ""),
        (FrozenComment("2021-22", "Why", "", "", None, approved=False), ""),
        (FrozenComment("2021-22", "Why", "", "", None, approved=True), "Cause: Why"),
        (
            FrozenComment("2021-22", "Two\nlines", "Do", "A. Lead", date(2027, 3, 31), approved=True),
            "Cause: Two lines; Action: Do; Owner: A. Lead; Due: 31 March 2027",
        ),
    ],
)
def test_a_list_shows_an_approved_comment_in_one_line(comment: FrozenComment | None, words: str) -> None:
    assert in_short(comment) == words


def test_a_long_cause_is_cut_between_words_in_a_list() -> None:
    said = in_short(FrozenComment("2021-22", "because " * 50, "", "", None, approved=True))
    assert len(said) <= len("Cause: ") + LONGEST_IN_A_LIST
    assert said.endswith("because …")
