"""`diff` and `as-at`: what changed between loads, and what stood at one of them or on a date."""

from __future__ import annotations

from typing import Annotated, Any, NoReturn

import typer

from etl.commands.common import REFUSED, AsJson, Database, reading_store, say, say_failure
from etl.diff import UnknownLoadError, change_lines, changes_as_dict, check_load, differences
from etl.editions import PUBLISHED
from indicators.areas import UnknownAreaError
from indicators.catalogue import UnknownIndicatorError
from indicators.store.as_at import PastFigure, figures_as_at

FirstLoad = Annotated[int, typer.Argument(help="A load, by its number in `loads`.", metavar="LOAD")]
SecondLoad = Annotated[
    int | None, typer.Argument(help="Another load; without it, what the one load changed.", metavar="[LOAD]")
]
Code = Annotated[str, typer.Argument(help="Code of an indicator, such as CHN22.", metavar="INDICATOR")]
Area = Annotated[str | None, typer.Option(help="Name or code of one area; without it, all of them.")]
ByLoad = Annotated[int | None, typer.Option("--load", help="As it stood after this load.")]
ByDate = Annotated[str | None, typer.Option("--on", help="As published by 2024, 2024-02 or 2024-02-20.")]


def diff(first: FirstLoad, database: Database, second: SecondLoad = None, as_json: AsJson = False) -> None:
    """List what changed by a load, or between two: new, revised, rebased, rounding, withdrawn, vanished."""
    with reading_store(database, as_json) as (engine, _), engine.connect() as connection:
        try:
            changes = differences(connection, first, second)
        except UnknownLoadError as error:
            _refuse(f"{error}.", as_json)
    loads = [number for number in (first, second) if number is not None]
    say({"loads": loads, **changes_as_dict(changes)}, as_json, change_lines(changes))


def as_at(
    indicator: Code,
    database: Database,
    area: Area = None,
    load: ByLoad = None,
    on: ByDate = None,
    as_json: AsJson = False,
) -> None:
    """List the figures of an indicator as they stood after a load, or on a date of publication."""
    if on and not PUBLISHED.fullmatch(on):
        raise typer.BadParameter("write it as 2024, 2024-02 or 2024-02-20", param_hint="--on")
    with reading_store(database, as_json) as (engine, catalogue), engine.connect() as connection:
        try:
            code = catalogue.resolve(indicator).code
            areas = None if area is None else [catalogue.areas.resolve(area).code]
            if load is not None:
                check_load(connection, load)
        except (UnknownIndicatorError, UnknownAreaError, UnknownLoadError) as error:
            _refuse(f"{error}" if str(error).endswith("?") else f"{error}.", as_json)
        found = figures_as_at(connection, load, on, [code], areas)
    lines = [_line(figure) for figure in found] or ["No figure stood then."]
    say([_plain(figure) for figure in found], as_json, lines)


def _refuse(sentence: str, as_json: bool) -> NoReturn:
    say_failure({"status": "failed", "sentence": sentence}, as_json)
    raise typer.Exit(REFUSED)


def _plain(figure: PastFigure) -> dict[str, Any]:
    kept = ("half_step", "disclosive", "hidden")
    return {name: value for name, value in figure._asdict().items() if name not in kept}


def _line(figure: PastFigure) -> str:
    value = figure.status.replace("_", " ") if figure.value is None else f"{figure.value:.12g}"
    key = f"{figure.indicator} {figure.area} {figure.period} ({figure.basis})"
    return f"{key} {value}, {figure.edition}, load {figure.load_id}"
