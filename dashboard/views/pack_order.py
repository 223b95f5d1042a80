"""The pack an address asks for: of the figures of now, or of a meeting as they were frozen for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from dashboard.views.cards import shown_card
from dashboard.views.freezing import frozen_rows
from dashboard.views.frozen import frozen_view
from dashboard.views.moments import day_words
from dashboard.views.pack import pack, rows_of
from dashboard.views.pack_meeting import MeetingOrder, Since, meeting_pack
from dashboard.views.pack_notes import SMALL_NOTE, definitions, edition_notes
from dashboard.views.pack_parts import Pack, PackOrder
from dashboard.views.query import Query, area_of, text
from dashboard.views.scorecards import scorecard
from dashboard.views.snapshots import snapshot_of
from indicators.catalogue import Catalogue
from indicators.changes_since import ChangeKind, changes_since
from indicators.figures import Status as FigureStatus
from indicators.store import read
from indicators.written.paper import Paper, QualityNote
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status

NO_CARD = "The scorecard is no longer declared, so there is nothing to compare with."


def asked_pack(connection: Connection, catalogue: Catalogue, query: Query) -> Pack | None:
    """The pack of an address: `snapshot` names the meeting, `audience` and `public` are said beside it.

    No address makes a pack final: only a meeting frozen as final does. A snapshot of another scorecard, or
    one withdrawn, is left aside. None where there is no scorecard of this name.
    """
    audience, public = text(query, "audience"), query.get("public") == "1"
    kept = _meeting(connection, catalogue, query)
    if kept is not None:
        return pack_of_meeting(connection, catalogue, kept, audience, public)
    shown = shown_card(connection, catalogue, text(query, "card"))
    if shown is None:
        return None
    order = PackOrder(audience, text(query, "meeting"), text(query, "held"), public=public)
    return pack(connection, catalogue, shown.card, area_of(catalogue, query), order)


def pack_of_meeting(
    connection: Connection, catalogue: Catalogue, kept: Snapshot, audience: str, public: bool
) -> Pack:
    """The pack of a snapshot as it may be shown today."""
    today = "" if kept.paper else day_words(date.today().isoformat())
    whole = replace(kept, paper=kept.paper or _paper_of_today(catalogue, kept))
    since = _since(connection, catalogue, kept, public)
    return meeting_pack(whole, MeetingOrder(audience, public, today), since)


def _meeting(connection: Connection, catalogue: Catalogue, query: Query) -> Snapshot | None:
    kept = snapshot_of(connection, catalogue, text(query, "snapshot"))
    if kept is None or kept.status is Status.WITHDRAWN or kept.content.scorecard != text(query, "card"):
        return None
    return kept.content


def _since(connection: Connection, catalogue: Catalogue, kept: Snapshot, public: bool) -> Since:
    """What changed; the public is not told of comments, which may be drafts."""
    card = shown_card(connection, catalogue, kept.scorecard)
    if card is None or kept.area not in catalogue.areas.by_code:
        return Since(None, NO_CARD)
    now = scorecard(connection, catalogue, card.card, catalogue.areas[kept.area])
    changes = changes_since(kept.rows, frozen_rows(now))
    if public:
        changes = tuple(each for each in changes if each.kind is not ChangeKind.COMMENT_CHANGED)
    release = read.release(connection)
    loaded = f", loaded {day_words(release.loaded_at)}" if release.loaded_at else ""
    return Since(changes, f"Compared with the figures of release {release.id}{loaded}.")


def _paper_of_today(catalogue: Catalogue, kept: Snapshot) -> Paper:
    """The back pages for a snapshot that kept none: definitions and licences as they are declared today."""
    rows = [row for row in rows_of(frozen_view(kept)) if row.code in catalogue.indicators]
    to_check = (QualityNote(FigureStatus.DOUBTFUL.words, kept.notes),) if kept.notes else ()
    return Paper(
        definitions=definitions(catalogue, rows),
        notes=(*to_check, SMALL_NOTE),
        sources=edition_notes(catalogue, kept.release.editions),
    )
