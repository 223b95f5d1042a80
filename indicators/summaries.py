"""The two shorter forms of the sentence: one line for a card, and the text that stands for a chart."""

from __future__ import annotations

from indicators.display import spoken_value
from indicators.figures import Status
from indicators.rag import Light
from indicators.standing import History, Standing
from indicators.statements import change_sentence, spoken_number, status_words
from indicators.trends import Number

LIGHTS = {
    Light.GREEN: "on target",
    Light.AMBER: "within tolerance of its target",
    Light.RED: "off target",
}


def short_statement(standing: Standing) -> str:
    """One line: `7.8% in 2021-22, on target. That is 1.8 points lower than in 2020-21, ...`.

    A figure without a number is its status in words; a suppressed one says nothing else.
    """
    value = standing.figure.value
    if value is None:
        return f"{status_words(standing)}, {standing.period.words}."
    number = f"{spoken_number(standing, value)} {standing.period.when}"
    parts = (number, _mark(standing), LIGHTS.get(standing.light, ""))
    line = ", ".join(filter(None, parts)) + "."
    change = change_sentence(standing.indicator, standing.short) if standing.short else ""
    return f"{line} {change}".strip()


def alt_text(history: History, area_name: str) -> str:
    """What a chart of the series shows, for those who cannot see it.

    First, last, lowest and highest number with their periods, and how many periods have none and why.
    """
    title = f"{history.indicator.short_title}, {area_name}"
    numbers = history.course.numbers
    if not numbers:
        return f"{title}: no figure to draw.{_without(history)}"
    if len(numbers) == 1:
        return f"{title}: one figure, {_at(history, numbers[0])}.{_without(history)}"
    ends = f"{len(numbers)} figures, from {_at(history, numbers[0])} to {_at(history, numbers[-1])}"
    lowest = min(numbers, key=lambda point: point[1])
    highest = max(numbers, key=lambda point: point[1])
    if lowest[1] == highest[1]:
        return f"{title}: {ends}, all the same.{_without(history)}"
    return (
        f"{title}: {ends}; lowest {_at(history, lowest)}, highest {_at(history, highest)}.{_without(history)}"
    )


def _mark(standing: Standing) -> str:
    status = standing.figure.status
    return "" if status is Status.PUBLISHED else status.words.lower()


def _at(history: History, point: Number) -> str:
    return f"{spoken_value(history.indicator, point[1])} {point[0].when}"


def _without(history: History) -> str:
    """The periods without a number by status: ` No number to compare in 2 more periods: awaited in 2.`"""
    statuses = [figure.status for _, figure in history.points if figure.number is None]
    if not statuses:
        return ""
    counts = {status: statuses.count(status) for status in dict.fromkeys(statuses)}
    said = ", ".join(f"{status.words.lower()} in {count}" for status, count in counts.items())
    more = "more " if history.course.numbers else ""
    periods = f"{len(statuses)} {more}period{'' if len(statuses) == 1 else 's'}"
    return f" No number to compare in {periods}: {said}."
