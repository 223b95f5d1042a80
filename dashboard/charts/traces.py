"""The two kinds of trace beside the lines of a trend chart: silent scenery, and marks that say something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.text import plain

Figure = dict[str, Any]

HOLLOW: Final[Figure] = {
    "symbol": "circle",
    "size": 9,
    "color": "#ffffff",
    "line": {"width": 1.5, "color": "#68727b"},
}


def silent_lines(uid: str, x: Sequence[float | None], y: Sequence[float | None], **more: Any) -> Figure:
    """A trace that is scenery: nothing to point at."""
    return {
        "type": "scatter",
        "mode": "lines",
        "uid": uid,
        "x": list(x),
        "y": list(y),
        "hoverinfo": "skip",
        **more,
    }


def speaking_marks(
    uid: str,
    x: Sequence[float],
    y: Sequence[float],
    words: Sequence[str],
    periods: Sequence[str],
    look: Figure,
) -> Figure:
    """Marks that say something when pointed at."""
    return {
        "type": "scatter",
        "mode": "markers",
        "uid": uid,
        "x": list(x),
        "y": list(y),
        "text": [plain(each) for each in words],
        "customdata": [plain(period) for period in periods],
        "cliponaxis": False,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": look,
    }
