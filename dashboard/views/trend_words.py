"""The words of the trends screen: its sentence, its second line, its caption and its source."""

from __future__ import annotations

from dashboard.views.ages import age_words
from dashboard.views.benchmark_places import interval_words
from dashboard.views.text import Text, bold, join_text, within_sentence
from dashboard.views.trend_scene import Scene
from dashboard.views.words import badge
from indicators.display import spoken_change, spoken_value
from indicators.figures import Basis, Status
from indicators.indicator import Direction, Indicator, Unit
from indicators.periods import PeriodKind
from indicators.statements import rule_words, statement
from indicators.trends import Movement

DIRECTIONS = {
    Direction.HIGHER: "higher is better",
    Direction.LOWER: "lower is better",
    Direction.RANGE: "best within its range",
    Direction.NONE: "neither way is better",
}
MEASURES = {
    Unit.PERCENT: "Per cent",
    Unit.PERCENTAGE_POINTS: "Percentage points",
    Unit.POUNDS: "Pounds",
    Unit.POUNDS_THOUSAND: "Thousands of pounds",
    Unit.POUNDS_MILLION: "Millions of pounds",
    Unit.COUNT: "Number",
    Unit.RATE: "Rate",
    Unit.YES_NO: "Yes or no",
}
_MARKS = {
    Status.DOUBTFUL: "A hollow mark off the line is a printed figure that is to be checked.",
    Status.PROJECTED: "The dashed line is a projection: it has not happened, and gets no light.",
}


def lead(scene: Scene) -> Text:
    """The sentence that leads the screen, its number bold."""
    if scene.latest is None:
        return (bold(scene.area.name), f" has no figure for {within_sentence(scene.indicator.short_title)}.")
    said = statement(scene.latest, scene.area.name)
    return join_text(said.before, bold(said.number), said.after)


def sub(scene: Scene) -> str:
    """What the target is and whether it is met, then the longer run."""
    if scene.latest is None:
        return "The published figures are below where there are any for Scotland or other councils."
    target = statement(scene.latest, scene.area.name).target
    return " ".join(filter(None, (target, _long_run(scene), _without_number(scene))))


def measure(indicator: Indicator) -> str:
    """What the axis measures: `Per cent`, `Pounds per week`, `Number of children`."""
    name = MEASURES.get(indicator.unit, indicator.unit.value.replace("_", " ").capitalize())
    if indicator.unit is Unit.COUNT and indicator.noun:
        return f"Number of {indicator.noun}"
    return f"{name} {indicator.per}".strip()


def direction(indicator: Indicator) -> str:
    """Which way is better, in words."""
    return DIRECTIONS[indicator.polarity.direction]


def caption(scene: Scene) -> str:
    """What a reader must know of the line chart: target, ribbon, hollow marks, and all of `plain_caption`."""
    parts = (_target_caption(scene), _interval_caption(scene), *_mark_captions(scene), plain_caption(scene))
    return " ".join(filter(None, parts))


def plain_caption(scene: Scene) -> str:
    """What a reader must know of the figures however they are shown: kind of year, prices, axis, breaks."""
    parts = [_period_caption(scene), _price_caption(scene)]
    parts += [] if scene.from_zero else ["The axis does not begin at zero."]
    parts += [
        f"[b] Not comparable before {_break_words(scene, item.first)}: {item.reason.rstrip('.')}."
        for item in scene.indicator.breaks
    ]
    parts.append(age_words(scene))
    return " ".join(filter(None, parts))


def counted(scene: Scene) -> str:
    """How many of the periods in view have a figure of ours."""
    held = sum(standing.figure.value is not None for standing in scene.standings.values())
    noun = "period" if len(scene.periods) == 1 else "periods"
    return f"{held} of {len(scene.periods)} {noun} with a figure; [r] revised since first published"


def source(scene: Scene) -> str:
    """Where the latest figure comes from: edition, file and place in it."""
    latest = scene.latest
    rows = [row for row in scene.series.rows if row.area == scene.area.code]
    found = next((row for row in rows if latest and row.period == latest.period), None)
    if found is None:
        return ""
    return f"Latest figure: {found.edition}; file {found.file_name}, {found.locator}."


def _long_run(scene: Scene) -> str:
    trend = scene.latest.long if scene.latest else None
    if trend is None:
        return ""
    mean = spoken_value(scene.indicator, trend.compared_with)
    if trend.movement is Movement.STEADY:
        return f"Over the longer run it is about the mean of the figures before ({mean}): steady."
    way = "above" if trend.change > 0 else "below"
    judged = f": {trend.movement}" if scene.indicator.polarity.judges else ""
    size = spoken_change(scene.indicator, trend.change)
    return f"Over the longer run it is {size} {way} the mean of the figures before ({mean}){judged}."


def _without_number(scene: Scene) -> str:
    """The periods after the one the sentence is about that have a status and no number."""
    if scene.latest is None:
        return ""
    later = [scene.standings[p] for p in scene.periods if p in scene.standings and scene.latest.period < p]
    return " ".join(f"{s.period.words}: {badge(s).words}." for s in later)


def _break_words(scene: Scene, first: str) -> str:
    """The first period after a break, as a reader says it."""
    return scene.indicator.period_named(first, scene.periods[-1]).words if scene.periods else first


def _target_caption(scene: Scene) -> str:
    standings = [s for s in scene.standings.values() if s.cut is not None and s.target is not None]
    if not standings or not scene.indicator.polarity.judges:
        return ""
    target = standings[-1].target
    if target is None:
        return ""
    size = f"{target.tolerance:g}{' points' if target.in_points else '%'}"
    band = f"the pale band beside it is the tolerance of {size}."
    if target.rule is not None:
        return f"Target, by rule: {rule_words(target.rule, 'the')} in the period before; {band}"
    return f"Target set by {target.set_by}; {band}"


def _interval_caption(scene: Scene) -> str:
    """What the ribbon is, with that of the latest figure; or why a percentage or rate has none."""
    if scene.latest is None:
        return ""
    said = interval_words(scene.indicator, scene.interval(scene.latest.period))
    if said:
        return f"The pale ribbon is the 95% interval of our figures: {said} {scene.latest.period.when}."
    if any(scene.interval(period) for period in scene.periods):
        return "The pale ribbon is the 95% interval of our figures, where one is known."
    if scene.indicator.unit in (Unit.PERCENT, Unit.RATE):
        return "No interval can be drawn: the counts behind these figures are not known."
    return ""


def _mark_captions(scene: Scene) -> list[str]:
    """What hollow marks beside the line are: figures to be checked, and what is projected."""
    statuses = {standing.figure.status for standing in scene.standings.values()}
    return [words for status, words in _MARKS.items() if status in statuses]


def _period_caption(scene: Scene) -> str:
    kinds = {
        PeriodKind.CARE_YEAR: "Years run from 1 August to 31 July.",
        PeriodKind.WINDOW: "Each point covers several years; neighbouring points overlap.",
        PeriodKind.DAY: "Each point is the position on one day.",
        PeriodKind.SURVEY_ROUND: "Each point is one round of the survey.",
    }
    return kinds.get(scene.periods[-1].kind, "") if scene.periods else ""


def _price_caption(scene: Scene) -> str:
    if scene.series.basis == Basis.CASH:
        return "Costs are in the prices of their own year (cash): part of a rise is inflation."
    years = {row.base_year for row in scene.series.rows if row.base_year}
    return f"Costs are in {max(years)} prices." if years else ""
