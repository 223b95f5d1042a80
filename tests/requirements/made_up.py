"""Made-up figures of what the bundle has none of: quarters with targets, localities, a timescale."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from etl.pipeline import load_file
from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.store.engine import upgrade, writer
from indicators.store.store import Store, open_store
from tests.etl.published_files import tidy_row, write_tidy

QUARTERS = ("2019-20 Q1", "2019-20 Q2", "2019-20 Q3")
COUNCILS = (
    *("Angus", "Clackmannanshire", "Dundee City", "East Ayrshire", "Eilean Siar", "Fife", "Glasgow City"),
    *("Inverclyde", "North Ayrshire", "Scotland"),
)
LOCALITIES = {"Annandale and Eskdale": 6, "Nithsdale": 8, "Stewartry": 4, "Wigtownshire": 12}
HIDDEN = ("Wigtownshire", "", "suppressed")
INDICATOR = """
[[indicator]]
code = "{code}"
title = "Made up: {title}"
short_title = "Made up: {title}"
definition = "Made up for a test."
service = "adult_care"
unit = "{unit}"
decimals = 1
polarity = "{polarity}"
family_scheme = "people"
periods = ["{kind}"]
cadence = "{cadence}"
source = "council_return"
statement = "{{value}} were made up in {{period}}"
{more}
"""
TARGET = """
[[target]]
indicators = ["MADE_UP_QUARTERS"]
area = ""
value = {value}
tolerance = 5.0
from = "{first}"
to = "{last}"
origin = "national"
set_by = "the test"
"""
BAND = """
[[target]]
indicators = ["MADE_UP_OUTTURN"]
area = ""
low = 95.0
high = 105.0
tolerance = 5.0
tolerance_kind = "points"
from = ""
to = ""
origin = "local"
set_by = "the test"
"""


def made_up_store(folder: Path) -> Store:
    """A store of its own with the catalogue of the product and five indicators more."""
    catalogue_folder = folder / "catalogue"
    shutil.copytree(CATALOGUE_FOLDER, catalogue_folder)
    (catalogue_folder / "indicators" / "made_up.toml").write_text("".join(_indicators()), encoding="utf-8")
    with (catalogue_folder / "targets.toml").open("a", encoding="utf-8") as targets:
        targets.write(TARGET.format(value=80.0, first="2019-20 Q1", last="2019-20 Q2"))
        targets.write(TARGET.format(value=90.0, first="2019-20 Q3", last="2019-20 Q3"))
        targets.write(BAND)
    catalogue, url = load_catalogue(catalogue_folder), f"sqlite:///{folder / 'made-up.db'}"
    engine = writer(url)
    upgrade(engine)
    load_file(write_tidy(folder / "council_return.csv", _rows()), engine, catalogue)
    engine.dispose()
    return open_store(url, catalogue)


def _indicators() -> Iterable[str]:
    answers = {"kind": "financial_year", "cadence": "annual", "polarity": "higher", "unit": "yes_no"}
    yield INDICATOR.format(code="MADE_UP_ANSWER", title="answer", more="", **answers)
    band = {"kind": "financial_year", "cadence": "annual", "polarity": "range", "unit": "percent"}
    yield INDICATOR.format(code="MADE_UP_OUTTURN", title="outturn", more="best = [95, 105]", **band)
    quarters = {"kind": "quarter", "cadence": "quarterly", "polarity": "higher", "unit": "percent"}
    years = {"kind": "financial_year", "cadence": "annual", "polarity": "lower", "unit": "percent"}
    yield INDICATOR.format(code="MADE_UP_QUARTERS", title="quarters", more="", **quarters)
    yield INDICATOR.format(code="MADE_UP_PLACES", title="places", more="", **years)
    limit = 'timescale = "24 hours"\ncouncil_benchmark = false'
    yield INDICATOR.format(code="MADE_UP_SCREENED", title="screened", more=limit, **years)


def _rows() -> Iterable[Sequence[object]]:
    own = {"edition": "Made up", "published_on": "2024"}
    for at, area in enumerate(COUNCILS):
        for quarter, value in zip(QUARTERS, (82.0, 81.0, 84.0), strict=True):
            shift = 0 if area == "Dundee City" else at - 4
            yield tidy_row("MADE_UP_QUARTERS", area, quarter, value + shift, kind="quarter", **own)
    for name, value in LOCALITIES.items():
        place = f"Dumfries & Galloway: {name}"
        yield tidy_row("MADE_UP_PLACES", place, "2019-20", value, kind="financial_year", **own)
    for area, value in (("Dumfries & Galloway", 7.5), ("Dundee City", 9.0)):
        yield tidy_row("MADE_UP_PLACES", area, "2019-20", value, kind="financial_year", **own)
    for name, number, status in (("Nithsdale", 90, "published"), ("Stewartry", 80, "published"), HIDDEN):
        place = f"Dumfries & Galloway: {name}"
        kind = {"kind": "financial_year", "status": status}
        yield tidy_row("MADE_UP_SCREENED", place, "2019-20", number, **kind, **own)
    for year, percent in (("2018-19", 92), ("2019-20", 108)):
        yield tidy_row("MADE_UP_OUTTURN", "Dundee City", year, percent, kind="financial_year", **own)
    for year, answer in (("2018-19", 0), ("2019-20", 1)):
        yield tidy_row("MADE_UP_ANSWER", "Dundee City", year, answer, kind="financial_year", **own)
    counts = {"numerator": 190, "denominator": 200}
    yield tidy_row("MADE_UP_SCREENED", "Dundee City", "2019-20", 95.0, kind="financial_year", **own, **counts)
