"""Every council in its place on the axis, over invented councils."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.benchmark_places import (
    figure_words,
    interval_words,
    places_of,
    quarter_names,
    quarters_of,
)
from dashboard.views.benchmark_stage import Stage
from dashboard.views.scale import Axis, axis
from indicators.areas import SCOTLAND
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, Polarity
from indicators.intervals import Interval, Method
from indicators.printed_periods import parse
from tests.builders import COUNCILS, HIGHER, LOWER, NEITHER, RANGE, make_figure, make_indicator
from tests.dashboard.views.stages import NINE, PERIOD, make_mark, make_stage, ranked

TENTHS = st.integers(0, 1000).map(lambda tenths: tenths / 10)
TEN = Axis(0.0, 10.0, (0.0, 5.0, 10.0))


def with_year_before(stage: Stage, value: float | None) -> Stage:
    """The stage with a figure of ours in the year before, or with an entry that has none."""
    history = stage.series.history
    points = ((parse("2020-21"), make_figure(value)), *history.points)
    return replace(stage, series=replace(stage.series, history=replace(history, points=points)))


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (None, "[x]"),
        (Figure(None, Status.NOT_AVAILABLE), "[x]"),
        (Figure(None, Status.SUPPRESSED), "[c]"),
        (Figure(None, Status.AWAITED), "Awaited"),
        (Figure(None, Status.MISSING), "No figure"),
        (Figure(0.0), "0.0%"),
        (Figure(7.84), "7.8%"),
        (Figure(10.45), "10.5%"),
        (Figure(9.9, Status.DOUBTFUL), "9.9%"),
    ],
)
def test_a_cell_shows_the_figure_or_the_sign_of_its_status(figure: Figure | None, words: str) -> None:
    assert figure_words(make_indicator(), figure) == words


def test_an_interval_is_told_from_its_lower_to_its_upper_end() -> None:
    assert interval_words(make_indicator(), Interval(5.52, 17.44, Method.WILSON)) == "5.5% to 17.4%"
    assert interval_words(make_indicator(), None) == ""


def test_councils_stand_by_rank_and_those_without_a_figure_last_by_name() -> None:
    values = {**NINE, "B": None, "E": Figure(None, Status.SUPPRESSED)}
    known = {area: value for area, value in NINE.items() if area not in "BE"}
    places = places_of(make_stage(values, marks=ranked(known)), TEN, "all")
    assert "".join(place.code for place in places) == "CDAFGHIBE"
    assert [place.share for place in places[-2:]] == [None, None]


@pytest.mark.parametrize(
    ("status", "reason"),
    [(Status.SUPPRESSED, "Suppressed, so not ranked"), (Status.AWAITED, "Awaited, so not ranked")],
)
def test_a_council_beside_the_axis_says_why(status: Status, reason: str) -> None:
    last = places_of(make_stage({**NINE, "B": Figure(None, status)}), TEN, "all")[-1]
    assert (last.code, last.reason) == ("B", reason)


def test_ours_comes_first_among_those_who_share_its_rank() -> None:
    values = dict.fromkeys(COUNCILS, 5.0)
    places = places_of(make_stage(values, marks=ranked(values)), TEN, "all")
    assert "".join(place.code for place in places) == "ABCDEFGHI"
    moved = replace(make_stage(values, marks=ranked(values)), area=make_stage().catalogue.areas["F"])
    assert "".join(place.code for place in places_of(moved, TEN, "all")) == "FABCDEGHI"


def test_without_ranks_the_reason_does_not_speak_of_them() -> None:
    (last,) = [p for p in places_of(make_stage({"A": 5.0, "B": None}), TEN, "all") if p.code == "B"]
    assert (last.rank, last.reason) == ("", "Not available")


def test_a_council_nobody_entered_has_no_figure_and_is_still_there() -> None:
    places = places_of(make_stage({"A": 5.0}), TEN, "all")
    assert {place.code for place in places} == set(COUNCILS)
    absent = next(place for place in places if place.code == "I")
    assert (absent.value, absent.bare, absent.share, absent.reason) == ("[x]", "[x]", None, "No figure")


@pytest.mark.parametrize(
    ("compare", "codes"), [("all", "ABCDEFGHI"), ("family", "ABCDEFGH"), ("", "ABCDEFGH")]
)
def test_the_family_group_alone_is_its_members(compare: str, codes: str) -> None:
    assert {place.code for place in places_of(make_stage(), TEN, compare)} == set(codes)


def test_without_a_family_group_nobody_is_marked_as_family() -> None:
    stage = make_stage(indicator=make_indicator(family_scheme=None))
    assert {place.role for place in places_of(stage, TEN, "all")} == {"ours", "other"}
    assert places_of(stage, TEN, "family") == ()


def test_every_council_has_one_role_and_ours_is_not_its_own_family() -> None:
    roles = {place.code: place.role for place in places_of(make_stage(), TEN, "all")}
    assert roles == {"A": "ours", **dict.fromkeys("BCDEFGH", "family"), "I": "other"}


@pytest.mark.parametrize(
    ("before", "share"), [(2.5, 0.25), (0.0, 0.0), (10.0, 1.0), (10.5, None), (-0.5, None), (None, None)]
)
def test_our_figure_of_the_year_before_is_drawn_only_where_it_lies_on_the_axis(
    before: float | None, share: float | None
) -> None:
    places = places_of(with_year_before(make_stage(), before), TEN, "all")
    assert {
        place.code: place.before for place in places if place.before is not None or place.code == "A"
    } == {"A": share}


def test_an_interval_lies_around_its_figure_on_the_axis_and_in_words() -> None:
    counted = Figure(5.0, numerator=50, denominator=1000)
    stage = make_stage({**NINE, "A": counted}, make_indicator(interval=IntervalKind.PERCENTAGE))
    ours = next(place for place in places_of(stage, TEN, "all") if place.code == "A")
    assert ours.low is not None and ours.high is not None and ours.share == 0.5
    assert ours.low < 0.5 < ours.high
    assert (ours.interval, ours.verdict, ours.against) == ("3.8% to 6.5%", "similar", "similar to Scotland")


def test_without_an_interval_there_is_no_verdict_though_there_is_a_comparison() -> None:
    ours = next(place for place in places_of(make_stage(), TEN, "all") if place.code == "A")
    assert (ours.low, ours.high, ours.interval, ours.verdict) == (None, None, "", "")
    assert ours.against == "below Scotland (not tested)"


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        (LOWER, ["Best", "2nd", "3rd", "Worst"]),
        (HIGHER, ["Worst", "3rd", "2nd", "Best"]),
        (NEITHER, ["Lowest", "3rd", "2nd", "Highest"]),
    ],
)
def test_quarters_are_named_from_the_best_or_by_size(polarity: Polarity, words: list[str]) -> None:
    """Of 1 to 9 the quarters are cut at 3, 5 and 7."""
    quarters = quarters_of(make_stage(indicator=make_indicator(polarity=polarity)), TEN)
    assert [quarter.words for quarter in quarters] == words
    assert [(quarter.start, quarter.end) for quarter in quarters] == [
        (0, 0.3),
        (0.3, 0.5),
        (0.5, 0.7),
        (0.7, 1),
    ]


def test_a_best_range_and_too_few_councils_have_no_quarters() -> None:
    assert quarters_of(make_stage(indicator=make_indicator(polarity=RANGE)), TEN) == ()
    assert quarters_of(make_stage({"A": 5.0, "B": 1.0}), TEN) == ()


def test_names_of_quarters_do_not_judge_what_nobody_judges() -> None:
    assert quarter_names(make_indicator()) == ("Best", "Second", "Third", "Worst")
    assert quarter_names(make_indicator(polarity=NEITHER)) == ("Highest", "Second", "Third", "Lowest")


def test_scotland_is_never_among_the_places() -> None:
    assert SCOTLAND not in {
        place.code for place in places_of(make_stage({**NINE, SCOTLAND: 5.5}), TEN, "all")
    }


@given(st.dictionaries(st.sampled_from(COUNCILS), st.one_of(st.none(), TENTHS), min_size=1))
def test_the_dot_of_a_council_is_its_figure_and_who_has_none_has_no_dot(
    values: dict[str, float | None],
) -> None:
    scale = axis([value for value in values.values() if value is not None])
    for place in places_of(make_stage(values), scale, "all"):
        value = values.get(place.code)
        assert (place.share is None) == (value is None)
        if place.share is not None and value is not None:
            assert scale.low + place.share * (scale.high - scale.low) == pytest.approx(value)
            assert place.value == f"{place.bare}%"
        else:
            assert place.value == place.bare == "[x]"


def test_a_rank_of_another_period_is_not_shown() -> None:
    stage = make_stage(marks={})
    other = replace(stage, marks={"2020-21": {"A": make_mark(rank=1)}})
    assert PERIOD not in other.marks
    assert {place.rank for place in places_of(other, TEN, "all")} == {""}
