"""Text that reaches plotly: it reads `<b>` and `<a href>` in any string, so data is escaped first."""

from __future__ import annotations

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str) -> str:
    """Data that plotly will show as it is, whatever it contains."""
    return text.translate(_ESCAPES)
