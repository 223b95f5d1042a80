"""Risks: likelihood by impact on a matrix of any size, blank told apart, above target flagged."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from indicators.risks import BANDS, Band, Risk, Score, read_score, score_words


@pytest.mark.parametrize(
    ("likelihood", "impact", "value", "band"),
    [
        (1, 1, 1, "low"),
        (1, 4, 4, "low"),
        (1, 5, 5, "medium"),
        (3, 3, 9, "medium"),
        (2, 5, 10, "high"),
        (4, 4, 16, "high"),
        (4, 5, 20, "very high"),
        (5, 5, 25, "very high"),
    ],
)
def test_a_score_is_likelihood_times_impact_in_its_band(
    likelihood: int, impact: int, value: int, band: str
) -> None:
    score = Score(likelihood, impact)
    assert (score.value, score.band().name) == (value, band)
    assert Score(impact, likelihood).band() == score.band()


@pytest.mark.parametrize(
    ("size", "low", "top"), [(3, "low", "very high"), (4, "low", "very high"), (10, "low", "very high")]
)
def test_the_bands_fit_a_matrix_of_any_size(size: int, low: str, top: str) -> None:
    assert (Score(1, 1, size).band().name, Score(size, size, size).band().name) == (low, top)


@pytest.mark.parametrize("size", range(3, 11))
def test_a_higher_score_is_never_in_a_lower_band(size: int) -> None:
    cells = [Score(across, up, size) for across, up in product(range(1, size + 1), repeat=2)]
    order = [BANDS.index(score.band()) for score in sorted(cells, key=lambda score: score.value)]
    assert order == sorted(order)
    assert set(order) == set(range(len(BANDS)))


def test_a_council_may_declare_bands_of_its_own() -> None:
    own = (Band("tolerable", 0.5), Band("intolerable", 1.0))
    assert [Score(3, impact).band(own).name for impact in (4, 5)] == ["tolerable", "intolerable"]


@pytest.mark.parametrize(
    ("likelihood", "impact", "size"),
    [(0, 1, 5), (6, 1, 5), (1, 0, 5), (1, 6, 5), (4, 1, 3), (2.5, 1, 5), (True, 1, 5), ("3", 1, 5)],
)
def test_a_value_off_the_matrix_is_refused(likelihood: Any, impact: Any, size: int) -> None:
    with pytest.raises(ValueError, match=f"whole number from 1 to {size}"):
        Score(likelihood, impact, size)


@pytest.mark.parametrize("size", [2, 11, 0, -5, 5.0, True])
def test_a_matrix_of_no_size_is_refused(size: Any) -> None:
    with pytest.raises(ValueError, match="is not one of 3 to 10"):
        Score(1, 1, size)


@pytest.mark.parametrize(
    ("current", "target", "above"),
    [
        (Score(4, 4), Score(2, 4), True),
        (Score(2, 4), Score(4, 2), False),
        (Score(1, 4), Score(2, 4), False),
        (None, Score(1, 1), False),
        (Score(5, 5), None, False),
        (None, None, False),
    ],
)
def test_a_risk_now_above_its_target_is_flagged_and_a_blank_never(
    current: Score | None, target: Score | None, above: bool
) -> None:
    assert Risk("Failure of electronic information system", None, current, target).above_target is above


def test_the_scores_of_one_risk_are_on_one_matrix() -> None:
    with pytest.raises(ValueError, match="matrices of different sizes"):
        Risk("Staffing", Score(3, 3, 5), Score(3, 3, 4))


def test_both_cells_blank_is_not_scored_and_one_blank_is_refused() -> None:
    assert score_words(read_score(None, None)) == "Not scored"
    assert score_words(read_score(3, 4)) == "12, high (likelihood 3, impact 4)"
    for cells in ((3, None), (None, 3)):
        with pytest.raises(ValueError, match="one of them is blank"):
            read_score(*cells)


def test_the_risks_of_a_plan_whose_matrices_are_pictures_load_as_not_scored() -> None:
    """The register of Dumfries & Galloway prints four risks and its scores as pictures."""
    titles = (
        "As a result of systemic failure - we fail to protect our most vulnerable citizens",
        "Shortfall of skilled SWS staff to deliver statutory duties",
        "Failure to adapt practices in response to decreasing finances",
        "Failure of electronic information system",
    )
    risks = [Risk(title, read_score(None, None)) for title in titles]
    assert [score_words(risk.original) for risk in risks] == ["Not scored"] * 4
    assert not any(risk.above_target for risk in risks)
