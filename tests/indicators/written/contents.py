"""Contents for tests: plain ones with defaults, and any at all from hypothesis."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from indicators.rag import Light
from indicators.risks import LARGEST_SIZE, SMALLEST_SIZE, Score
from indicators.vocabulary import Section
from indicators.written.audit import Audit
from indicators.written.checks import tidied
from indicators.written.comment import Comment
from indicators.written.issue import Issue
from indicators.written.paper import (
    Definition,
    HiddenFigure,
    PackChart,
    PackLine,
    Paper,
    PaperRed,
    QualityNote,
    SourceNote,
)
from indicators.written.plan import Action, Project
from indicators.written.risk import RegisteredRisk
from indicators.written.scorecard import ScorecardEdit
from indicators.written.snapshot import (
    FrozenCell,
    FrozenComment,
    FrozenLine,
    FrozenPart,
    FrozenRow,
    FrozenTarget,
    Release,
    Snapshot,
)
from indicators.written.when import NEVER, When, due


def make_comment(**changes: Any) -> Comment:
    """A comment on re-registrations in one council."""
    plain = {"indicator": "CHN22", "area": "A", "period": "2021-22", "cause": "Three large families."}
    return Comment(**{**plain, **changes})


def make_cell(**changes: Any) -> FrozenCell:
    """A green figure of 7.8% against a target of 8.4."""
    plain = {
        "period": "2021-22", "value": 7.8, "shown": "7.8%", "status": "published", "light": Light.GREEN,
        "target": FrozenTarget(8.4, 8.4, 0.42, "8.4%"), "edition": "LGBF 2024",
    }  # fmt: skip
    return FrozenCell(**{**plain, **changes})


def make_row(*cells: FrozenCell, **changes: Any) -> FrozenRow:
    """A row of re-registrations with one green figure, unless told."""
    plain = {"indicator": "CHN22", "title": "Re-registrations", "section": "Children"}
    return FrozenRow(**{**plain, "cells": cells or (make_cell(),), **changes})


def make_snapshot(*rows: FrozenRow, **changes: Any) -> Snapshot:
    """A scorecard of one row as the March meeting saw it."""
    plain = {
        "scorecard": "protecting-people", "title": "Protecting People", "area": "A", "area_name": "Council A",
        "meeting": "Chief Officer Group", "held_on": date(2022, 3, 8), "frozen_at": "2022-03-07T16:00:00",
        "release": Release(7, ("lgbf: LGBF 2024",)),
    }  # fmt: skip
    return Snapshot(**{**plain, "rows": rows or (make_row(),), **changes})


def make_issue(**changes: Any) -> Issue:
    """A pack for July to September 2019."""
    plain = {
        "audience": "corporate", "title": "Quarter 2", "area": "A", "covers_from": date(2019, 7, 1),
        "covers_to": date(2019, 9, 30), "issued_on": date(2019, 10, 9), "snapshot": "s1",
    }  # fmt: skip
    return Issue(**{**plain, **changes})


_SIGNS = st.characters(exclude_categories=("Cc", "Cs"))
LINES = st.text(_SIGNS, max_size=20).map(tidied).filter(lambda text: "\n" not in text)
FILLED = LINES.filter(bool)
TEXTS = st.text(_SIGNS | st.just("\n"), max_size=40).map(tidied)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SEVERAL = st.lists(FILLED, max_size=3, unique=True).map(tuple)
WHENS = st.just(When()) | st.builds(When, FILLED, st.none() | DAYS)


@st.composite
def _plan_items(draw: Any, kind: type[Any]) -> Any:
    start, due = draw(WHENS), draw(WHENS)
    if start.day and due.day and due.day < start.day:
        start, due = due, start
    return draw(
        st.builds(
            kind, TEXTS.filter(bool), plan=LINES, code=LINES, area=LINES, start=st.just(start),
            due=st.just(due), progress=st.none() | st.floats(0, 100), position=TEXTS, assigned_to=LINES,
            leads=SEVERAL, quality_indicators=SEVERAL, success_criteria=TEXTS, indicators=SEVERAL,
            outcome=TEXTS, implications=TEXTS, origin=LINES,
        )
    )  # fmt: skip


@st.composite
def _risks(draw: Any) -> RegisteredRisk:
    size = draw(st.integers(SMALLEST_SIZE, LARGEST_SIZE))
    side = st.integers(1, size)
    score = st.none() | st.builds(Score, side, side, st.just(size))
    return draw(
        st.builds(
            RegisteredRisk, TEXTS.filter(bool), LINES, LINES, LINES, TEXTS, TEXTS, score, score, score,
            st.just(size), TEXTS, LINES, SEVERAL, LINES,
        )
    )  # fmt: skip


@st.composite
def _comments(draw: Any) -> Comment:
    action = draw(TEXTS)
    owner, due = (FILLED, st.none() | DAYS) if action else (LINES, st.none())
    made = st.builds(Comment, FILLED, FILLED, FILLED, TEXTS.filter(bool), st.just(action), owner, due)
    return draw(made)


_AUDITS = st.builds(
    Audit, TEXTS.filter(bool), st.integers(1, 900), LINES, st.none() | st.integers(0, 900),
    st.sampled_from([NEVER, due("June 2026"), due("when staff are back")]), LINES, LINES, TEXTS, TEXTS,
)  # fmt: skip
_SECTIONS = st.builds(Section, FILLED, LINES, LINES, SEVERAL, LINES, SEVERAL, SEVERAL, SEVERAL)
_CARDS = st.builds(
    ScorecardEdit, st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), FILLED,
    st.lists(_SECTIONS, min_size=1, max_size=3).map(tuple), LINES, TEXTS,
    st.sampled_from([(), ("2019-20",), ("2019-20", "2018-19")]), st.sampled_from(["", "2017-18"]),
)  # fmt: skip
_TARGETS = st.none() | st.builds(FrozenTarget, NUMBERS, NUMBERS, NUMBERS, LINES, LINES)
_CELLS = st.builds(
    FrozenCell, FILLED, st.none() | NUMBERS, LINES, LINES, st.sampled_from(Light), _TARGETS, LINES, LINES,
    LINES, LINES, LINES, LINES,
)  # fmt: skip
_REMARKS = st.none() | st.builds(
    FrozenComment, FILLED, TEXTS, TEXTS, LINES, st.none() | DAYS, st.booleans(), st.integers(1, 9)
)
_LINES = st.builds(FrozenLine, FILLED, LINES, LINES, FILLED, LINES, LINES, LINES, LINES)
_ROWS = st.builds(
    FrozenRow,
    FILLED,
    FILLED,
    FILLED,
    st.lists(_CELLS, max_size=3).map(tuple),
    LINES,
    LINES,
    _REMARKS,
    LINES,
    LINES,
    LINES,
    LINES,
    st.lists(_LINES, max_size=2).map(tuple),
    LINES,
    st.booleans(),
    st.none() | NUMBERS,
)
_PARTS = st.builds(FrozenPart, FILLED, LINES, LINES)
_DRAWN = st.builds(PackLine, FILLED, FILLED, st.lists(st.none() | NUMBERS, max_size=3).map(tuple))
_CHARTS = st.none() | st.builds(
    PackChart, FILLED, TEXTS, SEVERAL, st.lists(_DRAWN, max_size=2).map(tuple), LINES, LINES,
    st.integers(0, 3), LINES,
)  # fmt: skip
_REDS = st.builds(PaperRed, FILLED, TEXTS, st.lists(st.tuples(FILLED, TEXTS), max_size=2).map(tuple), _CHARTS)
_PAPERS = st.none() | st.builds(
    Paper,
    st.lists(_REDS, max_size=1).map(tuple),
    st.lists(st.builds(Definition, LINES, FILLED, TEXTS, LINES, LINES, LINES), max_size=1).map(tuple),
    st.lists(st.builds(QualityNote, FILLED, SEVERAL), max_size=1).map(tuple),
    st.lists(st.builds(SourceNote, FILLED, LINES, LINES, TEXTS, SEVERAL), max_size=1).map(tuple),
    st.lists(st.builds(HiddenFigure, FILLED, FILLED, FILLED), max_size=1).map(tuple),
)
_SNAPSHOTS = st.builds(
    Snapshot, FILLED, FILLED, FILLED, LINES, FILLED, DAYS, LINES,
    st.builds(Release, st.integers(0), SEVERAL, LINES), st.lists(_ROWS, min_size=1, max_size=3).map(tuple),
    LINES, st.booleans(), TEXTS, TEXTS, SEVERAL, st.lists(_PARTS, max_size=2).map(tuple),
    st.lists(_LINES, max_size=2).map(tuple), SEVERAL, _PAPERS,
)  # fmt: skip
_ISSUES = st.builds(
    Issue, FILLED, FILLED, FILLED, st.just(date(2019, 4, 1)), DAYS.filter(lambda day: day > date(2019, 4, 1)),
    DAYS, FILLED, st.integers(1, 9), TEXTS,
)  # fmt: skip
PLAN_ITEMS: SearchStrategy[Any] = _plan_items(Project) | _plan_items(Action)
RISKS: SearchStrategy[RegisteredRisk] = _risks()
ANY: SearchStrategy[Any] = _comments() | PLAN_ITEMS | _AUDITS | RISKS | _CARDS | _SNAPSHOTS | _ISSUES
