"""Packs for tests: real ones of the bundled figures, and one full of hostile text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from dashboard.views.freezing import Meeting, snapshot
from dashboard.views.hidden_figures import hidden_figures
from dashboard.views.pack import pack, pack_of, rows_of
from dashboard.views.pack_parts import Pack, PackOrder
from dashboard.views.scorecards import scorecard
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.changes_since import Change, ChangeKind
from indicators.store import read
from indicators.vocabulary import Scorecard
from indicators.written.snapshot import FrozenComment, Snapshot

PRODUCT = "Social Work Indicators"
HOSTILE = '<b>bold</b> #emph[x] $x^2$ *star* _under_ @ref =1+1 "quote" \\n & ]]> {{x}} `raw`'
NO_COMMENTS = PackOrder()


def comment_on(period: str, approved: bool = True, words: str = "More moves between carers") -> FrozenComment:
    """A comment with everything a comment may have."""
    return FrozenComment(period, words, "Review every move", "Head of Service", date(2026, 12, 1), approved)


def plan(connection: Connection, catalogue: Catalogue, area: Area, order: PackOrder = NO_COMMENTS) -> Pack:
    """The Dumfries & Galloway plan."""
    return pack(connection, catalogue, catalogue.scorecards["dg-plan"], area, order)


def protecting(
    connection: Connection, catalogue: Catalogue, area: Area, order: PackOrder = NO_COMMENTS
) -> Pack:
    """Protecting People of a council."""
    return pack(connection, catalogue, catalogue.scorecards["protecting-people"], area, order)


def frozen(
    connection: Connection, catalogue: Catalogue, card: Scorecard, area: Area, **meeting: Any
) -> Snapshot:
    """A scorecard frozen for the March meeting."""
    view = scorecard(connection, catalogue, card, area)
    made = pack_of(connection, catalogue, view, PackOrder())
    hidden = hidden_figures(connection, catalogue, [row.code for row in rows_of(view)], area)
    march = Meeting(**{"name": "Chief Officer Group", "held_on": date(2024, 3, 8), **meeting})
    return snapshot(view, read.release(connection), march, made, hidden)


def hostile(made: Pack) -> Pack:
    """The same pack with hostile text in its title, a red, a change, a note and a source."""
    red = replace(made.reds[0], title=HOSTILE, sentence=HOSTILE, comment=(("Cause", HOSTILE),))
    change = Change(ChangeKind.REVISED, "CHN22", HOSTILE, "2021-22", HOSTILE, "7.8%")
    return replace(
        made,
        cover=replace(made.cover, title=HOSTILE),
        reds=(red, *made.reds[1:]),
        changes=(change,),
        notes=(replace(made.notes[0], words=(HOSTILE, "\0control\x0b")), *made.notes[1:]),
        sources=(replace(made.sources[0], attribution=HOSTILE), *made.sources[1:]),
    )
