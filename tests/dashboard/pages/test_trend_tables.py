"""What stands beside our line on trends: only what there is, in the control and in the table."""

from __future__ import annotations

from sqlalchemy import Connection

from dashboard.pages import trend_tables
from dashboard.pages.trends import arrange
from dashboard.views.trends import trends
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.tree import find, words


def test_bed_days_of_a_council_stand_alone_and_no_empty_column_is_shown(
    months_store: Store, dundee: Area
) -> None:
    with months_store.connect() as connection:
        found = trends(connection, months_store.catalogue, dundee, {"indicator": "DELAYED_BED_DAYS"})
    said = words(trend_tables.figures(found))
    assert "Rank" not in said
    assert "Family mean" not in said
    offered = [choice.label for choice in found.filters.beside]
    assert "Scotland and family" not in offered
    assert offered == (["Scotland", "Alone"] if any(row.scotland for row in found.rows) else [])
    assert not found.filters.beside or found.filters.compare == offered[0].lower()


def test_a_compared_indicator_offers_all_and_has_every_column(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = trends(connection, catalogue, dundee, {"indicator": "CHN22"})
    assert [choice.value for choice in found.filters.beside] == ["family", "scotland", "alone"]
    said = words(trend_tables.figures(found))
    assert all(name in said for name in ("Scotland", "Family mean", "Rank"))
    assert find(arrange(found, {}), "RadioItems", id={"filter": "compare"})
