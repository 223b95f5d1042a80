"""The picture of a funnel plot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

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


DOTS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12)


@given(DOTS)
def test_a_name_lies_on_no_other_name_and_never_hangs_out_at_the_left(
    places: list[tuple[float, float]],
) -> None:
    """A name takes 11% of the picture across and 4.5% up, beside its dot."""
    dots = [FunnelDot(across, up, "other", f"Council {at}") for at, (across, up) in enumerate(places)]
    middles = []
    for point in find(picture(*dots), "Span"):
        names = find(point, "Span")[1:]
        if (point.className or "").startswith("point") and names:
            across, up = (float(point.style[way][:-1]) / 100 for way in ("--across", "--up"))
            away = 0.065 if names[0].className == "name right" else -0.065
            middles.append((across + away, up))
    assert all(across >= 0.065 - 1e-3 for across, _ in middles)
    for at, (across, up) in enumerate(middles):
        for other_across, other_up in middles[:at]:
            assert abs(across - other_across) >= 0.11 - 1e-3 or abs(up - other_up) >= 0.045 - 1e-3


def test_a_dot_without_words_has_no_name_and_ours_is_named_before_those_further_right() -> None:
    made = picture(
        FunnelDot(0.5, 0.5, "other", "Fife"),
        FunnelDot(0.45, 0.5, "ours", "Dundee City"),
        FunnelDot(0.1, 0.1, "other"),
    )
    names = [words(name) for name in find(made, "Span") if (name.className or "").startswith("name")]
    assert "Dundee City" in names
    assert all(names)


def test_the_picture_is_one_image_whose_inside_nobody_hears() -> None:
    inside = find(picture(FunnelDot(0.5, 0.5, "ours", "Dundee City")), "Div", className="funnel-plot")[0]
    assert tree(inside)[1]["aria-hidden"] == "true"
