"""Small pieces for tests, each with defaults: say only what the test is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from indicators.areas import SCOTLAND, Area, AreaKind, Areas, FamilyGroup, FamilyScheme
from indicators.catalogue import Catalogue
from indicators.catalogue_words import Words
from indicators.figures import Figure, Status
from indicators.indicator import Direction, Indicator, Polarity, Unit
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse
from indicators.standing import Comparators, History, Standing
from indicators.targets import Origin, Target, TargetRule
from indicators.trends import Point
from indicators.vocabulary import Service, Source

HIGHER, LOWER = Polarity(Direction.HIGHER), Polarity(Direction.LOWER)
NEITHER, RANGE = Polarity(Direction.NONE), Polarity(Direction.RANGE, 95.0, 105.0)
COUNCILS = tuple("ABCDEFGHI")
FAMILY = COUNCILS[:8]
THREE_YEARS = {"2019-20": 9.4, "2020-21": 9.6, "2021-22": 7.8}


def make_indicator(**changes: Any) -> Indicator:
    """A percentage of children where lower is better."""
    plain = Indicator(
        code="CHN22",
        title="Re-registrations on the child protection register",
        short_title="Re-registrations",
        definition="Children registered again within 18 months.",
        service="children",
        unit=Unit.PERCENT,
        polarity=LOWER,
        source="lgbf",
        statement="{value} of child protection registrations in {period} were re-registrations",
        family_scheme=FamilyScheme.PEOPLE,
    )
    return replace(plain, **changes)


def make_areas() -> Areas:
    """Nine councils, A to I, of which the first eight are one family group; and Scotland."""
    areas = [Area(code, f"Council {code}", AreaKind.COUNCIL) for code in COUNCILS]
    areas.append(Area(SCOTLAND, "Scotland", AreaKind.COUNTRY))
    group = FamilyGroup("people-1", FamilyScheme.PEOPLE, 1, "Alike", "2010-04-01", FAMILY)
    return Areas(areas, [group])


def make_target(**changes: Any) -> Target:
    """A council's own target of 8.4 with a tolerance of 5 percent, for every period."""
    plain = Target("CHN22", "A", Origin.LOCAL, "the council", value=8.4)
    return replace(plain, **changes)


def make_rule(rule: TargetRule, **changes: Any) -> Target:
    """A target by rule for every council."""
    return make_target(area="", origin=Origin.RULE, set_by="the product", value=None, rule=rule, **changes)


def make_catalogue(
    indicators: Iterable[Indicator] | None = None, targets: Iterable[Target] = ()
) -> Catalogue:
    """One indicator unless told, nine councils, and the targets given."""
    sources = {"lgbf": Source("lgbf", "LGBF", "Publisher", "OGL v3.0", "", "annual", "", "")}
    words = Words(make_areas(), {"children": Service("children", "Children", 1)}, {}, sources, {})
    return Catalogue(words, (make_indicator(),) if indicators is None else indicators, targets)


def make_figure(value: float | None, status: Status | None = None, **counts: float) -> Figure:
    """A published figure; without a number it is one not available."""
    plain = Status.NOT_AVAILABLE if value is None else Status.PUBLISHED
    return Figure(value, status or plain, **counts)


def make_figures(values: Mapping[str, float | None]) -> dict[str, Figure]:
    """Published figures by council."""
    return {code: make_figure(value) for code, value in values.items()}


def make_series(
    values: Mapping[str, float | None], kind: PeriodKind | None = PeriodKind.FINANCIAL_YEAR
) -> tuple[Point, ...]:
    """A series by period labels, such as THREE_YEARS."""
    return tuple((parse(label, kind), make_figure(value)) for label, value in values.items())


def make_years(values: Iterable[float | None], first: int = 2010) -> tuple[Point, ...]:
    """A series of consecutive financial years."""
    labels = (f"{year}-{(year + 1) % 100:02d}" for year in range(first, 2100))
    return make_series(dict(zip(labels, values, strict=False)))


def year(label: str) -> Period:
    """A financial year, or whatever else the label is."""
    return parse(label)


def make_history(
    points: tuple[Point, ...] | None = None,
    comparators: Mapping[str, Comparators] | None = None,
    targets: Iterable[Target] = (),
    indicator: Indicator | None = None,
    notes: Mapping[str, str] | None = None,
) -> History:
    """The history of council A, over THREE_YEARS unless told."""
    indicator = indicator or make_indicator()
    found = {year(label): item for label, item in (comparators or {}).items()}
    catalogue = make_catalogue([indicator], targets)
    return History(indicator, "A", points or make_series(THREE_YEARS), found, catalogue, notes or {})


def make_standing(period: str = "2021-22", **parts: Any) -> Standing:
    """Where council A stood in a period of `make_history(**parts)`."""
    return make_history(**parts).at(year(period))
