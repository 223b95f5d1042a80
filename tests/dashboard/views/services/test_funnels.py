"""Funnels and shares: what is a share of what, in which period, and what is never worked out."""

from __future__ import annotations

import pytest

from dashboard.views.services.funnels import funnel_content
from dashboard.views.services.scene import Scene
from dashboard.views.text import spoken
from indicators.figures import Figure, Status
from indicators.service_pages import PartKind
from tests.dashboard.views.services.scenes import Values, counted, scene, series

HIDDEN = Figure(None, Status.SUPPRESSED)
TO_CHECK = Figure(58.0, Status.DOUBTFUL)


def stages(*values: Values) -> Scene:
    """Three stages at most, called Referrals, Inquiries and Conferences."""
    names = ("Referrals", "Inquiries", "Conferences")
    found = [series(counted(name), each) for name, each in zip(names, values, strict=False)]
    return scene(PartKind.FUNNEL, *found)


def test_each_stage_is_a_share_of_the_one_before_it() -> None:
    found = funnel_content(stages({"2019-20": 2147.0}, {"2019-20": 83.0}, {"2019-20": 40.0}), of_first=False)
    assert [(step.shown, step.rate) for step in found.steps] == [
        ("2,147", ""),
        ("83", "3.9% of referrals"),
        ("40", "48.2% of inquiries"),
    ]
    assert spoken(found.sentence) == (
        "Council A, 2019-20: 2,147 referrals, 83 inquiries (3.9% of referrals) and 40 conferences "
        "(48.2% of inquiries)."
    )
    assert (found.when, found.grid) == ("2019-20", None)


def test_shares_are_all_of_the_first() -> None:
    found = funnel_content(stages({"2019-20": 200.0}, {"2019-20": 150.0}, {"2019-20": 30.0}), of_first=True)
    assert [step.rate for step in found.steps] == ["", "75.0% of referrals", "15.0% of referrals"]


def test_a_stage_never_counted_is_left_out_and_the_next_is_a_share_of_the_last_there_is() -> None:
    found = funnel_content(stages({"2019-20": 140.0}, {}, {"2019-20": 67.0}), of_first=False)
    assert [(step.name, step.rate) for step in found.steps] == [
        ("Referrals", ""),
        ("Conferences", "47.9% of referrals"),
    ]
    assert spoken(found.sentence) == (
        "Council A, 2019-20: 140 referrals and 67 conferences (47.9% of referrals)."
    )


@pytest.mark.parametrize("hidden", [HIDDEN, TO_CHECK], ids=["suppressed", "to check"])
def test_no_share_is_worked_out_of_or_from_a_figure_that_may_not_be_judged(hidden: Figure) -> None:
    found = funnel_content(stages({"2019-20": 92.0}, {"2019-20": hidden}, {"2019-20": 36.0}), of_first=False)
    assert [step.rate for step in found.steps] == ["", "", ""]
    assert found.steps[1].share is None
    assert "inquiries" not in spoken(found.sentence)


def test_a_suppressed_stage_shows_its_sign_and_its_words() -> None:
    found = funnel_content(stages({"2019-20": 92.0}, {"2019-20": HIDDEN}), of_first=False)
    assert (found.steps[1].shown, found.steps[1].note) == ("[c]", "suppressed")


def test_the_period_is_the_newest_with_two_stages_not_the_newest_with_one() -> None:
    found = funnel_content(
        stages({"2018-19": 100.0, "2019-20": 120.0, "2020-21": 150.0}, {"2018-19": 10.0, "2019-20": 30.0}),
        of_first=False,
    )
    assert (found.when, found.steps[1].rate) == ("2019-20", "25.0% of referrals")
    assert found.grid is not None
    assert found.grid.columns == ("Stage", "2018-19", "2019-20", "2020-21")
    assert [(cell.shown, cell.note) for cell in found.grid.lines[1].cells] == [  # type: ignore[union-attr]
        ("10", "10.0% of referrals"),
        ("30", "25.0% of referrals"),
        ("", "no figure"),
    ]


def test_a_share_of_fewer_than_twenty_says_so() -> None:
    found = funnel_content(stages({"2019-20": 19.0}, {"2019-20": 4.0}), of_first=False)
    assert found.steps[1].rate == "21.1% of referrals (small numbers)"


def test_the_widest_bar_is_the_largest_stage_even_when_it_is_not_the_first() -> None:
    found = funnel_content(stages({"2019-20": 50.0}, {"2019-20": 100.0}), of_first=False)
    assert [step.share for step in found.steps] == [0.5, 1.0]


def test_a_part_of_zeros_has_no_shares_and_no_bars() -> None:
    found = funnel_content(stages({"2019-20": 0.0}, {"2019-20": 0.0}), of_first=False)
    assert [(step.rate, step.share) for step in found.steps] == [("", None), ("", None)]
