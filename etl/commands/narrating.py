"""`narrate-check`: does a report in words agree with itself and with the store?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.common import AsJson, Database, reading_store, say
from etl.narrative.report import check_narrative, narrative_lines
from indicators.areas import UnknownAreaError

MOST_BYTES = 5_000_000

TextFile = Annotated[
    Path,
    typer.Argument(help="A report as plain text in UTF-8.", metavar="TEXTFILE", exists=True, dir_okay=False),
]
AreaName = Annotated[str, typer.Option("--area", help="Name or code of the area the report is about.")]


def narrate_check(text_file: TextFile, area: AreaName, database: Database, as_json: AsJson = False) -> None:
    """List what a report says that its own numbers, or those of the store, contradict."""
    if text_file.stat().st_size > MOST_BYTES:
        raise typer.BadParameter("it is over 5 MB; paste the report alone", param_hint="TEXTFILE")
    text = text_file.read_text(encoding="utf-8", errors="replace")
    with reading_store(database, as_json) as (engine, catalogue), engine.connect() as connection:
        try:
            code = catalogue.areas.resolve(area).code
        except UnknownAreaError as error:
            raise typer.BadParameter(str(error), param_hint="--area") from None
        found = check_narrative(text, connection, catalogue, code)
    answer = {"file": text_file.name, "area": code, **found.as_dict()}
    say(answer, as_json, narrative_lines(text_file.name, found.conflicts))
