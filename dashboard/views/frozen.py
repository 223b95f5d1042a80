"""A snapshot as a scorecard screen again: from what was frozen alone, whatever the store holds now."""

from __future__ import annotations

from itertools import groupby

from dashboard.views.scorecard_groups import Part, grouped, unmeasured, without_outcome
from dashboard.views.scorecard_lines import CardLine
from dashboard.views.scorecard_rows import CardCell, CardRow
from dashboard.views.scorecard_words import lead
from dashboard.views.scorecards import COLUMNS_WITHOUT_PERIODS, CardColumn, Red, ScorecardView
from dashboard.views.text import counted
from dashboard.views.words import LIGHT_WORDS, Badge, Change
from indicators.areas import Area, AreaKind
from indicators.display import Shown
from indicators.figures import Status
from indicators.hidden_since import HIDDEN
from indicators.printed_periods import words_of
from indicators.rag import Light
from indicators.vocabulary import Scorecard
from indicators.written.snapshot import FrozenCell, FrozenLine, FrozenPart, FrozenRow, Snapshot


def frozen_view(kept: Snapshot) -> ScorecardView:
    """The screen of a snapshot. It asks neither store nor catalogue, so a later load cannot change it."""
    rows = [_row(row, _labels(kept)) for row in kept.rows]
    parts = kept.parts or _parts_of(kept)
    groups = grouped((part.section, _part(kept, part, rows)) for part in parts)
    return ScorecardView(
        card=Scorecard(kept.scorecard, kept.title, kept.area, kept.intro, (), "", ()),
        area=Area(kept.area, kept.area_name, AreaKind.COUNCIL),
        others_plan=False,
        lead=lead([row.light for row in rows]),
        reds=tuple(_red(row) for row in kept.rows if _told(row) is not None and _light(row) is Light.RED),
        columns=_columns(kept, rows),
        groups=groups,
        rows=len(rows),
        notes=kept.notes,
        comments={row.indicator: row.comment for row in kept.rows if row.comment},
        unmeasured=unmeasured(groups),
        without_outcome=without_outcome(groups),
        hidden=hidden_words(kept),
    )


def hidden_words(kept: Snapshot) -> str:
    """`figures of two indicators, and what was worked out from them`; empty where nothing is hidden since."""
    codes = {row.indicator for row in kept.rows if row.hidden_since}
    count = counted(len(codes), "indicator")
    return f"figures of {count}, and what was worked out from them" if codes else ""


def _parts_of(kept: Snapshot) -> tuple[FrozenPart, ...]:
    """The parts of a snapshot that kept no headings of its own: those its rows name."""
    return tuple(FrozenPart(*place) for place, _ in groupby((row.section, row.subtitle) for row in kept.rows))


def _part(kept: Snapshot, part: FrozenPart, rows: list[CardRow]) -> Part:
    here = (part.section, part.subtitle)
    own = (
        row for row, frozen in zip(rows, kept.rows, strict=True) if (frozen.section, frozen.subtitle) == here
    )
    lines = (line for line in kept.lines if (line.section, line.subtitle) == here)
    return Part(
        subtitle=part.subtitle,
        rows=tuple(own),
        lines=tuple(map(_line, lines)),
        outcome=part.outcome,
    )


def _line(line: FrozenLine) -> CardLine:
    return CardLine(line.kind, line.title, line.words, line.light, line.standing, line.key)


def _columns(kept: Snapshot, rows: list[CardRow]) -> tuple[CardColumn, ...]:
    return tuple(
        CardColumn(label, any(row.cells[at].badge is not None for row in rows))
        for at, label in enumerate(_labels(kept))
    )


def _labels(kept: Snapshot) -> tuple[str, ...]:
    """The headings of the periods."""
    return kept.columns or COLUMNS_WITHOUT_PERIODS


def _row(row: FrozenRow, columns: tuple[str, ...]) -> CardRow:
    return CardRow(
        code=row.indicator,
        label=row.label,
        title=row.title,
        cells=_placed(row.cells, columns),
        benchmark=_shown(row.benchmark, row.benchmark_value),
        benchmark_note=row.benchmark_period,
        slim=row.slim,
        standing=None,
        light=_light(row),
        age=row.age,
    )


def _placed(cells: tuple[FrozenCell, ...], columns: tuple[str, ...]) -> tuple[CardCell, ...]:
    """The cells under the columns of their periods; where columns name no period, from the left."""
    if columns != COLUMNS_WITHOUT_PERIODS:
        by_period = {words_of(cell.period): _cell(cell) for cell in cells}
        return tuple(by_period.get(label, _nothing(label)) for label in map(words_of, columns))
    shown = [_cell(cell) for cell in cells]
    return (*shown, *(_nothing("") for _ in range(len(columns) - len(shown))))


def _nothing(period: str) -> CardCell:
    return CardCell(period, "", "", None, None, "")


def _cell(cell: FrozenCell) -> CardCell:
    period = words_of(cell.period)
    if cell.value is None:
        return CardCell(period, "", "", None, None, cell.shown)
    value = _shown(cell.shown, cell.value)
    return CardCell(period, value, _target(cell), badge_of(cell), change_of(cell), "")


def _target(cell: FrozenCell) -> str:
    """The target in words; a sign where it went, and its light with it, for a figure that is hidden since."""
    if cell.target is None:
        return Status.SUPPRESSED.shorthand if cell.light is Light.SUPPRESSED else "none"
    single = cell.target.low if cell.target.low == cell.target.high else None
    return _shown(cell.target.words, single)


def _shown(words: str, number: float | None) -> str:
    """The words with the number they stand for, as a live screen has them; `Yes` and a range have none."""
    return Shown(words, number) if number is not None and any(map(str.isdigit, words)) else words


def badge_of(cell: FrozenCell) -> Badge:
    """The status pill of a cell with a number."""
    if cell.light is Light.SUPPRESSED:
        return Badge("none", HIDDEN)
    words = LIGHT_WORDS.get(cell.light) or Status(cell.status).words
    return Badge(cell.light.value if cell.light.judged else "none", words)


def change_of(cell: FrozenCell) -> Change | None:
    """The movement out of its words: `up 1.8 points`, `steady`; or the words that stand in its place."""
    if cell.short_trend == HIDDEN:
        return Change("", HIDDEN, "")
    arrow, _, size = cell.short_trend.partition(" ")
    return Change(arrow, size or arrow, cell.trend_note) if arrow else None


def _told(row: FrozenRow) -> FrozenCell | None:
    """The newest cell with a number."""
    return next((cell for cell in row.cells if cell.value is not None), None)


def _light(row: FrozenRow) -> Light:
    told = _told(row)
    return told.light if told else Light.NO_DATA


def _red(row: FrozenRow) -> Red:
    told = _told(row)
    if told is None:
        return Red(row.indicator, row.title, "", "", "")
    actions = tuple(map(_line, row.actions))
    against = f"against {told.target.words if told.target else 'none'}, {words_of(told.period)}"
    return Red(row.indicator, row.title, told.shown, against, row.gap, row.comment, actions, told.period)
