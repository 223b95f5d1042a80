"""What the councils' documents require of scorecards and of the overview, as those pages show it."""

from __future__ import annotations

import re
from collections import Counter

from indicators.catalogue_files import load_catalogue
from indicators.vocabulary import Measures
from tests.requirements.screen import DUMFRIES, Site

PLAN_COLUMNS = ["Value", "Target", "Status", "Trend"]


def test_01_the_plan_of_dumfries_and_galloway_has_its_69_indicators_over_three_years(bundle: Site) -> None:
    """One row an indicator; for three years value, target, status and trend: 98% against 95%, on target."""
    found = bundle.open("/scorecards/dg-plan", DUMFRIES)
    assert "Of 69 indicators, two are off target." in found.words
    assert found.rows[0] == ["Indicator", "2019-20", "2018-19", "2017-18", "BenchmarkScotland"]
    assert found.rows[1][:4] == PLAN_COLUMNS
    reports = found.row("Justice social work reports submitted in time")
    assert reports[1].startswith("No figure yet")
    assert [reports[2].startswith("98%"), reports[3], reports[4].startswith("On target")] == [
        True,
        "95%",
        True,
    ]


def test_25_public_protection_is_one_page_whose_tiles_say_period_and_age(bundle: Site) -> None:
    """Child, adult, justice and violence against women; every row with a figure says period and age."""
    found = bundle.open("/scorecards/protecting-people")
    for heading in ("Child protection", "Adult protection", "Justice and MAPPA", "Violence against women"):
        assert any(row[0].startswith(heading) for row in found.rows), heading
    tiles = [row for row in found.rows if len(row) > 8 and row[1] != "Target"]
    assert len(tiles) >= 14
    aged = re.compile(r"latest figure \d+ (months|years) old$")
    assert [row[0] for row in tiles if not aged.search(row[0])] == []
    assert [row[1] for row in tiles if not re.search(r"20\d\d(-\d\d)?$", row[1])] == []


def test_21_an_action_shows_the_indicator_that_proves_it_with_its_light(bundle: Site) -> None:
    """Action 4.4 of the inspection plan is linked to positive destinations: 93.9%, within tolerance."""
    found = bundle.open("/improvement/dundee-inspection-2016-4.4")
    assert found.after("Indicators that prove it") == "Positive destinations93.9% in 2021-22Within tolerance"


def test_36_an_answer_of_yes_or_no_has_no_line_and_yes_is_on_target(bundle: Site, made_up: Site) -> None:
    """22 health and safety indicators stand on the plan; of an answer, yes is green and no is red."""
    plan = bundle.open("/scorecards/dg-plan", DUMFRIES)
    start = next(at for at, row in enumerate(plan.rows) if row[0].startswith("Health and safety22"))
    own = plan.rows[start + 1 : start + 23]
    assert [row[1] for row in own] == ["Being collated for the first time"] * 22
    yes = made_up.open("/trends", indicator="MADE_UP_ANSWER")
    assert [yes.row(year)[1:4] for year in ("2019-20", "2018-19")] == [
        ["Yes", "Yes", "On target"],
        ["No", "Yes", "Off target"],
    ]
    assert yes.trace("ours")["mode"] == "markers"


def test_45_every_indicator_serves_an_outcome_or_is_listed(bundle: Site) -> None:
    """On the plan of Dumfries & Galloway 33 indicators stand under an outcome, and 36 are listed without."""
    found = bundle.open("/scorecards/dg-plan", DUMFRIES)
    start = found.lines.index("36 indicators without an outcome")
    assert "Working time lost to sickness" in found.lines[start : start + 37]


def test_51_the_headline_set_is_twelve_at_most_for_a_service_and_each_says_what_it_tells_of(
    bundle: Site,
) -> None:
    """Twelve or fewer headline indicators a service, each volume and demand, key process or outcome."""
    catalogue = load_catalogue()
    headline = [item for item in catalogue.indicators.values() if item.headline]
    assert max(Counter(item.service for item in headline).values()) <= 12
    assert [item.code for item in headline if item.measures is Measures.UNSAID] == []
    shown = bundle.open("/", show="headline")
    counted = int(next(line for line in shown.lines if line.startswith("Headline indicators: "))[21:])
    assert counted <= len(headline)
    assert bundle.open("/indicators/SW06").after("Tells of") == "Impact and outcome"
    assert bundle.open("/indicators/ASP_REFERRALS").after("Tells of") == "Volume and demand"
