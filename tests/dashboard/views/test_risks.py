"""The risk register: what is above its target first, the matrix of any size, what is not scored told so."""

from __future__ import annotations

import pytest
from hypothesis import given
from sqlalchemy import Connection

from dashboard.views.risk_lines import RiskLine, by_score, risk_line
from dashboard.views.risk_matrix import Matrix, matrices
from dashboard.views.risks import risk_story, risks
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.risks import Score
from indicators.store.writings import Writing
from indicators.written.risk import RegisteredRisk
from indicators.written.steps import Status
from tests.indicators.written.contents import RISKS


def line(code: str = "R1", **fields: object) -> RiskLine:
    """The line of a risk."""
    item = RegisteredRisk(**{"title": f"Risk {code}", "code": code, **fields})  # type: ignore[arg-type]
    return risk_line(Writing(code, 1, Status.KEPT, item, "Ann", "2019-07-23T00:00:00"))


def places(matrix: Matrix) -> dict[int, list[tuple[str, str]]]:
    """What stands in the matrix, by score."""
    cells = [cell for _, row in matrix.rows for cell in row if cell.placed]
    return {cell.value: [(each.name, each.what) for each in cell.placed] for cell in cells}


def test_the_four_printed_risks_are_listed_as_not_scored(connection: Connection, dumfries: Area) -> None:
    """001:590-594."""
    found = risks(connection, dumfries)
    assert [each.item.code for each in found.not_scored] == ["R1", "R2", "R3", "R4"]
    assert found.scored == ()
    assert {words for each in found.not_scored for _, words in each.scores} == {"Not scored"}
    assert found.not_scored[2].item.mitigation == "Social Work Change Programme"
    assert spoken(found.lead) == "Four risks are listed, none of them scored. None stands in the matrix."
    assert [places(matrix) for matrix in found.matrices] == [{}]


def test_a_council_without_risks_is_told_so(connection: Connection, dundee: Area) -> None:
    assert spoken(risks(connection, dundee).lead) == "No risk of Dundee City is written down."


@pytest.mark.parametrize(
    ("current", "target", "words", "kind"),
    [
        (Score(4, 4), Score(2, 4), "Above target", "red"),
        (Score(2, 4), Score(4, 2), "At or below target", "green"),
        (Score(5, 5), None, "No target score", "none"),
        (None, Score(1, 1), "Not scored", "none"),
    ],
)
def test_a_risk_is_flagged_only_where_both_scores_say_so(
    current: Score | None, target: Score | None, words: str, kind: str
) -> None:
    badge = line(current=current, target=target).badge
    assert (badge.words, badge.kind) == (words, kind)


def test_what_is_above_target_comes_first_and_what_is_not_scored_last() -> None:
    lines = [
        line("R1"),
        line("R2", current=Score(5, 5), target=Score(5, 5)),
        line("R3", current=Score(3, 3), target=Score(1, 1)),
        line("R4", current=Score(4, 4), target=Score(1, 1)),
    ]
    assert [each.item.code for each in sorted(lines, key=by_score)] == ["R4", "R3", "R2", "R1"]


def test_the_matrix_has_risks_where_they_are_and_where_they_are_meant_to_be() -> None:
    lines = [
        line("R1", current=Score(4, 5), target=Score(2, 3)),
        line("R2", current=Score(2, 3), target=Score(2, 3)),
    ]
    (matrix,) = matrices(lines)
    assert places(matrix) == {20: [("R1", "now")], 6: [("R1", "aim"), ("R2", "now and aim")]}


def test_impact_runs_down_and_likelihood_across_with_the_bands_in_words() -> None:
    (matrix,) = matrices([])
    assert [impact for impact, _ in matrix.rows] == [5, 4, 3, 2, 1]
    assert [cell.value for cell in matrix.rows[0][1]] == [5, 10, 15, 20, 25]
    assert [cell.band for cell in matrix.rows[0][1]] == ["medium", "high", "high", "very high", "very high"]
    assert [cell.level for cell in matrix.rows[4][1]] == [1, 1, 1, 1, 2]


def test_each_size_in_use_has_a_matrix_of_its_own() -> None:
    lines = [line("R1", current=Score(3, 3, 3), size=3), line("R2", current=Score(1, 4, 4), size=4)]
    assert [(each.size, places(each)) for each in matrices(lines)] == [
        (3, {9: [("R1", "now")]}),
        (4, {4: [("R2", "now")]}),
    ]


@given(RISKS)
def test_a_risk_stands_in_its_matrix_once_for_each_score_it_has(item: RegisteredRisk) -> None:
    made = risk_line(Writing("r", 1, Status.KEPT, item, "Ann", ""))
    (matrix,) = matrices([made])
    placed = [each.what for _, row in matrix.rows for cell in row for each in cell.placed]
    said = " and ".join(placed).split(" and ") if placed else []
    wanted = ["now"] * (item.current is not None) + ["aim"] * (item.target is not None)
    assert sorted(said) == sorted(wanted)


def test_the_story_of_a_printed_risk(connection: Connection, catalogue: Catalogue, dundee: Area) -> None:
    found = risk_story(connection, catalogue, "dg-business-plan-R4", dundee)
    assert found is not None
    assert (found.area_name, found.scores, found.version) == ("Dumfries & Galloway", ("Not scored",), 1)
    assert found.line.item.title == "Failure of electronic information system."
    assert risk_story(connection, catalogue, "dg-business-plan-P1", dundee) is None
