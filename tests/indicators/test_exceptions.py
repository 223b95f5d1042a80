"""Exceptions: what a report lists and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from indicators.exceptions import (
    Kind,
    Notice,
    Watched,
    first_judged_red,
    green_but_worst,
    is_stale,
    latest_told,
    lights_disagree,
    newest_first,
    newly_red,
    notices,
    of_indicator,
    recovered,
    stale_words,
)
from indicators.figures import Figure, Status
from indicators.projects import Project, stand
from indicators.rag import Light
from indicators.standing import Comparators, Standing
from tests.builders import (
    NEITHER,
    make_figure,
    make_history,
    make_indicator,
    make_standing,
    make_target,
    make_years,
    year,
)

SOON = date(2022, 6, 30)
TARGET = make_target(value=8.0, tolerance=0.5, in_points=True)
"""Lower is better: to 8.0 green, to 8.5 amber, beyond red, below 7.0 over-achieved."""


def standings(values: Iterable[float | None], **changes: object) -> list[Standing]:
    """The standings, newest first, of years that end with 2021-22."""
    every = list(values)
    points = make_years(every, first=2022 - len(every))
    indicator = make_indicator(**changes)
    target = replace(TARGET, indicator=indicator.code)
    return list(newest_first(make_history(points=points, targets=[target], indicator=indicator)))


def kinds(values: Iterable[float | None], commented: bool = True, as_at: date = SOON) -> list[Kind]:
    """The kinds of notice of a series."""
    return [notice.kind for notice in of_indicator(Watched(standings(values), commented), as_at)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([7.5, 7.5], []),
        ([7.5, 8.2], []),
        ([7.5, 9.0], [Kind.NEW_RED]),
        ([8.2, 9.0], [Kind.NEW_RED]),
        ([9.0], [Kind.FIRST_RED]),
        ([None, 9.0], [Kind.FIRST_RED]),
        ([7.5, None, 9.0], [Kind.NEW_RED]),
        ([9.0, 9.0], [Kind.REPEAT_RED]),
        ([9.0, None, 9.0], [Kind.REPEAT_RED]),
        ([9.0, 7.5], [Kind.RECOVERED]),
        ([9.0, 8.2], [Kind.RECOVERED]),
        ([9.0, None, 7.5], [Kind.RECOVERED]),
        ([9.0, 6.9], [Kind.OVER_ACHIEVED, Kind.RECOVERED]),
        ([7.5, 6.9], [Kind.OVER_ACHIEVED]),
        ([7.5, 7.0], []),
        ([None], []),
    ],
)
def test_what_a_series_of_lights_is_listed_for(values: list[float | None], expected: list[Kind]) -> None:
    """A period without a number is passed over: it neither ends a run of reds nor makes one."""
    assert kinds(values) == expected


@pytest.mark.parametrize(
    ("values", "periods", "words"),
    [
        ([9.0, 9.0], 2, "Off target for 2 periods"),
        ([9.0, 7.5, 9.0, 9.0, None, 9.0], 3, "Off target for 3 periods"),
        ([7.5, 9.0], 1, "Newly off target"),
    ],
)
def test_a_red_says_for_how_many_figures_in_a_row(
    values: list[float | None], periods: int, words: str
) -> None:
    (notice,) = of_indicator(Watched(standings(values), commented=True), SOON)
    assert (notice.periods, notice.words, notice.period) == (periods, words, year("2021-22"))


@pytest.mark.parametrize(("values", "listed"), [([7.5, 9.0], True), ([9.0, 9.0], True), ([9.0, 8.2], False)])
def test_a_red_without_an_approved_comment_is_listed_for_that_too(
    values: list[float | None], listed: bool
) -> None:
    assert (Kind.UNCOMMENTED_RED in kinds(values, commented=False)) is listed
    assert Kind.UNCOMMENTED_RED not in kinds(values, commented=True)


@pytest.mark.parametrize(
    ("value", "quartile", "green", "disagree"),
    [
        (7.5, 4, True, True),
        (7.5, 3, False, False),
        (8.2, 4, False, True),
        (9.0, 4, False, False),
        (9.0, 1, False, True),
        (9.0, 2, False, False),
        (7.5, 1, False, False),
        (7.5, None, False, False),
    ],
)
def test_a_light_and_a_place_may_disagree(
    value: float, quartile: int | None, green: bool, disagree: bool
) -> None:
    found = make_standing(
        points=make_years([value], first=2021),
        comparators={"2021-22": Comparators(quartile=quartile)},
        targets=[TARGET],
    )
    assert (green_but_worst(found), lights_disagree(found)) == (green, disagree)
    listed = [notice.kind for notice in of_indicator(Watched([found], commented=True), SOON)]
    assert (Kind.GREEN_WORST_QUARTER in listed) is green


def test_without_a_judgement_nothing_is_listed_for_its_light_or_place() -> None:
    """A place in the highest quarter is no bad thing where nothing is better."""
    found = make_standing(
        points=make_years([1.0, 99.0], first=2020),
        comparators={"2021-22": Comparators(quartile=4)},
        targets=[TARGET],
        indicator=make_indicator(polarity=NEITHER),
    )
    assert not lights_disagree(found)
    assert of_indicator(Watched([found]), SOON) == []


@pytest.mark.parametrize(
    ("cadence", "last_fresh", "first_stale"),
    [
        ("monthly", date(2022, 5, 31), date(2022, 6, 1)),
        ("quarterly", date(2022, 8, 31), date(2022, 9, 1)),
        ("annual", date(2024, 2, 29), date(2024, 3, 1)),
        ("biennial", date(2026, 2, 28), date(2026, 3, 1)),
        ("irregular", date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_a_figure_is_stale_two_cycles_after_its_period(
    cadence: str, last_fresh: date, first_stale: date
) -> None:
    """Months get three. The period ends in March 2022."""
    (found,) = standings([7.5], cadence=cadence)
    assert not is_stale(found, last_fresh)
    assert is_stale(found, first_stale)
    assert [notice.kind for notice in of_indicator(Watched([found]), first_stale)] == [Kind.STALE]


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        ("annual", "Latest is 2021-22"),
        ("biennial", "Latest is 2021-22: collected every two years"),
        ("irregular", "Latest is 2021-22: published now and then"),
    ],
)
def test_what_is_old_says_its_period_and_how_often_it_comes(cadence: str, words: str) -> None:
    (found,) = standings([7.5], cadence=cadence)
    assert stale_words(found) == words


def test_an_awaited_figure_is_listed_beside_what_the_last_one_says() -> None:
    points = (*make_years([7.5, 9.0], first=2019), (year("2021-22"), Figure(None, Status.AWAITED)))
    every = list(newest_first(make_history(points=points, targets=[TARGET])))
    found = of_indicator(Watched(every, commented=True), SOON)
    assert [(notice.kind, notice.period) for notice in found] == [
        (Kind.NEW_RED, year("2020-21")),
        (Kind.AWAITED, year("2020-21")),
    ]


def test_a_figure_that_was_awaited_and_then_followed_is_no_longer_awaited() -> None:
    points = ((year("2020-21"), Figure(None, Status.AWAITED)), (year("2021-22"), make_figure(7.5)))
    assert of_indicator(Watched(list(newest_first(make_history(points=points)))), SOON) == []


def test_a_suppressed_figure_is_the_latest_and_hides_whether_it_was_red() -> None:
    points = (*make_years([9.0], first=2020), (year("2021-22"), Figure(None, Status.SUPPRESSED)))
    every = list(newest_first(make_history(points=points, targets=[TARGET])))
    told = latest_told(every)
    assert told is not None
    assert told.period == year("2021-22")
    assert of_indicator(Watched(every), SOON) == []


def test_the_latest_told_is_the_period_the_history_calls_latest() -> None:
    for last in (make_figure(7.5), make_figure(None), Figure(None, Status.SUPPRESSED)):
        history = make_history(points=(*make_years([9.0, 9.6], first=2019), (year("2021-22"), last)))
        told = latest_told(list(newest_first(history)))
        assert told is not None
        assert told.period == history.latest


def test_a_report_of_an_earlier_period_does_not_look_ahead() -> None:
    history = make_history(points=make_years([7.5, 9.0, 7.5], first=2019), targets=[TARGET])
    asked = list(newest_first(history, year("2020-21")))
    assert [standing.period.label for standing in asked] == ["2020-21", "2019-20"]
    assert of_indicator(Watched(asked, commented=True), date(2021, 6, 30))[0].kind is Kind.NEW_RED


def test_new_and_recovered_are_never_said_together() -> None:
    green, red = standings([7.5])[0], standings([9.0])[0]
    pairs = [(one, other) for one in (green, red) for other in (green, red, None)]
    assert [newly_red(*pair) and recovered(*pair) for pair in pairs] == [False] * 6
    assert (newly_red(red, None), recovered(green, None)) == (False, False)


def test_a_red_is_newly_so_first_judged_or_red_again_and_only_one_of_them() -> None:
    """A figure before without a target was not judged, so nothing became worse."""
    red, amber, untold = standings([9.0])[0], standings([8.2])[0], next(newest_first(make_history()))
    assert untold.light is Light.NO_TARGET
    told = [(newly_red(red, before), first_judged_red(red, before)) for before in (amber, red, untold, None)]
    assert told == [(True, False), (False, False), (False, True), (False, True)]
    assert not first_judged_red(amber, None)


def test_uncommented_reds_come_first_the_longest_before_the_shorter() -> None:
    late = Project("Review of charges", date(2018, 4, 1), date(2022, 3, 30), 33.0)
    early = Project("Hub", date(2018, 4, 1), date(2023, 3, 30), 99.0)
    found = notices(
        [
            Watched(standings([9.0, 7.5], code="A1")),
            Watched(standings([7.5, 9.0], code="C1")),
            Watched(standings([7.5, 9.0], code="B1")),
            Watched(standings([9.0, 9.0, 9.0], code="D1")),
            Watched(standings([9.0, 9.0], code="E1"), commented=True),
        ],
        [stand(early, SOON), stand(late, SOON)],
        SOON,
    )
    assert [(notice.kind, notice.subject) for notice in found] == [
        (Kind.UNCOMMENTED_RED, "D1"),
        (Kind.UNCOMMENTED_RED, "B1"),
        (Kind.UNCOMMENTED_RED, "C1"),
        (Kind.NEW_RED, "B1"),
        (Kind.NEW_RED, "C1"),
        (Kind.REPEAT_RED, "D1"),
        (Kind.REPEAT_RED, "E1"),
        (Kind.LATE_PROJECT, "Review of charges"),
        (Kind.RECOVERED, "A1"),
    ]


def test_an_indicator_without_any_standing_is_not_listed() -> None:
    assert latest_told([]) is None
    assert notices([Watched([])], [], SOON) == ()


def test_every_kind_has_words_of_its_own() -> None:
    words = [Notice(kind, "CHN22", "Re-registrations", periods=2).words for kind in Kind]
    assert len(set(words)) == len(Kind)
    assert all(text[0].isupper() for text in words)
