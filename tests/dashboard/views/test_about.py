"""Every word of the screens has a meaning on the page about them."""

from __future__ import annotations

from dashboard.views import about
from dashboard.views.words import LIGHT_WORDS, USUAL_WORDS
from indicators.figures import Status
from indicators.trends import Movement


def test_every_light_with_a_word_has_a_meaning() -> None:
    lines = about.lights()
    assert [line.words for line in lines] == list(LIGHT_WORDS.values())
    assert {line.kind for line in lines} == {"green", "amber", "red", "none"}


def test_every_status_has_its_words_sign_and_what_may_be_done_with_it() -> None:
    lines = {line.words: line for line in about.statuses()}
    assert set(lines) == {status.words for status in Status}
    assert (lines["Suppressed"].sign, lines["Suppressed"].number) == ("[c]", "no")
    assert (lines["To check"].number, lines["To check"].judged) == ("yes", "no")
    assert (lines["Provisional"].number, lines["Provisional"].judged) == ("yes", "yes")


def test_every_movement_is_explained() -> None:
    words = {line.words for line in about.movements()}
    assert words == {way.value.capitalize() for way in Movement} | {
        each.capitalize() for each in USUAL_WORDS.values()
    }


def test_the_rules_say_the_numbers_the_code_uses() -> None:
    said = " ".join(line.meaning for line in about.rules())
    assert "fewer than 8 have one" in said
    assert "up to 4 before it, at least 3" in said
    assert "counts of 1 to 4" in said
    assert "3.267 times" in " ".join(line.meaning for line in about.movements())
