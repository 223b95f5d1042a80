"""The picture of a funnel plot."""

from __future__ import annotations

from dashboard.charts.funnel_plot import FunnelDot, Mark, funnel_picture
from tests.dashboard.tree import find, tree, words

FLAT = [[(0.0, up), (1.0, up)] for up in (0.2, 0.4, 0.6, 0.8)]


def picture(*dots: FunnelDot) -> object:
    """A picture with straight limits."""
    return funnel_picture(
        dots, FLAT, [Mark(0, "0")], [Mark(0.5, "1,000")], Mark(0.5, "Scotland 8.0%"), "Outside: Fife"
    )


def test_the_picture_says_in_words_what_it_shows() -> None:
    made = picture(FunnelDot(0.5, 0.9, "other", "Fife"))
    assert tree(made)[1]["aria-label"] == "Outside: Fife"
    assert tree(made)[1]["role"] == "img"


def test_dots_stand_at_shares_and_ours_is_drawn_last() -> None:
    made = picture(FunnelDot(0.5, 0.9, "ours"), FunnelDot(0.25, 1.5, "family"))
    points = [span for span in find(made, "Span") if (span.className or "").startswith("point")]
    assert [point.className for point in points] == ["point family", "point ours"]
    assert points[0].style == {"--across": "25.00%", "--up": "100.00%"}


def test_limits_are_two_areas_with_their_four_edges_and_scotland() -> None:
    made = picture()
    assert [path.className for path in find(made, "Path")] == [
        "funnel-outer",
        "funnel-inner",
        "limit-outer",
        "limit-outer",
        "limit-inner",
        "limit-inner",
        "line-scotland",
    ]
    assert find(made, "Path", className="funnel-outer")[0].d == "M0 800L1000 800L1000 200L0 200Z"


def test_names_that_would_lie_on_each_other_are_left_out_ours_never() -> None:
    made = picture(
        FunnelDot(0.5, 0.5, "ours", "Dundee City"),
        FunnelDot(0.53, 0.51, "other", "Fife"),
        FunnelDot(0.2, 0.9, "other", "Moray"),
        FunnelDot(0.95, 0.1, "other", "Glasgow City"),
    )
    names = {words(name): name.className for name in find(made, "Span") if "name" in (name.className or "")}
    assert names == {
        "Dundee City": "name left",
        "Fife": "name right",
        "Moray": "name right",
        "Glasgow City": "name left",
    }


def test_a_name_with_no_room_on_either_side_is_left_out() -> None:
    crowd = [FunnelDot(0.44, 0.5, "other"), FunnelDot(0.56, 0.5, "other")]
    made = picture(FunnelDot(0.5, 0.5, "other", "Fife"), *crowd)
    assert not [name for name in find(made, "Span") if "name" in (name.className or "")]
