"""Everything a load does before the store is touched: extract, read and validate one file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from etl.extract import Extracted, extract
from etl.readings import Asked, Reading
from etl.releases import Member
from etl.sources import reader_for
from etl.validate import Checked, validate
from indicators.catalogue import Catalogue

Progress = Callable[[str], None]
STAGES = ("checking the file", "reading", "validating", "comparing and writing", "benchmarks")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read and validated and may now be written."""

    extracted: Extracted
    reading: Reading
    checked: Checked
    catalogue: Catalogue


def prepare(path: Path | Member, catalogue: Catalogue, asked: Asked, progress: Progress) -> Prepared:
    """Everything before the store is touched. Raises LoadRefused."""
    progress(STAGES[0])
    extracted = path.extract() if isinstance(path, Member) else extract(path)
    progress(STAGES[1])
    reading = reader_for(extracted).read(extracted, catalogue, asked)
    progress(STAGES[2])
    return Prepared(extracted, reading, validate(reading, catalogue, extracted.name), catalogue)
