"""The pack of a meeting, set from the snapshot alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from sqlalchemy import Connection

from dashboard.views.pack import DRAFT, PUBLIC, pack
from dashboard.views.pack_meeting import (
    HIDDEN_SINCE,
    NOT_FROZEN,
    MeetingOrder,
    Since,
    meeting_pack,
)
from dashboard.views.pack_order import NO_CARD, pack_of_meeting
from dashboard.views.pack_parts import Pack, PackOrder, PackRow
from dashboard.views.pack_reading import reading
from dashboard.views.pack_reds import NO_COMMENT
from dashboard.views.words import Badge
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.hidden_since import HIDDEN, NOTE, without_hidden
from indicators.written.codec import from_json, to_json
from indicators.written.paper import HiddenFigure
from indicators.written.snapshot import Snapshot
from tests.dashboard.views.packs import comment_on, frozen

NOTHING = Since((), "Compared with nothing.")
CHN23_HIDDEN = HiddenFigure("CHN23", "S12000042", "2019-20")


@pytest.fixture
def kept(connection: Connection, catalogue: Catalogue, dundee: Area) -> Snapshot:
    """Protecting People of Dundee, frozen for discussion."""
    return frozen(connection, catalogue, catalogue.scorecards["protecting-people"], dundee)


def plain(kept: Snapshot, **order: object) -> Pack:
    """The pack of a snapshot, with nothing changed since."""
    return meeting_pack(kept, MeetingOrder(**order), NOTHING)  # type: ignore[arg-type]


def row_of(made: Pack, title: str) -> PackRow:
    """One row of a pack by the beginning of its title."""
    rows = chain.from_iterable(part.rows for section in made.sections for part in section.parts)
    return next(row for row in rows if row.title.startswith(title))


@pytest.mark.parametrize(
    ("card", "area"),
    [
        ("protecting-people", "S12000042"),
        ("dg-plan", "S12000006"),
        ("adults", "S12000042"),
        ("children", "S12000017"),
    ],
)
def test_the_pack_of_a_meeting_says_what_the_pack_of_that_day_said(
    connection: Connection, catalogue: Catalogue, card: str, area: str
) -> None:
    council = catalogue.areas[area]
    that_day = pack(connection, catalogue, catalogue.scorecards[card], council, PackOrder())
    later = plain(frozen(connection, catalogue, catalogue.scorecards[card], council))
    assert later.reds == that_day.reds
    assert later.sections == that_day.sections
    assert replace(later, cover=that_day.cover, changes=None, compared="") == that_day


def test_a_snapshot_written_and_read_again_makes_the_same_pack(kept: Snapshot) -> None:
    assert plain(from_json(Snapshot, to_json(kept))) == plain(kept)


def test_the_cover_says_when_the_figures_were_frozen_and_for_which_meeting(kept: Snapshot) -> None:
    cover = plain(replace(kept, frozen_at="2024-03-07T16:00:00+00:00")).cover
    facts = dict(cover.facts)
    assert cover.figures == "Figures as frozen on 7 March 2024 for Chief Officer Group"
    assert facts["Meeting"] == "Chief Officer Group, 8 March 2024"
    assert facts["Audience"] == "not set"
    assert facts["Release"] == str(kept.release.last_load) == str(cover.release)
    assert facts["Edition of the national framework"].startswith("LGBF")
    assert not {"Figures as at", "Definitions and sources", "Final without every red explained"} & set(facts)


@pytest.mark.parametrize(
    ("asked", "frozen_for", "said"),
    [
        ("", "", "not set"),
        ("", "Elected members", "Elected members"),
        ("Public", "Elected members", "Public"),
    ],
)
def test_the_audience_is_the_one_asked_for_else_the_one_it_was_frozen_for(
    kept: Snapshot, asked: str, frozen_for: str, said: str
) -> None:
    made = plain(replace(kept, audience=frozen_for), audience=asked)
    assert dict(made.cover.facts)["Audience"] == said


@pytest.mark.parametrize(
    ("final", "public", "marks"),
    [(False, False, (DRAFT,)), (True, False, ()), (False, True, (DRAFT, PUBLIC)), (True, True, (PUBLIC,))],
)
def test_a_pack_is_final_where_its_meeting_was_frozen_as_final(
    kept: Snapshot, final: bool, public: bool, marks: tuple[str, ...]
) -> None:
    made = plain(replace(kept, final=final, override="No time"), public=public)
    assert made.cover.marks == marks
    assert ("Final without every red explained" in dict(made.cover.facts)) is final


@pytest.mark.parametrize(
    ("approved", "public", "shown"),
    [(True, False, True), (True, True, True), (False, False, True), (False, True, False)],
)
def test_the_frozen_comment_is_printed_and_a_draft_only_inside(
    kept: Snapshot, approved: bool, public: bool, shown: bool
) -> None:
    comment = comment_on("2021-22", approved=approved)
    rows = tuple(replace(row, comment=comment) if row.indicator == "CHN23" else row for row in kept.rows)
    red = next(red for red in plain(replace(kept, rows=rows), public=public).reds if red.label == "CHN23")
    assert ("More moves between carers" in dict(red.comment).values()) is shown
    assert (red.comment == (("Comment", NO_COMMENT),)) is not shown


def test_a_snapshot_without_its_paper_says_the_figures_alone_and_why(kept: Snapshot) -> None:
    red = plain(replace(kept, paper=None)).reds[0]
    assert (red.label, red.chart, red.figure) == ("CHN23", None, "28.0%, 2021-22")
    assert red.sentence.startswith("Dundee City: ")
    assert red.sentence.endswith(", 28.0%, 2021-22.")
    assert dict(red.facts)["Left out"] == NOT_FROZEN
    assert dict(red.facts)["Short trend"].startswith("up 9.9 points, worsening")


def test_definitions_and_sources_not_frozen_are_those_of_today_and_say_so(
    connection: Connection, catalogue: Catalogue, kept: Snapshot
) -> None:
    before = date.today()
    bare = pack_of_meeting(connection, catalogue, replace(kept, paper=None), "", public=False)
    days = (before, date.today())  # which midnight may part
    whole = pack_of_meeting(connection, catalogue, kept, "", public=False)
    said = dict(bare.cover.facts)["Definitions and sources"]
    assert said in {f"those of {day.day} {day:%B %Y}, not frozen" for day in days}
    assert bare.definitions == whole.definitions
    assert {each.title for each in bare.sources} <= {each.title for each in whole.sources}
    assert [note.name for note in bare.notes] == ["To check", "Small numbers"]


def test_nothing_loaded_since_is_nothing_changed_and_says_what_it_was_compared_with(
    connection: Connection, catalogue: Catalogue, kept: Snapshot
) -> None:
    made = pack_of_meeting(connection, catalogue, kept, "", public=False)
    assert made.changes == ()
    assert made.compared.startswith(f"Compared with the figures of release {kept.release.last_load}, loaded ")


def test_a_scorecard_and_a_council_that_are_no_longer_declared_leave_the_pack_as_it_was(
    connection: Connection, catalogue: Catalogue, kept: Snapshot
) -> None:
    gone = replace(kept, scorecard="gone", area="S99", paper=replace(kept.paper, hidden=()))  # type: ignore[type-var]
    for public in (False, True):
        made = pack_of_meeting(connection, catalogue, gone, "", public)
        assert (made.changes, made.compared) == (None, NO_CARD)
        assert made.sections == plain(kept).sections


@pytest.mark.parametrize("public", [False, True])
def test_a_number_hidden_since_takes_all_that_gives_it_away_out_of_the_pack(
    kept: Snapshot, public: bool
) -> None:
    made = plain(without_hidden(kept, [CHN23_HIDDEN]), public=public)
    row, red = row_of(made, "Looked after children with more than one placement"), made.reds[0]
    assert [(cell.value, cell.words) for cell in row.cells] == [("28.0%", ""), ("18.1%", ""), ("", HIDDEN)]
    assert [cell.trend for cell in row.cells] == [HIDDEN, HIDDEN, ""]
    assert (row.long, red.chart, red.comment) == (HIDDEN, None, (("Comment", NO_COMMENT),))
    said = {"Distance": HIDDEN, "Short trend": HIDDEN, "Long trend": HIDDEN}
    assert said.items() <= dict(red.facts).items()
    assert dict(made.cover.facts)[NOTE] == "figures of one indicator, and what was worked out from them"
    assert NOTE in dict(reading(made))
    assert dict(red.facts)["Left out"] == HIDDEN_SINCE
    assert "18.9" in repr(plain(kept))
    assert NOTE not in {*dict(plain(kept).cover.facts), *dict(reading(plain(kept)))}
    assert "18.9" not in repr(made)


def test_a_light_whose_target_came_of_a_hidden_figure_is_said_to_be_hidden_and_not_to_have_none(
    kept: Snapshot,
) -> None:
    made = plain(without_hidden(kept, [replace(CHN23_HIDDEN, period="2020-21")]))
    newest = row_of(made, "Looked after children with more than one placement").cells[0]
    assert (newest.value, newest.target, newest.badge) == ("28.0%", "[c]", Badge("none", HIDDEN))
    assert made.reds == ()
    assert made.none_red.startswith("Nothing left on this card is off target; figures of one indicator")


def test_no_other_row_loses_anything_to_a_hidden_number(kept: Snapshot) -> None:
    whole, cut = plain(kept), plain(without_hidden(kept, [CHN23_HIDDEN]))
    rows = [[row for s in made.sections for part in s.parts for row in part.rows] for made in (whole, cut)]
    changed = [then.label for then, now in zip(*rows, strict=True) if then != now]
    assert changed == ["CHN23"]
    assert whole.definitions == cut.definitions
