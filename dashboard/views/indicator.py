"""One indicator of one council whole: what it is, where it stands and why, its figures and their sources."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views import choices, indicator_about, trend_drawing, trend_words, workings
from dashboard.views.choices import Choice
from dashboard.views.comments import Commentary, commentary
from dashboard.views.drawing import TrendChart
from dashboard.views.indicator_facts import further_facts
from dashboard.views.localities import Localities, localities
from dashboard.views.query import Query
from dashboard.views.target_check import TargetCheck, target_check
from dashboard.views.text import Text
from dashboard.views.trend_rows import marks_of
from dashboard.views.trend_scene import Scene
from dashboard.views.trends import scene_of
from dashboard.views.words import Badge, badge, shown_value
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.caution import small_numbers
from indicators.denominators import made_of
from indicators.display import value_text
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.standing import Standing
from indicators.statements import statement
from indicators.store import read
from indicators.store.rows import FigureRow, RevisionRow
from indicators.summaries import alt_text, short_statement
from indicators.working import exact


@dataclass(frozen=True, slots=True)
class SourcedFigure:
    """One figure with where it comes from, and what earlier editions said where they differ."""

    period: str
    shown: str
    marks: str
    in_full: str
    counts: str
    status: str
    edition: str
    place: str
    earlier: str


@dataclass(frozen=True, slots=True)
class IndicatorStory:
    """All the indicator screen says."""

    area: Area
    indicator: Indicator
    service: str
    about: tuple[tuple[str, str], ...]
    when: str
    value: str
    badge: Badge | None
    facts: tuple[workings.Fact, ...]
    sentence: Text
    short: str
    caution: str
    measure: str
    direction: str
    caption: str
    drawing: TrendChart
    alt: str
    figures: tuple[SourcedFigure, ...]
    revised: str
    basis: str
    comments: Commentary | None
    periods: tuple[Choice, ...]
    to: str
    target: TargetCheck | None
    localities: Localities | None


def indicator_story(
    connection: Connection, catalogue: Catalogue, area: Area, indicator: Indicator, query: Query
) -> IndicatorStory:
    """The whole story of one indicator for one council, to the period asked for or its latest."""
    scene = scene_of(connection, catalogue, area, indicator, query)
    standing = scene.latest
    basis = scene.series.basis
    councils = read.councils_in(connection, indicator.code, standing.period.label, basis) if standing else []
    below = localities(connection, scene)
    revisions = read.revisions_of(connection, indicator.code, (area.code, SCOTLAND), basis)
    return IndicatorStory(
        area=area,
        indicator=indicator,
        service=catalogue.services[indicator.service].title,
        about=indicator_about.about(scene, below is not None),
        when=f"{area.name}, {standing.period.words}" if standing else area.name,
        value=shown_value(standing) if standing else "No figure",
        badge=badge(standing) if standing else None,
        facts=_facts(connection, scene, standing, councils) if standing else (),
        sentence=_sentence(standing, area),
        short=short_statement(standing) if standing else "",
        caution=_caution(standing),
        measure=trend_words.measure(indicator),
        direction=trend_words.direction(indicator),
        caption=trend_words.caption(scene),
        drawing=trend_drawing.drawing(scene),
        alt=alt_text(scene.in_view, area.name),
        figures=_figures(scene, revisions),
        revised=_revised(scene, revisions),
        basis=basis,
        comments=commentary(connection, indicator, area, standing.period) if standing else None,
        periods=choices.periods(scene.every),
        to=scene.periods[-1].label if scene.periods else "",
        target=target_check(scene, standing, councils, query) if standing else None,
        localities=below,
    )


def _facts(
    connection: Connection, scene: Scene, standing: Standing, councils: list[FigureRow]
) -> tuple[workings.Fact, ...]:
    return (*workings.facts(scene, standing, councils), *further_facts(connection, scene, standing))


def _sentence(standing: Standing | None, area: Area) -> Text:
    return (statement(standing, area.name).text,) if standing else ()


def _caution(standing: Standing | None) -> str:
    if standing is None or not small_numbers(standing.indicator, standing.figure):
        return ""
    return "Small numbers: it rests on fewer than 20 cases, so chance alone can move it a long way."


def _figures(scene: Scene, revisions: list[RevisionRow]) -> tuple[SourcedFigure, ...]:
    rows = {row.period: row for row in scene.series.rows if row.area == scene.area.code}
    earlier: dict[str, list[str]] = {}
    for item in revisions:
        if item.area == scene.area.code:
            earlier.setdefault(item.period, []).append(_before(scene.indicator, item))
    return tuple(
        _figure(scene, period, rows[period], ", then ".join(earlier.get(period.label, ())))
        for period in reversed(scene.periods)
        if period in rows and period in scene.standings
    )


def _figure(scene: Scene, period: Period, row: FigureRow, earlier: str) -> SourcedFigure:
    standing, value = scene.standings[period], row.figure.value
    return SourcedFigure(
        period=period.words,
        shown=shown_value(standing),
        marks=marks_of(scene, scene.area.code, period, row.figure),
        in_full="" if value is None else exact(scene.indicator, value),
        counts=made_of(row.figure),
        status=row.figure.status.words,
        edition=row.edition,
        place=f"{row.file_name}, {row.locator}",
        earlier=earlier,
    )


def _before(indicator: Indicator, item: RevisionRow) -> str:
    old = "no number" if item.old_value is None else exact(indicator, item.old_value)
    rebased = " (other prices)" if item.kind == "rebase" else ""
    return f"{old} in {item.old_edition}{rebased}"


def _revised(scene: Scene, revisions: list[RevisionRow]) -> str:
    """What was revised for Scotland, which the table of our own figures does not show: a chain a period."""
    chains: dict[str, list[str]] = {}
    for item in revisions:
        if item.area == SCOTLAND and item.kind == "revision":
            chain = chains.setdefault(item.period, [_value(scene.indicator, item.old_value)])
            chain.append(_value(scene.indicator, item.new_value))
    said = "; ".join(f"{period}: {_chain(values)}" for period, values in chains.items())
    return f"[r] Scotland was revised. {said}. The earlier values are kept." if said else ""


def _chain(values: list[str]) -> str:
    """`6.92%, then 6.85%, now 6.86%`, oldest first."""
    return f"{', then '.join(values[:-1])}, now {values[-1]}"


def _value(indicator: Indicator, value: float | None) -> str:
    return "no number" if value is None else value_text(indicator, value, indicator.decimals + 1)
