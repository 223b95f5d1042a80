"""The areas below a council, over invented figures: what is shown, the gap, and where each comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from dashboard.views import localities as module
from dashboard.views.localities import Localities, localities
from dashboard.views.trend_scene import Scene
from indicators.areas import Area, AreaKind, Areas
from indicators.catalogue import Catalogue
from indicators.catalogue_words import Words
from indicators.figures import Figure, Status
from indicators.indicator import Indicator, Polarity
from indicators.printed_periods import parse
from indicators.store.rows import FigureRow
from indicators.vocabulary import Service, Source
from tests.builders import COUNCILS, HIGHER, LOWER, NEITHER, THREE_YEARS, make_indicator, make_series
from tests.dashboard.views.scenes import make_scene
from tests.dashboard.views.stages import make_row

NORTH, SOUTH, EAST, ELSEWHERE = "A:north", "A:south", "A:east", "B:west"
PLACES = {
    NORTH: "Council A: North",
    SOUTH: "Council A: South",
    EAST: "Council A: East",
    ELSEWHERE: "Council B: West",
}
Entries = dict[tuple[str, str], float | Figure]


def scene(indicator: Indicator | None = None) -> Scene:
    """Council A over three years, with three localities of its own and one of another council."""
    indicator = indicator or make_indicator()
    places = [Area(code, name, AreaKind.LOCALITY, council=code[0]) for code, name in PLACES.items()]
    councils = [Area(code, f"Council {code}", AreaKind.COUNCIL) for code in COUNCILS]
    sources = {"lgbf": Source("lgbf", "LGBF", "Publisher", "OGL v3.0", "", "annual", "", "")}
    words = Words(
        Areas([*councils, *places], []), {"children": Service("children", "Children", 1)}, {}, sources, {}
    )
    made = make_scene(make_series(THREE_YEARS), indicator)
    return replace(made, catalogue=Catalogue(words, [indicator], ()))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What is shown for entries of the store by area and period."""

    def at(entries: Entries, indicator: Indicator | None = None, **changes: Any) -> Localities | None:
        made = replace(scene(indicator), **changes)
        rows = [
            make_row(made.indicator, area, value if isinstance(value, Figure) else Figure(value), label)
            for (area, label), value in entries.items()
        ]

        def answered(
            _: object, codes: Sequence[str], areas: Sequence[str], basis: str | None
        ) -> list[FigureRow]:
            assert list(codes) == [made.indicator.code]
            return [row for row in rows if row.area in areas and basis in (None, row.basis)]

        monkeypatch.setattr(module.read, "figures_of", answered)
        own = tuple(row for row in rows if row.area == "A")
        return localities(None, replace(made, series=replace(made.series, rows=own, basis="none")))  # type: ignore[arg-type]

    return at


THREE: Entries = {
    (NORTH, "2021-22"): 9.0,
    (SOUTH, "2021-22"): 6.0,
    (EAST, "2021-22"): 7.5,
    ("A", "2021-22"): 7.8,
}


@pytest.mark.parametrize(
    ("polarity", "sentence", "order"),
    [
        (LOWER, "Best: South, 6.0%; worst: North, 9.0%: a gap of 3.0 points.", ["South", "East", "North"]),
        (HIGHER, "Best: North, 9.0%; worst: South, 6.0%: a gap of 3.0 points.", ["North", "East", "South"]),
        (
            NEITHER,
            "Highest: North, 9.0%; lowest: South, 6.0%: a gap of 3.0 points.",
            ["North", "East", "South"],
        ),
    ],
)
def test_the_best_comes_first_and_the_gap_is_told(
    shown: Any, polarity: Polarity, sentence: str, order: list[str]
) -> None:
    found = shown(THREE, make_indicator(polarity=polarity))
    assert (found.when, found.sentence) == ("2021-22", sentence)
    (group,) = found.bars.groups
    assert [bar.name for bar in group.bars] == [*order, "Council A"]
    assert [bar.latest for bar in group.bars] == [False, False, False, True]


def test_bars_are_as_long_as_their_figures_beside_the_longest(shown: Any) -> None:
    (group,) = shown(THREE).bars.groups
    assert [bar.share for bar in group.bars] == pytest.approx([6 / 9, 7.5 / 9, 1.0, 7.8 / 9])


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(None, Status.SUPPRESSED), "[c]"),
        (Figure(None, Status.AWAITED), "Awaited"),
        (Figure(1.0, Status.DOUBTFUL), "1.0%"),
    ],
)
def test_a_locality_without_a_number_is_last_has_no_bar_and_is_named(
    shown: Any, figure: Figure, said: str
) -> None:
    found = shown({**THREE, (SOUTH, "2021-22"): figure})
    (group,) = found.bars.groups
    assert [(bar.name, bar.share is None) for bar in group.bars][2] == ("South", True)
    assert group.bars[2].shown == said
    assert (
        found.sentence
        == "Best: East, 7.5%; worst: North, 9.0%: a gap of 1.5 points. Without a number: South."
    )


def test_one_figure_alone_has_no_gap(shown: Any) -> None:
    found = shown({(NORTH, "2021-22"): 9.0, (SOUTH, "2021-22"): Figure(None, Status.SUPPRESSED)})
    assert found.sentence == "Fewer than two localities have a figure, so there is no gap between them."


def test_all_at_nought_have_no_bar_of_any_length(shown: Any) -> None:
    (group,) = shown({(NORTH, "2021-22"): 0.0, (SOUTH, "2021-22"): 0.0}).bars.groups
    assert [(bar.shown, bar.share) for bar in group.bars] == [("0.0%", None), ("0.0%", None)]


def test_the_newest_period_in_view_with_an_entry_is_shown_alone(shown: Any) -> None:
    entries: Entries = {
        (NORTH, "2019-20"): 1.0,
        (NORTH, "2020-21"): 2.0,
        (SOUTH, "2020-21"): 3.0,
        (EAST, "2001-02"): 4.0,
    }
    found = shown(entries)
    assert found.when == "2020-21"
    assert [row[:2] for row in found.rows] == [("North", "2.0%"), ("South", "3.0%")]


def test_periods_outside_the_view_are_left_out_unless_nothing_limits_it(shown: Any) -> None:
    old: Entries = {(NORTH, "2001-02"): 1.0}
    assert shown(old) is None
    assert shown(old, periods=()).when == "2001-02"
    assert shown(THREE, periods=(parse("2019-20"),)) is None


def test_localities_of_another_council_are_never_shown(shown: Any) -> None:
    assert shown({(ELSEWHERE, "2021-22"): 1.0}) is None
    found = shown({**THREE, (ELSEWHERE, "2021-22"): 0.1})
    assert "West" not in found.sentence
    assert len(found.rows) == 3


def test_a_council_without_localities_asks_the_store_for_nothing(shown: Any) -> None:
    other = scene().catalogue.areas["C"]
    assert shown(THREE, area=other) is None


def test_every_row_says_where_its_figure_comes_from(shown: Any) -> None:
    first = shown(THREE).rows[0]
    assert first == ("North", "9.0%", "Published", "LGBF 2024; lgbf.csv, A:north 2021-22")
