"""The lines of the overview: one indicator each, with everything its line says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.views import attention
from dashboard.views.beside_scotland import Against, Level, against_scotland, level
from dashboard.views.histories import Series
from dashboard.views.words import Badge, Change, Rank, badge, change, rank, shown_target, shown_value
from indicators.caution import WORDS
from indicators.indicator import Indicator
from indicators.standing import Standing
from indicators.summaries import alt_text


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of the overview, with everything its line says.

    `picture` is what the small line of its history shows, in words; `note` says why it is not compared.
    """

    code: str
    title: str
    period: str
    value: str
    target: str
    badge: Badge
    change: Change
    against: Against
    level: Level | None
    rank: Rank
    own: tuple[float | None, ...]
    scotland: tuple[float | None, ...]
    picture: str
    note: str

    @property
    def has_history(self) -> bool:
        """True where there are two numbers to draw a line between."""
        return sum(number is not None for number in self.own) > 1


def row(series: Series, standing: Standing) -> Row:
    """The line of one indicator."""
    scotland, area = dict(series.scotland.points), series.history.catalogue.areas[standing.area]
    points = series.history.points
    return Row(
        code=standing.indicator.code,
        title=standing.indicator.title,
        period=standing.period.words,
        value=shown_value(standing),
        target=shown_target(standing),
        badge=badge(standing),
        change=_change(series, standing),
        against=against_scotland(standing),
        level=level(standing),
        rank=rank(standing),
        own=_drawn(standing.indicator, [figure.number for _, figure in points]),
        scotland=_drawn(
            standing.indicator, [scotland[p].number if p in scotland else None for p, _ in points]
        ),
        picture=alt_text(series.history, area.name),
        note="" if standing.indicator.council_benchmark else _not_compared(standing.indicator),
    )


def _drawn(indicator: Indicator, values: Sequence[float | None]) -> tuple[float | None, ...]:
    """The points of the small line; the rounds of a survey stand apart, with a gap between each two."""
    if not indicator.stands_alone:
        return tuple(values)
    return tuple(each for value in values for each in (value, None))[:-1]


def _change(series: Series, standing: Standing) -> Change:
    """The change, with a caution where it rests on small numbers."""
    found = change(standing)
    if found.arrow and attention.is_of_few(series):
        return replace(found, note=f"{found.note}, {WORDS}")
    return found


def _not_compared(indicator: Indicator) -> str:
    if indicator.service == "adult_protection":
        return "No council benchmark: the publisher advises against comparing"
    return "Not compared with other councils"
