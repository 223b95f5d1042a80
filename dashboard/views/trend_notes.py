"""What is said of a change beyond the sentence: is it real, how far is the target, and will it be met."""

from __future__ import annotations

from dashboard.views.indicator_facts import base_note
from dashboard.views.trend_scene import Scene
from indicators.caution import FEWEST_WITHOUT_CAUTION, small_numbers
from indicators.display import change_text
from indicators.distance import distance, distance_words, due, trajectory, trajectory_words
from indicators.indicator import Indicator
from indicators.own_mean import own_mean, own_mean_words
from indicators.process_limits import KINDS
from indicators.recent_trend import PERIODS, Verdict, recent_trend
from indicators.standing import Standing

OWN_MEAN_SERVICE = "mental_health"
Notes = tuple[tuple[str, str], ...]


def notes(scene: Scene) -> Notes:
    """The (name, words) of all that can be said of the latest standing in view; () without a number."""
    standing = scene.latest
    if standing is None or standing.figure.number is None:
        return ()
    found = (
        ("To the target", _distance(standing)),
        ("Trajectory", _trajectory(scene, standing)),
        ("Recent trend", _recent(scene, standing)),
        ("Own average", _own_mean(scene, standing)),
        ("Denominator", base_note(scene, standing)),
        ("Small numbers", _caution(standing)),
    )
    return tuple((name, words) for name, words in found if words)


def _recent(scene: Scene, standing: Standing) -> str:
    """The verdict of the test with its size, or why there is none; months and quarters have limits."""
    if standing.period.kind in KINDS:
        return ""
    found = recent_trend(scene.indicator, scene.in_view.points, standing.period)
    if found.verdict is Verdict.NOT_TESTED:
        return f"Cannot be tested: {found.reason}."
    first, last = found.periods[0].words, found.periods[-1].words
    over = f"over the last {PERIODS} figures, {first} to {last}"
    if found.verdict is Verdict.NO_CHANGE:
        return f"No significant change {over}."
    pace = _yearly(scene.indicator, found.slope)
    return f"{found.verdict.words.capitalize()} {over}: {pace}, more than chance would make."


def _yearly(indicator: Indicator, slope: float) -> str:
    return f"{change_text(indicator, slope)} {'more' if slope > 0 else 'less'} a year"


def _own_mean(scene: Scene, standing: Standing) -> str:
    """Against our own mean, where councils are not compared for what they count: mental health."""
    if scene.indicator.service != OWN_MEAN_SERVICE:
        return ""
    found = own_mean(scene.indicator, scene.series.history.points, standing.period)
    if found is None:
        return "Fewer than three earlier figures, so there is no average of its own to compare with."
    words = own_mean_words(scene.indicator, found)
    return f"{words[:1].upper()}{words[1:]}."


def _caution(standing: Standing) -> str:
    if not small_numbers(standing.indicator, standing.figure):
        return ""
    few = f"Fewer than {FEWEST_WITHOUT_CAUTION} cases are behind the figure"
    return f"{few}: chance alone can move it a long way."


def _distance(standing: Standing) -> str:
    found = distance(standing.indicator, standing.figure, standing.cut)
    if found is None or found.met:
        return ""
    words = distance_words(standing.indicator, found)
    return f"{words[:1].upper()}{words[1:]}."


def _trajectory(scene: Scene, standing: Standing) -> str:
    """Whether the pace of late meets the target by its date, where it has one."""
    target, cut = standing.target, standing.cut
    by = due(standing.indicator, target, standing.period) if target else None
    if cut is None or by is None:
        return ""
    found = trajectory(scene.indicator, scene.series.history.points, standing.period, cut, by)
    return trajectory_words(standing.indicator, found) if found else ""
