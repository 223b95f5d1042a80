"""Text that a spreadsheet may take for a formula, made harmless by an apostrophe, and back again."""

from __future__ import annotations

import re

# Everything a spreadsheet may take for the start of a formula, the full-width forms included.
_RISKY = tuple("=+-@\t\r\n\0＝＋－＠")
_KEPT = re.compile(r"'+[=+\-@\t\r\n\0＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


def harmless_text(text: str) -> str:
    """Text that begins like a formula gets an apostrophe; true numbers stay numbers.

    So does text that begins with an apostrophe before such a sign: `restored` takes one away from both.
    """
    if (text.startswith(_RISKY) and not _NUMBER.fullmatch(text)) or _KEPT.match(text):
        return f"'{text}"
    return text


def restored(text: str) -> str:
    """The text of a cell of our own CSV as it was before `harmless_text`."""
    return text[1:] if _KEPT.match(text) else text
