"""The process-limits view of months and quarters: centre, natural limits, and the signals in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.views import trend_drawing
from dashboard.views.drawing import Level, Mark, TrendChart
from dashboard.views.text import counted, listed
from dashboard.views.trend_scene import Scene
from indicators.display import value_text
from indicators.periods import Period
from indicators.process_limits import (
    FEWEST_POINTS,
    FEWEST_RANGES,
    KINDS,
    NATURAL,
    RUN,
    ProcessLimits,
    Signal,
    SignalKind,
    process_limits,
)


@dataclass(frozen=True, slots=True)
class LimitsRow:
    """One period of the table: our value, and the signals it is part of."""

    period: str
    value: str
    signal: str


@dataclass(frozen=True, slots=True)
class Limits:
    """All the process-limits view says, or only `why_not` where no limits can be drawn."""

    why_not: str = ""
    sentence: str = ""
    signals: tuple[str, ...] = ()
    drawing: TrendChart | None = None
    rows: tuple[LimitsRow, ...] = ()


def seasonal(scene: Scene) -> bool:
    """True for series of months and quarters, which alone have process limits."""
    return bool(scene.periods) and scene.periods[-1].kind in KINDS


def limits(scene: Scene) -> Limits:
    """The view of the periods of a scene."""
    numbers = scene.in_view.course.numbers
    found = process_limits(scene.indicator, scene.in_view.points, numbers[-1][0]) if numbers else None
    if found is None:
        return Limits(why_not=_why_not(scene))
    return Limits(
        sentence=_sentence(scene, found),
        signals=_signals(scene, found),
        drawing=_drawing(scene, found),
        rows=_rows(scene, found),
    )


def _why_not(scene: Scene) -> str:
    """Why there are no limits, as a sentence."""
    if not seasonal(scene):
        return (
            "Process limits are for series by month or quarter; the figures of this one cover other periods."
        )
    known = len(scene.in_view.course.numbers)
    if known < FEWEST_POINTS:
        return f"Process limits need at least {FEWEST_POINTS} figures; there are {known} here."
    return (
        f"Process limits need at least {FEWEST_POINTS} figures since the last break in the series, and "
        f"{FEWEST_RANGES} pairs of them that follow each other."
    )


def _sentence(scene: Scene, found: ProcessLimits) -> str:
    """Where the limits lie, what they are made of, and what was found."""
    low = "no lower limit above 0" if _below_all(scene, found) else _shown(scene, found.lower)
    return (
        f"Between {found.periods[0].words} and {found.periods[-1].words} the figures lie around "
        f"{_shown(scene, found.centre)}; left alone, the process would stay between {low} and "
        f"{_shown(scene, found.upper)} (the mean and {NATURAL:g} mean moving ranges either side). "
        f"{_heard(found)}"
    )


def _heard(found: ProcessLimits) -> str:
    """How many signals there are, and how a steadier stretch can be had."""
    if not found.signals:
        return "There is no signal of a change."
    outside = [signal for signal in found.signals if signal.kind is SignalKind.OUTSIDE]
    parts = [counted(len(outside), "figure") + " outside the limits"] if outside else []
    runs = len(found.signals) - len(outside)
    parts += [counted(runs, "row") + f" of {RUN} or more on one side of the centre"] if runs else []
    return (
        f"Signals of a change: {listed(parts)}. After a change that is here to stay, take the limits from "
        "then on: choose a later first period."
    )


def _below_all(scene: Scene, found: ProcessLimits) -> bool:
    """True when the lower limit is below 0 though no figure is, so that it limits nothing."""
    return found.lower < 0 <= min(value for _, value in scene.in_view.course.numbers)


def _shown(scene: Scene, value: float) -> str:
    return value_text(scene.indicator, value)


def _signals(scene: Scene, found: ProcessLimits) -> tuple[str, ...]:
    """The signals in words, newest first; figures outside the limits on one side that follow make one."""
    places = {period: at for at, period in enumerate(found.periods)}
    joined: list[Signal] = []
    for signal in sorted(found.signals, key=lambda signal: (signal.kind, signal.periods)):
        last = joined[-1] if joined else None
        follows = last is not None and places[signal.periods[0]] == places[last.periods[-1]] + 1
        if (
            last
            and follows
            and (last.kind, last.above)
            == (SignalKind.OUTSIDE, signal.above)
            == (
                signal.kind,
                signal.above,
            )
        ):
            joined[-1] = replace(last, periods=(*last.periods, *signal.periods))
        else:
            joined.append(signal)
    joined.sort(key=lambda signal: signal.periods[-1], reverse=True)
    return tuple(_signal_words(scene, signal) for signal in joined)


def _signal_words(scene: Scene, signal: Signal) -> str:
    """`June 2019: 812, above the upper limit`; several figures by number; a row with its side."""
    side = "above" if signal.above else "below"
    first, last = signal.periods[0], signal.periods[-1]
    if signal.kind is SignalKind.OUTSIDE:
        limit = f"{side} the {'upper' if signal.above else 'lower'} limit"
        if len(signal.periods) > 1:
            return f"{first.words} to {last.words}: {len(signal.periods)} figures {limit}"
        return f"{first.words}: {_shown(scene, dict(scene.in_view.course.numbers)[first])}, {limit}"
    return f"{first.words} to {last.words}: {len(signal.periods)} in a row {side} the centre"


def _drawing(scene: Scene, found: ProcessLimits) -> TrendChart:
    """Our line alone, without target, over its centre and limits, with the signals marked."""
    alone = trend_drawing.drawing(replace(scene, compare="alone", peers=()))
    ends = found.periods[0].label, found.periods[-1].label
    levels = [
        Level("limit", *ends, found.upper, f"Upper limit {_shown(scene, found.upper)}"),
        Level("centre", *ends, found.centre, f"Centre {_shown(scene, found.centre)}"),
    ]
    if not _below_all(scene, found):
        levels.append(Level("limit", *ends, found.lower, f"Lower limit {_shown(scene, found.lower)}"))
    return replace(alone, targets=(), levels=tuple(levels), marks=_marks(scene, found))


def _marks(scene: Scene, found: ProcessLimits) -> tuple[Mark, ...]:
    """One mark a period: outside the limits tells more than being part of a row."""
    values = dict(scene.in_view.course.numbers)
    marks: dict[Period, Mark] = {}
    for signal in sorted(found.signals, key=lambda signal: signal.kind is SignalKind.OUTSIDE):
        words = _signal_words(scene, signal)
        for period in signal.periods:
            marks[period] = Mark(signal.kind.value, period.label, values[period], words)
    return tuple(marks[period] for period in sorted(marks))


def _rows(scene: Scene, found: ProcessLimits) -> tuple[LimitsRow, ...]:
    told: dict[Period, list[str]] = {}
    for signal in found.signals:
        for period in signal.periods:
            told.setdefault(period, []).append(_in_table(signal))
    points = dict(scene.in_view.points)
    return tuple(
        LimitsRow(
            period.words,
            _value(scene, period),
            "; ".join(told.get(period, ())) or ("" if period in found.periods else "not in the limits"),
        )
        for period in reversed(scene.periods)
        if period in points
    )


def _value(scene: Scene, period: Period) -> str:
    figure = scene.standings[period].figure
    return figure.status.words if figure.value is None else _shown(scene, figure.value)


def _in_table(signal: Signal) -> str:
    if signal.kind is SignalKind.OUTSIDE:
        return f"{'above the upper' if signal.above else 'below the lower'} limit"
    return f"one of {len(signal.periods)} in a row {'above' if signal.above else 'below'} the centre"
