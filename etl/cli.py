"""The command line: `python -m etl build`, `load FILE...` and `loads`.

Exit codes: 0 loaded, 1 refused with nothing changed, 2 wrong usage.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from etl.editions import PUBLISHED
from etl.pipeline import Progress, load_all, load_file
from etl.problems import LoadRefused
from etl.report import LoadReport, refusal_as_dict
from etl.screen import progress_bar, show_loads, show_refusal, show_reports
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store import engine as store
from indicators.store.read import recent_loads
from indicators.toml_entries import CatalogueError

PUBLISHED_FOLDER = store.PROJECT_FOLDER / "data" / "published"
REFUSED = 1

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Load figures of performance indicators into the store.",
)
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
Folder = Annotated[Path, typer.Option(help="Folder of the figures shipped with the product.")]


@app.command()
def build(database: Database, as_json: AsJson = False, folder: Folder = PUBLISHED_FOLDER) -> None:
    """Create or bring up to date the store with every figure shipped with the product: all or none."""
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise typer.BadParameter(f"{folder} holds no CSV files", param_hint="--folder")
    with _store(database, as_json) as (engine, catalogue), progress_bar(as_json) as progress:
        try:
            reports = load_all(paths, engine, catalogue, progress)
        except LoadRefused as refusal:
            _finish(engine, [refusal_as_dict(folder.name, refusal)], as_json, [(folder.name, refusal)])
            raise typer.Exit(REFUSED) from None
        _finish(engine, [report.as_dict() for report in reports], as_json, reports)


@app.command()
def load(
    files: Files,
    database: Database,
    published: Published = None,
    edition: EditionLabel = None,
    as_json: AsJson = False,
) -> None:
    """Load one or more files of any known kind; a refused file changes nothing."""
    if published and not PUBLISHED.fullmatch(published):
        raise typer.BadParameter("write it as 2024, 2024-02 or 2024-02-20", param_hint="--published")
    results: list[LoadReport | tuple[str, LoadRefused]] = []
    with _store(database, as_json) as (engine, catalogue), progress_bar(as_json) as progress:
        for path in files:
            results.append(_load_one(path, engine, catalogue, (edition, published), progress))
        plain = [_as_dict(result) for result in results]
        _finish(engine, plain, as_json, results)
    if any(isinstance(result, tuple) for result in results):
        raise typer.Exit(REFUSED)


@app.command()
def loads(database: Database, as_json: AsJson = False) -> None:
    """List what was loaded, the latest first."""
    with _store(database, as_json) as (engine, _), engine.connect() as connection:
        rows = [row._asdict() for row in recent_loads(connection)]
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
    else:
        show_loads(rows)


def _load_one(
    path: Path,
    engine: Engine,
    catalogue: Catalogue,
    named: tuple[str | None, str | None],
    progress: Progress,
) -> LoadReport | tuple[str, LoadRefused]:
    try:
        return load_file(path, engine, catalogue, *named, progress)
    except LoadRefused as refusal:
        return path.name, refusal


@contextmanager
def _store(database: str, as_json: bool) -> Iterator[tuple[Engine, Catalogue]]:
    """The store at its newest schema and the catalogue; a fault of either ends with one sentence."""
    try:
        catalogue = load_catalogue()
        engine = store.writer(database)
        try:
            store.upgrade(engine)
            yield engine, catalogue
        finally:
            engine.dispose()
    except (CatalogueError, store.StoreError, DBAPIError, OSError) as error:
        sentence = f"Nothing was changed: {_cause(error)}."
        if as_json:
            typer.echo(json.dumps({"status": "failed", "sentence": sentence}))
        Console(stderr=True).print(sentence, markup=False, highlight=False)
        raise typer.Exit(REFUSED) from None


def _cause(error: Exception) -> str:
    cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    if "locked" in cause:
        return "another load is writing to the database; try again when it is done"
    return cause.rstrip(".")


def _as_dict(result: LoadReport | tuple[str, LoadRefused]) -> dict[str, Any]:
    return refusal_as_dict(*result) if isinstance(result, tuple) else result.as_dict()


def _finish(
    engine: Engine,
    plain: list[dict[str, Any]],
    as_json: bool,
    results: list[Any],
) -> None:
    """Print the outcome, as JSON or as a table with the problems under it."""
    address = engine.url.render_as_string(hide_password=True)
    if as_json:
        typer.echo(json.dumps({"database": address, "files": plain}, indent=2, ensure_ascii=False))
        return
    show_reports([result for result in results if isinstance(result, LoadReport)], address)
    for name, refusal in (result for result in results if isinstance(result, tuple)):
        show_refusal(name, refusal)
