"""Scorecards frozen for meetings over HTTP, and newer releases to hold them against."""

from __future__ import annotations

from pathlib import Path

from dashboard.pages import scorecards
from dashboard.views import snapshots as view
from dashboard.views.cards import shown_card
from dashboard.views.scorecards import ScorecardView, scorecard
from etl.pipeline import load_file
from indicators.catalogue_files import load_catalogue
from indicators.store.engine import writer
from indicators.store.writings import Writing
from indicators.written.snapshot import Snapshot
from tests.dashboard.writing_site import Site
from tests.etl.published_files import tidy_row, write_tidy

DUNDEE, DUMFRIES = "S12000042", "S12000006"
PEOPLE = {"card": "protecting-people", "area": DUNDEE}
PLAN = {"card": "dg-plan", "area": DUMFRIES}
MARCH = {"meeting": "Chief Officer Group", "held_on": "2024-03-08"}


def freeze(site: Site, **fields: str) -> str:
    """Freeze a scorecard over HTTP; the key of its snapshot."""
    answer = site.send("snapshot", **{**PEOPLE, **MARCH, **fields})
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["next"]).split("/")[2].split("?")[0]


def kept(site: Site, key: str) -> Writing[Snapshot]:
    """A snapshot as the store has it."""
    with site.store.connect() as connection:
        found = view.snapshot_of(connection, site.store.catalogue, key)
    assert found is not None
    return found


def live(site: Site, card: str, area: str) -> ScorecardView:
    """A scorecard as the screen has it now."""
    with site.store.connect() as connection:
        shown = shown_card(connection, site.store.catalogue, card)
        assert shown is not None
        return scorecard(connection, site.store.catalogue, shown.card, site.store.catalogue.areas[area])


def load_newer(site: Site, folder: Path, *rows: list[object]) -> None:
    """Load a newer release into the store of a site."""
    engine = writer(site.writer.url.render_as_string(hide_password=False))
    load_file(write_tidy(folder / "lgbf.csv", rows), engine, load_catalogue())
    engine.dispose()


def newer(period: str, value: float) -> list[object]:
    """Re-registrations in Dundee as a later edition prints them."""
    return tidy_row(period=period, value=value, edition="LGBF, February 2025", published_on="2025-02")


def since_then(site: Site, key: str) -> view.SinceMeeting | None:
    """What changed on Protecting People since a snapshot."""
    now = live(site, "protecting-people", DUNDEE)
    with site.store.connect() as connection:
        return view.since_meeting(connection, site.store.catalogue, key, now)


def changed(site: Site, key: str) -> object:
    """The scorecard compared with a snapshot."""
    return scorecards.page(site.store).layout({**PEOPLE, "since": key})
