"""What the command line shows: progress, a table of counts, and the problems in sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from etl.prepare import Progress
from etl.problems import LoadRefused
from etl.releases import LeftOut
from etl.report import LoadReport, problem_lines

WIDTH_WITHOUT_TERMINAL = 140
COUNTS = ("read", "new", "unchanged", "revised", "rebased", "history", "rejected")


@contextmanager
def progress_bar(silent: bool) -> Iterator[Progress]:
    """A line on the error stream that names the stage a load is in."""
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True, disable=silent) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda stage: bar.update(task, description=stage)


def show_reports(reports: Sequence[LoadReport], address: str) -> None:
    """The counts of each load, then its problems; nothing when no file was loaded."""
    if not reports:
        return
    table = _table("file", *COUNTS)
    for report in reports:
        counts = report.counts.as_dict()
        table.add_row(Text(visible(report.file)), *(f"{counts[name]:,}" for name in COUNTS))
    console = _output()
    console.print(table)
    for report in reports:
        if report.grades:
            line = f"{visible(report.file)}: {report.grades:,} grades of services are new or different."
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        for line in problem_lines(report.problems):
            console.print(visible(line), markup=False, highlight=False, soft_wrap=True)
    console.print(f"Database: {address}", markup=False, highlight=False, soft_wrap=True)


def show_refusal(name: str, refusal: LoadRefused) -> None:
    """Why a file was refused, on the error stream."""
    console = Console(stderr=True)
    console.print(
        visible(f"{name} was refused; nothing was changed."), markup=False, highlight=False, soft_wrap=True
    )
    for line in problem_lines(refusal.problems):
        console.print(visible(line), markup=False, highlight=False, soft_wrap=True)


def show_left_out(left_out: LeftOut) -> None:
    """Why a file of a release was not loaded."""
    for problem in left_out.problems:
        line = visible(f"left out: {problem.sentence}")
        _output().print(line, markup=False, highlight=False, soft_wrap=True)


def show_loads(rows: Sequence[Mapping[str, Any]]) -> None:
    """The list of loads."""
    table = _table("load", "at", "file", *COUNTS)
    for row in rows:
        numbers = (f"{row[name]:,}" for name in COUNTS)
        table.add_row(
            str(row["id"]), row["loaded_at"][:16].replace("T", " "), Text(visible(row["file_name"])), *numbers
        )
    _output().print(table)


def visible(text: str) -> str:
    """A line whose letters that turn, hide or colour text stand as their numbers: a file may hold any."""
    return "".join(
        f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter
        for letter in text
    )


def _output() -> Console:
    """Standard output, wide enough for a table of counts where no terminal says how wide it is."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDTH_WITHOUT_TERMINAL)


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in names:
        if name in COUNTS:
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, overflow="fold")
    return table
