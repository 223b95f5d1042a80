"""The sections of a scorecard: worst light, what has no indicator, no outcome, and no action."""

from __future__ import annotations

import pytest

from dashboard.views.scorecard_groups import (
    CardGroup,
    Part,
    actions_on,
    grouped,
    unmeasured,
    without_actions,
    without_outcome,
)
from dashboard.views.scorecard_lines import ACTION, PROJECT, CardLine
from dashboard.views.scorecard_rows import CardRow
from indicators.rag import Light


def row(code: str, light: Light = Light.NO_DATA) -> CardRow:
    """An indicator with a light."""
    return CardRow(code, code, f"Title of {code}", (), "", "", "", None, light)


def one(*rows: CardRow, lines: tuple[CardLine, ...] = ()) -> CardGroup:
    """A section of one part."""
    (group,) = grouped([("Safe", Part("", rows, lines))])
    return group


@pytest.mark.parametrize(
    ("lights", "worst"),
    [
        ([Light.GREEN, Light.AMBER, Light.RED], "red"),
        ([Light.GREEN, Light.AMBER], "amber"),
        ([Light.GREEN, Light.NO_DATA], "green"),
        ([Light.NO_DATA, Light.SUPPRESSED, Light.TO_CHECK, Light.DATA_ONLY, Light.NO_TARGET], "none"),
        ([], "none"),
    ],
)
def test_a_section_shows_the_worst_light_among_its_indicators(lights: list[Light], worst: str) -> None:
    assert one(*(row(str(at), light) for at, light in enumerate(lights))).worst == worst


@pytest.mark.parametrize(("line", "worst"), [("red", "red"), ("amber", "amber"), ("none", "green")])
def test_a_project_that_is_late_counts_for_the_worst_light(line: str, worst: str) -> None:
    assert one(row("a", Light.GREEN), lines=(CardLine(PROJECT, "Late", light=line),)).worst == worst


def test_parts_of_one_title_are_one_section_in_their_order() -> None:
    groups = grouped(
        [
            ("Safe", Part("First", (row("a", Light.GREEN),))),
            ("Safe", Part("Second", (row("b", Light.RED),))),
            ("Well", Part("", (row("c"),))),
        ]
    )
    assert [(group.title, group.worst, group.summary) for group in groups] == [
        ("Safe", "red", "1 off target, 1 on target"),
        ("Well", "none", "1 without a light"),
    ]
    assert [part.subtitle for part in groups[0].parts] == ["First", "Second"]


def test_commitments_without_an_indicator_go_by_their_name_or_by_that_of_the_section() -> None:
    groups = grouped(
        [("Safe", Part("Keeping safe", ())), ("Safe", Part("Measured", (row("a"),))), ("Well", Part("", ()))]
    )
    assert unmeasured(groups) == ("Keeping safe", "Well")


def test_only_indicators_of_parts_without_an_outcome_are_listed() -> None:
    groups = grouped(
        [
            ("Safe", Part("", (row("a"),), outcome="Children are safe")),
            ("Well", Part("", (row("b"), row("c")))),
        ]
    )
    assert without_outcome(groups) == ("Title of b", "Title of c")


ABOUT_A = CardLine(ACTION, "Do this", light="red", indicators=("a",))
ABOUT_B = CardLine(ACTION, "Do that", indicators=("b", "c"))
MENDING = CardLine(PROJECT, "Mend", light="amber")


def test_the_actions_on_an_indicator_are_those_that_name_it() -> None:
    groups = grouped(
        [("Safe", Part("", (row("a"),), (ABOUT_A, MENDING))), ("Well", Part("", (), (ABOUT_B,)))]
    )
    assert [actions_on(groups, code) for code in ("a", "b", "c", "d")] == [
        (ABOUT_A,),
        (ABOUT_B,),
        (ABOUT_B,),
        (),
    ]


def test_without_its_actions_a_section_keeps_its_projects_and_loses_their_light() -> None:
    groups = grouped([("Safe", Part("", (row("a", Light.GREEN),), (ABOUT_A, MENDING)))])
    assert groups[0].worst == "red"
    (bare,) = without_actions(groups)
    assert (bare.worst, bare.summary) == ("amber", "1 on target; 1 improvement project")
    assert bare.parts[0].lines == (MENDING,)
    assert groups[0].parts[0].lines == (ABOUT_A, MENDING)
