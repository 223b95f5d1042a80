"""`fetch`: the newest file of a source from its publisher."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from etl.addresses import FetchError, check_address, file_name
from etl.commands.common import REFUSED, AsJson, say, say_failure
from etl.fetch import fetch as fetch_file
from etl.screen import progress_bar
from indicators.store.engine import PROJECT_FOLDER

PUBLISHERS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).parents[1].joinpath("publishers.toml").read_text(encoding="utf-8")
)
INCOMING = PROJECT_FOLDER / "data" / "incoming"

Source = Annotated[str, typer.Argument(help=f"One of {', '.join(PUBLISHERS)}.", metavar="SOURCE")]
Url = Annotated[str | None, typer.Option(help="Address of the file, in place of the one that is known.")]
Into = Annotated[Path, typer.Option(help="Folder to put the file into.")]


def fetch(source: Source, url: Url = None, into: Into = INCOMING, as_json: AsJson = False) -> None:
    """Fetch the newest file of a source; it is not loaded yet."""
    if source not in PUBLISHERS:
        raise typer.BadParameter(f"'{source}' is none of {', '.join(PUBLISHERS)}", param_hint="SOURCE")
    known = PUBLISHERS[source]
    try:
        address = url or known["file"]
        if not address:
            raise FetchError(
                f"the address of the file of {source} changes with every release; "
                f"find it on {known['page']} and give it with --url"
            )
        check_address(address)
        own_name = "" if url else known.get("name", "")
        name = own_name or file_name(address, tuple(known["endings"]))
        with progress_bar(as_json) as progress:
            found = fetch_file(address, into / name, progress)
    except (FetchError, OSError) as error:
        say_failure({"status": "failed", "sentence": f"Nothing was fetched: {error}."}, as_json)
        raise typer.Exit(REFUSED) from None
    path = into / found.file
    lines = [f"{path}: {found.status}, {found.bytes:,} bytes, SHA-256 {found.sha256}"]
    say({"source": source, "path": str(path), **asdict(found)}, as_json, lines)
