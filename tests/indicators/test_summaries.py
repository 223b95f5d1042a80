"""The short sentence and the text beside a chart say what the full sentence says, in fewer words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.display import change_text, value_text
from indicators.figures import Figure, Status
from indicators.indicator import Unit
from indicators.printed_periods import parse
from indicators.statements import number_text
from indicators.summaries import alt_text, short_statement
from tests.builders import (
    NEITHER,
    THREE_YEARS,
    make_figure,
    make_history,
    make_indicator,
    make_series,
    make_standing,
    make_target,
    make_years,
    year,
)

NUMBERS = re.compile(r"\d[\d,.]*(?<![,.])")
VALUES = st.floats(0, 100).map(lambda value: round(value, 3))
JUDGEMENTS = ("better", "worse", "improv", "target", "toleranc", "good", "bad")


def test_the_short_sentence_has_number_period_light_and_change() -> None:
    assert short_statement(make_standing(targets=[make_target()])) == (
        "7.8% in 2021-22, on target. That is 1.8 points lower than in 2020-21, "
        "with too few years to say whether that is usual."
    )


@pytest.mark.parametrize(
    ("target", "words"),
    [(8.4, "on target"), (7.5, "within tolerance of its target"), (5.0, "off target")],
)
def test_the_short_sentence_says_the_light_in_words(target: float, words: str) -> None:
    assert f"in 2021-22, {words}." in short_statement(make_standing(targets=[make_target(value=target)]))


def test_without_a_target_or_a_figure_before_there_is_less_to_say() -> None:
    assert short_statement(make_standing(points=make_series({"2021-22": 7.8}))) == "7.8% in 2021-22."


def test_a_number_that_is_not_simply_published_is_marked() -> None:
    points = ((year("2021-22"), Figure(7.8, Status.PROVISIONAL)),)
    assert short_statement(make_standing(points=points)) == "7.8% in 2021-22, provisional."


def test_a_count_on_one_day_was_on_it_and_pounds_are_said_as_in_the_full_sentence() -> None:
    indicator = make_indicator(unit=Unit.POUNDS_THOUSAND, decimals=0)
    points = tuple(
        (parse(day), make_figure(value)) for day, value in (("2018-07-31", 182), ("2019-07-31", 35515))
    )
    history = make_history(points, indicator=indicator)
    assert short_statement(history.at(points[-1][0])).startswith("£35.5 million on 31 July 2019. ")
    assert alt_text(history, "D").endswith(
        ": 2 figures, from £182,000 on 31 July 2018 to £35.5 million on 31 July 2019; "
        "lowest £182,000 on 31 July 2018, highest £35.5 million on 31 July 2019."
    )


@pytest.mark.parametrize("status", [status for status in Status if not status.may_have_number])
def test_a_figure_without_a_number_is_its_status_and_nothing_else(status: Status) -> None:
    points = (*make_series({"2020-21": 9.6}), (year("2021-22"), Figure(None, status)))
    said = short_statement(make_standing(points=points, targets=[make_target()]))
    assert said.endswith(f"{status.words}, 2021-22.")
    assert NUMBERS.findall(said) == ["2021", "22"]


@given(VALUES, VALUES, VALUES)
def test_every_number_in_a_short_sentence_is_one_the_view_shows(
    now: float, before: float, target: float
) -> None:
    points = make_series({"2020-21": before, "2021-22": now})
    standing = make_standing(points=points, targets=[make_target(value=target)])
    shown = [number_text(standing, now), "2021-22 2020-21"]
    if standing.short:
        shown.append(change_text(standing.indicator, standing.short.change))
    assert set(NUMBERS.findall(short_statement(standing))) <= set(NUMBERS.findall(" ".join(shown)))


@given(VALUES, VALUES)
def test_where_nothing_is_judged_no_form_has_a_word_of_judgement(now: float, before: float) -> None:
    points = make_series({"2020-21": before, "2021-22": now})
    history = make_history(points, indicator=make_indicator(polarity=NEITHER), targets=[make_target()])
    said = f"{short_statement(history.at(year('2021-22')))} {alt_text(history, 'Dundee City')}".lower()
    assert not [word for word in JUDGEMENTS if word in said]


def test_the_text_of_a_chart_tells_its_ends_and_extremes() -> None:
    history = make_history(make_years([6.6, 1.4, 9.7, 7.8]))
    assert alt_text(history, "Dundee City") == (
        "Re-registrations, Dundee City: 4 figures, from 6.6% in 2010-11 to 7.8% in 2013-14; "
        "lowest 1.4% in 2011-12, highest 9.7% in 2012-13."
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([None, None], "no figure to draw. No number to compare in 2 periods: not available in 2."),
        ([5.0], "one figure, 5.0% in 2010-11."),
        (
            [5.0, None],
            "one figure, 5.0% in 2010-11. No number to compare in 1 more period: not available in 1.",
        ),
        ([5.0, 5.0], "2 figures, from 5.0% in 2010-11 to 5.0% in 2011-12, all the same."),
    ],
)
def test_the_text_of_a_chart_with_little_in_it(values: list[float | None], words: str) -> None:
    said = alt_text(make_history(make_years(values)), "Dundee City")
    assert said == f"Re-registrations, Dundee City: {words}"


def test_a_suppressed_point_is_counted_in_the_text_and_its_number_is_not_in_it() -> None:
    points = (*make_series(THREE_YEARS), (year("2022-23"), Figure(None, Status.SUPPRESSED)))
    said = alt_text(make_history(points), "Dundee City")
    assert said.endswith(" No number to compare in 1 more period: suppressed in 1.")
    assert "2022-23" not in said


@given(st.lists(VALUES, min_size=2, max_size=12))
def test_every_number_in_the_text_of_a_chart_is_a_figure_of_it(values: list[float]) -> None:
    history = make_history(make_years(values))
    shown = [value_text(history.indicator, value) for value in values]
    shown += [period.words for period, _ in history.points] + [str(len(values))]
    assert set(NUMBERS.findall(alt_text(history, "D"))) <= set(NUMBERS.findall(" ".join(shown)))
