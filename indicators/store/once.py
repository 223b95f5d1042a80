"""Questions about everything there is, whose answer is the same until the next load.

A page may ask them at every request: how far the newest figures reach, which indicators have any. Their
answers take the longer the more figures there are, so each process looks once for each release.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from indicators.store.schema import loads

Answer = TypeVar("Answer")
Mark = tuple[int, str]


def release_mark(connection: Connection) -> Mark:
    """Number and moment of the last load: another mark, another release of the data."""
    query = select(loads.c.id, loads.c.loaded_at).order_by(loads.c.id.desc()).limit(1)
    found = connection.execute(query).first()
    return (found[0], found[1]) if found else (0, "")


def once_a_release(question: Callable[[Connection], Answer]) -> Callable[[Connection], Answer]:
    """The question, whose answer is kept for the release it was given for, store by store.

    The answer is shared: nobody may change it. `__wrapped__` is the question itself.
    """
    known: WeakKeyDictionary[Engine, tuple[Mark, Answer]] = WeakKeyDictionary()

    @wraps(question)
    def ask(connection: Connection) -> Answer:
        mark = release_mark(connection)
        kept = known.get(connection.engine)
        if kept is None or kept[0] != mark:
            kept = known[connection.engine] = (mark, question(connection))
        return kept[1]

    return ask
