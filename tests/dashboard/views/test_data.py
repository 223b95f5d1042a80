"""The data pages' views: sources and their age, loads and their sums, coverage, findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from dashboard.views import data_coverage, data_findings, data_loads, data_sources
from dashboard.views.moments import day_words, moment_words, short_day
from dashboard.views.paging import Paging, asked_page, first_of, whole_number
from dashboard.views.text import spoken
from etl.pipeline import load_file
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store import history
from indicators.store.changes import ChangeRow
from indicators.store.engine import upgrade, writer
from indicators.store.rows import LoadRow

TODAY = date(2025, 3, 1)
PUBLISHED = Path(__file__).parents[3] / "data" / "published"
LOAD = LoadRow(7, "lgbf", "a.csv", "ab" * 32, "2026-11-20T12:58:46+00:00", 10, 4, 3, 1, 1, 0, 1)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-20T12:58:46+00:00", "20 November 2026"),
        ("2024-02-05", "5 February 2024"),
        ("2024-02", "February 2024"),
        ("2024", "2024"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(moment: str, words: str) -> None:
    assert day_words(moment) == words


def test_a_short_date_has_three_letters_of_its_month() -> None:
    assert short_day("2026-09-03T12:58:46+00:00") == "3 Sep 2026"


def test_a_moment_has_its_time() -> None:
    assert moment_words("2026-11-20T02:08:46+00:00") == "20 November 2026, 02:08"


@pytest.mark.parametrize(
    ("asked", "page"),
    [("", 1), ("3", 3), ("0", 1), ("-1", 1), ("1e3", 1), ("²", 1), ("9" * 12, 1), ("x", 1)],
)
def test_only_a_plain_number_asks_for_a_part(asked: str, page: int) -> None:
    assert asked_page({"page": asked}) == page


def test_a_part_of_a_list_says_where_it_is() -> None:
    assert (Paging(2, 245).words, Paging(5, 245).words) == ("51 to 100 of 245", "201 to 245 of 245")
    assert (Paging(1, 245).pages, Paging(1, 250).pages, Paging(1, 0).pages) == (5, 5, 1)
    assert (first_of(1), first_of(3), whole_number("12")) == (0, 100, 12)


def test_sources_that_are_older_than_their_cycle_come_first(
    connection: Connection, catalogue: Catalogue
) -> None:
    found = data_sources.sources(connection, catalogue, TODAY)
    late = [line.late for line in found.held]
    assert late == sorted(late, reverse=True)
    assert len(found.held) + len(found.empty) == len(catalogue.sources)
    assert spoken(found.lead).startswith(f"{len(found.held)} sources hold figures; ")
    assert {"lgbf", "justice_social_work_statistics"} <= {line.code for line in found.held}


def test_a_source_says_how_old_its_newest_edition_is(connection: Connection, catalogue: Catalogue) -> None:
    lgbf = catalogue.sources["lgbf"]
    line = data_sources.source_line(connection, lgbf, TODAY)
    assert (line.edition, line.published, line.age) == (
        "LGBF, February 2024",
        "February 2024",
        "published 1 year and 1 month ago",
    )
    assert (line.fresh, line.late) == ("Within its cycle", False)
    later = data_sources.source_line(connection, lgbf, date(2025, 6, 1))
    assert (later.fresh, later.late) == ("Older than its cycle", True)
    loose = data_sources.source_line(connection, replace(lgbf, cadence="irregular"), TODAY)
    assert (loose.fresh, loose.late) == ("No fixed cycle", False)
    assert line.next_release == "not announced"


def test_a_source_without_figures_is_said_to_have_none(connection: Connection, catalogue: Catalogue) -> None:
    line = data_sources.source_line(connection, catalogue.sources["council_return"], TODAY)
    assert (line.fresh, line.edition, line.loaded, line.figures) == ("Nothing loaded yet", "", "never", "0")


def test_the_editions_of_a_source_have_their_periods(connection: Connection, catalogue: Catalogue) -> None:
    newest, *_ = data_sources.editions_of(connection, catalogue.sources["lgbf"])
    assert (newest.label, newest.kept, newest.periods) == (
        "LGBF, February 2024",
        "6,419",
        "2010-11 to 2022-23",
    )


@pytest.mark.parametrize(
    ("read", "adds_up", "check"), [(10, True, "adds up"), (12, False, "2 too few"), (9, False, "1 too many")]
)
def test_the_six_outcomes_are_held_against_the_rows_read(
    catalogue: Catalogue, read: int, adds_up: bool, check: str
) -> None:
    line = data_loads.load_line(LOAD._replace(read=read), catalogue)
    assert (line.adds_up, line.check) == (adds_up, check)
    assert [name for name, _ in line.counts] == list(data_loads.OUTCOMES)


def test_every_load_of_the_bundle_adds_up(connection: Connection, catalogue: Catalogue) -> None:
    found = data_loads.loads(connection, catalogue, {})
    assert len(found.lines) == len(list(PUBLISHED.glob("*.csv")))
    assert all(line.adds_up for line in found.lines)
    beyond = data_loads.loads(connection, catalogue, {"page": "99"})
    assert (beyond.paging.page, beyond.lines) == (1, found.lines)


def load_of(connection: Connection, catalogue: Catalogue, file: str, **query: str) -> data_loads.LoadView:
    """The view of the bundled file's load."""
    _, rows = history.loads_held(connection)
    (row,) = (row for row in rows if row.file_name == file)
    return data_loads.load_view(connection, catalogue, row, query)


def test_a_load_lists_what_it_replaced_with_both_values(connection: Connection, catalogue: Catalogue) -> None:
    found = load_of(connection, catalogue, "lgbf.csv")
    assert spoken(found.lead) == "7,140 rows read, none refused; 53 replaced a figure that was there."
    assert (found.paging.total, len(found.changes), found.kept_back) == (53, 50, 0)
    (row,) = (each for each in found.changes if (each.code, each.of) == ("CHN08a", "Scotland, 2019-20, cash"))
    assert (row.kind, row.old, row.new, row.size) == ("Revised", "£3,845", "£3,910", "↑ £65")
    assert (row.old_edition, row.new_edition) == (
        "LGBF, 2022 (data to 2020-21)",
        "LGBF, 2023 (data to 2021-22)",
    )
    rest = load_of(connection, catalogue, "lgbf.csv", page="2")
    assert len(rest.changes) == 3
    assert load_of(connection, catalogue, "lgbf.csv", page="9").changes == found.changes


def test_changes_that_could_identify_people_are_counted_and_not_listed(
    connection: Connection, catalogue: Catalogue
) -> None:
    found = load_of(connection, catalogue, "child_protection_statistics.csv")
    assert not any(catalogue[each.code].disclosive for each in found.changes)
    revised = dict(found.line.counts)["revised"]
    assert found.kept_back == int(revised) - len(found.changes) > 0


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (7.8, 9.6, ("7.8%", "9.6%", "↑ 1.8 points")),
        (20.861, 20.859, ("20.861%", "20.859%", "↓ 0.002 points")),
        (None, 9.6, ("Not available", "9.6%", "")),
        (9.6, None, ("9.6%", "Not available", "")),
        (9.6, 9.6, ("9.6%", "9.6%", "")),
    ],
)
def test_a_change_is_shown_as_finely_as_it_takes_to_see_it(
    catalogue: Catalogue, old: float | None, new: float | None, shown: tuple[str, str, str]
) -> None:
    statuses = ["published" if value is not None else "not_available" for value in (old, new)]
    row = ChangeRow(
        "CHN22", "S12000042", "2021-22", "none", "revision", old, statuses[0], "A", new, statuses[1], "B"
    )
    line = data_loads._change(row, catalogue)
    assert (line.old, line.new, line.size) == shown
    assert line.of == "Dundee City, 2021-22"


@pytest.mark.parametrize(
    ("period", "kind", "year"),
    [
        ("2019-20", "financial_year", "2019-20"),
        ("2019-20", "care_year", "2019-20"),
        ("2019-20", "survey_round", "2019-20"),
        ("2017-20", "window", "2019-20"),
        ("2019-20 Q4", "quarter", "2019-20"),
        ("2020-03", "month", "2019-20"),
        ("2020-04", "month", "2020-21"),
        ("2019-07-31", "day", "2019-20"),
        ("2019", "calendar_year", "2019-20"),
    ],
)
def test_every_kind_of_period_stands_in_one_year(period: str, kind: str, year: str) -> None:
    assert data_coverage.year_of(period, kind) == year


@pytest.mark.parametrize(
    ("councils", "level"), [(0, 0), (1, 1), (15, 1), (16, 2), (27, 2), (28, 3), (31, 3), (32, 4)]
)
def test_the_shade_follows_the_share_of_councils(councils: int, level: int) -> None:
    assert data_coverage.level_of(councils, 32) == level


def test_coverage_counts_councils_year_by_year(connection: Connection, catalogue: Catalogue) -> None:
    found = data_coverage.coverage(connection, catalogue, {"service": "children"})
    (line,) = (line for line in found.lines if line.code == "CHN22")
    by_year = dict(zip(found.years, line.cells, strict=True))
    assert (by_year["2021-22"].councils, by_year["2020-21"].councils) == (31, 31)
    assert by_year["2012-13"] == data_coverage.CoverageCell(32, 4)
    assert by_year["2011-12"] == data_coverage.CoverageCell(0, 0)
    assert list(found.years) == sorted(found.years, reverse=True)
    assert all(any(line.cells[at].councils for line in found.lines) for at in range(len(found.years)))
    assert all(any(cell.councils for cell in line.cells) for line in found.lines)
    assert len(found.lines) + len(found.without) == len(catalogue.of_service("children"))


def test_an_unknown_service_is_the_first(connection: Connection, catalogue: Catalogue) -> None:
    assert data_coverage.coverage(connection, catalogue, {"service": "nothing"}).service == "children"


def test_findings_are_counted_by_rule_and_listed_on_request(connection: Connection) -> None:
    found = data_findings.findings(connection, {})
    assert (found.rule, found.listed) == (data_findings.ALL, ())
    counts = {each.rule: each.found for each in found.rules}
    listed = data_findings.findings(connection, {"rule": "sudden change"})
    assert listed.paging.total == counts["sudden change"]
    assert len(listed.listed) == min(counts["sudden change"], 50)
    assert all(not each.sentence.startswith(each.place) for each in listed.listed)


def test_findings_may_be_of_one_load(connection: Connection) -> None:
    _, rows = history.loads_held(connection)
    (lgbf,) = (row.id for row in rows if row.file_name == "lgbf.csv")
    found = data_findings.findings(connection, {"load": str(lgbf), "rule": "sudden change"})
    assert found.listed
    assert {each.load for each in found.listed} == {lgbf}
    assert spoken(data_findings.findings(connection, {"load": "99"}).lead) == "Nothing was found in load 99."


def test_a_first_number_is_listed_as_such_and_not_as_revised(
    tmp_path: Path, catalogue: Catalogue, dundee: Area
) -> None:
    engine = writer(f"sqlite:///{tmp_path / 'first.db'}")
    upgrade(engine)
    header = (PUBLISHED / "lgbf.csv").read_text(encoding="utf-8").splitlines()[0]
    for year, (first, second) in ((2023, ("", "7.1")), (2024, ("6.5", "7.5"))):
        rows = [
            f"CHN22,{dundee.name},{period},financial_year,none,{value},"
            f"{'published' if value else 'awaited'},,,Improvement Service,LGBF {year},{year}-02,row,"
            for period, value in (("2020-21", first), ("2019-20", second))
        ]
        (tmp_path / "lgbf.csv").write_text("\n".join((header, *rows, "")), encoding="utf-8")
        load_file(tmp_path / "lgbf.csv", engine, catalogue)
    with engine.connect() as connection:
        row = max(history.loads_held(connection)[1], key=lambda each: each.id)
        found = data_loads.load_view(connection, catalogue, row, {})
    engine.dispose()
    assert sorted((row.kind, row.old, row.new) for row in found.changes) == [
        ("First number", "Awaited", "6.5%"),
        ("Revised", "7.1%", "7.5%"),
    ]
