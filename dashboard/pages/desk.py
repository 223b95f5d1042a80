"""Where forms are kept: what a form says becomes a content, and a content a further version in the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from dash import Dash
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from dashboard.access import writing
from dashboard.access.writing import Form, FormError
from dashboard.views.moments import moment_words
from indicators.store import writings
from indicators.store.store import Store
from indicators.store.writings import SomebodyWasFirst, Writing
from indicators.written.checks import WritingError
from indicators.written.kinds import Content
from indicators.written.steps import Status

C = TypeVar("C", bound=Content)
_BUSY = "New figures are being loaded, so nothing could be kept just now; your text is still here: try again."


@dataclass(frozen=True, slots=True)
class Desk:
    """The store for questions, and the engine that may add to `writings` and to nothing else."""

    store: Store
    writer: Engine

    def keep(
        self, form: Form, make: Callable[[Form], C], status: Status, shown: Callable[[C], str]
    ) -> Writing[C]:
        """Keep what a form says as the next version of `key`, the version it was opened at being `version`.

        `make` reads the content from the form, `shown` is a content in words for a writer who came second.
        Raises FormError for whatever cannot be kept.
        """
        try:
            content = make(form)
            with self.writer.begin() as connection:
                key, version = form.get("key"), whole(form.get("version") or "0", "Version")
                return writings.write(connection, content, form.author, status, key, version)
        except WritingError as error:
            raise FormError(*(fault.sentence for fault in error.faults)) from error
        except SomebodyWasFirst as error:
            raise FormError(_second(error.theirs), theirs=shown(error.theirs.content), status=409) from error
        except OperationalError as error:
            raise FormError(_BUSY, status=503) from error


def _second(theirs: Writing[C]) -> str:
    """What whoever came second is to do: their text is on the screen alone."""
    when = moment_words(theirs.written_at)
    return (
        f"{theirs.author} changed this on {when}, after you opened it. What they wrote stays, and is below. "
        "What you wrote is not kept yet: copy it, load this page again, and write it over theirs if it "
        "still holds."
    )


Keeper = Callable[[Desk, Form], str]
"""Keeps one kind of form and returns the address to go to; raises FormError."""


def register(app: Dash, desk: Desk, keepers: Mapping[str, Keeper]) -> None:
    """Take the forms of the pages at `/write/<kind>`."""
    prefix = str(app.config.routes_pathname_prefix)
    writing.register(app.server, prefix, {kind: partial(keeper, desk) for kind, keeper in keepers.items()})


def day(text: str, field: str) -> date | None:
    """A day as a date field sends it, None where it is empty.

    Raises FormError for anything else.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise FormError(f"{field}: '{text}' is not a date; write it as 2026-03-31.") from None


def whole(text: str, field: str) -> int:
    """A whole number of a form.

    Raises FormError for anything else.
    """
    if not text.isdecimal() or len(text) > 9:
        raise FormError(f"{field}: '{text[:20]}' is not a whole number.")
    return int(text)
