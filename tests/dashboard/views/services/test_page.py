"""The service pages on the bundled figures: golden figures copied by hand from the files they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from dashboard.views.services.page import PartView, ServiceView, service_list, service_page
from dashboard.views.services.shapes import Cell, Line
from dashboard.views.text import spoken
from etl.pipeline import load_file
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.catalogue_files import CATALOGUE_FOLDER
from indicators.service_pages import PartKind
from indicators.store.engine import upgrade, writer

ABERDEEN, ANGUS, BORDERS = "S12000033", "S12000041", "S12000026"


@pytest.fixture(scope="module")
def returns(
    shared_data: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """A store with the table of options by year of Public Health Scotland, read in place."""
    engine = writer(f"sqlite:///{tmp_path_factory.mktemp('returns') / 'returns.db'}")
    upgrade(engine)
    (path,) = (shared_data / "sds").glob("*_sds_trend.csv")
    load_file(path, engine, catalogue, published="2022-09")
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def shown(
    connection: Connection, catalogue: Catalogue, code: str, area: str, every: bool = False
) -> ServiceView:
    """A page of one council."""
    return service_page(connection, catalogue, catalogue.service_pages[code], catalogue.areas[area], every)


def part(found: ServiceView, title: str) -> PartView:
    """A part by its title."""
    return next(each for each in found.parts if each.title == title)


def rows(found: PartView) -> list[tuple[str, list[str]]]:
    """The lines of a table: name, and what its cells show or say."""
    assert found.content is not None and found.content.grid is not None
    lines = [line for line in found.content.grid.lines if isinstance(line, Line)]
    return [(line.label, [cell.shown or cell.note for cell in line.cells]) for line in lines]


def test_the_funnel_of_adult_protection_is_that_of_the_report(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = shown(connection, catalogue, "adult-protection", dundee.code)
    assert spoken(found.lead) == (
        "Dundee City, 2019-20: 2,147 referrals, 83 investigations (3.9% of referrals) and 40 case "
        "conferences (48.2% of investigations)."
    )
    assert (round(100 * 83 / 2147, 1), round(100 * 40 / 83, 1)) == (3.9, 48.2)
    sources = part(found, "Where referrals come from, and how they are screened")
    assert sources.content is not None
    assert [(step.shown, step.rate) for step in sources.content.steps] == [
        ("2,147", ""),
        ("1,822", "84.9% of referrals"),
        ("656", "30.6% of referrals"),
    ]


def test_adult_protection_says_its_break_and_that_councils_must_not_be_compared(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = shown(connection, catalogue, "adult-protection", dundee.code)
    assert "councils must not be compared" in found.page.caution
    assert [each[:31] for each in found.breaks] == ["[b] Figures from 2024-25 are no"]
    for each in found.parts:
        grid = each.content.grid if each.content else None
        assert grid is None or "Against Scotland" not in grid.columns


def test_the_national_funnel_is_scotlands_alone(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = part(
        shown(connection, catalogue, "adult-protection", dundee.code),
        "Scotland: from referral to case conference",
    )
    assert found.content is not None
    assert [(step.shown, step.note, step.rate) for step in found.content.steps] == [
        ("41,569", "estimated", ""),
        ("5,656", "estimated", "13.6% of referrals"),
        ("4,011", "", "70.9% of investigations"),
    ]


def test_self_directed_support_has_every_cell_of_the_report_and_the_changes_it_should_have_printed(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = part(
        shown(connection, catalogue, "self-directed-support", dundee.code), "People and spending by option"
    )
    assert rows(found) == [
        ("People", ["58", "60", "74", "103", "122", "18.4%"]),
        ("Spending", ["£928,673", "£1,087,024", "£1,522,412", "£1,875,294", "£3,432,428", "83.0%"]),
        ("Spending per person", ["£16,012", "£18,117", "£20,573", "£18,207", "£28,135", "54.5%"]),
        ("People", ["22", "30", "39", "70", "161", "130.0%"]),
        ("Spending", ["£96,279", "£308,726", "£287,817", "£613,366", "£2,062,732", "236.3%"]),
        ("Spending per person", ["£4,376", "£10,291", "£7,380", "£8,762", "£12,812", "46.2%"]),
    ]
    assert round(100 * (3432428.45 / 1875293.80 - 1), 1) == 83.0
    assert round(100 * (2062732.02 / 613366.38 - 1), 1) == 236.3
    assert round(3432428.45 / 122) == 28135
    assert round(2062732.02 / 161) == 12812
    assert found.notes == (
        "Option 1: spending, 2019-20: the report says 3% more than the year before; its own "
        "figures make 83.0%.",
    )


def test_unpaid_work_and_diversion_are_those_of_the_report(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = shown(connection, catalogue, "justice", dundee.code)
    hours = part(found, "Unpaid work: hours imposed and done").content
    assert hours is not None
    assert [(step.shown, step.rate) for step in hours.steps][:2] == [
        ("46,085", ""),
        ("30,934", "67.1% of hours imposed"),
    ]
    assert round(100 * 30934 / 46085, 1) == 67.1
    diversion = part(found, "Diversion from prosecution")
    assert rows(diversion) == [("Referrals", ["129", "140"]), ("Cases completed", ["64", "67"])]
    assert [code for code, _ in diversion.without] == ["DIVERSION_ASSESSMENTS", "DIVERSION_COMMENCED"]
    assert spoken(found.lead).startswith(
        "Dundee City: 532 community payback orders were imposed in 2019-20. That is about the same as in "
        "2018-19. 68.0% of community payback orders that ended in 2019-20 were successfully completed"
    )


def test_mental_health_has_small_numbers_and_scotlands_own_means(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = shown(connection, catalogue, "mental-health", dundee.code)
    assert spoken(found.lead) == (
        "Dundee City: 89 emergency detentions in 2019-20, 2% below its own average of 91 (printed); 158 "
        "short-term detentions in 2019-20, 3% above its own average of 154 (printed); 42 compulsory "
        "treatment orders in 2019-20, 14% above its own average of 37 (printed)."
    )
    orders = dict(rows(part(found, "Detention and treatment")))
    assert orders["Compulsion orders"][:3] == ["13", "10", "+3 (small numbers)"]
    assert orders["Treatment orders"][0] == "[c]"
    granted = dict(rows(part(found, "Scotland")))["Guardianship applications granted"]
    assert granted == ["4,009", "3,199", "+810", "2,980", "35% above"]
    assert round((2657 + 3084 + 3199) / 3) == 2980


def test_the_options_of_a_return_are_people_and_shares_of_all_who_chose(
    returns: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    page = shown(returns, catalogue, "self-directed-support", dundee.code)
    assert spoken(page.lead) == (
        "Dundee City: of 3,180 people who chose in 2020-21, 145 (4.6%) used option 1, 125 (3.9%) used option "
        "2, 2,925 (92.0%) used option 3 and 10 (0.3%) used option 4. People may use more than one option."
    )
    found = part(page, "People by option, all four")
    people = [cells for label, cells in rows(found) if label == "People"]
    assert [cells[4] for cells in people] == ["145", "125", "2,925", "10"]
    shares = [cells[4] for label, cells in rows(found) if label == "Share of all who chose"]
    assert shares == [f"{100 * count / 3180:.1f}%" for count in (145, 125, 2925, 10)]


def test_the_page_leads_with_the_newest_of_two_tables_of_options(
    tmp_path: Path, shared_data: Path, catalogue: Catalogue, dundee: Area
) -> None:
    """The report ends with 2019-20, the return with 2020-21, where ten people used option 4."""
    engine = writer(f"sqlite:///{tmp_path / 'both.db'}")
    upgrade(engine)
    (path,) = (shared_data / "sds").glob("*_sds_trend.csv")
    load_file(path, engine, catalogue, published="2022-09")
    load_file(CATALOGUE_FOLDER.parent / "published" / "dundee_cswo_report.csv", engine, catalogue)
    with engine.connect() as connection:
        found = shown(connection, catalogue, "self-directed-support", dundee.code)
    engine.dispose()
    assert spoken(found.lead).startswith("Dundee City: of 3,180 people who chose in 2020-21")
    report = part(found, "People and spending by option").content
    assert report is not None
    assert "£3,432,428 on option 1 in 2019-20" in spoken(report.sentence)
    rates = [cells for label, cells in rows(part(found, "People by option, all four")) if label[:3] == "Per"]
    assert rates[3][-1] and "%" not in rates[3][-1]


def test_a_return_that_was_carried_forward_is_marked_in_table_and_sentence(
    returns: Connection, catalogue: Catalogue
) -> None:
    found = shown(returns, catalogue, "self-directed-support", ABERDEEN)
    assert spoken(found.lead).endswith("The return repeats an earlier one.")
    options = part(found, "People by option, all four")
    assert options.content is not None and options.content.grid is not None
    first = next(line for line in options.content.grid.lines if isinstance(line, Line))
    assert [cell.note for cell in first.cells[-3:]] == [
        "carried forward", "carried forward", "repeats an earlier return"
    ]  # fmt: skip


def test_a_council_without_figures_is_told_what_would_fill_each_part(
    connection: Connection, catalogue: Catalogue
) -> None:
    found = shown(connection, catalogue, "mental-health", ANGUS)
    assert spoken(found.lead) == (
        "Angus has no figures of its own here yet; each part says what would fill it."
    )
    own = [each for each in found.parts if each.area == ANGUS]
    assert own
    assert all(
        each.content is None
        and "Mental health template" in each.filled_by
        and each.command == "python -m etl template mental_health"
        for each in own
    )


def test_a_calendar_year_is_shown_as_one_and_its_first_stage_is_missed(
    connection: Connection, catalogue: Catalogue
) -> None:
    found = shown(connection, catalogue, "adult-protection", BORDERS)
    assert spoken(found.lead) == (
        "Scottish Borders, 2021: 186 investigations and 27 case conferences (14.5% of investigations)."
    )
    assert found.parts[0].without == (("ASP_REFERRALS", "Adult protection referrals"),)
    assert found.parts[0].notes[0] == (
        "Investigations; Case conferences, 2021: calendar year, not the national basis."
    )


def test_all_periods_has_what_the_last_five_leave_out(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    few = shown(connection, catalogue, "justice", dundee.code)
    every = shown(connection, catalogue, "justice", dundee.code, every=True)
    title = "Scotland: unpaid work"
    assert few.hidden_years and every.hidden_years
    assert ("UNPAID_WORK_LEVEL_1", "Unpaid work requirements of 100 hours or less (last in 2017-18)") in part(
        few, title
    ).without
    assert part(every, title).without == ()
    assert len(rows(part(few, title))) < len(rows(part(every, title)))


def test_no_page_of_any_council_shows_a_suppressed_number_or_fails(
    connection: Connection, catalogue: Catalogue
) -> None:
    for area in catalogue.areas.councils:
        for code in catalogue.service_pages:
            found = shown(connection, catalogue, code, area.code, every=True)
            assert found.lead
            cells = [cell for each in found.parts for cell in _cells(each)]
            assert [
                cell for cell in cells if "suppressed" in cell.note and re.search(r"\d", cell.shown)
            ] == []


def _cells(found: PartView) -> list[Cell]:
    grid = found.content.grid if found.content else None
    return [cell for line in (grid.lines if grid else ()) if isinstance(line, Line) for cell in line.cells]


def test_every_published_number_of_a_table_is_that_of_the_store(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    query = text(
        "SELECT value FROM figures WHERE indicator_code = :code AND area_code IN (:area, 'S92000003')"
    )
    checked = 0
    for code, page in catalogue.service_pages.items():
        for each, declared in zip(
            shown(connection, catalogue, code, dundee.code).parts, page.parts, strict=True
        ):
            if declared.kind is not PartKind.TABLE:
                continue
            for cell in (cell for cell in _cells(each) if cell.code):
                asked = {"code": cell.code, "area": dundee.code}
                held = [value for (value,) in connection.execute(query, asked) if value is not None]
                number = float(re.sub(r"[^\d.]", "", cell.shown))
                assert any(abs(value - number) <= 0.5 for value in held), (cell, held)
                checked += 1
    assert checked > 50


def test_the_list_has_every_page_with_its_sentence(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    listed = service_list(connection, catalogue, dundee)
    assert [page.code for page, _ in listed] == list(catalogue.service_pages)
    assert all(spoken(lead).startswith("Dundee City") for _, lead in listed)
