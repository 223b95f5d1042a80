"""The history of something written, told version by version."""

from __future__ import annotations

from dashboard.views.versions import version_lines
from indicators.risks import Score
from indicators.store.writings import Writing
from indicators.written.plan import Project
from indicators.written.risk import RegisteredRisk
from indicators.written.steps import Status
from indicators.written.when import due

AT = "2026-11-20T12:58:00.000000+00:00"
FIRST = Project("Hub", progress=33.0)


def told(*versions: Writing[object]) -> list[tuple[str, ...]]:
    """What each version changed."""
    return [each.changes for each in version_lines(versions, {"progress": "Progress", "due": "Due"})]


def test_each_version_says_what_it_changed_and_the_first_that_it_is_the_first() -> None:
    second = Project("Hub", progress=50.0, due=due("June 2027"))
    versions = [
        Writing("p", 2, Status.KEPT, second, "Bob", AT),
        Writing("p", 1, Status.KEPT, FIRST, "published", "2019-07-23T00:00:00.000000+00:00"),
    ]
    newest, oldest = version_lines(versions, {"progress": "Progress", "due": "Due"})
    assert set(newest.changes) == {"Progress: 33% → 50%", "Due: empty → June 2027"}
    assert (newest.number, newest.by) == (2, "Bob, 20 November 2026, 12:58")
    assert (oldest.by, oldest.changes) == (
        "Carried over from what was published, 23 July 2019",
        ("First written",),
    )


def test_withdrawing_and_taking_up_again_are_told_as_such() -> None:
    versions = [
        Writing("p", 3, Status.KEPT, FIRST, "Bob", AT),
        Writing("p", 2, Status.WITHDRAWN, FIRST, "Bob", AT),
        Writing("p", 1, Status.KEPT, FIRST, "Bob", AT),
    ]
    assert told(*versions) == [("Taken up again",), ("Withdrawn",), ("First written",)]


def test_scores_lists_and_long_texts_are_told_in_a_few_words() -> None:
    before = RegisteredRisk("Flood")
    after = RegisteredRisk("Flood", current=Score(3, 4), indicators=("CHN22", "SW01"), factors="x" * 200)
    changes = told(
        Writing("r", 2, Status.KEPT, after, "B", AT), Writing("r", 1, Status.KEPT, before, "B", AT)
    )
    assert set(changes[0]) == {
        "current: empty → 12, high (likelihood 3, impact 4)",
        "indicators: empty → CHN22; SW01",
        f"factors: empty → {'x' * 80}…",
    }
