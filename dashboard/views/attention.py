"""The four lists of the overview: newly off target, biggest moves, two lights that disagree, what is old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.histories import Series
from dashboard.views.words import badge, rank_in_words, shown_target, shown_value
from indicators import exceptions
from indicators.catalogue import Catalogue
from indicators.display import change_text
from indicators.rag import Light
from indicators.standing import Standing
from indicators.trends import Movement, Usual

BIGGEST_MOVES = 2
LISTED = 4


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of one of the four lists: an indicator, what is so, and what to know about it."""

    code: str
    title: str
    fact: str
    why: str


def is_newly_off(series: Series) -> bool:
    """True when the latest figure is off target and the one before it was not."""
    return series.latest is not None and exceptions.newly_red(series.latest, _before(series))


def newly_off(every: Sequence[Series]) -> tuple[Item, ...]:
    """The indicators that are off target now and were not in the period before."""
    return tuple(_newly_off(series) for series in every if is_newly_off(series))[:LISTED]


def disagreements(standings: Sequence[Standing]) -> tuple[Item, ...]:
    """The indicators whose light and whose place in Scotland say different things."""
    return tuple(item for item in map(_disagreement, standings) if item is not None)[:LISTED]


def _newly_off(series: Series) -> Item:
    standing = series.latest
    if standing is None:
        raise ValueError("a series without a figure cannot be newly off target")
    before = _before(series)
    return Item(
        standing.indicator.code,
        standing.indicator.title,
        f"{shown_value(standing)} in {standing.period.words}, target {shown_target(standing)}",
        f"Was {badge(before).words.lower()} in {before.period.words} ({shown_value(before)})"
        if before
        else "The first figure",
    )


def moves(standings: Sequence[Standing]) -> tuple[tuple[Item, ...], str]:
    """The unusual moves; where there is none, the largest judged ones by the figure they started from."""
    moved = [s for s in standings if s.short is not None and s.short.movement is not Movement.STEADY]
    unusual = [s for s in moved if s.short and s.short.usual is Usual.UNUSUAL]
    judged = [s for s in moved if s.indicator.polarity.judges] or moved
    largest = sorted(judged, key=_relative_size, reverse=True)[:BIGGEST_MOVES]
    note = "" if unusual else "None is known to be unusual. The largest:" if largest else "Nothing moved."
    return tuple(_move(s) for s in unusual[:LISTED] or largest), note


def _move(standing: Standing) -> Item:
    trend = standing.short
    if trend is None:
        raise ValueError("a standing without a change is no move")
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
        judged[trend.usual],
    )


def _relative_size(standing: Standing) -> float:
    trend = standing.short
    return abs(trend.change) / max(abs(trend.compared_with), 1e-9) if trend else 0.0


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


def old(catalogue: Catalogue, standings: Sequence[Standing]) -> tuple[Item, ...]:
    """What is awaited or well behind the newest figure of this council, one line for each age."""
    newest = max((s.period for s in standings), default=None)
    late = [
        s
        for s in standings
        if newest is not None and (exceptions.is_stale(s, newest.end) or exceptions.is_awaited(s))
    ]
    shared: dict[str, list[Standing]] = {}
    for standing in late:
        shared.setdefault(_age(standing), []).append(standing)
    return tuple(_old_item(catalogue, age, same) for age, same in shared.items())


def _old_item(catalogue: Catalogue, age: str, standings: Sequence[Standing]) -> Item:
    """One line for everything of the same age: the indicator, or how many of which services."""
    first = standings[0].indicator
    if len(standings) == 1:
        return Item(first.code, first.title, age, "")
    services = dict.fromkeys(catalogue.services[s.indicator.service].title for s in standings)
    return Item(first.code, f"{len(standings)} indicators", age, ", ".join(services))


def _age(standing: Standing) -> str:
    return badge(standing).words if exceptions.is_awaited(standing) else exceptions.stale_words(standing)


def _before(series: Series) -> Standing | None:
    standing = series.latest
    earlier = series.history.before(standing.period) if standing else None
    return series.history.at(earlier) if earlier else None
