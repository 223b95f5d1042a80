"""What the trend chart draws over invented series: gaps, breaks, targets, shaded years, lines that fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.trend import trend_figure
from dashboard.views.drawing import Break, TargetStep, TrendSeries
from dashboard.views.trend_drawing import breaks, drawing
from dashboard.views.trend_scene import Scene
from indicators.areas import SCOTLAND
from indicators.figures import Figure, Status
from indicators.indicator import Indicator, IntervalKind, Polarity, SeriesBreak, Unit
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.standing import Comparators, History
from tests.builders import (
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    THREE_YEARS,
    make_areas,
    make_figure,
    make_indicator,
    make_series,
    make_target,
)
from tests.dashboard.views.scenes import make_scene

TENTHS = st.integers(0, 1000).map(lambda tenths: tenths / 10)
YEARS = ("2018-19", "2019-20", "2020-21", "2021-22", "2022-23")


def beside(scene: Scene, scotland: dict[str, float | None], compare: str = "scotland") -> Scene:
    """The scene beside Scotland."""
    line = History(scene.indicator, SCOTLAND, make_series(scotland), {}, scene.catalogue)
    return replace(scene, series=replace(scene.series, scotland=line), compare=compare)


def line(scene: Scene, role: str) -> TrendSeries:
    """The one line of a role."""
    (found,) = [each for each in drawing(scene).series if each.role == role]
    return found


def three(indicator: Indicator | None = None) -> Scene:
    """Council A over three years."""
    return make_scene(make_series(THREE_YEARS), indicator)


@given(st.lists(st.one_of(st.none(), TENTHS), min_size=5, max_size=5))
def test_the_line_has_exactly_the_figures_and_a_gap_where_there_is_none(values: list[float | None]) -> None:
    scene = make_scene(make_series(dict(zip(YEARS, values, strict=True))))
    assert line(scene, "ours").values == tuple(values)
    drawn = next(each for each in trend_figure(drawing(scene))["data"] if each["uid"] == "ours")
    assert (drawn["y"], drawn["connectgaps"]) == (list(values), False)


@pytest.mark.parametrize(
    ("figure", "value", "doubtful", "projected", "reason"),
    [
        (Figure(0.0), 0.0, None, None, ""),
        (Figure(None, Status.SUPPRESSED), None, None, None, "[c] Suppressed"),
        (Figure(None, Status.AWAITED), None, None, None, "Awaited"),
        (Figure(0.0, Status.DOUBTFUL), None, 0.0, None, "To check, printed 0.0%"),
        (Figure(9.9, Status.PROJECTED), None, None, 9.9, "Projected, printed 9.9%"),
        (Figure(9.9, Status.ESTIMATED), 9.9, None, None, ""),
    ],
)
def test_what_has_no_number_to_judge_is_off_the_line_with_its_reason(
    figure: Figure, value: float | None, doubtful: float | None, projected: float | None, reason: str
) -> None:
    ours = line(make_scene(((parse("2021-22"), figure),)), "ours")
    assert (ours.values, ours.doubtful, ours.projected) == ((value,), (doubtful,), (projected,))
    assert ours.reasons == (reason,)


def test_a_period_without_any_entry_is_a_gap_without_a_mark() -> None:
    scene = three()
    wider = replace(scene, periods=(parse("2018-19"), *scene.periods))
    ours = line(wider, "ours")
    assert (ours.values, ours.reasons) == ((None, 9.4, 9.6, 7.8), ("", "", "", ""))


@pytest.mark.parametrize(
    ("first", "found"),
    [("2020-21", ["2020-21"]), ("2019-20", []), ("2021-22", ["2021-22"]), ("2022-23", []), ("2001-02", [])],
)
def test_a_break_cuts_between_two_periods_in_view_or_not_at_all(first: str, found: list[str]) -> None:
    scene = three(make_indicator(breaks=(SeriesBreak(first, "Counted anew."),)))
    assert [each.period for each in breaks(scene)] == found


def test_a_break_in_a_gap_cuts_before_the_next_period_and_keeps_its_own_name() -> None:
    broken = make_indicator(breaks=(SeriesBreak("2020-21", "Counted anew."),))
    scene = make_scene(make_series({"2019-20": 9.0, "2021-22": 7.0}), broken)
    assert breaks(scene) == (Break("2021-22", "Not comparable before 2020-21: Counted anew"),)


@pytest.mark.parametrize(
    ("polarity", "steps"),
    [
        (LOWER, [("2019-20", 8.4, 8.4, 8.82), ("2020-21", 8.4, 8.4, 8.82), ("2021-22", 8.4, 8.4, 8.82)]),
        (HIGHER, [("2019-20", 8.4, 7.98, 8.4), ("2020-21", 8.4, 7.98, 8.4), ("2021-22", 8.4, 7.98, 8.4)]),
        (NEITHER, []),
        (RANGE, []),
    ],
)
def test_the_tolerance_lies_on_the_worse_side_of_the_target(
    polarity: Polarity, steps: list[tuple[str, float, float, float]]
) -> None:
    scene = make_scene(make_series(THREE_YEARS), make_indicator(polarity=polarity), [make_target()])
    assert [(s.period, s.value, s.low, s.high) for s in drawing(scene).targets] == [
        (period, *map(pytest.approx, numbers)) for period, *numbers in steps
    ]


def test_a_target_of_some_years_is_drawn_in_those_alone() -> None:
    aimed = [make_target(first="2020-21", last="2020-21")]
    steps = drawing(make_scene(make_series(THREE_YEARS), targets=aimed)).targets
    assert [step.period for step in steps] == ["2020-21"]
    assert isinstance(steps[0], TargetStep)


def test_scotland_is_drawn_unless_we_stand_alone_or_it_would_dwarf_us() -> None:
    known: dict[str, float | None] = {"2020-21": 8.0}
    assert line(beside(three(), known), "scotland").values == (None, 8.0, None)
    for scene in (
        beside(three(), known, "alone"),
        beside(three(), {}),
        beside(three(), {"2020-21": None}),
        beside(three(make_indicator(unit=Unit.COUNT)), known),
    ):
        assert [each.role for each in drawing(scene).series] == ["ours"]


def test_a_total_of_scotland_is_drawn_where_we_have_no_figure_to_dwarf() -> None:
    bare = make_scene(make_series({"2020-21": None}), make_indicator(unit=Unit.COUNT))
    assert [each.role for each in drawing(beside(bare, {"2020-21": 900.0})).series] == ["scotland", "ours"]


def test_our_line_is_there_even_without_a_single_figure() -> None:
    assert [each.role for each in drawing(make_scene(())).series] == ["ours"]


def with_family(values: dict[str, float | None], compare: str = "family") -> Scene:
    """Three years with the means of the family group."""
    scene = three()
    means = {parse(label): Comparators(family_mean=mean) for label, mean in values.items()}
    history = replace(scene.series.history, comparators=means)
    scheme = scene.indicator.family_scheme
    assert scheme is not None
    family = make_areas().family(scheme, "A", parse("2021-22").end)
    return replace(scene, series=replace(scene.series, history=history), family=family, compare=compare)


def test_the_mean_of_the_family_has_its_own_gaps() -> None:
    found = line(with_family({"2019-20": 9.0, "2020-21": None}), "family")
    assert (found.name, found.values, found.end) == (
        "Family group mean", (9.0, None, None), "Family group mean 9.0%",
    )  # fmt: skip


@pytest.mark.parametrize(("values", "compare"), [({"2019-20": 9.0}, "scotland"), ({}, "family")])
def test_the_family_is_not_drawn_where_it_is_not_asked_for_or_not_known(
    values: dict[str, float | None], compare: str
) -> None:
    assert [each.role for each in drawing(with_family(values, compare)).series] == ["ours"]


def test_other_councils_are_drawn_in_the_order_chosen_below_ours() -> None:
    others = {code: dict(make_series({"2019-20": 1.0})) for code in "BCD"}
    scene = replace(three(), peers=("D", "B", "C"), others=others)
    assert [(each.role, each.name) for each in drawing(scene).series] == [
        ("peer-1", "Council D"), ("peer-2", "Council B"), ("peer-3", "Council C"), ("ours", "Council A"),
    ]  # fmt: skip


def test_a_hidden_figure_of_another_council_is_a_gap_without_a_word() -> None:
    others = {"B": {parse("2019-20"): Figure(None, Status.SUPPRESSED), parse("2020-21"): make_figure(2.0)}}
    scene = replace(three(), peers=("B",), others=others)
    found = line(scene, "peer-1")
    assert (found.values, found.texts, found.end) == ((None, 2.0, None), ("", "2.0%", ""), "Council B 2.0%")


def test_hovering_says_the_figure_with_its_interval_and_the_ribbon_is_that_interval() -> None:
    points = (
        (parse("2020-21"), Figure(10.0, numerator=10, denominator=100)),
        (parse("2021-22"), Figure(9.0)),
    )
    ours = line(make_scene(points, make_indicator(interval=IntervalKind.PERCENTAGE)), "ours")
    assert ours.texts == ("10.0% (95% interval 5.5% to 17.4%)", "9.0%")
    assert ours.intervals[1] is None
    # Wilson's interval of 10 in 100: 0.0552 to 0.1744.
    assert ours.intervals[0] == pytest.approx((5.52, 17.44), abs=0.01)


@pytest.mark.parametrize(
    ("unit", "prefix", "suffix"),
    [(Unit.PERCENT, "", "%"), (Unit.POUNDS, "£", ""), (Unit.POUNDS_MILLION, "£", ""), (Unit.COUNT, "", "")],
)
def test_the_axis_has_the_sign_of_its_unit(unit: Unit, prefix: str, suffix: str) -> None:
    found = drawing(three(make_indicator(unit=unit)))
    assert (found.prefix, found.suffix) == (prefix, suffix)


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["2020-21", "2021-22"], ()),
        (["2012-03"], ("Mar 12",)),
        (["31 July 2019", "31 July 2020"], ("31 Jul 19", "31 Jul 20")),
    ],
)
def test_days_and_months_have_names_that_cannot_be_read_as_years(
    labels: list[str], names: tuple[str, ...]
) -> None:
    assert drawing(make_scene(make_series(dict.fromkeys(labels, 1.0), None))).names == names


@pytest.mark.parametrize(
    ("labels", "shaded"),
    [
        (["2018-19", "2019-20"], None),
        (["2019-20", "2020-21", "2021-22", "2022-23"], ("2020-21", "2021-22")),
        (["2020-21"], ("2020-21", "2020-21")),
        (["31 July 2019", "31 July 2020", "31 July 2022"], ("31 July 2020", "31 July 2020")),
        (["2020-03", "2020-04", "2022-03", "2022-04"], ("2020-04", "2022-03")),
    ],
)
def test_the_pandemic_years_are_shaded_in_any_kind_of_period(
    labels: list[str], shaded: tuple[str, str] | None
) -> None:
    scene = make_scene(make_series(dict.fromkeys(labels, 1.0), None))
    ends = [tuple(parse(label).label for label in shaded)] if shaded else []
    assert [(band.first, band.last) for band in drawing(scene).shaded] == ends


@pytest.mark.parametrize(
    ("changes", "joined"),
    [({}, True), ({"cadence": "biennial"}, False), ({"unit": Unit.YES_NO}, False),
     ({"periods": (PeriodKind.SURVEY_ROUND,)}, False)],
)  # fmt: skip
def test_no_line_joins_what_nobody_measured_between(changes: dict[str, object], joined: bool) -> None:
    assert drawing(three(make_indicator(**changes))).joined is joined


def test_the_name_at_the_end_of_a_line_has_its_last_figure() -> None:
    assert line(three(), "ours").end == "Council A 7.8%"
    gone = make_scene(make_series({"2019-20": 9.0, "2020-21": None}))
    assert line(gone, "ours").end == "Council A 9.0%"
    assert line(make_scene(make_series({"2020-21": None})), "ours").end == "Council A"
