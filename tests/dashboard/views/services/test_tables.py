"""Tables of a part: missing figures in words, years that are not shown, remarks and breaks."""

from __future__ import annotations

from dashboard.views.services.scene import Scene, cell
from dashboard.views.services.shapes import Cell, Line
from dashboard.views.services.tables import table_content
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak, Unit
from indicators.service_pages import PartKind
from tests.dashboard.views.services.scenes import Values, counted, scene, series

SEVEN = {f"20{year}-{year + 1}": float(year) for year in range(12, 19)}


def table(*found: object, **options: object) -> Scene:
    """A part shown as a table."""
    return scene(PartKind.TABLE, *found, **options)  # type: ignore[arg-type]


def test_a_cell_without_a_number_says_why_and_leads_nowhere() -> None:
    indicator = counted("ORDERS")
    assert cell(indicator, None) == Cell("", "no figure")
    assert cell(indicator, Figure(None, Status.SUPPRESSED)) == Cell("[c]", "suppressed")
    assert cell(indicator, Figure(None, Status.NOT_SUBMITTED)) == Cell("", "not submitted")
    assert cell(indicator, Figure(0.0)) == Cell("0", "", "ORDERS")
    assert cell(indicator, Figure(5.0, Status.CARRIED_FORWARD)) == Cell("5", "carried forward", "ORDERS")


def test_the_last_five_periods_are_shown_unless_all_are_asked_for() -> None:
    found = series(counted("ORDERS"), SEVEN)
    few, every = table(found), table(found, every=True)
    assert [period.label for period in few.periods] == list(SEVEN)[2:]
    assert [period.label for period in every.periods] == list(SEVEN)
    assert few.more_than_shown


def test_an_indicator_with_older_figures_only_is_no_row_of_words() -> None:
    found = table(series(counted("ORDERS"), SEVEN), series(counted("OLD"), {"2009-10": 3.0}))
    content = table_content(found)
    assert content.grid is not None
    assert [line.label for line in content.grid.lines if isinstance(line, Line)] == ["ORDERS"]
    assert found.held == ("ORDERS", "OLD")


def test_the_years_between_that_nobody_holds_are_named() -> None:
    found = table(series(counted("ORDERS"), {"2015-16": 1.0, "2018-19": 2.0}))
    assert found.notes() == ("Nothing is held for 2016-17 and 2017-18.",)


def test_the_same_remark_on_several_periods_is_one_and_the_words_of_a_status_are_none() -> None:
    values: Values = {"2015-16": 40.0, "2016-17": 41.0, "2017-18": Figure(None, Status.AWAITED)}
    remarks = {"2015-16": "rounded", "2016-17": "rounded", "2017-18": "January 2020"}
    found = table(series(counted("ORDERS"), values, remarks))
    assert found.notes() == ("ORDERS, 2015-16 and 2016-17: rounded.",)
    beside = table(series(counted("ORDERS"), values, remarks), series(counted("HOURS"), values, remarks))
    assert beside.notes() == ("ORDERS; HOURS, 2015-16 and 2016-17: rounded.",)


def test_a_base_that_was_halved_is_said_to_be_a_change_of_recording() -> None:
    share = counted("SHARE", unit=Unit.PERCENT, decimals=1)
    values: Values = {
        "2017-18": Figure(76.2, Status.PUBLISHED, 7075.0, 9285.0),
        "2018-19": Figure(78.8, Status.PUBLISHED, 7665.0, 9725.0),
        "2019-20": Figure(90.8, Status.PUBLISHED, 3100.0, 3415.0),
    }
    assert table(series(share, values)).notes() == (
        "SHARE, 2019-20: its base went from 9,725 to 3,415, which points to a change of recording.",
    )


def test_a_break_is_said_when_it_comes_after_the_first_period_shown() -> None:
    early, late = SeriesBreak("2011-12", "long ago"), SeriesBreak("2024-25", "a new survey")
    found = table(series(counted("ORDERS", breaks=(early, late)), SEVEN))
    assert found.breaks() == ["[b] Figures from 2024-25 are not comparable with earlier ones: a new survey."]


def test_the_change_of_a_small_count_carries_its_caution() -> None:
    content = table_content(table(series(counted("ORDERS"), {"2017-18": 10.0, "2018-19": 13.0})))
    assert content.grid is not None
    (line,) = content.grid.lines
    assert isinstance(line, Line)
    assert line.cells[-1] == Cell("3", "up, too few years, small numbers", arrow="up")


def test_where_nothing_is_compared_with_scotland_there_is_no_such_column() -> None:
    content = table_content(table(series(counted("ORDERS"), SEVEN)))
    assert content.grid is not None
    assert content.grid.columns[-1] == "Change on last figure"


def test_months_are_headed_by_the_year_before_they_are_compared_with() -> None:
    months: Values = {"2023-08": 60.0, "2024-07": 90.0, "2024-08": 66.0}
    content = table_content(table(series(counted("DAYS"), months)))
    assert content.grid is not None
    assert content.grid.columns[-1] == "Change on a year before"
    (line,) = content.grid.lines
    assert isinstance(line, Line)
    assert line.cells[-1] == Cell("6", "up, too few years; more than in August 2023", arrow="up")


def test_a_row_without_a_number_in_its_columns_has_no_change() -> None:
    """Its figures are of 2009-10 and 2010-11, before the five years shown."""
    gone = dict.fromkeys(list(SEVEN)[2:], Figure(None, Status.NOT_AVAILABLE))
    older = series(counted("OLD"), {"2009-10": 60.0, "2010-11": 90.0, **gone})
    assert older.latest is not None and older.latest.short is not None
    content = table_content(table(series(counted("ORDERS"), SEVEN), older))
    assert content.grid is not None
    lines = {line.label: line.cells for line in content.grid.lines if isinstance(line, Line)}
    assert [cell.shown for cell in lines["OLD"]] == ["[x]"] * 5 + [""]
    assert lines["OLD"][-1] == Cell("")
    assert lines["ORDERS"][-1].arrow == "up"
