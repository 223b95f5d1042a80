"""The desk: a form becomes a version in the store, and whoever cannot be served is told why."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from dashboard.access.writing import Form, FormError
from dashboard.pages.desk import Desk, day, whole
from indicators.store import writings
from indicators.store.store import Store, open_store
from indicators.store.writings_engine import writings_writer
from indicators.written.comment import Comment
from indicators.written.steps import Status

CHN22 = {"indicator": "CHN22", "area": "S12000042", "period": "2021-22", "cause": "Two families."}


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a copy of the bundled figures."""
    database = (make_url(str(store.engine.url)).database or "").removeprefix("file:").split("?")[0]
    copy = tmp_path / "desk.db"
    shutil.copy(database, copy)
    opened = open_store(f"sqlite:///{copy}", store.catalogue)
    writer = writings_writer(f"sqlite:///{copy}")
    yield Desk(opened, writer)
    writer.dispose()
    opened.engine.dispose()


def comment(form: Form) -> Comment:
    """The comment a form holds."""
    return Comment(**{name: form.get(name) for name in CHN22})


def keep(desk: Desk, author: str = "Ann Writer", **changes: str) -> writings.Writing[Comment]:
    """Keep a comment on CHN22 of Dundee City with some changes."""
    form = Form(author, {**CHN22, **changes})
    return desk.keep(form, comment, Status.DRAFT, lambda theirs: theirs.cause)


def test_a_form_is_kept_with_its_author_and_a_change_is_a_further_version(desk: Desk) -> None:
    first = keep(desk)
    second = keep(desk, "Bob Writer", key=first.id, version="1", cause="Three families.")
    with desk.store.connect() as connection:
        kept = writings.history(connection, Comment, first.id)
    assert [(each.version, each.author, each.content.cause) for each in kept] == [
        (2, "Bob Writer", "Three families."),
        (1, "Ann Writer", "Two families."),
    ]
    assert second.version == 2


def test_the_second_of_two_writers_sees_what_the_first_wrote_and_neither_text_is_lost(desk: Desk) -> None:
    first = keep(desk)
    keep(desk, "Bob Writer", key=first.id, version="1", cause="Bob was first.")
    with pytest.raises(FormError, match="Bob Writer changed this on") as caught:
        keep(desk, "Cat Writer", key=first.id, version="1", cause="Cat was second.")
    assert (caught.value.status, caught.value.theirs) == (409, "Bob was first.")
    assert "What you wrote is not kept yet: copy it, load this page again" in str(caught.value)
    assert "+00:00" not in str(caught.value)
    with desk.store.connect() as connection:
        kept = writings.latest(connection, Comment, first.id)
    assert kept is not None
    assert kept.content.cause == "Bob was first."


def test_every_fault_of_a_form_is_told_at_once(desk: Desk) -> None:
    with pytest.raises(FormError) as caught:
        keep(desk, cause="", period="")
    assert caught.value.status == 422
    assert [sentence.split(":")[0] for sentence in caught.value.sentences] == ["Period", "Cause"]


def test_while_figures_are_loaded_nobody_loses_a_text(desk: Desk) -> None:
    impatient = create_engine(str(desk.writer.url), connect_args={"timeout": 0.05})
    with create_engine(str(desk.writer.url)).begin() as loading:
        loading.exec_driver_sql("UPDATE areas SET name = name")
        with pytest.raises(FormError, match="New figures are being loaded") as caught:
            keep(Desk(desk.store, impatient))
    assert caught.value.status == 503


def test_something_written_counts_as_news_for_pages_kept_in_memory(desk: Desk) -> None:
    with desk.store.connect() as connection:
        before = writings.mark(connection)
    keep(desk)
    with desk.store.connect() as connection:
        assert writings.mark(connection) == before + 1


@pytest.mark.parametrize("text", ["31/03/2026", "2026-13-01", "soon", "2026-02-30"])
def test_a_date_that_is_none_is_named_with_its_field(text: str) -> None:
    with pytest.raises(FormError, match=r"Due date: .* is not a date; write it as 2026-03-31"):
        day(text, "Due date")


def test_a_date_field_may_be_empty() -> None:
    assert (day("", "Due date"), day("2026-03-31", "Due date")) == (None, date(2026, 3, 31))


@pytest.mark.parametrize("text", ["", "-1", "1.5", "one", "9" * 10])
def test_a_whole_number_that_is_none_is_named_with_its_field(text: str) -> None:
    with pytest.raises(FormError, match=r"Version: .* is not a whole number"):
        whole(text, "Version")
