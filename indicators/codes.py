"""Codes of indicators: how spellings are folded into one, and which codes a reader knows from print."""

from __future__ import annotations

import re

_PRINTED = re.compile(r"[A-Z][A-Z&-]*\d+[a-z]?")
_PLAN = re.compile(r"DG0*(\d+)")


def fold_code(code: str) -> str:
    """A code stripped of what publishers vary: case, spaces, and zeros that pad its first number."""
    plain = "".join(code.split()).upper()
    return re.sub(r"^(\D+?)0*(\d+[A-Z]?)$", r"\1\2", plain)


def published_code(code: str) -> str:
    """The code as its publisher prints it: `CHN22`, `C&L05a`, `D&G 20`; nothing for a name of our own.

    Codes such as `LAC_TOTAL` are made here for figures whose publisher numbers nothing: they are for
    addresses, files and search, and no reader has met them anywhere else.
    """
    plan = _PLAN.fullmatch(code)
    if plan:
        return f"D&G {plan[1]}"
    return code if _PRINTED.fullmatch(code) else ""


def with_code(title: str, code: str) -> str:
    """A title with the published code after it: `Pupils (CHN22)`; the title alone for a code of our own."""
    shown = published_code(code)
    return f"{title} ({shown})" if shown else title


def after_label(label: str, title: str, between: str = " ") -> str:
    """A title after the code a reader knows: `SW01: Home care`; the title alone where there is no code."""
    return between.join(filter(None, (label, title)))
