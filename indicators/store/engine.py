"""Engines over the store: one that writes, one that cannot, and the step to the newest schema."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from indicators.disclosure import DisclosureRule, DisclosureSettingError, rule_in_force
from indicators.store import views
from indicators.store.reach import recount
from indicators.store.schema import SCHEMA_VERSION

PROJECT_FOLDER = Path(__file__).resolve().parents[2]
DEFAULT_URL = f"sqlite:///{PROJECT_FOLDER / 'data' / 'indicators.db'}"
BUSY_MILLISECONDS = 5_000


class StoreError(RuntimeError):
    """The store cannot be used as it is; the sentence says why and what to do."""


def database_url() -> str:
    """The address of the store: DATABASE_URL, or the bundled SQLite file."""
    return os.environ.get("DATABASE_URL") or DEFAULT_URL


def check_url(url: str) -> None:
    """Raise StoreError when `url` is no address of a database that can be opened here."""
    try:
        make_url(url).get_dialect()
    except (ArgumentError, ImportError) as error:
        raise StoreError(
            f"The database address cannot be used ({error}). "
            "Write it as sqlite:///data/indicators.db or postgresql+psycopg://user@host/name"
        ) from None


def writer(url: str) -> Engine:
    """An engine that may write, for the ETL; creates the folder of a SQLite file.

    Raises StoreError when the address is none.
    """
    check_url(url)
    file = _sqlite_file(url)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if file is not None or engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_writer)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def reader(url: str) -> Engine:
    """An engine that cannot write, for the dashboard.

    Raises StoreError when the database is absent, cannot be read or was never built.
    """
    check_url(url)
    file = _sqlite_file(url)
    if file is not None and not file.exists():
        raise StoreError(f"There is no database at {file}. Build it with: python -m etl build")
    engine = create_engine(url, pool_size=8, max_overflow=8)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_reader)
    else:
        event.listen(engine, "connect", _read_only)
    try:
        with engine.connect() as connection:
            version = _schema_version(connection)
            same_rule = version != SCHEMA_VERSION or rule_of(connection) == _rule()
    except DatabaseError as error:
        engine.dispose()
        raise StoreError(f"The database at {file or engine.url!r} cannot be read: {error.orig}") from None
    if version != SCHEMA_VERSION:
        engine.dispose()
        raise StoreError(_wrong_version(str(file or engine.url), version))
    if not same_rule:
        engine.dispose()
        raise StoreError(
            f"The database at {file or engine.url} hides small counts by another rule than the settings, or "
            "none yet. Bring it up to date with: python -m etl build"
        )
    return engine


def _wrong_version(where: str, version: str) -> str:
    """What to do about a database that was never built, or was by an older or a newer release."""
    if not version:
        return f"The database at {where} holds no figures. Build it with: python -m etl build"
    if version > SCHEMA_VERSION:
        return f"The database at {where} was built by a newer release of this product; use that release."
    return f"The database at {where} is of an older release. Bring it up to date with: python -m etl build"


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest version by its migrations; a new database gets all of them.

    The views are made anew and the figures counted whenever a migration ran: both follow from the tables.
    Figures that were there before must first have their hidden cells worked out: no reader opens the store
    until `keep_rule` says that they are. Raises StoreError for a setting of the rule that is none.
    """
    rule = _rule()
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    with engine.begin() as connection:
        version = _schema_version(connection)
        if version == SCHEMA_VERSION:
            return
        worked_out = not version or rule_of(connection) == rule
        _drop_views(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _make_views(connection, rule)
        recount(connection)
        if not worked_out:
            connection.exec_driver_sql(f"DROP VIEW {views.RULE_VIEW}")


def keep_rule(connection: Connection, rule: DisclosureRule) -> None:
    """Make the views hide by a rule, for which the hidden cells have been worked out."""
    _drop_views(connection)
    _make_views(connection, rule)


def rule_of(connection: Connection) -> DisclosureRule | None:
    """The rule the store hides by; None where the cells to hide have not been worked out yet."""
    if views.RULE_VIEW not in inspect(connection).get_view_names():
        return None
    smallest, zero = connection.execute(text(f"SELECT * FROM {views.RULE_VIEW}")).one()  # noqa: S608
    return DisclosureRule(smallest, bool(zero))


def _drop_views(connection: Connection) -> None:
    for name in reversed(views.VIEWS):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def _make_views(connection: Connection, rule: DisclosureRule) -> None:
    for statement in views.statements(rule).values():
        connection.exec_driver_sql(statement)


def _rule() -> DisclosureRule:
    """The rule the settings ask for, or a fault of the store."""
    try:
        return rule_in_force()
    except DisclosureSettingError as error:
        raise StoreError(f"{error}.") from None


def _schema_version(connection: Connection) -> str:
    """The version the schema has, or an empty text where there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _sqlite_file(url: str) -> Path | None:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database)


def _prepare_writer(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin too late for DDL to be undone, so we begin ours.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def _prepare_reader(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only=ON")
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    connection.execute("PRAGMA mmap_size=268435456")


def _read_only(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """PostgreSQL refuses every write of a session that is told so."""
    with closing(connection.cursor()) as cursor:
        cursor.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    connection.commit()
