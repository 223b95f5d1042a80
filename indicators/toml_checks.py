"""Checks that several files of the catalogue share: words of a list, codes and periods that must be known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from indicators.codes import fold_code
from indicators.printed_periods import PeriodError, parse
from indicators.toml_entries import Entry

T = TypeVar("T")


def one_of(kind: type[T], text: str) -> T:
    """The member of an enumeration with this text; raises ValueError naming all of them."""
    try:
        return kind(text)  # type: ignore[call-arg]
    except ValueError:
        allowed = ", ".join(name for member in kind if (name := str(member)))  # type: ignore[attr-defined]
        raise ValueError(f"'{text}' is unknown; use one of {allowed}") from None


def period_or_none(label: str) -> str:
    """A period's label, or an empty text, as it is; raises PeriodError for anything else."""
    if label:
        parse(label)
    return label


def known(code: str, among: Mapping[str, object], what: str) -> str:
    """A code that is among others; raises ValueError for one that is not."""
    if code not in among:
        raise ValueError(f"'{code}' is not a known {what}")
    return code


def checked_code(entry: Entry, code: str, codes: Mapping[str, str]) -> str:
    """The indicator a spelling means; `codes` are by folded spelling. Raises CatalogueError."""
    if fold_code(code) not in codes:
        raise entry.fail(f"'{code}' is not an indicator of the catalogue", "indicators", code)
    return codes[fold_code(code)]


def check_period(entry: Entry, key: str, label: str) -> None:
    """Raise CatalogueError, at the line of the label, for one that is neither empty nor a period."""
    try:
        period_or_none(label)
    except PeriodError as error:
        raise entry.fail(str(error), key, label) from None


def check_known(entry: Entry, key: str, code: str, among: Mapping[str, object]) -> None:
    """Raise CatalogueError, at the line of the key, for a code that is not among others."""
    if code not in among:
        raise entry.fail(f"'{code}' is not a known {key}", key)
