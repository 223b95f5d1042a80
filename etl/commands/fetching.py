"""`fetch`: the files of a source from its publisher, whose addresses stand in the TOML of its reader."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from etl.addresses import FetchError, check_address, file_name
from etl.commands.common import REFUSED, AsJson, say, say_failure
from etl.fetch import fetch as fetch_file
from etl.prepare import Progress
from etl.screen import progress_bar
from etl.sources import READERS
from etl.sources.description import FileAddress, Publisher
from indicators.store.engine import PROJECT_FOLDER

PUBLISHERS: dict[str, Publisher] = {
    known.name: known for known in (reader.description.fetch for reader in READERS) if known
}
INCOMING = PROJECT_FOLDER / "data" / "incoming"

Source = Annotated[str, typer.Argument(help=f"One of {', '.join(PUBLISHERS)}.", metavar="SOURCE")]
Url = Annotated[str | None, typer.Option(help="Address of one file, in place of those that are known.")]
Into = Annotated[Path, typer.Option(help="Folder to put the files into.")]


def fetch(source: Source, url: Url = None, into: Into = INCOMING, as_json: AsJson = False) -> None:
    """Fetch the files of a source; they are not loaded yet. One that fails does not hold up the others."""
    if source not in PUBLISHERS:
        raise typer.BadParameter(f"'{source}' is none of {', '.join(PUBLISHERS)}", param_hint="SOURCE")
    known = PUBLISHERS[source]
    addresses = (FileAddress(url),) if url else known.files
    if not addresses:
        sentence = (
            f"no address of a file of {source} is known; find it on {known.page} and give it with --url"
        )
        say_failure({"status": "failed", "sentence": f"Not fetched: {sentence}."}, as_json)
        raise typer.Exit(REFUSED)
    with progress_bar(as_json) as progress:
        answers = [_one(address, known, into, progress) for address in addresses]
    _tell(source, answers, as_json)
    if any(answer["status"] == "failed" for answer in answers):
        raise typer.Exit(REFUSED)


def _one(address: FileAddress, known: Publisher, into: Path, progress: Progress) -> dict[str, Any]:
    """What became of one file: where it is with its size and SHA-256, or a sentence why it is not."""
    try:
        check_address(address.url)
        name = address.name or file_name(address.url, known.endings)
        found = fetch_file(address.url, into / name, progress)
    except (FetchError, OSError) as error:
        sentence = f"Not fetched: {error}; the page of the publisher is {known.page}."
        return {"status": "failed", "url": address.url, "sentence": sentence}
    return {"path": str(into / found.file), **asdict(found)}


def _tell(source: str, answers: list[dict[str, Any]], as_json: bool) -> None:
    kept = [answer for answer in answers if answer["status"] != "failed"]
    lines = [
        f"{each['path']}: {each['status']}, {each['bytes']:,} bytes, SHA-256 {each['sha256']}"
        for each in kept
    ]
    say({"source": source, "files": answers}, as_json, lines)
    for answer in answers:
        if answer["status"] == "failed":
            say_failure(answer, False)
