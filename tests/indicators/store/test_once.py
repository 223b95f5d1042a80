"""Answers that are kept until the next load."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, insert

from indicators.store import read, schema
from indicators.store.once import once_a_release
from tests.indicators.store.store_rows import LOAD, Fill


def next_load(engine: Engine) -> None:
    """One more load, and with it a new release."""
    new = {**LOAD, "id": 3, "file_name": "3.csv", "loaded_at": "2026-01-03T10:00:00"}
    with engine.begin() as connection:
        connection.execute(insert(schema.loads), [new])


def test_an_answer_is_kept_for_its_release_and_for_its_store(engine: Engine) -> None:
    asked: list[Engine] = []

    @once_a_release
    def question(connection: Connection) -> int:
        """How often it was asked."""
        asked.append(connection.engine)
        return len(asked)

    def answer() -> int:
        with engine.connect() as connection:
            return question(connection)

    assert (answer(), answer()) == (1, 1)
    next_load(engine)
    assert (answer(), answer()) == (2, 2)
    assert question.__doc__ == "How often it was asked."


def test_a_new_load_is_seen_at_once(engine: Engine, fill: Fill) -> None:
    fill({})
    with engine.connect() as connection:
        assert read.indicators_with_figures(connection) == {"PCT"}
    next_load(engine)
    fill({"indicator_code": "COUNT", "load_id": 3})
    with engine.connect() as connection:
        assert read.indicators_with_figures(connection) == {"PCT", "COUNT"}
        assert read.release(connection).id == 3
