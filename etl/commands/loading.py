"""`build`, `load`, `check` and `loads`: files into the store, or what they would do there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import Engine

from etl.commands.common import (
    REFUSED,
    AsJson,
    Database,
    EditionLabel,
    Files,
    Published,
    plain_faults,
    reading_store,
    the_catalogue,
    writing_store,
)
from etl.diff import change_lines
from etl.dry_run import Checking, check_file, store_to_check
from etl.editions import PUBLISHED
from etl.pipeline import Progress, load_all, load_file
from etl.problems import LoadRefused
from etl.report import LoadReport, refusal_as_dict
from etl.screen import progress_bar, show_loads, show_refusal, show_reports
from indicators.catalogue import Catalogue
from indicators.store import engine as store
from indicators.store.read import recent_loads

PUBLISHED_FOLDER = store.PROJECT_FOLDER / "data" / "published"
Folder = Annotated[Path, typer.Option(help="Folder of the figures shipped with the product.")]
Result = LoadReport | Checking | tuple[str, LoadRefused]


def build(database: Database, as_json: AsJson = False, folder: Folder = PUBLISHED_FOLDER) -> None:
    """Create or bring up to date the store with every figure shipped with the product: all or none."""
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise typer.BadParameter(f"{folder} holds no CSV files", param_hint="--folder")
    with writing_store(database, as_json) as (engine, catalogue), progress_bar(as_json) as progress:
        try:
            reports = load_all(paths, engine, catalogue, progress)
        except LoadRefused as refusal:
            _finish(engine, [(folder.name, refusal)], as_json)
            raise typer.Exit(REFUSED) from None
        _finish(engine, reports, as_json)


def load(
    files: Files,
    database: Database,
    published: Published = None,
    edition: EditionLabel = None,
    as_json: AsJson = False,
) -> None:
    """Load one or more files of any known kind; a refused file changes nothing."""
    _check_date(published)
    with writing_store(database, as_json) as (engine, catalogue), progress_bar(as_json) as progress:
        results = [_load_one(path, engine, catalogue, (edition, published), progress) for path in files]
        _finish(engine, results, as_json)
    _exit_code(results)


def check(
    files: Files,
    database: Database,
    published: Published = None,
    edition: EditionLabel = None,
    as_json: AsJson = False,
) -> None:
    """Say what loading the files would do, each by itself, and change nothing."""
    _check_date(published)
    results: list[Result] = []
    with plain_faults(as_json):
        catalogue = the_catalogue()
        with store_to_check(database) as engine, progress_bar(as_json) as progress:
            for path in files:
                try:
                    results.append(check_file(path, engine, catalogue, edition, published, progress))
                except LoadRefused as refusal:
                    results.append((path.name, refusal))
            _finish(engine, results, as_json)
    _exit_code(results)


def loads(database: Database, as_json: AsJson = False) -> None:
    """List what was loaded, the latest first."""
    with reading_store(database, as_json) as (engine, _), engine.connect() as connection:
        rows = [row._asdict() for row in recent_loads(connection)]
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
    else:
        show_loads(rows)


def _check_date(published: str | None) -> None:
    if published and not PUBLISHED.fullmatch(published):
        raise typer.BadParameter("write it as 2024, 2024-02 or 2024-02-20", param_hint="--published")


def _load_one(
    path: Path,
    engine: Engine,
    catalogue: Catalogue,
    named: tuple[str | None, str | None],
    progress: Progress,
) -> Result:
    try:
        return load_file(path, engine, catalogue, *named, progress)
    except LoadRefused as refusal:
        return path.name, refusal


def _as_dict(result: Result) -> dict[str, Any]:
    return refusal_as_dict(*result) if isinstance(result, tuple) else result.as_dict()


def _finish(engine: Engine, results: list[Any], as_json: bool) -> None:
    """Print the outcome, as JSON or as a table with the problems under it."""
    address = engine.url.render_as_string(hide_password=True)
    if as_json:
        files = [_as_dict(result) for result in results]
        typer.echo(json.dumps({"database": address, "files": files}, indent=2, ensure_ascii=False))
        return
    kept = [result for result in results if not isinstance(result, tuple)]
    show_reports([item.report if isinstance(item, Checking) else item for item in kept], address)
    for item in kept:
        if isinstance(item, Checking):
            typer.echo(
                f"{item.report.file} was only checked; nothing was changed. It would make these changes:"
            )
            for line in change_lines(item.changes):
                typer.echo(line)
    for name, refusal in (result for result in results if isinstance(result, tuple)):
        show_refusal(name, refusal)


def _exit_code(results: list[Any]) -> None:
    if any(isinstance(result, tuple) for result in results):
        raise typer.Exit(REFUSED)
