"""What the commands share: options, exit codes, and the store with its faults in one sentence."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from etl.backup import BackupError
from etl.lock import AnotherLoadError, only_load
from indicators.catalogue import Catalogue
from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.store import engine as store
from indicators.toml_entries import CatalogueError
from indicators.written.plan_files import PublishedItem, read_plans

REFUSED = 1
BUSY = 3

Files = Annotated[list[Path], typer.Argument(help="Files to load, each in its own transaction.")]
Database = Annotated[
    str,
    typer.Option("--database", default_factory=store.database_url, help="Address of the store, as a URL."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Published = Annotated[
    str | None, typer.Option(help="When the edition was published: 2024, 2024-02 or 2024-02-20.")
]
EditionLabel = Annotated[
    str | None, typer.Option(help="Label of the edition, such as 'LGBF, February 2024'.")
]


@contextmanager
def writing_store(database: str, as_json: bool) -> Iterator[tuple[Engine, Catalogue]]:
    """The store at its newest schema, ours alone to write, and the catalogue."""
    with plain_faults(as_json):
        catalogue = load_catalogue()
        store.check_url(database)
        with only_load(database):
            engine = store.writer(database)
            try:
                store.upgrade(engine)
                yield engine, catalogue
            finally:
                engine.dispose()


@contextmanager
def reading_store(database: str, as_json: bool) -> Iterator[tuple[Engine, Catalogue]]:
    """The store as it is, for questions; a load may go on meanwhile."""
    with plain_faults(as_json):
        catalogue = load_catalogue()
        engine = store.reader(database)
        try:
            yield engine, catalogue
        finally:
            engine.dispose()


def the_catalogue() -> Catalogue:
    """The catalogue, for commands that open the store in a way of their own."""
    return load_catalogue()


def published_plans(catalogue: Catalogue) -> tuple[PublishedItem, ...]:
    """What the plans beside the catalogue hold."""
    return read_plans(CATALOGUE_FOLDER, catalogue)


@contextmanager
def plain_faults(as_json: bool) -> Iterator[None]:
    """A fault of the catalogue, the store or the disk, or another load, ends with one sentence."""
    try:
        yield
    except AnotherLoadError as error:
        sentence = f"Nothing was changed: {error}."
        holder = {"pid": error.holder.pid, "since": error.holder.since}
        say_failure({"status": "busy", "sentence": sentence, **holder}, as_json)
        raise typer.Exit(BUSY) from None
    except (BackupError, CatalogueError, store.StoreError, DBAPIError, sqlite3.Error, OSError) as error:
        say_failure({"status": "failed", "sentence": f"Nothing was changed: {_cause(error)}."}, as_json)
        raise typer.Exit(REFUSED) from None


def say_failure(answer: dict[str, Any], as_json: bool) -> None:
    """Its sentence on the error stream, and all of it as JSON where that was asked for."""
    if as_json:
        typer.echo(json.dumps(answer))
    Console(stderr=True).print(answer["sentence"], markup=False, highlight=False, soft_wrap=True)


def say(answer: Any, as_json: bool, lines: Iterator[str] | list[str]) -> None:
    """An answer as JSON, or as lines of text."""
    if as_json:
        typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
        return
    for line in lines:
        typer.echo(line)


def _cause(error: Exception) -> str:
    cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    if "locked" in cause:
        return "another load is writing to the database; try again when it is done"
    if "disk is full" in cause or "No space left" in cause:
        return "the disk is full; make room and try again"
    if "readonly" in cause or "Read-only" in cause:
        return "the database cannot be written, only read; check the rights of its file and its folder"
    return cause.rstrip(".")
