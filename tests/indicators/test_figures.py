"""Figures: a status is never lost and never a number."""

from __future__ import annotations

import pytest

from indicators.figures import Figure, Status

NUMBERED = {Status.PUBLISHED, Status.PROVISIONAL, Status.ESTIMATED, Status.CARRIED_FORWARD, Status.DOUBTFUL}
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
    Status.MISSING: ("", "No figure"),
}


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_words_and_its_shorthand(status: Status) -> None:
    assert (status.shorthand, status.words) == WORDS[status]


@pytest.mark.parametrize("status", Status)
def test_a_number_stands_beside_five_statuses_only(status: Status) -> None:
    if status in NUMBERED:
        assert Figure(0.0, status).value == 0.0
        with pytest.raises(ValueError, match="needs a number"):
            Figure(None, status)
    else:
        assert Figure(None, status).number is None
        with pytest.raises(ValueError, match="cannot have the number"):
            Figure(0.0, status)


@pytest.mark.parametrize("status", sorted(NUMBERED - {Status.DOUBTFUL}))
def test_a_true_zero_is_a_number_and_is_judged(status: Status) -> None:
    assert Figure(0.0, status).number == 0.0


def test_a_doubtful_number_is_kept_but_never_judged() -> None:
    figure = Figure(7.8, Status.DOUBTFUL)
    assert (figure.value, figure.number) == (7.8, None)
