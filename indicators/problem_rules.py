"""What each rule of a load asks about, in one plain sentence, for the screen."""

from __future__ import annotations

from collections.abc import Mapping

ASKED: Mapping[str, str] = {
    "unit jump": "A figure is about 100 or 1,000 times the one before: was it typed in another unit?",
    "council missing": "Most councils have a figure for the period and some have none: are they to come?",
    "out of range": "A percentage is above 100, or a figure is below 0: can that be?",
    "parts do not make the value": "The count divided by its base does not make the printed figure.",
    "scotland not recomputed": "Scotland’s figure differs from what the councils’ counts add up to.",
    "possibly carried forward": "A figure repeats the year before to the last digit: was a return sent?",
    "sudden change": "The newest figure moved far more than it usually does: what happened?",
    "zero after non-zero": "A figure is nought after years that were not: is it a true nought, or a gap?",
    "parts and total": "The parts of a total are more than the total, or do not add up to it.",
    "base halved or doubled": "The number of people behind a figure halved or doubled: who is counted?",
    "target behind": "A target had already been passed when it was set: does it still ask for something?",
    "always 100": "Every year is exactly 100%: is everybody counted?",
    "carried forward": "No return was sent, and the publisher printed the year before again.",
    "return not sent": "The publisher says no return was sent, yet a figure is printed.",
    "return repeated": "Figures repeat the year before, yet the publisher says a return was sent.",
    "councils and Scotland": "The councils and those of unknown council do not add up to Scotland.",
    "known error": "A printed figure is known not to be one, such as a false nought; its true status stands.",
    "targets beside": "The workbook holds targets too; they are loaded by a command of their own.",
    "repeated figure": "The same figure stands twice with the same value, and is kept once.",
    "family mean": "Rows of family groups are left out: their means are worked out here.",
    "family label": "The name of a family group is none of the publisher’s: have columns moved?",
    "code missing": "The publisher lists an indicator that the catalogue does not have.",
    "direction": "The publisher says another way is better than the catalogue does.",
    "scotland disagrees": "The repeats of Scotland’s figure differ from each other, so none is taken.",
    "dimension not in the catalogue": "A category of the table has no indicator here.",
    "no indicator": "The observations are of something no indicator stands for.",
    "status and number": "A published figure has no number, or a number stands beside a status without one.",
    "unknown column": "A column belongs to no indicator, and is left out.",
    "unknown code": "The code is no indicator of the catalogue.",
    "unknown area": "The name is of no known area.",
    "unknown period": "The label is no period.",
    "unknown status": "The word is no status of a figure.",
    "unknown basis": "The prices are neither cash nor real terms.",
    "unreadable number": "What stands where a number should is none.",
    "unreadable value": "What stands where a figure should is no number.",
    "unreadable numerator": "What stands where the count should is no number; the figure is kept.",
    "unreadable denominator": "What stands where the base should is no number; the figure is kept.",
    "unreadable grade": "What stands where a grade should is none, and the service is not counted.",
}
"""Only rules that leave a trace: a file that is refused whole is told to whoever loads it."""


def what_it_asks(rule: str, refused: bool) -> str:
    """The sentence of a rule, after `Row refused.` where the row was; an empty text for an unknown rule."""
    sentence = ASKED.get(rule, "")
    return f"Row refused. {sentence}".strip() if refused else sentence
