"""Text that XML can hold: Office files cannot keep most control characters, and break at one."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text with a space for each character that XML has no room for."""
    return _UNWRITABLE.sub(" ", text)
