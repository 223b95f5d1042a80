"""How old the figures of a chart are said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.views.ages import age_words
from tests.builders import make_indicator, make_series
from tests.dashboard.views.scenes import make_scene

LOADED = "2026-11-20T12:58:00"


@pytest.mark.parametrize(
    ("latest", "cadence", "newest", "words"),
    [
        ("2021-22", "annual", "2021-22",
         "Latest figure 2021-22; figures last loaded on 20 November 2026."),
        ("2020-21", "annual", "2021-22",
         "Latest figure 2020-21; figures last loaded on 20 November 2026."),
        ("2019-20", "annual", "2021-22",
         "Older than its cycle: the newest figures here reach 31 March 2022. "
         "Latest figure 2019-20; figures last loaded on 20 November 2026."),
        ("2018-19", "biennial", "2021-22",
         "Latest figure 2018-19; figures last loaded on 20 November 2026."),
        ("2017-18", "biennial", "2021-22",
         "Older than its cycle: the newest figures here reach 31 March 2022. "
         "Latest figure 2017-18; figures last loaded on 20 November 2026."),
        ("2021-22", "annual", "",
         "Older than its cycle: no newer figure was loaded. "
         "Latest figure 2021-22; figures last loaded on 20 November 2026."),
        ("2025-26", "annual", "",
         "Latest figure 2025-26; figures last loaded on 20 November 2026."),
    ],
)  # fmt: skip
def test_a_figure_two_cycles_behind_the_newest_year_is_called_old(
    latest: str, cadence: str, newest: str, words: str
) -> None:
    scene = make_scene(make_series({latest: 7.8}), make_indicator(cadence=cadence))
    assert age_words(replace(scene, loaded=LOADED, newest=newest)) == words


def test_without_a_load_or_any_entry_nothing_is_said_of_age() -> None:
    assert age_words(make_scene(make_series({"2021-22": 7.8}))) == ""
    assert age_words(replace(make_scene(()), loaded=LOADED)) == ""
