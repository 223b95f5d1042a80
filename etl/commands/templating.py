"""`template`: the workbook a council fills in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.common import plain_faults, the_catalogue
from etl.template import write_template

Service = Annotated[str, typer.Argument(help="A service of the catalogue, such as adult_protection.")]
Out = Annotated[Path | None, typer.Option(help="Where to write it; by default SERVICE-template.xlsx here.")]


def template(service: Service, out: Out = None) -> None:
    """Write a workbook for figures of your own, with drop-downs and notes; `load` reads it back."""
    with plain_faults(False):
        catalogue = the_catalogue()
        if service not in catalogue.services:
            known = ", ".join(catalogue.services)
            raise typer.BadParameter(f"'{service}' is no service; use one of {known}", param_hint="SERVICE")
        path = out or Path(f"{service}-template.xlsx")
        write_template(path, catalogue.services[service].title, catalogue.of_service(service), catalogue)
        typer.echo(f"Written: {path}")
