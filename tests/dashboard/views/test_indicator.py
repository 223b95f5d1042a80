"""The indicator screen, on the bundled figures: every number traced, every badge explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from dashboard.views.indicator import IndicatorStory, indicator_story
from dashboard.views.text import spoken
from dashboard.views.workings import Fact
from etl.pipeline import load_file
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.catalogue_files import CATALOGUE_FOLDER
from indicators.store.engine import upgrade, writer

PUBLISHED = CATALOGUE_FOLDER.parent / "published" / "lgbf.csv"


def story(
    connection: Connection, catalogue: Catalogue, area: Area, code: str, **query: str
) -> IndicatorStory:
    """The story of one indicator of a council."""
    return indicator_story(connection, catalogue, area, catalogue[code], query)


@pytest.fixture
def found(connection: Connection, catalogue: Catalogue, dundee: Area) -> IndicatorStory:
    """CHN22 of Dundee City."""
    return story(connection, catalogue, dundee, "CHN22")


def fact(found: IndicatorStory, name: str) -> Fact:
    """One line of the status card."""
    return next(each for each in found.facts if each.name == name)


def test_the_status_card_says_what_the_design_says(found: IndicatorStory) -> None:
    assert (found.when, found.value) == ("Dundee City, 2021-22", "7.8%")
    assert found.badge is not None
    assert found.badge.words == "On target"
    assert [(each.name, each.arrow, each.words) for each in found.facts] == [
        ("Target", "", "8.4%, met by 0.6 points"),
        ("Short trend", "down", "1.8 points, improving, usual"),
        ("Long trend", "up", "2.0 points, worsening"),
        ("Scotland", "", "8.0%; ours is 0.2 points below, not tested"),
        ("Family group", "", "8.4%, mean of 8; ours is 4 of 8"),
        ("Rank", "", "16 of 31, second quarter"),
    ]


def test_every_fact_has_a_rule_and_inputs(found: IndicatorStory) -> None:
    assert all(each.rule and each.inputs for each in found.facts)


def test_every_published_input_is_traced_to_edition_file_and_place(found: IndicatorStory) -> None:
    traced = [item for each in found.facts for item in each.inputs if item.name.startswith("Dundee City, ")]
    assert len(traced) >= 6
    for item in traced:
        assert item.source == (
            f"LGBF, February 2024; lgbf.csv, LGBF_Data_Table: CHN22 / Dundee City / {item.name[-7:]}"
        )
    (scotland,) = [item for item in fact(found, "Scotland").inputs if item.name == "Scotland"]
    assert scotland.source.endswith("CHN22 / Scotland_Indicator column / 2021-22")


def test_the_family_working_has_the_members_and_their_mean(found: IndicatorStory) -> None:
    family = fact(found, "Family group")
    assert len(family.inputs) == 8
    values = [float(item.value.rstrip("%")) for item in family.inputs]
    assert values == sorted(values)
    assert f"The mean of the 8 is {sum(values) / 8:.1f}%" in family.steps[0]
    assert f"the fourth place {values[3]:g}%" in family.steps[0]


def test_the_rank_working_counts_the_councils_ahead(found: IndicatorStory, connection: Connection) -> None:
    query = (
        "SELECT COUNT(*) FROM figures WHERE indicator_code = 'CHN22' AND period = '2021-22' "
        "AND area_code <> 'S92000003' AND value < 7.84"
    )
    ahead = connection.execute(text(query)).scalar_one()
    assert fact(found, "Rank").steps[0] == f"{ahead} of 31 councils are ahead, so the place is 16."


def test_the_figures_are_every_period_newest_first_with_their_cells(found: IndicatorStory) -> None:
    assert [each.period for each in found.figures][::9] == ["2021-22", "2012-13"]
    newest = found.figures[0]
    assert (newest.shown, newest.in_full, newest.status) == ("7.8%", "7.84%", "Published")
    assert newest.place == "lgbf.csv, LGBF_Data_Table: CHN22 / Dundee City / 2021-22"


def test_a_revision_of_scotland_is_told_with_both_values(found: IndicatorStory) -> None:
    assert found.revised == (
        "[r] Scotland was revised. 2019-20: 6.92%, now 6.86%; 2020-21: 6.95%, now 7.01%. "
        "The earlier values are kept."
    )


def test_three_editions_are_one_chain_a_period_oldest_first(
    tmp_path: Path, catalogue: Catalogue, dundee: Area
) -> None:
    """Editions of 2022, 2023 and 2024; a first number after none is no revision."""
    printed = {"2019-20": (6.92, 6.85, 6.86), "2020-21": (None, 6.95, 7.01), "2021-22": (None, None, 8.04)}
    rows = [
        f"CHN22,{area},{period},financial_year,none,{value or ''},{'published' if value else 'awaited'},,,"
        f"Improvement Service,LGBF {2022 + at},{2022 + at}-02,row,"
        for area in ("Scotland", "Dundee City")
        for period, values in printed.items()
        for at, value in enumerate(values)
    ]
    header = PUBLISHED.read_text(encoding="utf-8").splitlines()[0]
    file = tmp_path / "lgbf.csv"
    file.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    engine = writer(f"sqlite:///{tmp_path / 'editions.db'}")
    upgrade(engine)
    load_file(file, engine, catalogue)
    with engine.connect() as connection:
        found = story(connection, catalogue, dundee, "CHN22")
    engine.dispose()
    assert found.revised == (
        "[r] Scotland was revised. 2019-20: 6.92%, then 6.85%, now 6.86%; 2020-21: 6.95%, now 7.01%. "
        "The earlier values are kept."
    )
    own = {each.period: (each.marks, each.earlier) for each in found.figures}
    assert own == {
        "2019-20": ("[r]", "6.92% in LGBF 2022, then 6.85% in LGBF 2023"),
        "2020-21": ("[r]", "6.95% in LGBF 2023"),
        "2021-22": ("", ""),
    }


def test_the_sentence_is_the_full_one(found: IndicatorStory) -> None:
    assert spoken(found.sentence).endswith("fourth place in the family group; it is met.")


def test_where_nothing_is_judged_there_is_no_word_of_judgement(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = story(connection, catalogue, dundee, "SW01")
    said = " ".join(each.words for each in found.facts)
    assert not re.search(r"improv|worsen|better|worse|best|target\b.*met", said)
    assert fact(found, "Target").words == "Data only"


def test_an_adult_protection_indicator_has_no_rank_and_no_family(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    names = {each.name for each in story(connection, catalogue, dundee, "ASP_REFERRALS").facts}
    assert not {"Rank", "Family group"} & names


def test_a_suppressed_latest_figure_shows_no_number_anywhere(
    connection: Connection, catalogue: Catalogue
) -> None:
    query = (
        "SELECT indicator_code, area_code FROM figures WHERE status = 'suppressed' "
        "AND area_code LIKE 'S12%' ORDER BY 1, 2"
    )
    checked = 0
    for code, area in connection.execute(text(query)).all():
        found = story(connection, catalogue, catalogue.areas[area], code)
        if found.badge is None or "Suppressed" not in found.badge.words:
            continue
        checked += 1
        assert found.value == "[c]"
        own = [item.value for each in found.facts for item in each.inputs if found.when == item.name]
        assert set(own) <= {"[c] Suppressed"}
    assert checked


def test_every_indicator_of_dundee_has_a_story(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    for code in catalogue.indicators:
        assert story(connection, catalogue, dundee, code).about
