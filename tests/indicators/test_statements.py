"""Statements: the sentence says what the screen says, and no more than the rules allow."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.course import short_trend
from indicators.display import change_text, value_text
from indicators.figures import Figure, Status
from indicators.indicator import Polarity, Unit
from indicators.intervals import Interval, Method
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.rag import Cut
from indicators.standing import Comparators, Standing
from indicators.statements import (
    change_sentence,
    number_text,
    number_word,
    ordinal,
    rank_words,
    rule_words,
    scotland_words,
    statement,
    status_words,
    target_text,
)
from indicators.targets import TargetRule
from tests.builders import (
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    THREE_YEARS,
    make_figure,
    make_history,
    make_indicator,
    make_rule,
    make_series,
    make_standing,
    make_target,
    make_years,
    year,
)

AGAINST = Comparators(scotland=8.0, scotland_kind="published", family_mean=8.4, rank=16, rank_n=31)
COMPARED = {"2020-21": Comparators(family_fourth=8.4), "2021-22": AGAINST}
FOURTH = make_rule(TargetRule.FAMILY_FOURTH)
JUDGEMENTS = ("better", "worse", "improv", "worsen", "good", "bad", "best", "met", "target", "tolerance")
VALUES = st.floats(0, 100).map(lambda value: round(value, 3))
HIDDEN = [status for status in Status if not status.may_have_number]


def said(standing: Standing) -> str:
    """The sentence for Dundee City."""
    return statement(standing, "Dundee City").text


def test_the_sentence_of_the_design() -> None:
    standing = make_standing(comparators=COMPARED, targets=[FOURTH])
    assert said(standing) == (
        "Dundee City: 7.8% of child protection registrations in 2021-22 were re-registrations, "
        "below Scotland (8.0%, not tested) and below the family group mean (8.4%), 16th of 31 councils. "
        "That is 1.8 points lower than in 2020-21, with too few years to say whether that is usual. "
        "The target, 8.4%, is the 2020-21 fourth place in the family group; it is met."
    )


def test_its_parts_are_the_whole() -> None:
    found = statement(make_standing(comparators=COMPARED, targets=[FOURTH]), "Dundee City")
    assert (found.before, found.number) == ("Dundee City: ", "7.8%")
    assert found.target.startswith("The target, 8.4%")
    assert found.text == f"{found.before}{found.number}{found.after} {found.target}"


def test_what_is_not_known_is_left_out() -> None:
    standing = make_standing(points=make_series({"2021-22": 7.8}))
    assert said(standing) == (
        "Dundee City: 7.8% of child protection registrations in 2021-22 were re-registrations."
    )


@pytest.mark.parametrize(
    ("kind", "n", "words"),
    [
        ("published", 0, "(8.0%, not tested)"),
        ("computed", 30, "(8.0%, computed from councils' counts, not tested)"),
        ("mean", 30, "(8.0%, mean of 30 councils, not tested)"),
    ],
)
def test_scotland_says_how_it_came_about(kind: str, n: int, words: str) -> None:
    compared = {"2021-22": Comparators(scotland=8.0, scotland_kind=kind, scotland_councils=n)}
    assert f"below Scotland {words}." in said(make_standing(comparators=compared))


@pytest.mark.parametrize(
    ("polarity", "rank", "words"),
    [
        (LOWER, 1, "1st of 31 councils"),
        (NEITHER, 1, "the highest of 31 councils"),
        (NEITHER, 3, "3rd highest of 31 councils"),
        (NEITHER, None, ""),
    ],
)
def test_a_place_where_nothing_is_better_says_that_it_counts_from_the_highest(
    polarity: Polarity, rank: int | None, words: str
) -> None:
    compared = {"2021-22": Comparators(rank=rank, rank_n=31)}
    standing = make_standing(comparators=compared, indicator=make_indicator(polarity=polarity))
    assert rank_words(standing) == words


@pytest.mark.parametrize(("scotland", "words"), [(7.84, "level with"), (7.9, "below"), (7.7, "above")])
def test_above_below_and_level_agree_with_the_numbers_shown(scotland: float, words: str) -> None:
    compared = {"2021-22": Comparators(scotland=scotland)}
    assert f"re-registrations, {words} Scotland (" in said(make_standing(comparators=compared))


def test_a_plain_total_is_not_compared_with_scotlands() -> None:
    count = make_indicator(unit=Unit.COUNT, decimals=0)
    assert "Scotland" not in said(make_standing(comparators=COMPARED, indicator=count))


# --- the target


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (make_target(value=8.4), "The target, 8.4%, was set by the council; it is met."),
        (
            make_target(value=7.6),
            "The target, 7.6%, was set by the council; it is not met, but the figure is within tolerance.",
        ),
        (make_target(value=5.0), "The target, 5%, was set by the council; it is not met."),
        (make_target(value=5.25), "The target, 5.25%, was set by the council; it is not met."),
    ],
)
def test_the_target_is_shown_as_it_was_set_and_says_whether_it_is_met(target: object, words: str) -> None:
    assert said(make_standing(targets=[target])).endswith(words)  # type: ignore[list-item]


def test_a_range_target_shows_both_ends() -> None:
    target = make_target(value=None, low=95.0, high=105.0)
    points = make_series({"2021-22": 100.0})
    standing = make_standing(points=points, targets=[target], indicator=make_indicator(polarity=RANGE))
    assert said(standing).endswith("The target, 95.0% to 105.0%, was set by the council; it is met.")


@pytest.mark.parametrize(("value", "shown"), [(105.04, "105.04%"), (94.96, "94.96%"), (105.0, "105.0%")])
def test_a_value_just_beyond_either_end_of_a_range_does_not_look_inside_it(value: float, shown: str) -> None:
    target = make_target(value=None, low=95.0, high=105.0)
    points = make_series({"2021-22": value})
    standing = make_standing(points=points, targets=[target], indicator=make_indicator(polarity=RANGE))
    assert number_text(standing, value) == shown


def test_the_ends_of_a_range_are_shown_as_they_were_set() -> None:
    cut = Cut(95.25, 105.0, 5.0)
    target = make_target(value=None, low=95.25, high=105.0)
    assert target_text(make_indicator(), target, cut, 100.0) == "95.25% to 105.0%"


def test_a_value_that_would_look_equal_to_its_target_but_is_not_gets_one_more_decimal() -> None:
    compared = {"2020-21": Comparators(family_fourth=7.76)}
    standing = make_standing(comparators=compared, targets=[FOURTH])
    assert number_text(standing, 7.8) == "7.80%"
    assert "Dundee City: 7.80% of" in said(standing)
    assert "The target, 7.76%, is" in said(standing)
    rounded = make_standing(comparators={"2020-21": Comparators(family_fourth=8.4444)}, targets=[FOURTH])
    assert "The target, 8.4%, is" in said(rounded)
    assert number_text(make_standing(), 7.8) == "7.8%"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (TargetRule.FAMILY_FOURTH, "the 2018-19 fourth place in the family group"),
        (TargetRule.FAMILY_MEAN, "the 2018-19 family group mean"),
        (TargetRule.SCOTLAND, "the 2018-19 figure for Scotland"),
        (TargetRule.OWN_PREVIOUS, "the 2018-19 figure of our own"),
    ],
)
def test_a_rule_says_what_it_is_and_from_when(rule: TargetRule, words: str) -> None:
    assert rule_words(rule, "the 2018-19") == words


def test_target_text_without_a_value_is_the_target_itself() -> None:
    standing = make_standing(comparators=COMPARED, targets=[FOURTH])
    assert standing.cut is not None
    assert target_text(standing.indicator, standing.target, standing.cut, None) == "8.4%"


# --- the change


def test_a_change_over_a_gap_names_the_period_and_the_years() -> None:
    gap = make_series({"2017-18": 9.0, "2019-20": None, "2021-22": 7.8})
    words = "That is 1.2 points lower than in 2017-18, four years earlier, with too few years"
    assert words in said(make_standing(points=gap))


def test_a_biennial_survey_says_two_years_earlier() -> None:
    points = make_series({"2019-20": 9.0, "2021-22": 7.8})
    assert "lower than in 2019-20, two years earlier, " in said(make_standing(points=points))


def test_a_steady_figure_is_about_the_same() -> None:
    points = make_series({"2020-21": 7.8, "2021-22": 7.82})
    assert "That is about the same as in 2020-21." in said(make_standing(points=points))


@pytest.mark.parametrize(
    ("last", "words"),
    [(3.0, "within the usual year-to-year movement."), (5.0, "an unusually large change.")],
)
def test_a_change_is_said_to_be_usual_or_not(last: float, words: str) -> None:
    points = make_years([10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 16.0 + last])
    assert words in said(make_standing(points[-1][0].label, points=points))


def test_a_snapshot_is_on_its_day() -> None:
    indicator = make_indicator(periods=(PeriodKind.DAY,))
    points = make_series({"2018-07-31": 9.0, "2019-07-31": 7.8}, PeriodKind.DAY)
    trend = short_trend(indicator, points, parse("2019-07-31"))
    assert trend is not None
    assert change_sentence(indicator, trend).startswith("That is 1.2 points lower than on 31 July 2018, ")


def test_an_answer_of_yes_or_no_has_no_size_of_change() -> None:
    indicator = make_indicator(unit=Unit.YES_NO, decimals=0, statement="{value} in {period}", polarity=HIGHER)
    points = make_series({"2020-21": 0.0, "2021-22": 1.0})
    text = said(make_standing(points=points, indicator=indicator))
    assert text.startswith("Dundee City: Yes in 2021-22. The answer in 2020-21 was No. The target, Yes, ")


# --- statuses


@pytest.mark.parametrize("status", HIDDEN)
def test_a_figure_without_a_number_is_named_with_its_status_and_shows_no_number(status: Status) -> None:
    """Not even where comparators, a target or an earlier figure are known."""
    points = (*make_series({"2020-21": 9.6}), (year("2021-22"), Figure(None, status)))
    standing = make_standing(points=points, comparators=COMPARED, targets=[FOURTH])
    text = said(standing)
    assert text == f"Dundee City: {status_words(standing)}, Re-registrations, 2021-22."
    assert not re.search(r"\d+(\.\d+)?%|\d\.\d|councils", text)


@pytest.mark.parametrize(
    ("status", "note", "words"),
    [
        (Status.SUPPRESSED, "", "[c] Suppressed"),
        (Status.NOT_AVAILABLE, "", "[x] Not available"),
        (Status.AWAITED, "January 2020", "Awaited January 2020"),
        (Status.AWAITED, "", "Awaited"),
        (Status.NEW, "2019-20", "New from 2019-20"),
        (Status.MISSING, "", "No figure"),
    ],
)
def test_a_status_says_the_month_awaited_or_the_period_it_is_new_from(
    status: Status, note: str, words: str
) -> None:
    points = ((year("2021-22"), Figure(None, status)),)
    assert status_words(make_standing(points=points, notes={"2021-22": note})) == words


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        (Status.PROVISIONAL, " (provisional)"),
        (Status.ESTIMATED, " (estimated)"),
        (Status.CARRIED_FORWARD, " (carried forward)"),
        (Status.DOUBTFUL, " (to check)"),
        (Status.PUBLISHED, ""),
    ],
)
def test_a_number_that_is_not_simply_published_says_what_it_is(status: Status, mark: str) -> None:
    points = ((year("2021-22"), Figure(7.8, status)),)
    assert said(make_standing(points=points)).endswith(f"were re-registrations{mark}.")


def test_a_doubtful_number_is_compared_with_nothing() -> None:
    points = (*make_series({"2020-21": 9.6}), (year("2021-22"), Figure(7.8, Status.DOUBTFUL)))
    compared = {"2021-22": Comparators(scotland=8.0, family_mean=8.4)}
    text = said(make_standing(points=points, comparators=compared, targets=[make_target()]))
    assert text.endswith("re-registrations (to check).")


# --- properties


@given(VALUES, VALUES, VALUES, VALUES)
def test_without_a_judgement_no_word_of_judgement_is_said(
    now: float, before: float, scotland: float, mean: float
) -> None:
    compared = {"2021-22": Comparators(scotland=scotland, family_mean=mean, rank=3, rank_n=32)}
    text = said(
        make_standing(
            points=make_series({"2020-21": before, "2021-22": now}),
            comparators=compared,
            targets=[make_target(value=mean)],
            indicator=make_indicator(polarity=NEITHER),
        )
    )
    assert not [word for word in JUDGEMENTS if word in text.lower()]


@given(
    st.sampled_from([HIGHER, LOWER, NEITHER]),
    st.sampled_from([(Unit.PERCENT, 1), (Unit.POUNDS, 0), (Unit.RATE, 2), (Unit.DAYS, 1)]),
    st.tuples(VALUES, VALUES, VALUES, VALUES, VALUES),
    st.integers(1, 32),
)
def test_every_number_in_a_sentence_is_one_the_view_shows(
    polarity: Polarity, unit: tuple[Unit, int], values: tuple[float, ...], rank: int
) -> None:
    now, before, scotland, mean, fourth = values
    indicator = make_indicator(polarity=polarity, unit=unit[0], decimals=unit[1])
    compared = {
        "2020-21": Comparators(family_fourth=fourth),
        "2021-22": Comparators(scotland=scotland, family_mean=mean, rank=rank, rank_n=32),
    }
    points = make_series({"2020-21": before, "2021-22": now})
    standing = make_standing(points=points, comparators=compared, targets=[FOURTH], indicator=indicator)
    shown = [number_text(standing, now), "18 2021-22 2020-21 not tested", ordinal(rank), "32"]
    shown += [value_text(indicator, number) for number in (scotland, mean)]
    if standing.short:
        shown.append(change_text(indicator, standing.short.change))
    if standing.cut:
        shown.append(target_text(indicator, standing.target, standing.cut, now))
    numbers = re.compile(r"\d[\d,.]*(?<![,.])")
    assert set(numbers.findall(said(standing))) <= set(numbers.findall(" ".join(shown)))


@pytest.mark.parametrize(
    ("before", "words"), [(7.3, "0.5 points higher"), (8.3, "0.5 points lower"), (6.8, "1.0 point higher")]
)
def test_a_change_of_less_than_one_goes_the_way_it_went(before: float, words: str) -> None:
    points = make_series({"2020-21": before, "2021-22": 7.8})
    assert f"That is {words} than in 2020-21," in said(make_standing(points=points))


@pytest.mark.parametrize("place", [11, 12, 13, 111, 113])
def test_eleven_to_thirteen_end_as_no_others_do(place: int) -> None:
    assert ordinal(place) == f"{place}th"
    assert ordinal(place + 10)[-2:] in ("st", "nd", "rd")


@given(st.integers(1, 400))
def test_an_ordinal_ends_as_it_is_spoken(place: int) -> None:
    ending = ordinal(place).removeprefix(str(place))
    spoken = {1: "st", 2: "nd", 3: "rd"}
    assert ending == ("th" if place // 10 % 10 == 1 else spoken.get(place % 10, "th"))


def test_small_words() -> None:
    assert [number_word(count) for count in (0, 2, 10, 11)] == ["no", "two", "ten", "11"]
    assert rank_words(make_standing()) == ""
    assert scotland_words(make_standing(comparators=COMPARED)) == ""
    assert THREE_YEARS["2021-22"] == make_figure(7.8).value


@pytest.mark.parametrize(
    ("interval", "polarity", "words"),
    [
        ((7.0, 8.5), LOWER, "similar to Scotland (8.0%)"),
        ((7.0, 7.9), LOWER, "better than Scotland (8.0%)"),
        ((7.0, 7.9), HIGHER, "worse than Scotland (8.0%)"),
        ((7.0, 7.9), NEITHER, "below Scotland (8.0%, beyond chance)"),
        ((7.0, 8.0), LOWER, "similar to Scotland (8.0%)"),
    ],
)
def test_a_comparison_that_an_interval_tests_says_better_similar_or_worse(
    interval: tuple[float, float], polarity: Polarity, words: str
) -> None:
    """Touching Scotland is similar; where nothing is judged, only that it is no chance."""
    history = make_history(comparators=COMPARED, indicator=make_indicator(polarity=polarity))
    tested = replace(history, intervals={year("2021-22"): Interval(*interval, Method.WILSON)})
    text = said(tested.at(year("2021-22")))
    assert f"re-registrations, {words} and below the family group mean (8.4%), 16th" in text
