"""`build`, `load`, `check` and `loads`: files into the store, or what they would do there."""

from __future__ import annotations

import json
from collections.abc import Callable
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
    published_plans,
    reading_store,
    the_catalogue,
    writing_store,
)
from etl.diff import change_lines
from etl.dry_run import Checking, check_file, store_to_check
from etl.editions import PUBLISHED
from etl.pipeline import load_all, load_file
from etl.plans import keep_published
from etl.problems import LoadRefused
from etl.releases import LeftOut, Member, files_of, left_out, nothing_known
from etl.report import LoadReport, refusal_as_dict
from etl.screen import progress_bar, show_left_out, show_loads, show_refusal, show_reports
from indicators.store import engine as store
from indicators.store.read import recent_loads

PUBLISHED_FOLDER = store.PROJECT_FOLDER / "data" / "published"
Folder = Annotated[Path, typer.Option(help="Folder of the figures shipped with the product.")]
Result = LoadReport | Checking | LeftOut | tuple[str, LoadRefused]


def build(database: Database, as_json: AsJson = False, folder: Folder = PUBLISHED_FOLDER) -> None:
    """Create or bring up to date the store with every figure shipped with the product: all or none."""
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise typer.BadParameter(f"{folder} holds no CSV files", param_hint="--folder")
    with writing_store(database, as_json) as (engine, catalogue), progress_bar(as_json) as progress:
        plans = published_plans(catalogue)
        try:
            reports = load_all(paths, engine, catalogue, progress)
        except LoadRefused as refusal:
            _finish(engine, [(folder.name, refusal)], as_json)
            raise typer.Exit(REFUSED) from None
        with engine.begin() as connection:
            keep_published(connection, plans)
        _finish(engine, reports, as_json)


def load(
    files: Files,
    database: Database,
    published: Published = None,
    edition: EditionLabel = None,
    as_json: AsJson = False,
) -> None:
    """Load one or more files of any known kind, or zips of them; a refused file changes nothing."""
    _check_date(published)
    with writing_store(database, as_json) as (engine, catalogue), progress_bar(as_json) as progress:
        results = _each(
            files, lambda member: load_file(member, engine, catalogue, edition, published, progress)
        )
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
    with plain_faults(as_json):
        catalogue = the_catalogue()
        with store_to_check(database) as engine, progress_bar(as_json) as progress:
            results = _each(
                files, lambda member: check_file(member, engine, catalogue, edition, published, progress)
            )
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


def _each(paths: list[Path], act: Callable[[Member], LoadReport | Checking]) -> list[Result]:
    """What became of each file, and of each file of a release, when it was loaded or checked."""
    results: list[Result] = []
    for path in paths:
        try:
            with files_of(path) as members:
                found = [_one(member, act) for member in members]
        except LoadRefused as refusal:
            found = [(path.name, refusal)]
        results += found
        if all(isinstance(result, LeftOut) for result in found):
            results.append((path.name, nothing_known(path)))
    return results


def _one(member: Member, act: Callable[[Member], LoadReport | Checking]) -> Result:
    try:
        return act(member)
    except LoadRefused as refusal:
        return left_out(member, refusal) or (member.name, refusal)


def _as_dict(result: Result) -> dict[str, Any]:
    return refusal_as_dict(*result) if isinstance(result, tuple) else result.as_dict()


def _finish(engine: Engine, results: list[Any], as_json: bool) -> None:
    """Print the outcome, as JSON or as a table with the problems under it."""
    address = engine.url.render_as_string(hide_password=True)
    if as_json:
        files = [_as_dict(result) for result in results]
        typer.echo(json.dumps({"database": address, "files": files}, indent=2, ensure_ascii=False))
        return
    kept = [result for result in results if isinstance(result, LoadReport | Checking)]
    show_reports([item.report if isinstance(item, Checking) else item for item in kept], address)
    for item in kept:
        if isinstance(item, Checking):
            typer.echo(
                f"{item.report.file} was only checked; nothing was changed. It would make these changes:"
            )
            for line in change_lines(item.changes):
                typer.echo(line)
    for result in results:
        if isinstance(result, LeftOut):
            show_left_out(result)
    for name, refusal in (result for result in results if isinstance(result, tuple)):
        show_refusal(name, refusal)


def _exit_code(results: list[Any]) -> None:
    if any(isinstance(result, tuple) for result in results):
        raise typer.Exit(REFUSED)
