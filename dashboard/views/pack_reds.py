"""What a pack says of an indicator off target: figure, distance, trend, sentence, comment and picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dashboard.views.histories import Series
from dashboard.views.moments import day_words
from dashboard.views.pack_parts import PackOrder, PackRed
from dashboard.views.scorecard_rows import CardRow
from dashboard.views.words import Change, badge, change, rank_in_words, shown_target, shown_value
from indicators.display import change_text
from indicators.distance import distance, distance_words
from indicators.indicator import Unit
from indicators.periods import Period
from indicators.standing import Standing
from indicators.statements import statement
from indicators.summaries import alt_text
from indicators.written.paper import PackChart, PackLine
from indicators.written.snapshot import FrozenComment

NO_COMMENT = "No approved comment"
NOT_APPROVED = "Draft comment, not approved"
FEWEST_TO_DRAW = 2


def pack_red(row: CardRow, series: Series, area_name: str, order: PackOrder) -> PackRed:
    """The red of a row. Raises ValueError for a row without a figure."""
    standing = row.standing
    if standing is None:
        raise ValueError(f"{row.code} has no figure to be off target")
    return PackRed(
        indicator=row.code,
        label=row.label,
        title=row.title,
        badge=badge(standing),
        figure=f"{shown_value(standing)}, {standing.period.words}",
        sentence=statement(standing, area_name).text,
        facts=tuple((name, words) for name, words in _facts(standing) if words),
        comment=comment_words(order.comments.get(row.code), standing.period.label, order.public),
        chart=_chart(series, area_name),
    )


def trend_words(found: Change) -> str:
    """A movement in words alone: `up 1.8 points, worsening, usual`; `up 3, usual` without judgement."""
    note = found.note.removeprefix(f"{found.arrow}, ")
    parts = (found.size if found.arrow in ("", "steady") else f"{found.arrow} {found.size}", note)
    return ", ".join(filter(None, parts))


def long_trend(standing: Standing) -> str:
    """The movement against the mean of the earlier figures; empty where there are too few."""
    trend = standing.long
    if trend is None:
        return ""
    if trend.arrow == "steady":
        return "steady"
    words = f"{trend.arrow} {change_text(standing.indicator, trend.change)}"
    return words if trend.movement == trend.arrow else f"{words}, {trend.movement}"


def _facts(standing: Standing) -> Iterator[tuple[str, str]]:
    found = change(standing)
    missing = distance(standing.indicator, standing.figure, standing.cut)
    yield "Figure", f"{shown_value(standing)}, {standing.period.words}"
    yield "Target", shown_target(standing)
    yield "Distance", distance_words(standing.indicator, missing) if missing else ""
    yield "Short trend", trend_words(found) if found.arrow else found.note
    yield "Long trend", long_trend(standing)
    yield "Rank", rank_in_words(standing)


def comment_words(found: FrozenComment | None, period: str, public: bool) -> tuple[tuple[str, str], ...]:
    """The comment on a figure in named parts; a draft only inside the council, and marked as one."""
    written = found if found and found.period == period else None
    if written is None or (public and not written.approved):
        return (("Comment", NO_COMMENT),)
    parts = (
        ("Comment", "" if written.approved else NOT_APPROVED),
        ("Cause", written.cause),
        ("Corrective action", written.action),
        ("Owner", written.owner),
        ("Due", day_words(written.due.isoformat()) if written.due else ""),
    )
    return tuple((name, words) for name, words in parts if words)


def _chart(series: Series, area_name: str) -> PackChart | None:
    """The trend since the last break in the series; None with fewer than two figures."""
    history, indicator = series.history, series.indicator
    numbers = [period for period, _ in history.course.numbers]
    if len(numbers) < FEWEST_TO_DRAW:
        return None
    kept = [period for period in numbers if not indicator.crosses_break(period, numbers[-1])]
    if len(kept) < FEWEST_TO_DRAW:
        return None
    shown = _with_gaps(kept)
    own = dict(history.course.numbers)
    scotland = {} if indicator.is_total else dict(series.scotland.course.numbers)
    targets = {period: _target(history.at(period)) for period in kept}
    lines = (
        PackLine(area_name, "ours", tuple(own.get(period) if period else None for period in shown)),
        PackLine("Scotland", "scotland", tuple(scotland.get(p) if p else None for p in shown)),
        PackLine("Target", "target", tuple(targets.get(p) if p else None for p in shown)),
    )
    return PackChart(
        title=f"{indicator.short_title}, {area_name}",
        alt=alt_text(history, area_name),
        labels=tuple(period.words if period else "" for period in shown),
        lines=tuple(line for line in lines if any(value is not None for value in line.values)),
        prefix="£" if indicator.unit.is_money else "",
        suffix="%" if indicator.unit is Unit.PERCENT else "",
        decimals=indicator.decimals,
        note=_break_note(numbers, kept),
    )


def _with_gaps(periods: list[Period]) -> list[Period | None]:
    """The periods, with None where more than a year passed between two, so that no line joins them."""
    found: list[Period | None] = [periods[0]]
    for earlier, later in pairwise(periods):
        found += [None, later] if round(later.years_after(earlier)) > 1 else [later]
    return found


def _target(standing: Standing) -> float | None:
    """The one number a figure was held against; None for a range and for no target."""
    cut = standing.cut
    return cut.low if cut is not None and cut.low == cut.high else None


def _break_note(numbers: list[Period], kept: list[Period]) -> str:
    if len(kept) == len(numbers):
        return ""
    return f"Figures before {kept[0].words} are not comparable and not drawn."
