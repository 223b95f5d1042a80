"""The pack of a meeting: set from what was frozen for it alone, so that no later load can change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.views.frozen import badge_of, change_of, frozen_view
from dashboard.views.moments import day_words
from dashboard.views.pack import NOT_SET, light_counts, marks, rows_of, said, sections_of
from dashboard.views.pack_parts import Cover, Pack, PackRed
from dashboard.views.pack_reds import comment_words, trend_words
from dashboard.views.text import spoken
from indicators.changes_since import Change
from indicators.hidden_since import NOTE
from indicators.printed_periods import words_of
from indicators.rag import Light
from indicators.written.paper import Paper, PaperRed
from indicators.written.snapshot import FrozenCell, FrozenRow, Snapshot

NOT_FROZEN = "This snapshot was made before sentences and charts were frozen; it keeps the figures alone."
HIDDEN_SINCE = "A figure of this indicator was hidden after the meeting, and with it comparisons and comment."


@dataclass(frozen=True, slots=True)
class MeetingOrder:
    """What is asked for beside a snapshot: for whom, and whether for the public.

    `today` is the day of the definitions and sources, where the snapshot kept none.
    """

    audience: str = ""
    public: bool = False
    today: str = ""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the meeting; `changes` is None where there is nothing to compare with.

    `words` say with what it was compared, or why it could not be.
    """

    changes: tuple[Change, ...] | None
    words: str


def meeting_pack(kept: Snapshot, order: MeetingOrder, since: Since) -> Pack:
    """The pack of a snapshot, from it alone: only `since` comes from the figures of now."""
    view, paper = frozen_view(kept), kept.paper or Paper()
    longs = {row.indicator: cell.long_trend for row in kept.rows if (cell := _told(row))}
    return Pack(
        cover=_cover(kept, order, view.hidden),
        summary=spoken(view.lead),
        counts=light_counts(rows_of(view)),
        reds=tuple(_reds(kept, paper, order)),
        columns=tuple(column.label for column in view.columns),
        sections=sections_of(view, longs, order.public),
        changes=since.changes,
        definitions=paper.definitions,
        notes=paper.notes,
        sources=paper.sources,
        compared=since.words,
        hidden=view.hidden,
    )


def _cover(kept: Snapshot, order: MeetingOrder, hidden: str) -> Cover:
    facts = (
        ("Audience", order.audience or kept.audience or NOT_SET),
        ("Meeting", f"{kept.meeting}, {day_words(kept.held_on.isoformat())}"),
        ("Figures", f"as frozen on {day_words(kept.frozen_at)} for {kept.meeting}"),
        ("Release", str(kept.release.last_load)),
        ("Edition of the national framework", kept.release.framework),
        (NOTE, hidden),
        ("Final without every red explained", kept.override if kept.final else ""),
        ("Definitions and sources", f"those of {order.today}, not frozen" if order.today else ""),
    )
    release = kept.release.last_load
    return Cover(kept.title, kept.area_name, said(facts), marks(order.public, kept.final), release)


def _told(row: FrozenRow) -> FrozenCell | None:
    """The newest cell with a number."""
    return next((cell for cell in row.cells if cell.value is not None), None)


def _reds(kept: Snapshot, paper: Paper, order: MeetingOrder) -> Iterator[PackRed]:
    told_in_full = {red.indicator: red for red in paper.reds}
    for row in kept.rows:
        cell = _told(row)
        if cell is None or cell.light is not Light.RED:
            continue
        full = told_in_full.get(row.indicator) or _in_short(kept, row, cell)
        yield PackRed(
            indicator=row.indicator,
            label=row.label,
            title=row.title,
            badge=badge_of(cell),
            figure=f"{cell.shown}, {words_of(cell.period)}",
            sentence=full.sentence,
            facts=full.facts,
            comment=comment_words(row.comment, cell.period, order.public),
            chart=full.chart,
        )


def _in_short(kept: Snapshot, row: FrozenRow, cell: FrozenCell) -> PaperRed:
    """What is left to say of a red from its cells alone, and why there is no more."""
    figure, change = f"{cell.shown}, {words_of(cell.period)}", change_of(cell)
    facts = (
        ("Figure", figure),
        ("Target", cell.target.words if cell.target else "none"),
        ("Distance", row.gap),
        ("Short trend", trend_words(change) if change else cell.trend_note),
        ("Long trend", cell.long_trend),
        ("Left out", HIDDEN_SINCE if row.hidden_since else NOT_FROZEN),
    )
    return PaperRed(row.indicator, f"{kept.area_name}: {row.title}, {figure}.", said(facts), None)
