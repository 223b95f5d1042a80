"""A PostgreSQL server for the tests: the one of TEST_DATABASE_URL, or their own as long as they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Table, create_engine, delete, insert, make_url, select, text

from indicators.store import schema
from indicators.store.engine import reader, upgrade, writer

# Seconds that a busy machine may take to start or stop a server.
PATIENTLY = ("-t", "300")
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")


class NoServer(Exception):  # noqa: N818 - the reason for skipping
    """There is no server to test against; says why."""


def program(name: str) -> str:
    """The path of a program of PostgreSQL. Raises NoServer."""
    found = [str(path) for place in _PLACES for path in Path("/").glob(f"{place[1:]}/{name}")]
    path = shutil.which(name) or next(iter(sorted(found, reverse=True)), None)
    if path is None:
        raise NoServer(f"set TEST_DATABASE_URL or install PostgreSQL: there is no {name}")
    return path


@contextmanager
def server() -> Iterator[str]:
    """The address of a server. Raises NoServer where there is none and none can be started."""
    if address := os.environ.get("TEST_DATABASE_URL"):
        yield address
        return
    initdb, control = program("initdb"), program("pg_ctl")
    # The path of a socket has 107 letters at most and may hold no space, whatever TMPDIR says.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        _hand_over(folder)
        data = folder / "data"
        _run(initdb, "-D", str(data), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync")
        listen = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(control, "-D", str(data), "-w", *PATIENTLY, "-l", str(folder / "log"), "-o", listen, "start")
        try:
            yield f"postgresql+psycopg://tests@/postgres?host={folder}"
        finally:
            _run(control, "-D", str(data), "-m", "immediate", *PATIENTLY, "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def empty_schema(address: str) -> Iterator[str]:
    """The address of a new schema on a server, dropped afterwards."""
    name = f"test_{uuid4().hex}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
            url = make_url(address).update_query_dict({"options": f"-csearch_path={name}"})
            yield url.render_as_string(hide_password=False)
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    finally:
        engine.dispose()


@contextmanager
def database(address: str, like: str = "") -> Iterator[str]:
    """The address of a new database on a server, dropped afterwards; `like` is that of one to copy.

    Nobody may be connected to the one that is copied. The user needs the right to create databases.
    """
    name, template = f"test_{uuid4().hex}", make_url(like).database if like else "template1"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        yield make_url(address).set(database=name).render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()


def filled(address: str, source: str) -> None:
    """Give an empty database the schema, and every row of a store."""
    target, origin = writer(address), reader(source)
    upgrade(target)
    with origin.connect() as old, target.begin() as new:
        for table in schema.metadata.sorted_tables:
            new.execute(delete(table))
            rows = [dict(row) for row in old.execute(select(table)).mappings()]
            if rows:
                new.execute(insert(table), rows)
            _count_on(new, table)
    target.dispose()
    origin.dispose()


def _count_on(connection: Connection, table: Table) -> None:
    """Let the numbers the database gives go on after those that were copied."""
    number = table.autoincrement_column
    if number is not None:
        sequence = f"pg_get_serial_sequence('{table.name}', '{number.name}')"
        newest = f"(SELECT coalesce(max({number.name}), 0) + 1 FROM {table.name})"
        connection.execute(text(f"SELECT setval({sequence}, {newest}, false) WHERE {sequence} IS NOT NULL"))


def _hand_over(folder: Path) -> None:
    """Give the folder to the server's own user where we are root, for whom it does not start."""
    if os.geteuid() == 0:
        try:
            shutil.chown(folder, "postgres", "postgres")
        except LookupError:
            raise NoServer("PostgreSQL does not run as root, and there is no user postgres") from None


def _run(*command: str) -> None:
    before = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    # Not captured: the server inherits the pipes of the command that starts it, and would keep them open.
    done = subprocess.run(
        [*before, *command], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise NoServer(f"{Path(command[0]).name} of PostgreSQL ended with {done.returncode}")
