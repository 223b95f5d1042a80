"""What an address asks of a pack, with what people wrote: the meeting it is for, and what changed since."""

from __future__ import annotations

from sqlalchemy import Connection

from dashboard.views.moments import day_words
from dashboard.views.pack_parts import PackOrder
from dashboard.views.query import Query, text
from dashboard.views.snapshots import changes_of, snapshot_of
from indicators.catalogue import Catalogue
from indicators.changes_since import ChangeKind
from indicators.written.snapshot import Snapshot
from indicators.written.steps import Status


def ordered(connection: Connection, catalogue: Catalogue, query: Query) -> PackOrder:
    """The order of an address: `snapshot` names the meeting, `audience` and `public` are said beside it.

    No address makes a pack final: only a meeting frozen as final does, while nothing has changed since but
    comments. A snapshot of another scorecard, or one withdrawn, is left aside.
    """
    kept = snapshot_of(connection, text(query, "snapshot"))
    public = query.get("public") == "1"
    if kept is None or kept.status is Status.WITHDRAWN or kept.content.scorecard != query.get("card"):
        return PackOrder(text(query, "audience"), text(query, "meeting"), text(query, "held"), public=public)
    return _of_meeting(connection, catalogue, kept.content, text(query, "audience"), public)


def _of_meeting(
    connection: Connection, catalogue: Catalogue, meeting: Snapshot, audience: str, public: bool
) -> PackOrder:
    changes = changes_of(connection, catalogue, meeting)
    unchanged = all(change.kind is ChangeKind.COMMENT_CHANGED for change in changes)
    return PackOrder(
        audience=audience or meeting.audience,
        meeting=meeting.meeting,
        held_on=day_words(meeting.held_on.isoformat()),
        changes=changes,
        final=meeting.final and unchanged,
        override=meeting.override,
        public=public,
    )
