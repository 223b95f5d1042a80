"""Self-evaluation of one council: the six PSIF themes by round, and EFQM apart from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.text import Text, bold, counted, join_text, listed
from dashboard.views.written_grades import GradeLine, written_grades
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.display import Shown, number
from indicators.statements import ordinal
from indicators.store import read
from indicators.store.rows import FigureRow

THEMES = (
    ("LEADERSHIP", "Leadership"),
    ("PEOPLE", "People (staff)"),
    ("SERVICE_PLANNING", "Service planning"),
    ("PROCESSES_AND_SERVICES", "Processes and services"),
    ("PARTNERSHIPS_AND_RESOURCES", "Partnerships and resources"),
    ("RESULTS", "Results"),
)
EFQM = ("EFQM_SELF_ASSESSMENTS",)
NOT_PRINTED = "not printed"
_LAST = 99.0


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """A theme in a round: its agreement in percent (None: not printed), its place, where it is printed."""

    theme: str
    percent: float | None
    shown: str
    place: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Round:
    """One self-assessment: whose, when, its themes with the strongest first, and what is not printed."""

    title: str
    period: str
    scores: tuple[ThemeScore, ...]
    summary: str

    @property
    def printed(self) -> int:
        """How many themes have a score."""
        return sum(score.percent is not None for score in self.scores)


@dataclass(frozen=True, slots=True)
class EfqmLine:
    """What is printed of EFQM: a count, never a PSIF score."""

    title: str
    period: str
    value: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class SelfEvaluation:
    """All the self-evaluation screen says of one council."""

    area: Area
    lead: Text
    rounds: tuple[Round, ...]
    efqm: tuple[EfqmLine, ...]
    grades: tuple[GradeLine, ...] = ()


def self_evaluation(connection: Connection, catalogue: Catalogue, area: Area) -> SelfEvaluation:
    """The rounds of a council, newest first, and EFQM beside them."""
    known = [theme for theme in THEMES if _percent(theme[0]) in catalogue.indicators]
    codes = [name for theme, _ in known for name in (_percent(theme), _rank(theme))]
    rows = read.figures_of(connection, codes, [area.code])
    periods = sorted({row.period for row in rows}, key=lambda period: period.end, reverse=True)
    rounds = tuple(_round([row for row in rows if row.period == period]) for period in periods)
    efqm = read.figures_of(connection, [name for name in EFQM if name in catalogue.indicators], [area.code])
    lines = tuple(_efqm(catalogue, row) for row in efqm)
    return SelfEvaluation(area, _lead(area, rounds), rounds, lines, written_grades(catalogue, area))


def _percent(theme: str) -> str:
    return f"PSIF_{theme}_PCT"


def _rank(theme: str) -> str:
    return f"PSIF_{theme}_RANK"


def _round(rows: Sequence[FigureRow]) -> Round:
    """The themes of one round in the order of their printed places, else as the model lists them."""
    by_code = {row.indicator: row for row in rows}
    places = {theme: _value(by_code.get(_rank(theme))) for theme, _ in THEMES}
    ordered = sorted(THEMES, key=lambda theme: places[theme[0]] or _LAST)
    scores = tuple(_score(title, by_code.get(_percent(theme)), places[theme]) for theme, title in ordered)
    missing = [score.theme.lower() for score in scores if score.percent is None]
    return Round(
        title=next((row.note.partition(":")[0] for row in rows if ":" in row.note), "Self-assessment"),
        period=rows[0].period.words,
        scores=scores,
        summary=_summary(missing, len(scores)),
    )


def _score(title: str, row: FigureRow | None, place: float | None) -> ThemeScore:
    percent = _value(row)
    return ThemeScore(
        theme=title,
        percent=percent,
        shown=NOT_PRINTED if percent is None else Shown(f"{number(percent, 0)}%", percent),
        place=f"{ordinal(int(place))} of {len(THEMES)}" if place else NOT_PRINTED,
        note=row.note.partition(":")[2].strip() if row else "",
        source=f"{row.edition}, {row.locator}" if row else "",
    )


def _value(row: FigureRow | None) -> float | None:
    return row.figure.value if row else None


def _summary(missing: Sequence[str], themes: int) -> str:
    if not missing:
        return f"All {themes} scores are printed."
    if len(missing) == themes:
        return "No score is printed."
    return f"{counted(themes - len(missing), 'score').capitalize()} printed; not those of {listed(missing)}."


def _efqm(catalogue: Catalogue, row: FigureRow) -> EfqmLine:
    value = "not printed" if row.figure.value is None else number(row.figure.value, 0)
    title = catalogue[row.indicator].short_title
    return EfqmLine(title, row.period.words, value, row.note, f"{row.edition}, {row.locator}")


def _lead(area: Area, rounds: Sequence[Round]) -> Text:
    scored = next((each for each in rounds if each.printed), None)
    if scored is None:
        return join_text(bold(f"No self-evaluation of {area.name} is loaded."))
    known = [score for score in scored.scores if score.percent is not None]
    best = max(known, key=lambda score: score.percent or 0)
    worst = min(known, key=lambda score: score.percent or 0)
    missing = len(scored.scores) - len(known)
    rest = f" The scores of {counted(missing, 'theme')} are not printed." if missing else ""
    return join_text(
        bold(f"{best.theme}, {best.shown}"),
        f", is the strongest theme of {scored.title} in {scored.period}; the lowest is "
        f"{worst.theme.lower()}, {worst.shown}.{rest}",
    )
