"""Pivot tables: what stands where, and when a table is refused."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.views import explore_pivot
from dashboard.views.explore_pivot import Pivot, Refused, pivots, signs_of
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.figures import Figure, Status
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store.rows import FigureRow
from tests.dashboard.conftest import DUMFRIES, DUNDEE


def row(
    indicator: str = "CHN22",
    area: str = DUNDEE,
    period: str = "2020-21",
    value: float | None = 9.7,
    status: Status = Status.PUBLISHED,
    basis: str = "none",
    kind: PeriodKind | None = None,
) -> FigureRow:
    """A figure; say only what differs."""
    figure = Figure(value, status)
    return FigureRow(
        indicator, area, parse(period, kind), basis, figure, "", "lgbf", "LGBF", "B2", "", "", "2022-23", None
    )


def tables(catalogue: Catalogue, rows: list[FigureRow], view: str) -> tuple[Pivot, ...]:
    """The tables of a view that is not refused."""
    made = pivots(catalogue, rows, view)
    assert not isinstance(made, Refused)
    return made


ROWS = [
    row(),
    row(period="2021-22", value=7.8),
    row(area=DUMFRIES, value=None, status=Status.NOT_AVAILABLE),
    row(area=SCOTLAND, period="2021-22", value=8.04, status=Status.PROVISIONAL),
]


def test_a_revised_figure_has_its_sign_before_that_of_its_status(catalogue: Catalogue) -> None:
    revised = {("CHN22", SCOTLAND, "2021-22", "none"), ("CHN22", DUNDEE, "2020-21", "cash")}
    made = pivots(catalogue, ROWS, "area-period", revised)
    assert not isinstance(made, Refused)
    cells = {line.heading: line.cells for line in made[0].rows}
    assert cells["Scotland"] == ("8.0% [r] [p]", "")
    assert cells["Dundee City"] == ("7.8%", "9.7%")
    assert "[r] revised since first published" in signs_of(ROWS, revised)
    assert not any(sign.startswith("[r]") for sign in signs_of(ROWS))


def test_areas_by_period_has_one_table_an_indicator_with_scotland_first(catalogue: Catalogue) -> None:
    (table,) = tables(catalogue, ROWS, "area-period")
    assert table.caption == "Child protection re-registrations within 18 months: areas by period"
    assert (table.corner, table.columns) == ("Area", ("2021-22", "2020-21"))
    assert [(line.heading, line.cells) for line in table.rows] == [
        ("Scotland", ("8.0% [p]", "")),
        ("Dumfries & Galloway", ("", "[x]")),
        ("Dundee City", ("7.8%", "9.7%")),
    ]


def test_indicators_by_period_has_one_table_an_area(catalogue: Catalogue) -> None:
    made = tables(catalogue, ROWS, "indicator-period")
    assert [table.caption.split(":")[0] for table in made] == [
        "Scotland",
        "Dumfries & Galloway",
        "Dundee City",
    ]
    assert made[2].rows[0].below == "CHN22"


def test_a_row_leads_to_the_trend_of_its_council_and_indicator(catalogue: Catalogue) -> None:
    (by_area,) = tables(catalogue, ROWS, "area-period")
    assert [line.leads_to for line in by_area.rows] == [None, (DUMFRIES, "CHN22"), (DUNDEE, "CHN22")]
    scotland, *councils = tables(catalogue, ROWS, "indicator-period")
    assert scotland.rows[0].leads_to is None
    assert [table.rows[0].leads_to for table in councils] == [(DUMFRIES, "CHN22"), (DUNDEE, "CHN22")]
    assert tables(catalogue, ROWS, "indicator-area")[0].rows[0].leads_to == ("", "CHN22")


def test_indicators_by_area_has_one_table_a_period_the_newest_first(catalogue: Catalogue) -> None:
    made = tables(catalogue, ROWS, "indicator-area")
    assert [table.caption for table in made] == ["2021-22: indicators by area", "2020-21: indicators by area"]
    assert made[1].columns == ("Dumfries & Galloway", "Dundee City")


def test_cash_and_real_terms_never_share_a_row_or_a_table(catalogue: Catalogue) -> None:
    rows = [row("SW01", value=20.0, basis="cash"), row("SW01", value=25.0, basis="real")]
    headings = [line.heading for line in tables(catalogue, rows, "indicator-period")[0].rows]
    assert [heading.rsplit(", ", 1)[1] for heading in headings] == ["cash", "real terms 2022-23"]
    assert len(tables(catalogue, rows, "area-period")) == 2


def test_a_status_without_a_number_or_a_sign_is_said_in_words(catalogue: Catalogue) -> None:
    (table,) = tables(catalogue, [row(value=None, status=Status.AWAITED)], "area-period")
    assert table.rows[0].cells == ("Awaited",)


def test_years_of_one_label_share_a_column_and_the_newest_stands_at_the_left(catalogue: Catalogue) -> None:
    rows = [
        row("CHN09", period="2019-20", kind=PeriodKind.CARE_YEAR),
        row("SW01", period="2019-20", kind=PeriodKind.FINANCIAL_YEAR),
        row("CHN09", period="2020-07-31"),
        row("SW01", period="2018-19", kind=PeriodKind.FINANCIAL_YEAR),
    ]
    (table,) = tables(catalogue, rows, "indicator-period")
    assert table.columns == ("31 July 2020", "2019-20", "2018-19")
    assert rows[0].period.end == date(2020, 7, 31)


@pytest.mark.parametrize(
    ("rows", "view", "why"),
    [
        ([row(period=f"20{n:02d}-{n + 1:02d}") for n in range(1, 15)], "indicator-area",
         "This would be 14 tables, one for each period; 12 is the most."),
        ([row(period=f"{2015 + n // 12}-{n % 12 + 1:02d}") for n in range(41)], "area-period",
         "A table would have 41 periods side by side; 40 is the most."),
    ],
)  # fmt: skip
def test_a_view_too_large_for_a_screen_is_refused_with_its_size(
    catalogue: Catalogue, rows: list[FigureRow], view: str, why: str
) -> None:
    assert pivots(catalogue, rows, view) == Refused(why)


def test_sparse_tables_with_too_many_cells_are_refused(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explore_pivot, "MOST_CELLS", 5)
    assert pivots(catalogue, ROWS, "area-period") == Refused("The tables would have 6 cells; 5 is the most.")


def test_no_figures_make_no_tables(catalogue: Catalogue) -> None:
    assert pivots(catalogue, [], "area-period") == ()


def test_a_row_of_signs_alone_is_told_apart_and_the_signs_are_explained(catalogue: Catalogue) -> None:
    (table,) = tables(catalogue, ROWS, "area-period")
    assert [(line.heading, line.known) for line in table.rows] == [
        ("Scotland", True),
        ("Dumfries & Galloway", False),
        ("Dundee City", True),
    ]
    assert signs_of(ROWS) == ("[p] provisional", "[x] not available")
