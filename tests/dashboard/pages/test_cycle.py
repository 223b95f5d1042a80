"""The reporting cycle over HTTP: who is owed a report on a day, and what was issued to whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dashboard.components.forms import READ_ONLY
from dashboard.pages import cycle
from dashboard.views.cycle import CycleView
from dashboard.views.cycle import cycle as view_of
from dashboard.views.text import spoken
from indicators.store.store import Store
from tests.dashboard.tree import find, words
from tests.dashboard.writing_site import Site, writing_site

DUMFRIES = "S12000006"
AUTUMN = date(2019, 10, 15)
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}}"


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in."""
    with writing_site(store, tmp_path) as made:
        yield made


def freeze(site: Site, **fields: str) -> str:
    """Freeze the plan with a reason; the key of its snapshot."""
    sent = {"card": "dg-plan", "area": DUMFRIES, "meeting": "Committee", "held_on": "2019-10-08", **fields}
    return str(site.send("snapshot", **sent).get_json()["next"]).split("/")[2].split("?")[0]


def seen(site: Site, as_at: date = AUTUMN, area: str = DUMFRIES) -> CycleView:
    """The cycle on a day."""
    with site.store.connect() as connection:
        return view_of(connection, site.store.catalogue, site.store.catalogue.areas[area], as_at)


def test_on_a_day_each_audience_is_owed_the_months_that_are_over(site: Site) -> None:
    told = {line.title: (line.frequency, line.standing, line.months) for line in seen(site).audiences}
    assert told["Service Management Team"] == ("Monthly", "Due", "September 2019")
    assert told["Corporate Management Team"] == ("Quarterly", "Due", "July to September 2019")
    assert told["Social Work Services Committee"] == ("Six-monthly", "Due", "April to September 2019")
    assert told["Clinical Care and Governance"] == ("Frequency not set", "", "")
    assert spoken(seen(site).lead) == (
        "Seven of 14 audiences are owed a report. None have theirs; of seven no document says how often."
    )


def test_what_is_issued_counts_for_its_audience_and_its_months_alone(site: Site) -> None:
    key = freeze(site, override="No time.", final="final")
    answer = site.send("issue", audience="dg-committee", snapshot=key, issued_on="2019-10-09")
    assert answer.get_json() == {"next": f"/cycle?area={DUMFRIES}"}
    line = next(each for each in seen(site).audiences if each.title == "Social Work Services Committee")
    assert (line.standing, line.light, line.snapshot) == ("Issued on 9 October 2019", "green", key)
    assert line.next_due == "1 April 2020"
    assert sum(each.standing == "Due" for each in seen(site).audiences) == 6
    later = {each.title: each.standing for each in seen(site, date(2020, 4, 2)).audiences}
    assert later["Social Work Services Committee"] == "Due"
    (issued,) = seen(site).issued
    assert (issued.issued, issued.months, issued.override) == (
        "9 October 2019, by A. Manager",
        "April to September 2019",
        "No time.",
    )


def test_an_audience_without_a_frequency_needs_its_days(site: Site) -> None:
    key = freeze(site, override="No time.")
    sent = {"audience": "dg-clinical-care", "snapshot": key, "issued_on": "2019-10-09"}
    refused = site.send("issue", **sent)
    assert refused.get_json()["problems"] == [
        "Clinical Care and Governance has no frequency: give the first and the last day it covers."
    ]
    days = {"covers_from": "2019-04-01", "covers_to": "2019-09-30"}
    assert site.send("issue", **sent, **days).status_code == 200
    assert [each.months for each in seen(site).issued] == ["April to September 2019"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"snapshot": "nope"}, "Choose an audience, and a snapshot that stands."),
        ({"audience": "' OR 1=1--"}, "Choose an audience, and a snapshot that stands."),
        ({"issued_on": ""}, "Issued on: it is empty; fill it in."),
        ({"issued_on": "soon"}, "Issued on: 'soon' is not a date"),
        ({"covers_from": "2019-04-01"}, "First day and last day: give both"),
        ({"covers_from": "2019-09-30", "covers_to": "2019-04-01"}, "the first before the last"),
        ({"override": ""}, "2 indicators off target have no approved comment"),
    ],
)
def test_what_was_never_issued_is_not_recorded(site: Site, fields: dict[str, str], said: str) -> None:
    sent = {
        "audience": "dg-committee",
        "snapshot": freeze(site),
        "issued_on": "2019-10-09",
        "override": "Late.",
    }
    answer = site.send("issue", **{**sent, **fields})
    assert answer.status_code == 422
    assert said in " ".join(answer.get_json()["problems"])
    assert seen(site).issued == ()


def test_a_withdrawn_snapshot_cannot_be_issued(site: Site) -> None:
    key = freeze(site, override="Late.")
    site.send("snapshot-withdraw", key=key, version="1")
    assert seen(site).snapshots == ()
    assert (
        site.send("issue", audience="dg-committee", snapshot=key, issued_on="2019-10-09").status_code == 422
    )


def test_the_page_has_the_audiences_of_its_council_and_a_form_once_something_is_frozen(site: Site) -> None:
    page = cycle.page(site.store, writing=True, today=lambda: AUTUMN)
    before = page.layout({"area": DUMFRIES})
    assert "What is issued is a snapshot, and none is frozen yet." in words(before)
    freeze(site, meeting=HOSTILE)
    after = page.layout({"area": DUMFRIES})
    assert len(find(after, "Form")) == 1
    assert "as at 15 October 2019" in words(after)
    assert find(after, "Img") == []
    dundee = words(page.layout({"area": "S12000042"}))
    assert "Joint Management Group" in dundee
    assert "Clinical Care and Governance" not in dundee
    assert READ_ONLY in words(cycle.page(site.store).layout({"area": DUMFRIES}))
