"""The shape every reader owes the pipeline: which columns, of which type, holding which words.

A frame that breaks it is a fault of a reader, not of a file, and stops the load as such.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.figures import Basis, Status
from indicators.periods import PeriodKind

_DATE = r"20\d\d(-\d\d(-\d\d)?)?"


class ReaderFaultError(RuntimeError):
    """A reader handed over a frame that is not tidy; the sentence names the first fault."""


@lru_cache(maxsize=1)
def tidy_schema() -> Any:
    """The schema of a tidy frame: text without gaps, finite numbers or none, and only known words."""
    # Imported here: it takes half a second, and only a load needs it.
    import pandera.pandas as pa

    def words(*allowed: str) -> Any:
        return pa.Column("str", pa.Check.isin(allowed), nullable=False)

    number = pa.Column("float64", pa.Check(lambda values: values.abs() < float("inf")), nullable=True)
    text = pa.Column("str", nullable=False)
    filled = pa.Column("str", pa.Check.str_length(min_value=1), nullable=False)
    return pa.DataFrameSchema(
        {
            "indicator": filled,
            "area": filled,
            "period": filled,
            "period_kind": words(*PeriodKind),
            "basis": words(*Basis),
            "value": number,
            "status": words(*Status),
            "numerator": number,
            "denominator": number,
            "edition": filled,
            "published_on": pa.Column("str", pa.Check.str_matches(rf"^{_DATE}$"), nullable=False),
            "note": text,
            "locator": filled,
        },
        strict=True,
    )


def check_shape(frame: pd.DataFrame, reader: str) -> None:
    """Raise ReaderFaultError when a reader's frame is not tidy."""
    import pandera.errors

    try:
        tidy_schema().validate(frame)
    except (pandera.errors.SchemaError, pandera.errors.SchemaErrors) as error:
        raise ReaderFaultError(f"the reader of {reader} broke the tidy shape: {error}") from error
