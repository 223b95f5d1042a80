"""What was true of a period stays true of it: targets, tolerances, polarity and family groups are dated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.areas import Areas, FamilyGroup, FamilyScheme
from indicators.benchmarks import benchmarks
from indicators.catalogue_files import load_catalogue
from indicators.indicator import Direction, EarlierPolarity, Polarity
from indicators.rag import Light
from indicators.toml_entries import CatalogueError
from indicators.trends import Movement
from tests.builders import (
    COUNCILS,
    HIGHER,
    LOWER,
    NEITHER,
    make_areas,
    make_figures,
    make_history,
    make_indicator,
    make_target,
    year,
)
from tests.indicators.catalogue_mistakes import FILES

NONE_BEFORE_2021 = make_indicator(earlier_polarities=(EarlierPolarity("2020-21", NEITHER),))
TURNED_TWICE = make_indicator(
    polarity=HIGHER,
    earlier_polarities=(EarlierPolarity("2018-19", NEITHER), EarlierPolarity("2020-21", LOWER)),
)
VALUES = {code: float(place) for place, code in enumerate(COUNCILS, 1)}
REGROUPED = FamilyGroup("people-1", FamilyScheme.PEOPLE, 1, "Alike", "2020-04-01", COUNCILS[1:])


@pytest.mark.parametrize(("day", "members"), [(date(2020, 3, 31), "A"), (date(2020, 4, 1), "B")])
def test_a_grouping_holds_from_the_very_day_it_is_valid_from(day: date, members: str) -> None:
    made = make_areas()
    areas = Areas([*made.councils], [*made.groups, REGROUPED])
    (group,) = areas.groups_on(FamilyScheme.PEOPLE, day)
    assert group.members[0] == members


@pytest.mark.parametrize(
    ("period", "polarity"),
    [
        ("2017-18", NEITHER),
        ("2018-19", NEITHER),
        ("2019-20", LOWER),
        ("2020-21", LOWER),
        ("2021-22", HIGHER),
        ("2020-21 Q4", LOWER),
        ("2021-22 Q1", HIGHER),
    ],
)
def test_each_period_has_the_polarity_declared_for_it(period: str, polarity: Polarity) -> None:
    assert TURNED_TWICE.in_force(year(period)).polarity == polarity


def test_an_indicator_whose_polarity_never_changed_is_itself_in_every_period() -> None:
    plain = make_indicator()
    assert plain.in_force(year("2010-11")) is plain


def test_a_light_given_under_an_earlier_polarity_is_not_rewritten_by_a_later_one() -> None:
    history = make_history(indicator=NONE_BEFORE_2021, targets=[make_target()])
    assert history.at(year("2020-21")).light is Light.DATA_ONLY
    assert history.at(year("2021-22")).light is Light.GREEN


def test_a_movement_is_judged_by_the_polarity_of_its_own_period() -> None:
    history = make_history(indicator=NONE_BEFORE_2021)
    earlier, latest = history.at(year("2020-21")).short, history.at(year("2021-22")).short
    assert earlier is not None
    assert latest is not None
    assert (earlier.movement, latest.movement) == (Movement.UP, Movement.IMPROVING)


def test_ranks_follow_the_polarity_of_the_period() -> None:
    def rank_of_a(period: str) -> int | None:
        found = benchmarks(NONE_BEFORE_2021, make_areas(), year(period), make_figures(dict(VALUES)), None)
        return found["A"].rank

    assert (rank_of_a("2020-21"), rank_of_a("2021-22")) == (9, 1)


def test_a_tolerance_belongs_to_the_target_of_its_period() -> None:
    """7.8 against 7.5: amber with the five percent of the year, red with the narrower one before it."""
    wide = make_target(value=7.5, first="2021-22")
    narrow = make_target(value=7.5, tolerance=0.1, in_points=True, last="2020-21")
    history = make_history(targets=[wide, narrow])
    assert history.at(year("2021-22")).light is Light.AMBER
    assert history.at(year("2020-21")).light is Light.RED


def test_a_family_group_is_the_one_of_the_day() -> None:
    areas = Areas(make_areas().by_code.values(), [*make_areas().groups, REGROUPED])
    before, after = date(2020, 3, 31), date(2020, 4, 1)
    group = areas.family(FamilyScheme.PEOPLE, "A", before)
    assert group is not None
    assert group.members == COUNCILS[:8]
    assert areas.family(FamilyScheme.PEOPLE, "A", after) is None
    assert areas.family(FamilyScheme.PEOPLE, "I") == REGROUPED
    assert areas.family(FamilyScheme.PEOPLE, "A", date(2010, 3, 31)) is None


def test_a_regrouping_leaves_the_family_of_earlier_periods_alone() -> None:
    areas = Areas(make_areas().by_code.values(), [*make_areas().groups, REGROUPED])

    def family_mean(council: str, period: str) -> float | None:
        found = benchmarks(make_indicator(), areas, year(period), make_figures(dict(VALUES)), None)[council]
        return found.family.mean if found.family else None

    assert (family_mean("A", "2019-20"), family_mean("A", "2020-21")) == (4.5, None)
    assert (family_mean("I", "2019-20"), family_mean("I", "2020-21")) == (None, 5.5)


def test_an_earlier_polarity_is_read_from_the_catalogue(tmp_path: Path) -> None:
    catalogue = load_catalogue(_written(tmp_path, '[{ to = "2019-20", polarity = "range", best = [1, 2] }]'))
    found = next(item for item in catalogue.indicators.values() if item.earlier_polarities)
    assert found.in_force(year("2019-20")).polarity == Polarity(Direction.RANGE, 1, 2)


def test_an_earlier_polarity_that_is_none_is_refused_with_its_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="'sideways' is unknown; use one of higher, lower, range, none"):
        load_catalogue(_written(tmp_path, '[{ to = "2019-20", polarity = "sideways" }]'))


def _written(folder: Path, earlier: str) -> Path:
    (folder / "indicators").mkdir()
    for name, text in FILES.items():
        marked = text.replace("[[indicator]]", f"[[indicator]]\nearlier_polarities = {earlier}", 1)
        (folder / name).write_text(marked, encoding="utf-8")
    return folder
