"""`template` and `targets`: what a council fills in, and its targets kept in the catalogue."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.common import REFUSED, AsJson, plain_faults, say, say_failure, the_catalogue
from etl.extract import extract
from etl.lock import holding
from etl.problems import LoadRefused
from etl.target_sheet import read_targets
from etl.targets import keep_targets, lock_of
from etl.template import Content, write_template
from etl.template_csv import write_csv_template
from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.periods import PeriodKind


class Format(StrEnum):
    """The kinds of file a template can be."""

    XLSX = "xlsx"
    CSV = "csv"


Service = Annotated[str, typer.Argument(help="A service of the catalogue, such as adult_protection.")]
Out = Annotated[Path | None, typer.Option(help="Where to write it; by default SERVICE-template.xlsx here.")]
As = Annotated[Format, typer.Option("--format", help="A workbook, or CSV files for your own systems.")]
By = Annotated[
    PeriodKind | None, typer.Option(help="Offer these periods for every indicator, such as quarter.")
]
Filled = Annotated[Path, typer.Argument(help="A filled template, as a workbook or as its CSV of targets.")]


def template(service: Service, out: Out = None, form: As = Format.XLSX, by: By = None) -> None:
    """Write a template for figures and targets of your own; `load` and `targets` read it back."""
    with plain_faults(False):
        catalogue = the_catalogue()
        if service not in catalogue.services:
            known = ", ".join(catalogue.services)
            raise typer.BadParameter(f"'{service}' is no service; use one of {known}", param_hint="SERVICE")
        path = out or Path(f"{service}-template.{form}")
        title, indicators = catalogue.services[service].title, catalogue.of_service(service)
        content = Content(title, indicators, catalogue, date.today(), by)
        write = write_csv_template if form is Format.CSV else write_template
        for each in write(path, content):
            typer.echo(f"Written: {each}")


def targets(file: Filled, as_json: AsJson = False) -> None:
    """Keep the targets of a filled template in the catalogue; a single mistake keeps none."""
    with plain_faults(as_json), holding(lock_of(CATALOGUE_FOLDER)):
        catalogue = load_catalogue(CATALOGUE_FOLDER)
        try:
            kept = keep_targets(read_targets(extract(file), catalogue), catalogue, CATALOGUE_FOLDER)
        except LoadRefused as refusal:
            problems = [asdict(problem) for problem in refusal.problems]
            sentence = f"Nothing was changed: {refusal}"
            say_failure({"status": "refused", "sentence": sentence, "problems": problems}, as_json)
            raise typer.Exit(REFUSED) from None
    answer = {"status": "kept", "added": len(kept.added), "unchanged": kept.unchanged, "path": str(kept.path)}
    said = f"{file.name}: {len(kept.added)} added to {kept.path}, {kept.unchanged} there before"
    say(answer, as_json, [said])
