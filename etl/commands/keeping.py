"""`backup` and `restore` of a SQLite store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.backup import backup as make_backup
from etl.backup import restore as put_back
from etl.commands.common import AsJson, Database, plain_faults, say
from etl.lock import only_load
from indicators.store.engine import check_url

Target = Annotated[Path, typer.Argument(help="Where the backup goes; its folder must be there.")]
Source = Annotated[Path, typer.Argument(help="The backup to go back to.")]
Keep = Annotated[int, typer.Option(min=0, help="How many earlier backups stay, as FILE.1, FILE.2 and so on.")]


def backup(file: Target, database: Database, keep: Keep = 7, as_json: AsJson = False) -> None:
    """Copy the store to a file, checked and whole, while it may be in use."""
    with plain_faults(as_json):
        sha256 = make_backup(database, file, keep)
    answer = {"status": "kept", "file": str(file), "bytes": file.stat().st_size, "sha256": sha256}
    say(answer, as_json, [f"Backup: {file} ({file.stat().st_size:,} bytes, SHA-256 {sha256})"])


def restore(file: Source, database: Database, as_json: AsJson = False) -> None:
    """Put a backup in the place of the store, after checking that it is whole."""
    with plain_faults(as_json):
        check_url(database)
        with only_load(database):
            version = put_back(database, file)
    answer = {"status": "restored", "file": str(file), "schema": version}
    say(answer, as_json, [f"Restored {file}. Database: {database}"])
