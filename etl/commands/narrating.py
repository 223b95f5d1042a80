"""`narrate-check`: do reports in words agree with themselves, with each other and with the store?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.common import AsJson, Database, reading_store, say
from etl.narrative.report import check_narratives, narrative_lines
from indicators.areas import UnknownAreaError

MOST_BYTES = 5_000_000

TextFiles = Annotated[
    list[Path],
    typer.Argument(
        help="Reports about one area as plain text in UTF-8.",
        metavar="TEXTFILE...",
        exists=True,
        dir_okay=False,
    ),
]
AreaName = Annotated[str, typer.Option("--area", help="Name or code of the area the reports are about.")]


def narrate_check(text_files: TextFiles, area: AreaName, database: Database, as_json: AsJson = False) -> None:
    """List what reports say that their own numbers, each other's, or those of the store contradict."""
    texts = _read(text_files)
    with reading_store(database, as_json) as (engine, catalogue), engine.connect() as connection:
        try:
            code = catalogue.areas.resolve(area).code
        except UnknownAreaError as error:
            raise typer.BadParameter(str(error), param_hint="--area") from None
        found = check_narratives(texts, connection, catalogue, code)
    answer = {"area": code, "reports": [{"file": name, **each.as_dict()} for name, each in found.items()]}
    told = (line for name, each in found.items() for line in narrative_lines(name, each.conflicts))
    say(answer, as_json, told)


def _read(text_files: list[Path]) -> dict[str, str]:
    """The texts by the names of their files. Refuses large files, and two of one name."""
    texts: dict[str, str] = {}
    for path in text_files:
        if path.stat().st_size > MOST_BYTES:
            raise typer.BadParameter(
                f"{path.name} is over 5 MB; paste the report alone", param_hint="TEXTFILE"
            )
        if path.name in texts:
            raise typer.BadParameter(f"there are two files called {path.name}", param_hint="TEXTFILE")
        texts[path.name] = path.read_text(encoding="utf-8", errors="replace")
    return texts
