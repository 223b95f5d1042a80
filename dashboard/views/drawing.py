"""What a trend chart draws, already decided: lines, target steps and shaded years, in numbers and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["ours", "scotland", "family", "other", "peer-1", "peer-2", "peer-3"]


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """One line: a value, the words shown for it, and why there is none, by period.

    `texts` are what hovering shows (`7.8%, on target`); `reasons` say why a value is missing ("Suppressed"),
    and put a hollow mark on the axis there, or at the number in `doubtful` that is printed and not believed.
    `intervals` are the 95% intervals that make a ribbon, `projected` the numbers somebody expects of years to
    come. All may be shorter than `values`. `end` names the line at its end, with its latest figure; an empty
    one leaves the line unnamed.
    """

    name: str
    role: Role
    values: tuple[float | None, ...]
    texts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    end: str = ""
    intervals: tuple[tuple[float, float] | None, ...] = ()
    doubtful: tuple[float | None, ...] = ()
    projected: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetStep:
    """The target of one period, and the band from `low` to `high` that counts as within tolerance."""

    period: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Periods to shade, first and last included, with a word at the top."""

    first: str
    last: str
    words: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level line over the periods from `first` to `last`: the centre or a limit of a process."""

    role: Literal["centre", "limit"]
    first: str
    last: str
    value: float
    end: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that stands out, by its kind, which has a shape, and the words that say why."""

    kind: Literal["outside", "run"]
    period: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first period in view whose figures cannot be compared with those before, and why."""

    period: str
    words: str


@dataclass(frozen=True, slots=True)
class TrendChart:
    """All a trend chart shows.

    `names` are the periods as the axis has them, where their labels alone would mislead. `joined` is false
    where nothing may be read between two points, as between the rounds of a survey.
    """

    title: str
    periods: tuple[str, ...]
    series: tuple[TrendSeries, ...]
    prefix: str = ""
    suffix: str = ""
    decimals: int = 1
    targets: tuple[TargetStep, ...] = ()
    target_name: str = "Target"
    shaded: tuple[Band, ...] = ()
    breaks: tuple[Break, ...] = ()
    levels: tuple[Level, ...] = ()
    marks: tuple[Mark, ...] = ()
    names: tuple[str, ...] = ()
    zero_based: bool = True
    joined: bool = True
    height: int = 420
