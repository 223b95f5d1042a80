"""What a pack says, on the bundled figures."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from dashboard.views.pack import DRAFT, NO_EARLIER, NOT_HELD, PUBLIC, pack
from dashboard.views.pack_blocks import Heading, Paragraph
from dashboard.views.pack_outline import NOTHING_CHANGED, NOTHING_FROZEN, outline
from dashboard.views.pack_parts import Pack, PackOrder
from dashboard.views.pack_reds import NO_COMMENT, NOT_APPROVED
from dashboard.views.scorecards import scorecard
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.changes_since import Change
from tests.dashboard.views.packs import comment_on, plan, protecting


@pytest.fixture
def people(connection: Connection, catalogue: Catalogue, dundee: Area) -> Pack:
    """Protecting People of Dundee, as a draft."""
    return protecting(connection, catalogue, dundee)


def ordered(connection: Connection, catalogue: Catalogue, area: Area, **order: object) -> Pack:
    """Protecting People with something asked for."""
    return protecting(connection, catalogue, area, PackOrder(**order))  # type: ignore[arg-type]


def said(made: Pack, code: str) -> dict[str, str]:
    """The comment on one red, by name."""
    return next(dict(red.comment) for red in made.reds if red.label == code)


def test_the_summary_and_the_rows_are_those_of_the_screen(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    made = plan(connection, catalogue, dumfries)
    screen = scorecard(connection, catalogue, catalogue.scorecards["dg-plan"], dumfries)
    assert made.summary == spoken(screen.lead)
    rows = [row for section in made.sections for part in section.parts for row in part.rows]
    shown = [row for group in screen.groups for part in group.parts for row in part.rows]
    assert len(rows) == 69
    said = {NOT_HELD: "", NO_EARLIER: ""}
    assert [
        (row.label, row.slim, [(c.value, c.target, c.badge, said.get(c.words, c.words)) for c in row.cells])
        for row in rows
    ] == [(row.label, row.slim, [(c.value, c.target, c.badge, c.words) for c in row.cells]) for row in shown]


def test_lights_are_counted_and_every_indicator_has_one_or_none(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    made = plan(connection, catalogue, dumfries)
    assert [(each.kind, each.count) for each in made.counts] == [
        ("red", 2),
        ("amber", 1),
        ("green", 6),
        ("none", 60),
    ]


def test_a_red_says_figure_target_distance_trend_and_sentence(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    red = plan(connection, catalogue, dumfries).reds[0]
    facts = dict(red.facts)
    assert (red.label, red.badge.words, facts["Figure"], facts["Target"]) == (
        "D&G 34", "Off target", "15.53 days, 2018-19", "9 days",
    )  # fmt: skip
    assert facts["Distance"] == "6.53 days to go"
    assert facts["Short trend"] == "first figure"
    assert "15.53 days were lost to sickness per employee in 2018-19" in red.sentence


def test_the_cover_says_for_whom_and_from_when(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    made = ordered(
        connection, catalogue, dundee, audience="Chief Officer Group", meeting="COG", held_on="3 May"
    )
    facts = dict(made.cover.facts)
    assert (facts["Audience"], facts["Meeting"]) == ("Chief Officer Group", "COG, 3 May")
    assert facts["Edition of the national framework"].startswith("LGBF")
    assert facts["Release"].isdigit()
    bare = dict(protecting(connection, catalogue, dundee).cover.facts)
    assert bare["Audience"] == "not set"
    assert "Meeting" not in bare


@pytest.mark.parametrize(("public", "marks"), [(False, (DRAFT,)), (True, (DRAFT, PUBLIC))])
def test_a_pack_of_the_figures_of_now_is_a_draft(
    connection: Connection, catalogue: Catalogue, dundee: Area, public: bool, marks: tuple[str, ...]
) -> None:
    made = ordered(connection, catalogue, dundee, public=public)
    assert (made.cover.marks, made.changes) == (marks, None)
    assert made.cover.figures == f"Figures as at {dict(made.cover.facts)['Figures as at']}"


def test_a_red_without_a_comment_says_so(people: Pack) -> None:
    assert people.reds
    assert all(dict(red.comment) == {"Comment": NO_COMMENT} for red in people.reds)


def test_an_approved_comment_has_its_cause_action_owner_and_day(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    made = ordered(connection, catalogue, dundee, comments={"CHN23": comment_on("2021-22")}, public=True)
    assert said(made, "CHN23") == {
        "Cause": "More moves between carers",
        "Corrective action": "Review every move",
        "Owner": "Head of Service",
        "Due": "1 December 2026",
    }


def test_a_draft_comment_is_marked_inside_and_left_out_for_the_public(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    comments = {"CHN23": comment_on("2021-22", approved=False)}
    inside = said(ordered(connection, catalogue, dundee, comments=comments), "CHN23")
    assert (inside["Comment"], inside["Cause"]) == (NOT_APPROVED, "More moves between carers")
    assert said(ordered(connection, catalogue, dundee, comments=comments, public=True), "CHN23") == {
        "Comment": NO_COMMENT
    }


def test_a_comment_on_another_period_explains_no_red(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    made = ordered(connection, catalogue, dundee, comments={"CHN23": comment_on("2019-20")})
    assert said(made, "CHN23") == {"Comment": NO_COMMENT}


def test_a_chart_has_ours_scotland_and_the_target_and_leaves_gaps(
    people: Pack, connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    adults = pack(connection, catalogue, catalogue.scorecards["adults"], dundee, PackOrder())
    yearly, biennial = people.reds[0].chart, adults.reds[1].chart
    assert yearly is not None
    assert biennial is not None
    assert [line.role for line in yearly.lines] == ["ours", "scotland", "target"]
    assert (yearly.labels[-1], round(yearly.lines[0].values[-1] or 0, 1)) == ("2021-22", 28.0)
    assert biennial.labels[1::2] == ("",) * (len(biennial.labels) // 2)
    assert biennial.lines[0].values[1] is None
    assert "28.0% in 2021-22" in yearly.alt


def test_nothing_hidden_has_a_number_in_the_pack(people: Pack, catalogue: Catalogue) -> None:
    rows = [row for section in people.sections for part in section.parts for row in part.rows]
    hidden = next(row for row in rows if row.title == catalogue["DTTO_COMMENCED"].title)
    assert hidden.slim == "[c] Suppressed"
    assert [(cell.value, cell.trend) for cell in hidden.cells if cell.value or cell.trend] == []
    assert any(note.name == "Suppressed" for note in people.notes)


def test_every_indicator_is_defined_once_and_every_source_named_with_its_licence(
    people: Pack, catalogue: Catalogue
) -> None:
    titles = [each.title for each in people.definitions]
    assert len(titles) == len(set(titles)) == 35
    assert {each.label for each in people.definitions} >= {"", "CHN22"}
    assert not any("_" in each.label for each in people.definitions)
    assert all(each.definition and each.unit for each in people.definitions)
    declared = {(each.title, each.licence, each.attribution) for each in catalogue.sources.values()}
    assert {(each.title, each.licence, each.attribution) for each in people.sources} <= declared
    assert all(each.editions for each in people.sources)
    assert "Local Government Benchmarking Framework" in {each.title for each in people.sources}


def test_cautions_name_the_figures_they_are_of(people: Pack) -> None:
    notes = {note.name: note.words for note in people.notes}
    assert any("Community payback orders successfully completed" in words for words in notes["To check"])
    assert notes["Small numbers"][0].startswith("Counts of 1 to 4")


def test_headings_leave_out_no_level(people: Pack) -> None:
    levels = [block.level for block in outline(people) if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize(("changes", "words"), [(None, NOTHING_FROZEN), ((), NOTHING_CHANGED)])
def test_no_change_and_nothing_to_compare_with_are_told_apart(
    people: Pack, changes: tuple[Change, ...] | None, words: str
) -> None:
    blocks = outline(replace(people, changes=changes))
    assert words in [block.words for block in blocks if isinstance(block, Paragraph)]
