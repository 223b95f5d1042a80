"""What has been hidden since a meeting leaves no trace in its snapshot, and words where it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.areas import SCOTLAND
from indicators.hidden_since import HIDDEN, NOTE, hidden_since, without_hidden
from indicators.rag import Light
from indicators.written.paper import HiddenFigure, Paper, PaperRed, QualityNote
from indicators.written.snapshot import FrozenCell, FrozenComment, FrozenTarget, Snapshot
from tests.indicators.written.contents import make_cell, make_row, make_snapshot

PERIODS = ("2021-22", "2020-21", "2019-20")
SECRETS = {"2021-22": 4101.5, "2020-21": 4202.5, "2019-20": 4303.5}
REMARK = FrozenComment("2021-22", "It was 4202.5 before.", "Visit.", "Ann", None, approved=True)


def cell(period: str, since: str = "") -> FrozenCell:
    """A red cell whose words, movement and target are numbers to look for."""
    shown = str(SECRETS[period])
    target = FrozenTarget(1.0, 1.0, 0.05, "1%", since)
    return make_cell(
        period=period, value=SECRETS[period], shown=shown, light=Light.RED, target=target,
        short_trend=f"up {shown}", long_trend=f"up {shown}", trend_note=f"since {shown}",
    )  # fmt: skip


def figure(period: str, indicator: str = "CHN22", area: str = "A") -> HiddenFigure:
    return HiddenFigure(indicator, area, period)


def kept(*cells: FrozenCell, **changes: object) -> Snapshot:
    """Re-registrations in full, beside another indicator."""
    red = PaperRed("CHN22", f"It was {SECRETS['2020-21']}.", (("Distance", "4202.5"),), None)
    note = QualityNote("To check", ("CHN22 Re-registrations, 2020-21: 4202.5 printed", "Other, 2020-21"))
    row = make_row(*(cells or map(cell, PERIODS)), comment=REMARK, gap="4202.5 to green")
    other = make_row(indicator="OTHER", title="Other")
    notes = ("Re-registrations, 2020-21: 4202.5 printed", "Other, 2020-21: read by eye")
    paper = Paper(reds=(red,), notes=(note,))
    return make_snapshot(row, other, notes=notes, **{"paper": paper, **changes})


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        (figure("2020-21"), (), True),
        (figure("2020-21"), (figure("2020-21"),), False),
        (figure("2020-21"), (figure("2020-21", area=SCOTLAND),), True),
        (figure("2012-13"), (), True),
        (figure("2022-23"), (), False),
        (figure("not a period"), (), True),
    ],
)
def test_what_was_hidden_then_or_came_later_is_not_hidden_since(
    now: HiddenFigure, then: tuple[HiddenFigure, ...], found: bool
) -> None:
    assert hidden_since(kept(paper=Paper(hidden=then)), [now]) == (frozenset({now}) if found else frozenset())


def test_a_snapshot_that_kept_no_list_knows_what_was_hidden_by_its_cells() -> None:
    suppressed = replace(cell("2020-21"), value=None, shown=HIDDEN, status="suppressed")
    bare = kept(cell("2021-22"), suppressed, paper=None)
    assert hidden_since(bare, map(figure, PERIODS)) == {figure("2021-22"), figure("2019-20")}


def test_a_snapshot_with_nothing_hidden_since_stays_as_it_is() -> None:
    assert without_hidden(kept(), []) is not None
    assert without_hidden(kept(), []) == kept()
    assert without_hidden(kept(), [figure("2020-21", "ELSE")]).rows == kept().rows


@given(st.sets(st.sampled_from(PERIODS), min_size=1))
def test_no_trace_of_a_hidden_number_is_left_and_every_other_number_stays(hidden: set[str]) -> None:
    cut = without_hidden(kept(), list(map(figure, hidden)))
    said = repr(cut.rows) + repr(cut.paper and cut.paper.reds)
    assert [period for period in hidden if str(SECRETS[period]) in said] == []
    shown = {found.period: found.value for found in cut.rows[0].cells}
    assert shown == {period: None if period in hidden else SECRETS[period] for period in PERIODS}
    words = {found.period: found.shown for found in cut.rows[0].cells}
    assert {period for period in PERIODS if words[period] == HIDDEN} == hidden
    assert [row.hidden_since for row in cut.rows] == [True, False]
    assert cut.rows[1] == kept().rows[1]
    assert cut.paper is not None
    assert cut.paper.reds == ()


@given(st.sets(st.sampled_from(PERIODS), min_size=1))
def test_hiding_twice_hides_no_more(hidden: set[str]) -> None:
    figures = list(map(figure, hidden))
    once = without_hidden(kept(paper=None), figures)
    assert without_hidden(once, figures) == once
    assert hidden_since(once, figures) == frozenset()


def test_cautions_on_a_hidden_figure_go_and_it_is_said_to_be_suppressed() -> None:
    cut = without_hidden(kept(), [figure("2020-21")])
    assert cut.notes == ("Other, 2020-21: read by eye",)
    assert cut.paper is not None
    assert cut.paper.notes == (
        QualityNote(NOTE, ("Re-registrations, 2020-21",)),
        QualityNote("To check", ("Other, 2020-21",)),
    )


def test_a_target_taken_from_a_hidden_figure_goes_with_its_light() -> None:
    cut = without_hidden(kept(cell("2021-22", since="2020-21"), cell("2020-21")), [figure("2020-21")])
    newest = cut.rows[0].cells[0]
    assert (newest.value, newest.target, newest.light) == (SECRETS["2021-22"], None, Light.SUPPRESSED)
    kept_target = without_hidden(kept(cell("2021-22", since="2019-20")), [figure("2020-21")])
    assert kept_target.rows[0].cells[0].light is Light.RED


def test_a_row_with_no_number_left_says_so_in_one_line() -> None:
    cut = without_hidden(kept(cell("2021-22")), [figure("2021-22")])
    assert cut.rows[0].slim == HIDDEN == "[c] hidden since the meeting"
    assert without_hidden(kept(), [figure("2021-22")]).rows[0].slim == ""


def test_words_stand_where_movements_distance_and_comment_stood_and_nowhere_else() -> None:
    cut = without_hidden(kept(), [figure("2020-21")]).rows[0]
    newest = cut.cells[0]
    assert (newest.shown, newest.short_trend, newest.long_trend, newest.trend_note) == (
        "4101.5",
        *[HIDDEN] * 3,
    )
    assert cut.gap == HIDDEN
    assert cut.comment == replace(REMARK, cause=HIDDEN, action="")
    oldest = without_hidden(kept(), [figure("2020-21")]).rows[0].cells[2]
    assert oldest == cell("2019-20"), "what came later is in no movement of an earlier year"
    bare = make_row(make_cell(), make_cell(period="2020-21"))
    cut = without_hidden(make_snapshot(bare), [figure("2020-21")]).rows[0]
    assert cut.cells[0] == bare.cells[0]
    assert (cut.gap, cut.comment) == ("", None)


@pytest.mark.parametrize(("period", "shown"), [("2020-21", HIDDEN), ("2019-20", "8.0%")])
def test_a_hidden_scotland_is_no_benchmark(period: str, shown: str) -> None:
    row = replace(kept().rows[0], benchmark="8.0%", benchmark_period="2020-21")
    cut = without_hidden(replace(kept(), rows=(row,)), [figure(period, area=SCOTLAND)])
    assert cut.rows[0].benchmark == shown
    assert [found.value for found in cut.rows[0].cells] == list(SECRETS.values())
