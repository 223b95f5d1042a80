"""The audit programme of a council on a day, over invented audits."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.views import audits as module
from dashboard.views.audits import NAMES, audit_line, audit_story, audits
from dashboard.views.text import spoken
from indicators.areas import Area, AreaKind
from indicators.store.writings import Writing
from indicators.written.audit import Audit
from indicators.written.steps import Status
from indicators.written.when import NEVER, When, due

COUNCIL = Area("A", "Council A", AreaKind.COUNCIL)
TODAY = date(2026, 11, 20)


def audit(
    title: str = "Case files",
    done: int | None = 50,
    by: When = NEVER,
    status: Status = Status.KEPT,
    version: int = 1,
) -> Writing[Audit]:
    """An audit of which 100 were planned."""
    content = Audit(title, 100, area="A", done=done, due=by)
    return Writing(title, version, status, content, "A. Writer", "2026-11-20T12:58:00.000000+00:00")


@pytest.mark.parametrize(
    ("done", "by", "kind", "words", "share"),
    [
        (100, "", "green", "Done as planned", "100%"),
        (120, "", "green", "Done as planned", "120%"),
        (95, "", "amber", "Nearly all done", "95%"),
        (94, "", "red", "Fewer than planned", "94%"),
        (0, "", "red", "Fewer than planned", "0%"),
        (None, "", "none", "Not reported", ""),
        (0, "March 2099", "none", "Not due yet", "0%"),
        (0, "20 November 2026", "none", "Not due yet", "0%"),
        (0, "19 November 2026", "red", "Fewer than planned", "0%"),
        (100, "March 2099", "green", "Done as planned", "100%"),
        (None, "March 2099", "none", "Not reported", ""),
    ],
)
def test_an_audit_has_a_light_once_it_is_due(
    done: int | None, by: str, kind: str, words: str, share: str
) -> None:
    line = audit_line(audit(done=done, by=due(by)), TODAY)
    assert (line.badge.kind, line.badge.words, line.share) == (kind, words, share)


def programme(monkeypatch: pytest.MonkeyPatch, *kept: Writing[Audit]) -> module.Audits:
    """The programme of these audits."""
    monkeypatch.setattr(module, "writings", SimpleNamespace(of_area=lambda *_: list(kept)))
    return audits(None, COUNCIL, TODAY)  # type: ignore[arg-type]


def test_what_fell_short_first_comes_first_then_what_is_due_first_then_the_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = programme(
        monkeypatch,
        audit("Later", 0, due("March 2099")),
        audit("Unknown", None),
        audit("Whole", 100),
        audit("Nearly", 97),
        audit("Zoo", 50, due("March 2020")),
        audit("Ants", 50, due("March 2020")),
        audit("Oldest", 50, due("March 2019")),
    )
    assert [line.item.title for line in found.lines] == [
        "Oldest", "Ants", "Zoo", "Nearly", "Whole", "Unknown", "Later",
    ]  # fmt: skip
    assert spoken(found.lead) == "Four of seven audits fell short of the plan on 20 November 2026."


@pytest.mark.parametrize(
    ("done", "lead"),
    [
        ([], "No audit of Council A is written down."),
        ([100], "No audit fell short of its plan among one audit on 20 November 2026."),
        ([None, 100], "No audit fell short of its plan among two audits on 20 November 2026."),
        ([50], "One of one audit fell short of the plan on 20 November 2026."),
    ],
)
def test_the_lead_counts_only_what_fell_short(
    monkeypatch: pytest.MonkeyPatch, done: list[int | None], lead: str
) -> None:
    every = [audit(str(at), each) for at, each in enumerate(done)]
    assert spoken(programme(monkeypatch, *every).lead) == lead


def test_a_story_is_the_newest_version_and_tells_what_each_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    newest, first = audit(done=96, status=Status.WITHDRAWN, version=2), audit(done=50)
    monkeypatch.setattr(module, "writings", SimpleNamespace(history=lambda *_: [newest, first]))
    story = audit_story(None, "x", TODAY)  # type: ignore[arg-type]
    assert story is not None
    assert (story.version, story.withdrawn, story.line.share) == (2, True, "96%")
    assert [line.changes for line in story.versions] == [("Withdrawn", "Done: 50 → 96"), ("First written",)]


def test_an_audit_nobody_wrote_has_no_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "writings", SimpleNamespace(history=lambda *_: []))
    assert audit_story(None, "x", TODAY) is None  # type: ignore[arg-type]


def test_every_field_of_an_audit_has_a_name_on_the_screen() -> None:
    assert set(NAMES) == set(Audit.__dataclass_fields__) - {"kind"}
