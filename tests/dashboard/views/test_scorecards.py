"""Scorecards, on the bundled figures."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.scorecard_lines import ACTION, NO_INDICATOR, NOT_LOADED, PROJECT
from dashboard.views.scorecard_rows import CardRow
from dashboard.views.scorecards import ScorecardView, scorecard
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.catalogue_files import CATALOGUE_FOLDER
from indicators.vocabulary import Scorecard, Section
from indicators.written.plan_files import read_plans


@pytest.fixture
def plan(connection: Connection, catalogue: Catalogue, dumfries: Area) -> ScorecardView:
    """The Dumfries & Galloway plan."""
    return scorecard(connection, catalogue, catalogue.scorecards["dg-plan"], dumfries)


def rows_of(card: ScorecardView) -> list[CardRow]:
    """All rows in their order."""
    return [row for group in card.groups for part in group.parts for row in part.rows]


def test_the_plan_has_its_69_indicators_in_document_order(plan: ScorecardView) -> None:
    assert [row.code for row in rows_of(plan)] == [f"DG{number:02d}" for number in range(1, 70)]


def test_court_reports_were_98_against_95_percent_and_on_target_in_2018_19(plan: ScorecardView) -> None:
    cell = rows_of(plan)[22].cells[1]
    assert cell.badge is not None
    assert (cell.period, cell.value, cell.target, cell.badge.words) == ("2018-19", "98%", "95%", "On target")


@pytest.mark.parametrize(
    ("number", "column", "value", "target", "words"),
    [
        (2, 1, "£228", "£230", "On target"),
        (4, 2, "5%", "25%", "On target"),
        (34, 1, "15.53 days", "9 days", "Off target"),
        (35, 1, "6.9%", "4%", "Off target"),
        (3, 2, "93.9%", "95.55%", "Within tolerance"),
        (1, 1, "£4,374", "£4,374", "To check"),
    ],
)
def test_printed_figures_have_the_lights_they_should(
    plan: ScorecardView, number: int, column: int, value: str, target: str, words: str
) -> None:
    cell = rows_of(plan)[number - 1].cells[column]
    assert cell.badge is not None
    assert (cell.value, cell.target, cell.badge.words) == (value, target, words)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (7, "New from 2019-20"),
        (21, "Awaited January 2020"),
        (11, "No figure yet, target 50%"),
        (48, "Being collated for the first time"),
    ],
)
def test_a_row_without_any_figure_is_one_line_of_words(plan: ScorecardView, number: int, words: str) -> None:
    assert rows_of(plan)[number - 1].slim == words


def test_a_pending_figure_keeps_its_words_and_its_target(plan: ScorecardView) -> None:
    cell = rows_of(plan)[2].cells[1]
    assert (cell.value, cell.badge, cell.words) == ("", None, "Awaited January 2020, target 95.55%")


def test_missing_figures_are_never_counted_as_red_amber_or_green(plan: ScorecardView) -> None:
    assert [red.code for red in plan.reds] == ["DG34", "DG35"]
    assert spoken(plan.lead).startswith("Of 69 indicators, two are off target.")
    assert sum(not row.slim for row in rows_of(plan)) == 15


def test_the_benchmark_is_scotlands_published_figure_of_the_national_indicator(plan: ScorecardView) -> None:
    row = rows_of(plan)[15]
    assert (row.label, row.benchmark, row.benchmark_note) == ("SW01", "£23.77", "2017-18")


@pytest.mark.parametrize(
    ("code", "benchmark"),
    [
        ("CHN22", "8.0%"),
        ("COMMUNITY_PAYBACK_RATE", "38.0"),
        ("COMMUNITY_PAYBACK_COMMENCED", ""),
        ("ASP_REFERRALS", ""),
        ("LAC_TOTAL", ""),
    ],
)
def test_an_amount_that_grows_with_its_area_has_no_benchmark(
    connection: Connection, catalogue: Catalogue, dundee: Area, code: str, benchmark: str
) -> None:
    view = scorecard(connection, catalogue, catalogue.scorecards["protecting-people"], dundee)
    assert {row.code: row.benchmark for row in rows_of(view)}[code] == benchmark


def test_a_section_shows_its_worst_light_and_counts_but_no_average(plan: ScorecardView) -> None:
    people = next(group for group in plan.groups if group.title.startswith("People"))
    assert (people.worst, people.summary) == ("red", "2 off target, 5 without a light")


def test_a_period_without_any_figure_takes_one_column(plan: ScorecardView) -> None:
    assert [(column.label, column.full) for column in plan.columns] == [
        ("2019-20", False),
        ("2018-19", True),
        ("2017-18", True),
    ]


def test_the_four_projects_stand_in_their_commitments_with_their_lights_of_23_july_2019(
    plan: ScorecardView,
) -> None:
    lines = [line for group in plan.groups for part in group.parts for line in part.lines]
    projects = [(line.light, line.standing, line.words) for line in lines if line.kind == PROJECT]
    assert projects == [
        ("green", "On track", "50% done, 38% of its time gone at 23 July 2019, due 31-Mar-2023"),
        ("red", "Behind", "33% done, 66% of its time gone at 23 July 2019, due 30-Mar-2020"),
        ("green", "Complete", "Complete at 23 July 2019, due 31-Mar-2020"),
        ("green", "On track", "66% done, 47% of its time gone at 23 July 2019, due 31-Mar-2023"),
    ]


def test_a_late_project_is_the_worst_light_of_its_section_but_counted_with_no_indicator(
    plan: ScorecardView,
) -> None:
    first, second = plan.groups[:2]
    assert (first.worst, second.worst) == ("red", "green")
    assert first.summary == (
        "1 within tolerance, 2 on target, 12 without a light; 3 improvement projects, 1 ongoing activity"
    )


def test_commitments_without_an_indicator_and_indicators_without_an_outcome_are_listed(
    plan: ScorecardView,
) -> None:
    assert [words[:24] for words in plan.unmeasured] == [
        "Complete the implementat", "Review the Council's soc", "Continue to prioritise f",
        "Implement UNISON's Ethic", "Work with key partners t",
    ]  # fmt: skip
    # The 36 indicators of the perspectives: the plan names outcomes for its priorities only.
    assert len(plan.without_outcome) == 36
    assert plan.without_outcome[0] == "Days lost to sickness per employee, teachers excluded"


def test_a_project_that_is_not_in_the_store_says_so(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    section = Section("Plan", "", "", projects=("nowhere-P1",), no_indicator=("Views of staff",))
    card = scorecard(connection, catalogue, Scorecard("x", "X", "", "", (), "", (section,)), dundee)
    lines = card.groups[0].parts[0].lines
    assert [(line.kind, line.title, line.words) for line in lines] == [
        (PROJECT, "nowhere-P1", NOT_LOADED),
        (NO_INDICATOR, "Views of staff", ""),
    ]
    assert card.groups[0].summary == "1 improvement project, 1 without an indicator yet"
    assert spoken(card.lead) == "There is no indicator here."


def test_every_project_of_the_catalogues_scorecards_is_one_of_a_published_plan(catalogue: Catalogue) -> None:
    keys = {item.key for item in read_plans(CATALOGUE_FOLDER, catalogue)}
    sections = [section for card in catalogue.scorecards.values() for section in card.sections]
    assert {key for section in sections for key in section.projects} <= keys


@pytest.mark.parametrize(
    ("card", "titles"),
    [
        (
            "protecting-people",
            ["Child protection", "Looked after children", "Adult protection", "Justice and MAPPA",
             "Violence against women and girls", "Substance use"],
        ),
        (
            "social-work",
            ["People: learning and growth", "Process", "Customer", "Finance and assets", "Health and safety"],
        ),
    ],
)  # fmt: skip
def test_a_ready_made_card_has_its_sections_and_says_what_nothing_tells_yet(
    connection: Connection, catalogue: Catalogue, dundee: Area, card: str, titles: list[str]
) -> None:
    found = scorecard(connection, catalogue, catalogue.scorecards[card], dundee)
    assert [group.title for group in found.groups] == titles
    lines = [line for group in found.groups for part in group.parts for line in part.lines]
    assert {line.kind for line in lines if line.kind != ACTION} == {NO_INDICATOR}


def test_each_indicator_of_the_balanced_scorecard_stands_in_its_own_perspective(catalogue: Catalogue) -> None:
    for section in catalogue.scorecards["social-work"].sections:
        assert {catalogue[code].perspective for code in section.indicators} <= {section.perspective}


def test_the_plan_of_one_council_never_shows_another(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    card = scorecard(connection, catalogue, catalogue.scorecards["dg-plan"], dundee)
    assert card.area.name == "Dumfries & Galloway"
    assert card.others_plan


def test_protecting_people_works_for_every_council(connection: Connection, catalogue: Catalogue) -> None:
    for council in catalogue.areas.councils:
        card = scorecard(connection, catalogue, catalogue.scorecards["protecting-people"], council)
        assert card.area == council
        assert card.rows == len(rows_of(card))
        assert len(card.reds) == sum(
            row.standing is not None and row.standing.light.value == "red" for row in rows_of(card)
        )
