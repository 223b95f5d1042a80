"""A target beside what is known, and one that a reader tries, over invented figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.target_check import Beside, TargetCheck, target_check
from dashboard.views.words import Badge
from indicators.areas import SCOTLAND
from indicators.figures import Figure, Status
from indicators.indicator import Indicator, Polarity, Unit
from indicators.printed_periods import parse
from indicators.standing import Comparators
from indicators.targets import Target, TargetRule
from tests.builders import (
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    THREE_YEARS,
    make_areas,
    make_history,
    make_indicator,
    make_rule,
    make_series,
    make_target,
)
from tests.dashboard.views.scenes import make_scene
from tests.dashboard.views.stages import NINE, Values, make_row

KNOWN = Comparators(scotland=8.0, family_mean=8.5, family_fourth=7.0)


def check(
    councils: Values | None = None,
    indicator: Indicator | None = None,
    targets: tuple[Target, ...] = (),
    typed: str = "",
    comparators: Comparators = KNOWN,
    value: float | None = 7.8,
) -> TargetCheck | None:
    """The check of council A in 2021-22, with the councils beside it."""
    indicator = indicator or make_indicator()
    points = make_series({**THREE_YEARS, "2021-22": value})
    found = {"2020-21": Comparators(family_fourth=8.3), "2021-22": comparators}
    standing = make_history(points, found, targets, indicator).at(parse("2021-22"))
    rows = [
        make_row(indicator, area, figure if isinstance(figure, Figure) else Figure(figure))
        for area, figure in (councils or {}).items()
        if figure is not None
    ]
    scene = make_scene(points, indicator, targets, family=_family(indicator))
    return target_check(scene, standing, rows, {"try": typed})


def _family(indicator: Indicator) -> object:
    areas = make_areas()
    return (
        areas.family(indicator.family_scheme, "A", parse("2021-22").end) if indicator.family_scheme else None
    )


def rows_of(found: TargetCheck | None) -> dict[str, tuple[str, str]]:
    """The rows by name."""
    assert found is not None
    return {row.name: (row.value, row.target) for row in found.rows}


@pytest.mark.parametrize(
    ("polarity", "checked"), [(LOWER, True), (HIGHER, True), (NEITHER, False), (RANGE, False)]
)
def test_only_what_has_one_better_way_is_checked(polarity: Polarity, checked: bool) -> None:
    assert (check(indicator=make_indicator(polarity=polarity)) is not None) == checked


def test_without_a_number_there_is_nothing_to_check() -> None:
    assert check(value=None, typed="5") is None


def test_without_a_target_the_known_figures_stand_alone() -> None:
    found = check()
    assert found is not None
    assert (found.when, found.said, found.badge, found.flag) == (
        "2021-22", "No target is set for this period.", None, "",
    )  # fmt: skip
    assert rows_of(found) == {
        "Council A, 2021-22": ("7.8%", ""),
        "Scotland": ("8.0%", ""),
        "Family group mean": ("8.5%", ""),
        "Fourth of the family group": ("7.0%", ""),
    }


def test_a_target_says_how_much_harder_it_is_than_what_others_have_reached() -> None:
    found = check(targets=(make_target(value=7.5),))
    assert found is not None
    assert found.said == "Target: 7.5%."
    assert rows_of(found) == {
        "Council A, 2021-22": ("7.8%", "0.3 points harder"),
        "Scotland": ("8.0%", "0.5 points harder"),
        "Family group mean": ("8.5%", "1.0 point harder"),
        "Fourth of the family group": ("7.0%", "0.5 points easier"),
    }


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (8.0, "the same"),
        (8.04, "the same as shown"),
        (7.96, "the same as shown"),
        (7.94, "0.1 points harder"),
    ],
)
def test_a_difference_too_small_to_be_shown_is_never_called_harder_or_easier(
    target: float, said: str
) -> None:
    found = check(targets=(make_target(value=target),))
    assert found is not None
    assert rows_of(found)["Scotland"][1] == said


def test_where_higher_is_better_harder_is_higher() -> None:
    found = check(targets=(make_target(value=8.0),), indicator=make_indicator(polarity=HIGHER))
    assert {name: row[1] for name, row in rows_of(found).items()} == {
        "Council A, 2021-22": "0.2 points harder",
        "Scotland": "the same",
        "Family group mean": "0.5 points easier",
        "Fourth of the family group": "1.0 point harder",
    }


@pytest.mark.parametrize(
    ("polarity", "value", "flagged"),
    [(LOWER, 8.0, True), (LOWER, 7.8, False), (LOWER, 7.5, False),
     (HIGHER, 7.5, True), (HIGHER, 7.8, False), (HIGHER, 8.0, False)],
)  # fmt: skip
def test_a_target_worse_than_the_figure_is_flagged(polarity: Polarity, value: float, flagged: bool) -> None:
    found = check(targets=(make_target(value=value),), indicator=make_indicator(polarity=polarity))
    assert found is not None
    said = f"The target of {value:g}% is worse than the figure already reached, 7.8%."
    assert found.flag == (said if flagged else "")


def test_a_rule_moves_by_itself_and_is_never_flagged_but_what_is_tried_is() -> None:
    """The rule gives 8.3, the family's fourth place a year before; 7.8 is better."""
    by_rule = (make_rule(TargetRule.FAMILY_FOURTH),)
    found, tried = check(targets=by_rule), check(targets=by_rule, typed="9")
    assert found is not None and tried is not None
    assert (found.target, found.flag) == ("8.3%", "")
    assert tried.flag == "The target of 9% is worse than the figure already reached, 7.8%."


@pytest.mark.parametrize(
    ("typed", "target", "badge"),
    [
        ("8", "8%", Badge("green", "On target")),
        ("7.8", "7.8%", Badge("green", "On target")),
        ("7.5", "7.5%", Badge("amber", "Within tolerance")),
        ("7.43", "7.43%", Badge("amber", "Within tolerance")),
        ("7.42", "7.42%", Badge("red", "Off target")),
        ("  8.0 ", "8%", Badge("green", "On target")),
        ("0", "0%", Badge("red", "Off target")),
        ("-3", "−3%", Badge("red", "Off target")),
        ("1e2", "100%", Badge("green", "On target")),
    ],
)
def test_a_number_that_is_tried_gets_the_light_it_would_give_with_five_percent_tolerance(
    typed: str, target: str, badge: Badge
) -> None:
    found = check(targets=(make_target(value=1.0),), typed=typed)
    assert found is not None
    assert (found.target, found.badge, found.tried) == (target, badge, typed.strip())


@pytest.mark.parametrize(
    "typed", ["", " ", "abc", "nan", "inf", "-inf", "1e12", "1e400", "8%", "1,5", "<b>8</b>", "٣x", "8" * 401]
)
def test_anything_that_is_no_number_leaves_the_target_that_is_set(typed: str) -> None:
    found = check(targets=(make_target(value=8.4),), typed=typed)
    assert found is not None
    assert (found.target, found.tried, found.badge) == ("8.4%", "", None)


@given(st.text(max_size=30))
def test_whatever_is_typed_never_fails_and_keeps_the_figure(typed: str) -> None:
    assert rows_of(check(typed=typed))["Council A, 2021-22"][0] == "7.8%"


def test_the_best_councils_are_named_with_their_figures() -> None:
    found = check({**NINE, SCOTLAND: 0.1}, targets=(make_target(value=2.0),))
    assert rows_of(found)["Best of the family group: Council B"] == ("1.0%", "1.0 point easier")
    assert rows_of(found)["Best of the councils: Council B"] == ("1.0%", "1.0 point easier")


def test_the_best_of_all_may_lie_outside_the_family() -> None:
    names = [name for name in rows_of(check({**NINE, "I": 0.5})) if name.startswith("Best")]
    assert names == ["Best of the family group: Council B", "Best of the councils: Council I"]


def test_councils_alike_are_named_by_name() -> None:
    assert "Best of the councils: Council A" in rows_of(check(dict.fromkeys(NINE, 4.0)))


@pytest.mark.parametrize("missing", [None, Figure(9.9, Status.DOUBTFUL), Figure(None, Status.SUPPRESSED)])
def test_below_eight_figures_nobody_is_called_best(missing: Figure | None) -> None:
    """Nine councils, of which B (the best) and C have none that counts: seven are left."""
    names = rows_of(check({**NINE, "B": missing, "C": missing}))
    assert not [name for name in names if name.startswith("Best")]


def test_a_hidden_figure_is_never_the_best() -> None:
    found = check({**NINE, "B": Figure(None, Status.SUPPRESSED)})
    assert "Best of the councils: Council C" in rows_of(found)
    assert not [name for name in rows_of(found) if "Council B" in name]


@pytest.mark.parametrize(
    ("changes", "absent"),
    [
        ({"unit": Unit.COUNT}, {"Scotland", "Best of the councils: Council B"}),
        ({"council_benchmark": False}, {"Best of the councils: Council B"}),
        ({"family_scheme": None}, {"Best of the family group: Council B"}),
    ],
)
def test_a_comparison_that_is_not_allowed_is_not_made(changes: dict[str, object], absent: set[str]) -> None:
    names = rows_of(check(NINE, make_indicator(**changes)))
    assert "Council A, 2021-22" in names
    assert not absent & set(names)


def test_unknown_comparators_have_no_row() -> None:
    assert rows_of(check(comparators=Comparators())) == {"Council A, 2021-22": ("7.8%", "")}


def test_the_first_row_is_always_ours() -> None:
    found = check(NINE)
    assert found is not None
    assert found.rows[0] == Beside("Council A, 2021-22", "7.8%", "")
