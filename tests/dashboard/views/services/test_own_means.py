"""A figure beside the mean of its own years before: enough years, small counts, and no judgement."""

from __future__ import annotations

import re

import pytest

from dashboard.views.services.own_means import against_own_mean, own_mean_content
from dashboard.views.services.shapes import Content, Line
from dashboard.views.text import spoken
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak
from indicators.service_pages import PartKind
from tests.dashboard.views.services.scenes import Values, counted, scene, series

SIX = dict(zip(("2014-15", "2015-16", "2016-17", "2017-18", "2018-19", "2019-20"), range(6), strict=True))


def years(*values: float | Figure | None) -> Values:
    """Figures of consecutive years up to 2019-20."""
    return dict(zip(list(SIX)[-len(values) :], values, strict=True))


def content(*values: float | Figure | None, **changes: object) -> Content:
    """The part of one indicator called Detentions."""
    return own_mean_content(
        scene(PartKind.OWN_MEAN, series(counted("Detentions", **changes), years(*values)))
    )


def cells(found: Content) -> list[str]:
    """What the only row shows or, without a number, its words."""
    assert found.grid is not None
    (line,) = found.grid.lines
    assert isinstance(line, Line)
    return [cell.shown or cell.note for cell in line.cells]


def test_the_latest_stands_beside_the_mean_of_the_five_before_it() -> None:
    found = content(90.0, 95.0, 85.0, 92.0, 93.0, 89.0)
    assert cells(found) == ["89", "93", "−4", "91", "2% below"]
    assert spoken(found.sentence) == ("Council A: 89 detentions in 2019-20, 2% below its own average of 91.")


def test_small_counts_say_the_difference_itself() -> None:
    found = content(10.0, 10.0, 10.0, 13.0)
    assert cells(found) == ["13", "10", "+3 (small numbers)", "10", "+3 (small numbers)"]
    assert spoken(found.sentence) == (
        "Council A: 13 detentions in 2019-20, +3 (small numbers) on its own average of 10."
    )


@pytest.mark.parametrize("earlier", [(), (80.0,), (80.0, 85.0)])
def test_with_fewer_than_three_years_before_there_is_no_mean_and_it_says_why(
    earlier: tuple[float, ...],
) -> None:
    found = content(*earlier, 89.0)
    assert cells(found)[3:] == ["", "needs three earlier years"]
    assert spoken(found.sentence) == (
        "Council A: 89 detentions in 2019-20. None has the three earlier years that a mean of its own needs."
    )


def test_no_year_before_a_break_is_in_a_mean_or_a_change() -> None:
    broken = (SeriesBreak("2019-20", "counted anew"),)
    found = content(90.0, 95.0, 85.0, 92.0, 89.0, breaks=broken)
    assert cells(found) == ["89", "92", "[b] not comparable", "", "needs three earlier years"]


def test_a_suppressed_figure_gives_nothing_away() -> None:
    hidden = Figure(None, Status.SUPPRESSED)
    found = content(30.0, 31.0, 32.0, hidden)
    assert cells(found) == ["[c]", "32", "not compared", "", "needs three earlier years"]
    assert found.sentence == ()


def test_a_year_to_check_is_neither_compared_with_nor_in_the_mean() -> None:
    doubtful = Figure(900.0, Status.DOUBTFUL)
    found = series(counted("Detentions"), years(60.0, 60.0, 60.0, doubtful, 66.0))
    mean, words = against_own_mean(found)
    assert mean is not None
    assert (mean.mean, mean.n, words) == (60.0, 3, "10% above")


def test_no_word_judges_a_count() -> None:
    found = content(90.0, 95.0, 85.0, 92.0, 93.0, 150.0)
    said = " ".join((*cells(found), spoken(found.sentence)))
    assert not re.search(r"improv|worse|better|good|bad|target", said)


def beside_printed(window: str, mean: float | Figure, *values: float) -> Content:
    """Detentions beside a printed mean of a window of years."""
    shown = series(counted("Detentions"), years(*values))
    means = series(counted("MEAN"), {window: mean})
    return own_mean_content(
        scene(PartKind.OWN_MEAN, shown, means, indicators=("Detentions",), means=("MEAN",))
    )


@pytest.mark.parametrize("window", ["2015-20", "2014-19"])
def test_a_printed_mean_takes_the_place_of_years_that_are_not_held(window: str) -> None:
    """89 against a printed 91; its window ends with the figure or just before it."""
    found = beside_printed(window, 91.0, 89.0)
    assert cells(found)[-2:] == ["91", "2% below"]
    assert found.grid is not None and isinstance(found.grid.lines[0], Line)
    assert found.grid.lines[0].cells[3].note == f"printed, mean of {window}"
    assert spoken(found.sentence).endswith("2% below its own average of 91 (printed).")


@pytest.mark.parametrize(
    ("window", "mean"), [("2012-17", 91.0), ("2016-21", 91.0), ("2015-20", Figure(None, Status.SUPPRESSED))]
)
def test_a_printed_mean_of_other_years_or_without_a_number_is_none(window: str, mean: float | Figure) -> None:
    assert cells(beside_printed(window, mean, 89.0))[-2:] == ["", "needs three earlier years"]


def test_own_years_go_before_a_printed_mean() -> None:
    assert cells(beside_printed("2015-20", 91.0, 100.0, 100.0, 100.0, 89.0))[-2:] == ["100", "11% below"]
