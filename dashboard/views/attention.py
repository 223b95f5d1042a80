"""The four lists of the overview: newly off target, biggest moves, two lights that disagree, what is old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.histories import Series
from dashboard.views.text import within_sentence
from dashboard.views.words import badge, rank_in_words, shown_target, shown_value
from indicators import exceptions
from indicators.catalogue import Catalogue
from indicators.caution import WORDS, small_numbers
from indicators.display import change_text
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.rag import Light
from indicators.standing import Standing
from indicators.trends import Movement, Trend, Usual

BIGGEST_MOVES = 2
LISTED = 4
"""Entries of a list that are shown; what is beyond is counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of one of the four lists: an indicator, what is so, what to know of it, what was said."""

    code: str
    title: str
    fact: str
    why: str
    said: str = ""


def is_newly_off(series: Series) -> bool:
    """True when the latest figure is off target and the one before it was judged better."""
    return series.latest is not None and exceptions.newly_red(series.latest, _before(series))


def is_first_judged_off(series: Series) -> bool:
    """True when the latest figure is off target and none before it had a light."""
    return series.latest is not None and exceptions.first_judged_red(series.latest, _before(series))


def newly_off(every: Sequence[Series]) -> tuple[Item, ...]:
    """The indicators that are off target now and were not before; those first judged now stand last."""
    return (
        *(_newly_off(series) for series in every if is_newly_off(series)),
        *(_newly_off(series) for series in every if is_first_judged_off(series)),
    )


def disagreements(standings: Sequence[Standing]) -> tuple[Item, ...]:
    """The indicators whose light and whose place in Scotland say different things."""
    return tuple(item for item in map(_disagreement, standings) if item is not None)


def _newly_off(series: Series) -> Item:
    standing = series.latest
    if standing is None:
        raise ValueError("a series without a figure cannot be newly off target")
    before = _before(series)
    return Item(
        standing.indicator.code,
        standing.indicator.title,
        f"{shown_value(standing)} {standing.period.when}, target {shown_target(standing)}",
        f"Was {badge(before).words.lower()} {before.period.when} ({shown_value(before)})"
        if before and before.light.judged
        else f"First judged; {'no light before' if before else 'the first figure'}",
    )


def moves(every: Sequence[Series]) -> tuple[tuple[Item, ...], str]:
    """The unusual moves; where there is none, the largest judged ones by the figure they started from."""
    moved = [
        (series, standing, standing.short)
        for series in every
        if (standing := series.latest) and standing.short and standing.short.movement is not Movement.STEADY
    ]
    unusual = [move for move in moved if move[2].usual is Usual.UNUSUAL]
    judged = [move for move in moved if move[1].indicator.polarity.judges] or moved
    largest = sorted(judged, key=lambda move: _relative_size(move[2]), reverse=True)[:BIGGEST_MOVES]
    note = "" if unusual else "None is known to be unusual. The largest:" if largest else "Nothing moved."
    return tuple(_move(*move) for move in unusual or largest), note


def is_of_few(series: Series) -> bool:
    """True when the latest change is one between small numbers, which chance alone could make."""
    standing = series.latest
    if standing is None or standing.short is None:
        return False
    before = series.history.at(standing.short.since)
    return small_numbers(standing.indicator, standing.figure, before.figure)


def _move(series: Series, standing: Standing, trend: Trend) -> Item:
    judged = {
        Usual.USUAL: "Within the usual movement",
        Usual.UNUSUAL: "More than this series usually moves",
        Usual.TOO_FEW: "Too few years to say whether it is usual",
    }
    sign = "↑" if trend.change > 0 else "↓"
    size = change_text(standing.indicator, trend.change)
    return Item(
        standing.indicator.code,
        standing.indicator.title,
        f"{sign} {size} since {trend.since.words}, {trend.movement}",
        f"{judged[trend.usual]}{f'; {WORDS}' if is_of_few(series) else ''}",
    )


def _relative_size(trend: Trend) -> float:
    return abs(trend.change) / max(abs(trend.compared_with), 1e-9)


def _disagreement(standing: Standing) -> Item | None:
    if not exceptions.lights_disagree(standing):
        return None
    name = "best quarter" if standing.light is Light.RED else "worst quarter"
    return Item(
        standing.indicator.code,
        standing.indicator.title,
        f"{badge(standing).words}, yet {rank_in_words(standing)}: {name}",
        "",
    )


def old(catalogue: Catalogue, every: Sequence[Series]) -> tuple[Item, ...]:
    """What is awaited or well behind the newest figure of this council, one line for each age."""
    newest = max((series.latest.period for series in every if series.latest), default=None)
    shared: dict[str, list[Indicator]] = {}
    for series in every:
        age = _awaited(series) or (_stale(series, newest) if newest else "")
        if age:
            shared.setdefault(age, []).append(series.indicator)
    return tuple(_old_item(catalogue, age, same) for age, same in shared.items())


def _old_item(catalogue: Catalogue, age: str, same: Sequence[Indicator]) -> Item:
    """One line for everything of the same age: the first indicator, and how many more of which services."""
    first, *more = same
    services = dict.fromkeys(catalogue.services[each.service].title for each in more)
    others = f"And {len(more)} more: {', '.join(services)}" if more else ""
    return Item(first.code, first.title, age, others)


def _awaited(series: Series) -> str:
    """`2021-22: awaited January 2023`, of the first figure announced since the latest one."""
    latest = series.latest
    for period, figure in series.history.points if latest else ():
        if figure.status is Status.AWAITED and latest and not period < latest.period:
            return f"{period.words}: {within_sentence(badge(series.history.at(period)).words)}"
    return ""


def _stale(series: Series, newest: Period) -> str:
    latest = series.latest
    old = latest is not None and exceptions.is_stale(latest, newest.end)
    return exceptions.stale_words(latest) if latest and old else ""


def _before(series: Series) -> Standing | None:
    standing = series.latest
    earlier = series.history.before(standing.period) if standing else None
    return series.history.at(earlier) if earlier else None
