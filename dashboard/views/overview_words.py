"""The sentence of the overview, from the standings that its rows show."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views import attention
from dashboard.views.histories import Series
from dashboard.views.text import Text, bold, counted, join_text, number_words
from indicators.exceptions import green_but_worst
from indicators.rag import Light
from indicators.standing import Standing
from indicators.trends import Usual


def lead(standings: Sequence[Standing], series: Sequence[Series], every: bool = False) -> Text:
    """How many are off target and newly so, moved unusually, or are met in the worst quarter.

    What is counted are headline indicators, unless it is `every` one.
    """
    judged, kind = [s for s in standings if s.light.judged], "" if every else "headline "
    if not judged:
        return (bold(f"No {kind}indicator"), " of this council has both a figure and a target.")
    off = sum(s.light is Light.RED for s in judged)
    new = sum(attention.is_newly_off(one) for one in series)
    first = sum(attention.is_first_judged_off(one) for one in series)
    worst = sum(map(green_but_worst, judged))
    return join_text(
        bold(f"{off} of {len(judged)}"),
        f" {kind}{'indicator' if len(judged) == 1 else 'indicators'} with a target "
        f"{'is' if off == 1 else 'are'} off target{newly(off, new, first)}. ",
        _unusual_sentence(standings),
        f" {number_words(worst).capitalize() if worst else 'None'} {'is' if worst < 2 else 'are'} on target "
        "while in the worst quarter of Scotland.",
    )


def newly(off: int, new: int, first: int) -> str:
    """How many of those off target were judged better before, as the sentence goes on; `first` not at all."""
    if off == 1 and first:
        return ", judged for the first time"
    if off == 1:
        return ", newly so" if new else ", as it was before"
    return f", {number_words(new)} of them newly so" if off else ""


def _unusual_sentence(standings: Sequence[Standing]) -> str:
    unusual = sum(s.short is not None and s.short.usual is Usual.UNUSUAL for s in standings)
    if unusual:
        return f"{counted(unusual, 'indicator').capitalize()} moved by more than is usual."
    return "Where there are enough years to judge, none moved by more than is usual."
