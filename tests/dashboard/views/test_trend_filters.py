"""What can be chosen on the trends screen, over invented series."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.views.choices import Choice, Chosen
from dashboard.views.histories import Series
from dashboard.views.trend_filters import TrendFilters, comparisons, filters, view_of
from dashboard.views.trend_scene import Scene
from indicators.areas import SCOTLAND
from indicators.printed_periods import parse
from indicators.standing import Comparators, History
from tests.builders import THREE_YEARS, make_areas, make_indicator, make_series
from tests.dashboard.views.scenes import make_scene
from tests.dashboard.views.stages import make_row


def scene(
    scotland: dict[str, float | None] | None = None,
    family: dict[str, float | None] | None = None,
    grouped: bool = True,
    **changes: Any,
) -> Scene:
    """Council A over three years, with Scotland's figures and the means of its family."""
    made = make_scene(make_series(THREE_YEARS), **changes)
    history = replace(
        made.series.history,
        comparators={parse(label): Comparators(family_mean=mean) for label, mean in (family or {}).items()},
    )
    beside = History(made.indicator, SCOTLAND, make_series(scotland or {}), {}, made.catalogue)
    group = make_areas().family(make_indicator().family_scheme, "A", parse("2021-22").end)  # type: ignore[arg-type]
    series = Series(history, beside, "none", (), ())
    return replace(made, series=series, family=group if grouped else None)


def chosen() -> Chosen:
    """CHN22 alone."""
    return Chosen((), "children", (Choice("CHN22", "Re-registrations"),), make_indicator())


def at(made: Scene, **query: str) -> TrendFilters:
    """The controls at an address."""
    return filters([made], chosen(), query)


@pytest.mark.parametrize(
    ("scotland", "family", "grouped", "offered"),
    [
        ({}, {}, True, []),
        ({"2021-22": 8.0}, {}, True, ["Scotland", "Alone"]),
        ({}, {"2021-22": 8.4}, True, ["Family", "Alone"]),
        ({"2021-22": 8.0}, {"2021-22": 8.4}, True, ["Scotland and family", "Scotland", "Alone"]),
        ({"2021-22": 8.0}, {"2021-22": 8.4}, False, ["Scotland", "Alone"]),
        ({"2021-22": None}, {"2021-22": None}, True, []),
        ({"2001-02": 8.0}, {"2001-02": 8.4}, True, []),
    ],
)
def test_only_lines_that_there_are_in_view_are_offered(
    scotland: dict[str, float | None], family: dict[str, float | None], grouped: bool, offered: list[str]
) -> None:
    assert [choice.label for choice in comparisons(scene(scotland, family, grouped))] == offered


@pytest.mark.parametrize(
    ("asked", "scotland", "shown"),
    [
        ("family", {"2021-22": 8.0}, "scotland"),
        ("scotland", {"2021-22": 8.0}, "scotland"),
        ("alone", {"2021-22": 8.0}, "alone"),
        ("family", {}, "alone"),
    ],
)
def test_a_comparison_that_is_not_there_becomes_the_first_that_is(
    asked: str, scotland: dict[str, float | None], shown: str
) -> None:
    assert at(scene(scotland, compare=asked)).compare == shown


@pytest.mark.parametrize(
    ("asked", "view"),
    [("", "lines"), ("lines", "lines"), ("table", "table"), ("multiples", "multiples"), ("limits", "limits"),
     ("Table", "lines"), ("<b>", "lines")],
)  # fmt: skip
def test_a_view_is_one_of_four(asked: str, view: str) -> None:
    assert view_of({"view": asked}) == view


def test_the_dates_are_the_ends_of_what_is_in_view_among_all_there_are() -> None:
    made = scene()
    cut = replace(made, periods=made.periods[1:])
    found = at(cut)
    assert (found.first, found.last) == ("2020-21", "2021-22")
    assert [choice.value for choice in found.periods] == ["2019-20", "2020-21", "2021-22"]


def test_without_periods_there_are_no_dates_to_choose() -> None:
    bare = replace(scene(), every=(), periods=())
    assert (at(bare).first, at(bare).last, at(bare).periods) == ("", "", ())


def test_our_own_council_is_not_offered_beside_itself() -> None:
    assert [choice.value for choice in at(scene()).councils] == list("BCDEFGHI")


def test_only_councils_that_are_drawn_are_shown_as_chosen() -> None:
    made = replace(scene(), peers=("B", "C"))
    assert at(made, peers="C,A,X,B").peers == ("C", "B")


@pytest.mark.parametrize(("from_zero", "axis"), [(True, "zero"), (False, "fit")])
def test_the_axis_in_use_is_the_one_marked(from_zero: bool, axis: str) -> None:
    assert at(replace(scene(), from_zero=from_zero)).axis == axis


def on_bases(*held: tuple[str, str]) -> Scene:
    """The scene with rows of areas on bases."""
    made = scene()
    rows = tuple(
        make_row(made.indicator, area, made.series.history.points[0][1])._replace(basis=basis)
        for area, basis in held
    )
    return replace(made, series=replace(made.series, all_rows=rows))


@pytest.mark.parametrize(
    ("held", "offered"),
    [
        ((("A", "cash"), ("A", "real")), ["cash", "real"]),
        ((("A", "cash"), ("B", "real")), []),
        ((("A", "cash"),), []),
        ((), []),
    ],
)
def test_prices_can_be_chosen_only_where_our_own_costs_are_in_both(
    held: tuple[tuple[str, str], ...], offered: list[str]
) -> None:
    priced = replace(chosen(), indicator=make_indicator(priced=True))
    found = filters([on_bases(*held)], priced, {})
    assert [choice.value for choice in found.bases] == offered


@pytest.mark.parametrize(("asked", "basis"), [("", "cash"), ("real", "real"), ("gold", "cash")])
def test_an_unknown_basis_is_cash(asked: str, basis: str) -> None:
    assert at(scene(), basis=asked).basis == basis


def test_every_indicator_drawn_is_shown_as_chosen() -> None:
    other = make_scene(make_series(THREE_YEARS), make_indicator(code="CHN23"))
    assert filters([scene(), replace(other, catalogue=other.catalogue)], _both(), {}).shown == (
        "CHN22",
        "CHN23",
    )


def _both() -> Chosen:
    offered = (Choice("CHN22", "Re-registrations"), Choice("CHN23", "Placements"))
    return replace(chosen(), indicators=offered)
