"""A small catalogue for tests: nine councils, Scotland, one family group and six indicators."""

from __future__ import annotations

from dataclasses import replace

from indicators.areas import SCOTLAND, Area, AreaKind, Areas, FamilyGroup, FamilyScheme
from indicators.catalogue import Catalogue
from indicators.catalogue_words import Words
from indicators.figures import Status
from indicators.indicator import Direction, Indicator, Polarity, Unit
from indicators.periods import PeriodKind
from indicators.totals import Totals
from indicators.vocabulary import KnownError, Service, Source

COUNCILS = {
    "S12000042": "Dundee City",
    "S12000008": "East Ayrshire",
    "S12000013": "Eilean Siar",
    "S12000049": "Glasgow City",
    "S12000018": "Inverclyde",
    "S12000021": "North Ayrshire",
    "S12000050": "North Lanarkshire",
    "S12000039": "West Dunbartonshire",
    "S12000006": "Dumfries & Galloway",
}
LOWER, HIGHER = Polarity(Direction.LOWER), Polarity(Direction.HIGHER)
FALSE_ZERO = KnownError("S12000006", ("2020-21",), 0.0, Status.NOT_AVAILABLE, "printed as 0")


def indicator(code: str, unit: Unit, **changes: object) -> Indicator:
    """An LGBF indicator that needs nothing said but its code and unit."""
    plain = Indicator(
        code=code,
        title=code,
        short_title=code,
        definition="",
        service="children",
        unit=unit,
        polarity=LOWER,
        source="lgbf",
        statement="{value}",
        family_scheme=FamilyScheme.PEOPLE,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


INDICATORS = (
    indicator("CHN22", Unit.PERCENT, periods=(PeriodKind.CARE_YEAR,), known_errors=(FALSE_ZERO,)),
    indicator("CHN08a", Unit.POUNDS, priced=True),
    indicator("SW01", Unit.POUNDS, priced=True),
    indicator("CHN14a", Unit.PERCENTAGE_POINTS),
    indicator("CHN10", Unit.PERCENT, polarity=HIGHER, periods=(PeriodKind.WINDOW, PeriodKind.SURVEY_ROUND)),
    indicator("LOCAL1", Unit.COUNT, source="returns", council_benchmark=False, disclosive=True),
)


def small_catalogue(*extra: Indicator, totals: Totals | None = None) -> Catalogue:
    """The catalogue the tests load files against."""
    areas = [Area(code, name, AreaKind.COUNCIL) for code, name in COUNCILS.items()]
    areas.append(Area(SCOTLAND, "Scotland", AreaKind.COUNTRY))
    members = tuple(code for code in COUNCILS if code != "S12000006")
    group = FamilyGroup("people-4", FamilyScheme.PEOPLE, 4, "Most deprived", "2010-04-01", members)
    sources = {
        code: Source(code, code, "Publisher", "OGL v3.0", "", "annual", "", "")
        for code in ("lgbf", "returns", "council_return")
    }
    services = {"children": Service("children", "Children", 1)}
    words = Words(Areas(areas, [group]), services, {}, sources, {}, totals=totals or Totals())
    return Catalogue(words, (*INDICATORS, *extra), ())
