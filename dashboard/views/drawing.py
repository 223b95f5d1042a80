"""What a chart draws, already decided: series, target steps and shaded years as plain numbers and words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """A line: one value a period (None is a gap), what each point says, and why a point has no number.

    `role` is ours, scotland, family, other or peer; `marks` names the reason at a period without one.
    """

    name: str
    role: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetStep:
    """The target of one period and the edge of its tolerance, in the unit of the chart."""

    period: str
    value: float
    edge: float


@dataclass(frozen=True, slots=True)
class Band:
    """Shaded periods, from the first to the last of them, with their name."""

    first: str
    last: str
    label: str


@dataclass(frozen=True, slots=True)
class Break:
    """A break in the series before a period, with its reason."""

    before: str
    reason: str


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """A line chart over periods; `prefix` and `suffix` stand around every value."""

    label: str
    prefix: str
    suffix: str
    decimals: int
    periods: tuple[str, ...]
    series: tuple[TrendSeries, ...]
    targets: tuple[TargetStep, ...] = ()
    bands: tuple[Band, ...] = ()
    breaks: tuple[Break, ...] = ()
    zero_based: bool = True
