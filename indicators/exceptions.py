"""What an exception report lists: red, red without a comment, recovered, too good, old or late.

Each rule looks at one standing, or at one and the one before it; `notices` puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from indicators.figures import Status
from indicators.periods import Period
from indicators.projects import ProjectStanding
from indicators.rag import Light
from indicators.standing import History, Standing

BEST_QUARTER, WORST_QUARTER = 1, 4
# Two cycles after its period a figure should long have been followed by the next; months get one more.
STALE_AFTER_MONTHS = {"monthly": 3, "quarterly": 6, "annual": 24, "biennial": 48}
STALE_AFTER_OTHERWISE = 24
_CYCLES = {"biennial": ": collected every two years", "irregular": ": published now and then"}


class Kind(StrEnum):
    """Why something is listed, in the order of a report: what must be explained comes first."""

    UNCOMMENTED_RED = "off target without a comment"
    NEW_RED = "newly off target"
    FIRST_RED = "first judged, off target"
    REPEAT_RED = "off target again"
    LATE_PROJECT = "project behind its time"
    OVER_ACHIEVED = "over-achieved"
    GREEN_WORST_QUARTER = "on target, yet in the worst quarter"
    RECOVERED = "no longer off target"
    AWAITED = "awaited"
    STALE = "older than its cycle"


_ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Watched:
    """One indicator as a report looks at it: its standings newest first, and whether its red is explained.

    `commented` is True where an approved comment on the newest red exists.
    """

    standings: Sequence[Standing]
    commented: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of an exception report: of an indicator (by code) or a project (by title).

    `periods` is for how many figures in a row it has been red; 0 where that says nothing.
    """

    kind: Kind
    subject: str
    title: str
    period: Period | None = None
    periods: int = 0

    @property
    def words(self) -> str:
        """`Newly off target`, `Off target for 3 periods`."""
        if self.kind is Kind.REPEAT_RED:
            return f"Off target for {self.periods} periods"
        return self.kind.value.capitalize()


def newest_first(history: History, period: Period | None = None) -> Iterator[Standing]:
    """The standings of a history from `period` (or its last entry) back, worked out one by one."""
    for entry, _ in reversed(history.points):
        if period is None or not period < entry:
            yield history.at(entry)


def notices(
    watched: Iterable[Watched], projects: Iterable[ProjectStanding], as_at: date
) -> tuple[Notice, ...]:
    """Everything to be listed as at a day: uncommented reds first, the longest red first, then by code."""
    found = [notice for one in watched for notice in of_indicator(one, as_at)]
    found += [
        Notice(Kind.LATE_PROJECT, late.project.title, late.project.title) for late in projects if late.late
    ]
    return tuple(sorted(found, key=lambda notice: (_ORDER[notice.kind], -notice.periods, notice.subject)))


def of_indicator(watched: Watched, as_at: date) -> list[Notice]:
    """The notices of one indicator, of the newest standing that tells something."""
    latest = latest_told(watched.standings)
    if latest is None:
        return []
    earlier = [s for s in watched.standings if s.period < latest.period and s.figure.number is not None]
    before = earlier[0] if earlier else None
    reds = reds_in_a_row([latest, *earlier])
    listed = {
        Kind.UNCOMMENTED_RED: bool(reds) and not watched.commented,
        Kind.NEW_RED: newly_red(latest, before),
        Kind.FIRST_RED: first_judged_red(latest, before),
        Kind.REPEAT_RED: reds > 1,
        Kind.OVER_ACHIEVED: latest.over_achieved,
        Kind.GREEN_WORST_QUARTER: green_but_worst(latest),
        Kind.RECOVERED: recovered(latest, before),
        Kind.AWAITED: any(is_awaited(s) for s in watched.standings if not s.period < latest.period),
        Kind.STALE: is_stale(latest, as_at),
    }
    item = latest.indicator
    return [Notice(kind, item.code, item.title, latest.period, reds) for kind, so in listed.items() if so]


def latest_told(standings: Sequence[Standing]) -> Standing | None:
    """The newest standing with a number or a suppressed one; else the newest of all."""
    told = (s for s in standings if s.figure.happened or s.figure.status is Status.SUPPRESSED)
    return next(told, standings[0] if standings else None)


def reds_in_a_row(standings: Iterable[Standing]) -> int:
    """For how many standings, newest first, it has been red without a pause."""
    return sum(1 for _ in takewhile(lambda standing: standing.light is Light.RED, standings))


def newly_red(latest: Standing, before: Standing | None) -> bool:
    """True for a red whose figure before was judged and was not red."""
    return latest.light is Light.RED and before is not None and before.light in (Light.AMBER, Light.GREEN)


def first_judged_red(latest: Standing, before: Standing | None) -> bool:
    """True for a red without a judged figure before it: there is none, or that one had no target."""
    return latest.light is Light.RED and (before is None or not before.light.judged)


def recovered(latest: Standing, before: Standing | None) -> bool:
    """True for a green or amber after a red."""
    return latest.light in (Light.GREEN, Light.AMBER) and before is not None and before.light is Light.RED


def green_but_worst(standing: Standing) -> bool:
    """True on target while in the worst quarter of councils."""
    return standing.light is Light.GREEN and standing.comparators.quartile == WORST_QUARTER


def lights_disagree(standing: Standing) -> bool:
    """True on target or within tolerance in the worst quarter of councils, or off target in the best."""
    met = standing.light in (Light.GREEN, Light.AMBER)
    place = (met, standing.comparators.quartile)
    return standing.light.judged and place in ((True, WORST_QUARTER), (False, BEST_QUARTER))


def is_awaited(standing: Standing) -> bool:
    """True for a figure that its publisher has announced and not yet published."""
    return standing.figure.status is Status.AWAITED


def is_stale(standing: Standing, as_at: date) -> bool:
    """True when a figure is older, on a day, than its cycle allows."""
    end = standing.period.end
    months = (as_at.year - end.year) * 12 + as_at.month - end.month
    return months >= STALE_AFTER_MONTHS.get(standing.indicator.cadence, STALE_AFTER_OTHERWISE)


def stale_words(standing: Standing) -> str:
    """`Latest is 2017-18: collected every two years`."""
    return f"Latest is {standing.period.words}{_CYCLES.get(standing.indicator.cadence, '')}"
