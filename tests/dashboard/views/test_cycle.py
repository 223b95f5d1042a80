"""Which audience is owed a report on a day, over invented audiences and issues."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.views import cycle as module
from dashboard.views.cycle import CycleView, cycle
from dashboard.views.text import spoken
from indicators.areas import Area, AreaKind
from indicators.audiences import Audience, Frequency
from indicators.store.writings import Writing
from indicators.written.issue import Issue
from indicators.written.steps import Status

COUNCIL = Area("A", "Council A", AreaKind.COUNCIL)
MONTHLY = Audience("cog", "Chief Officer Group", Frequency.MONTHLY, "The scorecard", "page 4")
YEARLY = Audience("board", "The board", Frequency.ANNUAL, "The annual report", "page 9")
UNSET = Audience("public", "The public", Frequency.NOT_SET, "A summary", "page 11")
OTHERS = Audience("other", "Group of B", Frequency.MONTHLY, "The scorecard", "page 1", area="B")
TODAY = date(2026, 11, 20)
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


def issue(
    audience: str = "cog", months: tuple[date, date] = OCTOBER, on: date = TODAY, **more: str
) -> Writing[Issue]:
    """Something issued to an audience."""
    content = Issue(audience, f"Pack for {audience}", "A", *months, on, "snap-1", **more)  # type: ignore[arg-type]
    return Writing(f"{audience}-{on}", 1, Status.KEPT, content, "A. Writer", f"{on}T09:00:00.000000+00:00")


def seen(
    monkeypatch: pytest.MonkeyPatch, *issues: Writing[Issue], snapshots: tuple[object, ...] = ()
) -> CycleView:
    """The cycle of council A on 20 November 2026."""
    store = SimpleNamespace(of_area=lambda *_: list(issues), every=lambda *_: list(snapshots))
    monkeypatch.setattr(module, "writings", store)
    audiences = {each.code: each for each in (UNSET, YEARLY, MONTHLY, OTHERS)}
    catalogue = SimpleNamespace(audiences=audiences)
    return cycle(None, catalogue, COUNCIL, TODAY)  # type: ignore[arg-type]


def test_who_is_owed_a_report_comes_first_and_another_councils_audience_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = seen(monkeypatch)
    assert [
        (line.title, line.standing, line.months, line.next_due, line.light) for line in found.audiences
    ] == [
        ("Chief Officer Group", "Due", "October 2026", "1 December 2026", "none"),
        ("The board", "Due", "April 2025 to March 2026", "1 April 2027", "none"),
        ("The public", "", "", "", "none"),
    ]
    assert spoken(found.lead) == (
        "Two of 3 audiences are owed a report. None have theirs; of one no document says how often."
    )
    assert [choice.words for choice in found.to] == ["Chief Officer Group", "The board", "The public"]


def test_an_issue_for_the_whole_window_is_the_report_that_was_owed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = seen(monkeypatch, issue())
    line = next(each for each in found.audiences if each.title == "Chief Officer Group")
    assert (line.standing, line.light, line.snapshot) == ("Issued on 20 November 2026", "green", "snap-1")
    assert spoken(found.lead) == (
        "One of 3 audiences is owed a report. One has theirs; of one no document says how often."
    )


@pytest.mark.parametrize(
    "wrong",
    [
        issue("board"),
        issue(months=(date(2026, 10, 2), date(2026, 10, 31))),
        issue(months=(date(2026, 9, 1), date(2026, 9, 30))),
        issue(on=date(2026, 11, 21)),
    ],
)
def test_another_audience_part_of_the_month_another_month_or_a_later_day_is_not_the_report(
    monkeypatch: pytest.MonkeyPatch, wrong: Writing[Issue]
) -> None:
    line = next(each for each in seen(monkeypatch, wrong).audiences if each.title == "Chief Officer Group")
    assert line.standing == "Due"


def test_what_was_issued_is_listed_newest_first_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    found = seen(
        monkeypatch,
        issue(on=date(2026, 11, 2)),
        issue("gone", on=date(2026, 11, 10), override="The group asked."),
    )
    assert [(each.audience, each.issued, each.months, each.override) for each in found.issued] == [
        ("gone", "10 November 2026, by A. Writer", "October 2026", "The group asked."),
        ("Chief Officer Group", "2 November 2026, by A. Writer", "October 2026", ""),
    ]


def frozen(
    key: str, held: date, area: str = "A", final: bool = False, status: Status = Status.KEPT
) -> object:
    """A snapshot as the store has it."""
    content = SimpleNamespace(area=area, held_on=held, title="Plan", meeting="COG", final=final)
    return SimpleNamespace(id=key, content=content, status=status)


def test_only_snapshots_of_the_council_that_stand_are_offered_the_latest_meeting_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = seen(
        monkeypatch,
        snapshots=(
            frozen("old", date(2026, 3, 8)),
            frozen("new", date(2026, 9, 8), final=True),
            frozen("theirs", date(2026, 9, 9), area="B"),
            frozen("withdrawn", date(2026, 9, 10), status=Status.WITHDRAWN),
        ),
    )
    assert [(choice.value, choice.words) for choice in found.snapshots] == [
        ("new", "Plan: COG, 8 September 2026, final"),
        ("old", "Plan: COG, 8 March 2026"),
    ]
