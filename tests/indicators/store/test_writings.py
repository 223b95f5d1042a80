"""What people write is kept in versions, on both databases: nothing is lost, nobody overwrites anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, func, select

from indicators.store import schema, writings
from indicators.store.writings import SomebodyWasFirst, Writing, write
from indicators.written.checks import WritingError
from indicators.written.comment import Comment
from indicators.written.kinds import KINDS, Content
from indicators.written.plan import Action, Project
from indicators.written.steps import Status
from tests.indicators.written.contents import ANY, make_comment, make_issue, make_snapshot

MINE = make_comment(cause="Mine.")
THEIRS = make_comment(cause="Theirs.")


def keep(
    engine: Engine, content: Content, status: Status | None = None, author: str = "Ann", **more: object
) -> Writing[Content]:
    usual = Status.DRAFT if isinstance(content, Comment) else Status.KEPT
    with engine.begin() as connection:
        return write(connection, content, author, status or usual, **more)  # type: ignore[arg-type]


def test_a_first_version_comes_back_as_it_was_written(either: Engine) -> None:
    made = keep(either, MINE)
    with either.connect() as connection:
        kept = writings.latest(connection, Comment, made.id)
    assert kept == made
    assert kept is not None
    assert (kept.version, kept.status, kept.author, kept.content) == (1, Status.DRAFT, "Ann", MINE)
    assert kept.written_at.endswith("+00:00")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ANY)
def test_any_content_comes_back_as_it_was_written(either: Engine, content: Content) -> None:
    made = keep(either, content)
    with either.connect() as connection:
        assert writings.latest(connection, KINDS[content.kind], made.id) == made


def test_a_change_is_a_further_version_and_the_first_stays(either: Engine) -> None:
    first = keep(either, MINE)
    second = keep(either, THEIRS, Status.SUBMITTED, "Bob", key=first.id, based_on=1)
    with either.connect() as connection:
        assert writings.history(connection, Comment, first.id) == [second, first]


def test_whoever_writes_second_is_told_and_gets_the_first(either: Engine) -> None:
    start = keep(either, make_comment())
    theirs = keep(either, THEIRS, author="Bob", key=start.id, based_on=1)
    with pytest.raises(SomebodyWasFirst) as caught:
        keep(either, MINE, key=start.id, based_on=1)
    assert caught.value.theirs == theirs
    assert str(caught.value).startswith(f"Bob changed this at {theirs.written_at}")
    with either.connect() as connection:
        assert [each.content for each in writings.history(connection, Comment, start.id)] == [
            THEIRS,
            make_comment(),
        ]
    kept = keep(either, MINE, key=start.id, based_on=2)
    assert kept.version == 3


def test_of_two_who_write_at_the_same_moment_one_is_told(
    either: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's version arrives between our look and our write; the key of the table notices."""
    start = keep(either, make_comment())
    theirs = keep(either, THEIRS, author="Bob", key=start.id, based_on=1)
    looks = iter([start, theirs])
    with either.begin() as connection:
        with monkeypatch.context() as patch, pytest.raises(SomebodyWasFirst) as caught:
            patch.setattr(writings, "latest", lambda *_: next(looks))
            write(connection, MINE, "Ann", Status.DRAFT, start.id, based_on=1)
        write(connection, make_comment(cause="After it, in one transaction."), "Ann", Status.DRAFT)
    assert caught.value.theirs == theirs
    with either.connect() as connection:
        assert connection.execute(select(func.count()).select_from(schema.writings)).scalar_one() == 3


def test_deleting_is_a_status_and_everything_stays(either: Engine) -> None:
    made = keep(either, MINE)
    keep(either, MINE, Status.WITHDRAWN, key=made.id, based_on=1)
    with either.connect() as connection:
        assert writings.of_indicator(connection, Comment, "CHN22", "A") == []
        statuses = [each.status for each in writings.history(connection, Comment, made.id)]
        assert statuses == [Status.WITHDRAWN, Status.DRAFT]
        assert [each.status for each in writings.every(connection, Comment)] == [Status.WITHDRAWN]


def test_an_indicator_has_its_comments_and_the_actions_linked_to_it(either: Engine) -> None:
    about = keep(either, MINE)
    keep(either, make_comment(indicator="CHN11"))
    keep(either, make_comment(area="B"))
    linked = keep(either, Action("Visit them", area="A", indicators=("CHN11", "CHN22")))
    keep(either, Action("Elsewhere", area="B", indicators=("CHN22",)))
    with either.connect() as connection:
        assert writings.of_indicator(connection, Comment, "CHN22", "A") == [about]
        assert writings.of_indicator(connection, Action, "CHN22", "A") == [linked]
        assert writings.of_indicator(connection, Action, "CHN12", "A") == []


def test_an_area_has_its_own_and_what_is_of_no_area(either: Engine) -> None:
    own, general = keep(either, Project("Own", area="A")), keep(either, Project("General"))
    keep(either, Project("Another's", area="B"))
    keep(either, Action("No project", area="A"))
    with either.connect() as connection:
        assert writings.of_area(connection, Project, "A") == [own, general]


def test_the_versions_of_several_indicators_come_newest_first_by_id(either: Engine) -> None:
    first = keep(either, MINE)
    second = keep(either, THEIRS, Status.SUBMITTED, key=first.id, based_on=1)
    other = keep(either, make_comment(indicator="CHN11"))
    keep(either, make_comment(indicator="CHN12"))
    with either.connect() as connection:
        found = writings.versions_of_indicators(connection, Comment, ["CHN22", "CHN11"], "A")
    assert found == {first.id: [second, first], other.id: [other]}


@pytest.mark.parametrize("content", [make_snapshot(), make_issue()], ids=["snapshot", "issue"])
def test_what_is_frozen_can_be_withdrawn_and_not_changed(either: Engine, content: Content) -> None:
    made = keep(either, content)
    other = replace(content, title="Another")  # type: ignore[type-var]
    for changed, status in ((other, Status.KEPT), (other, Status.WITHDRAWN), (content, Status.KEPT)):
        with pytest.raises(WritingError, match="withdraw it instead"):
            keep(either, changed, status, key=made.id, based_on=1)
    assert keep(either, content, Status.WITHDRAWN, key=made.id, based_on=1).version == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": Status.KEPT}, "Status: a comment is never kept."),
        ({"author": " "}, "Author: nobody is named; sign in first."),
        ({"key": "none", "based_on": 4}, "Version: there is no comment 'none' to change."),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(
    either: Engine, change: dict[str, object], said: str
) -> None:
    with pytest.raises(WritingError) as caught:
        keep(either, MINE, **change)  # type: ignore[arg-type]
    assert [fault.sentence for fault in caught.value.faults] == [said]
    with either.connect() as connection:
        assert writings.every(connection, Comment) == []


def test_the_columns_repeat_what_it_is_about(either: Engine) -> None:
    keep(either, make_comment(action="Visit.", owner="Ann", due=date(2022, 5, 1)))
    keep(either, Action("Visit them", area="A"))
    columns = ("kind", "indicator_code", "area_code", "period", "status")
    with either.connect() as connection:
        rows = connection.execute(select(*(schema.writings.c[name] for name in columns)).order_by("kind"))
        assert [tuple(row) for row in rows] == [
            ("action", None, "A", "", "kept"),
            ("comment", "CHN22", "A", "2021-22", "draft"),
        ]


@pytest.mark.parametrize("ask", ["latest", "history", "of_indicator", "of_area", "every"])
def test_every_question_is_answered_by_an_index(engine: Engine, ask: str) -> None:
    plans: list[str] = []
    asked = {
        "latest": (Comment, "x"), "history": (Comment, "x"), "of_indicator": (Comment, "CHN22", "A"),
        "of_area": (Action, "A"), "every": (Action,),
    }[ask]  # fmt: skip
    with engine.connect() as connection:
        execute = connection.execute

        def explained(query: object) -> object:
            sql = str(query.compile(engine, compile_kwargs={"literal_binds": True}))  # type: ignore[attr-defined]
            plans.extend(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}"))
            return execute(query)  # type: ignore[call-overload]

        connection.execute = explained  # type: ignore[method-assign, assignment]
        getattr(writings, ask)(connection, *asked)
    assert plans
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
