"""Figures: a status is never lost and never a number."""

from __future__ import annotations

import pytest

from indicators.figures import Figure, Status

JUDGED = {Status.PUBLISHED, Status.PROVISIONAL, Status.ESTIMATED, Status.CARRIED_FORWARD}
NUMBERED = JUDGED | {Status.DOUBTFUL, Status.PROJECTED}
WORDS = {
    Status.PUBLISHED: ("", "Published"),
    Status.PROVISIONAL: ("[p]", "Provisional"),
    Status.ESTIMATED: ("[e]", "Estimated"),
    Status.CARRIED_FORWARD: ("", "Carried forward"),
    Status.SUPPRESSED: ("[c]", "Suppressed"),
    Status.NOT_APPLICABLE: ("[z]", "Not applicable"),
    Status.NOT_AVAILABLE: ("[x]", "Not available"),
    Status.NOT_SUBMITTED: ("", "Not submitted"),
    Status.AWAITED: ("", "Awaited"),
    Status.NEW: ("", "New"),
    Status.NOT_ASSESSED: ("", "Not assessed"),
    Status.WITHDRAWN: ("", "Withdrawn"),
    Status.DOUBTFUL: ("", "To check"),
    Status.PROJECTED: ("", "Projected"),
    Status.MISSING: ("", "No figure"),
}


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_words_and_its_shorthand(status: Status) -> None:
    assert (status.shorthand, status.words) == WORDS[status]


@pytest.mark.parametrize("status", Status)
def test_a_number_stands_beside_six_statuses_only(status: Status) -> None:
    if status in NUMBERED:
        assert Figure(0.0, status).value == 0.0
        with pytest.raises(ValueError, match="needs a number"):
            Figure(None, status)
    else:
        assert Figure(None, status).number is None
        with pytest.raises(ValueError, match="cannot have the number"):
            Figure(0.0, status)


@pytest.mark.parametrize("status", sorted(JUDGED))
def test_a_true_zero_is_a_number_and_is_judged(status: Status) -> None:
    assert Figure(0.0, status).number == 0.0


@pytest.mark.parametrize(("status", "happened"), [(Status.DOUBTFUL, True), (Status.PROJECTED, False)])
def test_a_doubtful_or_projected_number_is_kept_but_never_judged(status: Status, happened: bool) -> None:
    figure = Figure(7.8, status)
    assert (figure.value, figure.number, figure.happened) == (7.8, None, happened)
