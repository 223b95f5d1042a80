"""The sums a reader could do, found in the figures of a few councils."""

from __future__ import annotations

import pytest

from indicators.areas import SCOTLAND, Area, AreaKind, Areas
from indicators.catalogue import Catalogue
from indicators.disclosure import DisclosureRule
from indicators.hiding import Hiding
from indicators.indicator import Unit
from indicators.sums import Sums, Version
from indicators.totals import SameCount, Share, Total, Totals
from tests.catalogue_builder import COUNCILS, indicator, small_catalogue

FIRST, SECOND, *OTHERS = COUNCILS
TOTALS = Totals(
    (Total("WHOLE", ("PART1", "PART2"), exact=True, slack=0.0),),
    (Share("SHARE", "PART1", "WHOLE"),),
    (SameCount("PART2", "RATE", "numerator"),),
)


@pytest.fixture
def catalogue() -> Catalogue:
    """Nine councils; a total, its disclosive parts, a share and a percentage that counts one again."""
    counts = [indicator(code, Unit.COUNT, disclosive=code != "WHOLE") for code in ("WHOLE", "PART1", "PART2")]
    shares = [indicator(code, Unit.PERCENT, disclosive=True) for code in ("SHARE", "RATE")]
    return small_catalogue(*counts, *shares, totals=TOTALS)


def version(area: str, value: float | None, code: str = "PART1", **changes: object) -> Version:
    """A figure of 2019-20 as its only edition prints it."""
    status = "published" if value is not None else "suppressed"
    plain = Version(code, area, "2019-20", "none", "financial_year", value, None, None, status, "2021", 1)
    return plain._replace(**changes)


def hidden(catalogue: Catalogue, *versions: Version) -> set[tuple[str, str, str]]:
    """(indicator, area, period) of what has to be hidden."""
    sums = Sums(catalogue, DisclosureRule(), versions)
    found = Hiding(DisclosureRule(), sums.lines, sums.withheld, sums.partners()).cells(sums.small_cells())
    return {cell[:3] for cell in found}


def everywhere(first: float, second: float, **changes: object) -> list[Version]:
    """All councils, the others with 20 each, and Scotland."""
    councils = [version(FIRST, first, **changes), version(SECOND, second, **changes)]
    councils += [version(area, 20.0, **changes) for area in OTHERS]
    return [*councils, version(SCOTLAND, first + second + 20.0 * len(OTHERS), **changes)]


def test_scotland_minus_the_other_councils_reveals_nobody(catalogue: Catalogue) -> None:
    assert hidden(catalogue, *everywhere(3, 7)) == {
        ("PART1", FIRST, "2019-20"), ("PART1", SECOND, "2019-20"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("total", "found"),
    [(45.0, {"east", "west"}), (48.0, {"east"}), (60.0, {"east"})],
    ids=["localities are all of the council", "a small rest hides the one", "much of it lies elsewhere"],
)
def test_a_council_minus_its_other_localities_reveals_nobody(
    catalogue: Catalogue, total: float, found: set[str]
) -> None:
    places = [Area(name, name, AreaKind.LOCALITY, council=FIRST) for name in ("east", "mid", "west")]
    catalogue.areas = Areas([*catalogue.areas.by_code.values(), *places], catalogue.areas.groups)
    rows = [version("east", 3.0), version("mid", 30.0), version("west", 12.0), version(FIRST, total)]
    assert {area for _, area, _ in hidden(catalogue, *rows)} == found


def test_people_whose_council_is_unknown_stand_beside_the_councils(catalogue: Catalogue) -> None:
    assert AreaKind.UNKNOWN not in {area.kind for area in catalogue.areas.by_code.values()}
    rows = everywhere(3, 7)
    short = [*rows[:-1], rows[-1]._replace(value=(rows[-1].value or 0) + 2)]
    assert len(hidden(catalogue, *short)) == 2


def test_scotland_with_most_councils_missing_gives_nothing_away(catalogue: Catalogue) -> None:
    rows = [version(FIRST, 3), version(SCOTLAND, 600)]
    assert hidden(catalogue, *rows) == {("PART1", FIRST, "2019-20")}


def test_a_council_suppressed_by_the_publisher_cannot_be_worked_out(catalogue: Catalogue) -> None:
    rows = everywhere(3, 7)
    rows[0] = version(FIRST, None)
    assert hidden(catalogue, *rows) == {("PART1", SECOND, "2019-20")}


def test_the_numerators_and_denominators_of_councils_add_up_too(catalogue: Catalogue) -> None:
    rows = [
        each._replace(indicator="RATE", value=10.0, numerator=each.value, denominator=200.0)
        for each in everywhere(3, 7)
    ]
    assert hidden(catalogue, *rows) == {("RATE", FIRST, "2019-20"), ("RATE", SECOND, "2019-20")}


def test_a_total_of_parts_gives_none_of_them_away(catalogue: Catalogue) -> None:
    rows = [version(FIRST, 3), version(FIRST, 40, "PART2"), version(FIRST, 43, "WHOLE")]
    assert hidden(catalogue, *rows) == {("PART1", FIRST, "2019-20"), ("PART2", FIRST, "2019-20")}


def test_a_share_is_hidden_with_its_count_and_a_count_with_the_numerator_that_repeats_it(
    catalogue: Catalogue,
) -> None:
    assert ("SHARE", FIRST, "2019-20") in hidden(
        catalogue, version(FIRST, 3), version(FIRST, 1.5, "SHARE"), version(FIRST, 200, "WHOLE")
    )
    rate = version(FIRST, 8.0, "RATE", numerator=3.0, denominator=40.0)
    assert hidden(catalogue, version(FIRST, 3, "PART2"), rate) == {
        ("PART2", FIRST, "2019-20"), ("RATE", FIRST, "2019-20"),
    }  # fmt: skip


def quarters(*values: float | None) -> list[Version]:
    """The quarters of 2019-20 in their order, but for None."""
    return [
        version(FIRST, value, period=f"2019-20 Q{at}", kind="quarter")
        for at, value in enumerate(values, 1)
        if value is not None
    ]


@pytest.mark.parametrize(
    ("year", "of_quarters", "periods"),
    [
        (36.0, (3, 9, 12, 12), {"2019-20 Q1", "2019-20 Q2"}),  # the year minus three quarters
        (28.0, (None, 6, 9, 11), {"2019-20 Q2"}),  # the quarter nobody prints is small: 28 - 26
        (40.0, (None, 6, 9, 11), set()),  # it is not
        (40.0, (3, 40, 41, 40), {"2019-20 Q1"}),  # a number on a day: quarters do not make the year
    ],
)
def test_a_year_minus_its_other_quarters_reveals_nobody(
    catalogue: Catalogue, year: float, of_quarters: tuple[float | None, ...], periods: set[str]
) -> None:
    rows = [version(FIRST, year), *quarters(*of_quarters)]
    assert {period for _, _, period in hidden(catalogue, *rows)} == periods


def test_what_one_edition_withholds_the_other_does_not_give_away(catalogue: Catalogue) -> None:
    """The second edition revises a small count to 8, and Scotland with it; both editions keep it back."""
    later = {"published_on": "2022", "load_id": 2}
    rows = [*everywhere(3, 7), version(FIRST, 8, **later), version(SCOTLAND, 155, **later)]
    assert hidden(catalogue, *rows) == {("PART1", FIRST, "2019-20"), ("PART1", SECOND, "2019-20")}


def test_an_edition_that_alone_would_be_safe_is_still_held_against_the_other(catalogue: Catalogue) -> None:
    """First 1 and 6 hide each other; in the second edition they are 1 and 5, and the sum tells both."""
    later = {"published_on": "2022", "load_id": 2}
    rows = [*everywhere(1, 6), version(SECOND, 5, **later), version(SCOTLAND, 146, **later)]
    assert len(hidden(catalogue, *rows)) == 3


def test_codes_that_give_one_another_away_are_guarded_together(catalogue: Catalogue) -> None:
    assert {"WHOLE", "PART1", "PART2", "SHARE", "RATE"} <= catalogue.guarded
    assert "CHN22" not in catalogue.guarded
