"""One row of a profile (spine chart): worst at the left, best at the right, Scotland on the spine."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component


@dataclass(frozen=True, slots=True)
class Spine:
    """Shares of the bar from worst (0) to best (1), Scotland at one half; None is not drawn.

    Where nothing is better (`judged` is false) the dot is grey.
    """

    ours: float | None
    before: float | None
    quarter_low: float | None
    quarter_high: float | None
    judged: bool = True


def spine(row: Spine, label: str) -> Component:
    """The bar of one indicator; `label` says it in words. Shares are per cent, so it fits any width."""
    parts: list[Component] = [html.I(className="scotland")]
    if row.quarter_low is not None and row.quarter_high is not None:
        parts.insert(0, html.I(className="middle-half", style=_stretch(row.quarter_low, row.quarter_high)))
    if row.ours is not None and row.before is not None:
        parts.append(html.I(className="reach", style=_stretch(*sorted((row.ours, row.before)))))
        parts.append(html.I(className="before", style={"--at": _share(row.before)}))
    if row.ours is not None:
        parts.append(html.I(className="ours", style={"--at": _share(row.ours)}))
    return html.Div(
        [*parts, html.Span(label, className="unseen")], className="spine" if row.judged else "spine neutral"
    )


def _stretch(start: float, end: float) -> dict[str, str]:
    return {"--from": _share(start), "--to": _share(end)}


def _share(value: float) -> str:
    return f"{min(max(value, 0.0), 1.0) * 100:.2f}%"
