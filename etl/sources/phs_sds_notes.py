"""Knows the comment tables beside the self-directed support files, and refuses them as figures."""

from __future__ import annotations

from typing import NoReturn

import pandas as pd

from etl.extract import Extracted
from etl.problems import refused
from etl.readings import Asked
from etl.sources.description import Reader, describe
from etl.tables import read_sheet, sheet_names
from indicators.catalogue import Catalogue

DESCRIPTION = describe("phs_sds_notes")
_LARGEST_BYTES = 1_000_000  # the real ones have under 20,000


def recognises(extracted: Extracted) -> bool:
    """True for a workbook with the columns of a comment table in the first row of its first sheet.

    A large workbook is none, and is not read only to find that out.
    """
    return len(extracted.content) <= _LARGEST_BYTES and set(DESCRIPTION.columns) <= set(
        comments(extracted).columns
    )


def comments(extracted: Extracted) -> pd.DataFrame:
    """The first sheet of a comment table as stripped texts, with the column names of its first row."""
    names = sheet_names(extracted)
    if not names:
        return pd.DataFrame()
    cells = read_sheet(extracted, names[0])
    if not len(cells):
        return pd.DataFrame()
    texts = [[str(cell).strip() for cell in row] for row in cells]
    return pd.DataFrame(texts[1:], columns=texts[0], dtype="str")


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> NoReturn:
    """Raises LoadRefused: comments are no figures, whatever the catalogue and the person asking say."""
    del catalogue, asked
    sentence = (
        f"{extracted.name} holds comments on the completeness and quality of returns, not figures; keep the "
        "completeness table beside the CSV tables, where it is read with them."
    )
    raise refused("no figures", extracted.name, sentence)


READER = Reader(DESCRIPTION, read, recognises)
