"""`plan`: projects and actions of a sheet, kept among what people write."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.common import REFUSED, AsJson, Database, say, say_failure, writing_store
from etl.extract import extract
from etl.plan_sheet import read_plan
from etl.plans import keep_plan, kept_plans
from etl.problems import LoadRefused

Sheet = Annotated[Path, typer.Argument(help="Projects and actions, as a workbook or as CSV.")]
Area = Annotated[str, typer.Option(help="The council of the rows that name no area.")]
Author = Annotated[str, typer.Option(help="Who wrote them, as the history will say.")]


def plan(file: Sheet, database: Database, area: Area, author: Author, as_json: AsJson = False) -> None:
    """Keep the projects and actions of a sheet, each change as a new version; a single mistake keeps none."""
    with writing_store(database, as_json) as (engine, catalogue), engine.begin() as connection:
        if area not in catalogue.areas.by_code:
            raise typer.BadParameter(f"'{area}' is no code of an area", param_hint="--area")
        kept = kept_plans(connection)
        try:
            before = {key: each.content for key, each in kept.items()}
            placed = read_plan(extract(file), catalogue, area, before)
        except LoadRefused as refusal:
            problems = [asdict(problem) for problem in refusal.problems]
            sentence = f"Nothing was changed: {refusal}"
            say_failure({"status": "refused", "sentence": sentence, "problems": problems}, as_json)
            raise typer.Exit(REFUSED) from None
        counts = keep_plan(connection, placed, kept, author)
    answer = {"status": "kept", "new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged}
    said = f"{file.name}: {counts.new} new, {counts.changed} changed, {counts.unchanged} as they were"
    say(answer, as_json, [said])
