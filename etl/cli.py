"""The command line, `python -m etl`: which commands there are; docs/loading.md has their exit codes."""

from __future__ import annotations

import typer

from etl.commands.deriving import derive
from etl.commands.fetching import fetch
from etl.commands.history import as_at, diff
from etl.commands.keeping import backup, restore
from etl.commands.loading import PUBLISHED_FOLDER as PUBLISHED_FOLDER
from etl.commands.loading import build, check, load, loads
from etl.commands.narrating import narrate_check
from etl.commands.planning import plan
from etl.commands.templating import targets, template

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Load figures of performance indicators into the store.",
)
for command in (
    build, load, check, loads, derive, diff, as_at, backup, restore, fetch, narrate_check, template,
    targets, plan,
):  # fmt: skip
    app.command()(command)
