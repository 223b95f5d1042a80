"""Reading the catalogue: anything unclear is refused with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.areas import FamilyScheme
from indicators.catalogue import Direction
from indicators.catalogue_files import load_catalogue
from indicators.periods import PeriodKind
from indicators.targets import Origin, TargetRule
from indicators.toml_entries import CatalogueError

FILES = {
    "areas.toml": """\
# Two councils and Scotland.
[[area]]
code = "S12000042"
name = "Dundee City"
kind = "council"
short = "Dunde"
tile = [3, 5]
aliases = ["Dundee"]
old_codes = ["S12000007"]

[[area]]
code = "S12000041"
name = "Angus"
kind = "council"

[[area]]
code = "S92000003"
name = "Scotland"
kind = "country"
""",
    "family_groups.toml": """\
[[family_group]]
code = "people-1"
scheme = "people"
number = 1
label = "Alike"
valid_from = "2010-04-01"
members = [
  "S12000042",
  "S12000041",
]
""",
    "services.toml": """\
[[service]]
code = "children"
title = "Children"
order = 1

[[perspective]]
code = "process"
title = "Process"
order = 1
""",
    "sources.toml": """\
[[source]]
code = "lgbf"
title = "LGBF"
publisher = "Improvement Service"
licence = "OGL v3.0"
address = ""
cadence = "annual"
next_release = ""
attribution = ""
""",
    "indicators/one.toml": """\
[[indicator]]
code = "CHN22"
title = "Re-registrations"
short_title = "Re-registrations"
definition = "Children registered again."
service = "children"
perspective = "process"
unit = "percent"
polarity = "lower"
family_scheme = "people"
periods = ["care_year"]
source = "lgbf"
statement = "{value} in {period}"
breaks = [{from = "2013-14", reason = "counted anew"}]
known_errors = [{area = "S12000041", periods = ["2020-21"], printed = 0, status = "not_available", reason = "x"}]
aliases = ["OLD_NAME"]

[[indicator]]
code = "CORP11"
title = "Range"
short_title = "Range"
definition = "In range is best."
service = "children"
unit = "percent"
polarity = "range"
best = [95, 105]
source = "lgbf"
statement = "{value}"
""",
    "targets.toml": """\
[[target]]
indicators = ["chn 22", "CORP11"]
area = "S12000042"
value = 8.4
tolerance = 2
tolerance_kind = "points"
from = "2018-19"
to = "2018-19"
origin = "local"
set_by = "the council"

[[target]]
indicators = ["CHN22"]
area = ""
rule = "family_fourth"
origin = "rule"
set_by = "the product"
""",
    "scorecards.toml": """\
[[scorecard]]
id = "plan"
title = "Plan"
area = "S12000042"
intro = ""
periods = ["2019-20"]
benchmark_period = ""

[[scorecard.section]]
title = "First"
indicators = ["CHN22"]

[[scorecard.section]]
title = "Second"
perspective = "process"
indicators = [
  "CORP11",
]
""",
}
ONE = "indicators/one.toml"
PLAN = 'id = "plan"\ntitle = "Plan"\narea = ""\nintro = ""\nperiods = []\nbenchmark_period = ""\n'
# file, what is replaced, by what, the line, the sentence
REFUSALS = {
    "an unknown key": (ONE, 'short_title = "Range"', 'short_name = "R"', 21, "'short_name' is not a key"),
    "an unknown key of an area": ("areas.toml", "tile =", "place =", 7, "'place' is not a key of a area"),
    "an unknown key of a target": ("targets.toml", "tolerance =", "slack =", 5, "'slack' is not a key"),
    "an unknown key of a section": ("scorecards.toml", 'title = "First"', 'name = "x"', 10, "'name' is not a key"),
    "a missing key": (ONE, 'definition = "In range is best."\n', "", 18, "the key 'definition' is missing"),
    "a missing key of a scorecard": ("scorecards.toml", 'intro = ""\n', "", 1, "the key 'intro' is missing"),
    "a missing key of a section": ("scorecards.toml", 'title = "First"\n', "", 1, "the key 'title' is missing"),
    "a target without indicators": ("targets.toml", 'indicators = ["CHN22"]\n', "", 12, "'indicators' is missing"),
    "a target without a goal": ("targets.toml", "value = 8.4\n", "", 1, "needs a value, a rule, or low and high"),
    "a duplicate code": (ONE, "CORP11", "CHN22", 19, "the code 'CHN22' is already taken by CHN22"),
    "another spelling of a code": (ONE, '"CORP11"', '"chn 022"', 19, "'chn 022' is already taken by CHN22"),
    "a code that is an alias": (ONE, '"CORP11"', '"old_name"', 19, "'old_name' is already taken by CHN22"),
    "a duplicate service": ("services.toml", "[[perspective]]", '[[service]]\ncode = "children"\ntitle = ""\norder = 2\n[[perspective]]', 7, "'children' is used twice"),
    "a duplicate area": ("areas.toml", "S12000041", "S12000042", 12, "'S12000042' is already taken by S12000042"),
    "a duplicate alias of an area": ("areas.toml", 'name = "Angus"', 'name = "Angus"\naliases = ["dundee"]', 14, "'dundee' is already taken by S12000042"),
    "a duplicate scorecard": ("scorecards.toml", "[[scorecard]]", f"[[scorecard]]\n{PLAN}[[scorecard]]", 9, "the id 'plan' is used twice"),
    "an unknown unit": (ONE, 'unit = "percent"\npolarity = "range"', 'unit = "per cent"\npolarity = "range"', 24, "'per cent' is unknown; use one of percent, "),
    "an unknown polarity": (ONE, '"range"', '"up"', 25, "'up' is unknown; use one of higher, lower, range, none"),
    "a range without its best": (ONE, "best = [95, 105]\n", "", 25, "needs best = [low, high]"),
    "an unknown service": (ONE, 'service = "children"\nunit', 'service = "bins"\nunit', 23, "'bins' is not a known service"),
    "an unknown source": (ONE, 'source = "lgbf"\nstatement = "{value}"', 'source = "gossip"\nstatement = "{value}"', 27, "'gossip' is not a known source"),
    "an unknown perspective": (ONE, '"process"', '"learning"', 7, "'learning' is not a known perspective"),
    "an unknown family scheme": (ONE, '"people"', '"size"', 10, "'size' is unknown; use one of people, place"),
    "an unknown kind of period": (ONE, '["care_year"]', '["school_year"]', 11, "'school_year' is unknown"),
    "a break from no period": (ONE, '"2013-14"', '"2013-99"', 14, "'2013-99' is not a period"),
    "an unknown area in a known error": (ONE, "S12000041", "S12000099", 15, "'S12000099' is not a known area"),
    "an unknown kind of area": ("areas.toml", '"country"', '"nation"', 19, "'nation' is unknown; use one of council"),
    "an unknown member of a family": ("family_groups.toml", '"S12000041"', '"S12000099"', 9, "'S12000099' is not an area code"),
    "an unknown area in a target": ("targets.toml", "S12000042", "S12000099", 3, "'S12000099' is not a known area"),
    "an unknown indicator in a target": ("targets.toml", '["CHN22"]', '["CHN99"]', 13, "'CHN99' is not an indicator"),
    "an unknown rule": ("targets.toml", '"family_fourth"', '"median"', 15, "'median' is unknown; use one of scotland"),
    "an unknown origin": ("targets.toml", '"local"', '"ours"', 9, "'ours' is unknown; use one of national"),
    "a tolerance of no kind": ("targets.toml", '"points"', '"point"', 6, "in percent or in points"),
    "a target from no period": ("targets.toml", 'from = "2018-19"', 'from = "2018-99"', 7, "'2018-99' is not a period"),
    "a target until no period": ("targets.toml", 'to = "2018-19"', 'to = "soon"', 8, "'soon' is not a period"),
    "an unknown indicator in a scorecard": ("scorecards.toml", '  "CORP11"', '  "CORP12"', 17, "'CORP12' is not an indicator"),
    "an unknown area in a scorecard": ("scorecards.toml", "S12000042", "S12000099", 4, "'S12000099' is not a known area"),
    "an unknown perspective in a scorecard": ("scorecards.toml", '"process"', '"zeal"', 15, "'zeal' is not a known perspective"),
    "a scorecard of no period": ("scorecards.toml", '"2019-20"', '"2019-19"', 6, "'2019-19' is not a period"),
    "a table that does not belong": (ONE, "[[indicator]]\ncode = \"CORP11\"", "[[indicators]]\ncode = \"CORP11\"", 18, "'indicators' does not belong here; expected [[indicator]]"),
    "bad TOML": ("sources.toml", 'licence = "OGL v3.0"', "licence = OGL", 5, "not valid TOML: "),
    "a text for true or false": (ONE, 'aliases = ["OLD_NAME"]', 'headline = "false"', 16, "headline: 'false' is not true or false"),
    "a text for a number": (ONE, 'aliases = ["OLD_NAME"]', 'decimals = "1"', 16, "decimals: '1' is not a whole number"),
    "a number for a text": (ONE, 'title = "Range"\nshort', "title = 5\nshort", 20, "title: 5 is not a text"),
    "a text for a list": (ONE, '["OLD_NAME"]', '"OLD_NAME"', 16, "aliases: 'OLD_NAME' is not a list of texts"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small catalogue without a mistake."""
    (tmp_path / "indicators").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_small_catalogue_says_what_its_files_say(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    found = catalogue.resolve("old_name")
    assert (found.code, found.periods, found.family_scheme) == (
        "CHN22",
        (PeriodKind.CARE_YEAR,),
        FamilyScheme.PEOPLE,
    )
    assert (found.breaks[0].first, found.known_errors[0].area) == ("2013-14", "S12000041")
    best = catalogue["CORP11"].polarity
    assert (best.direction, best.low, best.high) == (Direction.RANGE, 95, 105)
    local = catalogue.target("CHN22", "S12000042", "2018-19")
    rule = catalogue.target("CHN22", "S12000042", "2019-20")
    assert local is not None
    assert rule is not None
    assert (local.value, local.tolerance, local.in_points, local.origin) == (8.4, 2, True, Origin.LOCAL)
    assert (rule.rule, rule.tolerance, rule.in_points) == (TargetRule.FAMILY_FOURTH, 5.0, False)
    assert catalogue.target("CORP11", "S12000042", "2018-19") is not None
    sections = catalogue.scorecards["plan"].sections
    assert [(s.title, s.perspective, s.indicators) for s in sections] == [
        ("First", "", ("CHN22",)),
        ("Second", "process", ("CORP11",)),
    ]
    assert catalogue.areas["S12000042"].tile == (3, 5)
    assert catalogue.areas.resolve("S12000007").name == "Dundee City"


@pytest.mark.parametrize("mistake", REFUSALS)
def test_a_mistake_is_refused_with_its_file_and_line(folder: Path, mistake: str) -> None:
    name, before, after, line, sentence = REFUSALS[mistake]
    text = FILES[name]
    assert text.count(before) >= 1, "the test itself is out of date"
    (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    message = str(caught.value)
    assert message.startswith(f"{Path(name).name}, line {line}: ")
    assert sentence in message


@pytest.mark.parametrize("name", ["areas.toml", "targets.toml", "scorecards.toml", "indicators/one.toml"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(CatalogueError, match="the file is missing"):
        load_catalogue(folder)


def test_an_entry_that_is_not_below_its_own_line_is_refused(folder: Path) -> None:
    (folder / "targets.toml").write_text("target = [{indicators = []}]\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"write every entry below a line \[\[target\]\]"):
        load_catalogue(folder)
    (folder / "targets.toml").write_text('[target]\nvalue = 1\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"write every entry below a line \[\[target\]\]"):
        load_catalogue(folder)


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(folder: Path) -> None:
    text = FILES["sources.toml"].replace('attribution = ""', 'attribution = "\u00a9"')
    (folder / "sources.toml").write_bytes(text.encode("cp1252"))
    with pytest.raises(CatalogueError, match=r"sources\.toml, line 9: .* save the file as UTF-8"):
        load_catalogue(folder)


def test_the_mark_windows_editors_put_first_and_comments_after_headings_do_no_harm(folder: Path) -> None:
    text = FILES["sources.toml"].replace("[[source]]", "[[ source ]] # the framework")
    (folder / "sources.toml").write_text(text, encoding="utf-8-sig")
    assert set(load_catalogue(folder).sources) == {"lgbf"}


def test_sources_and_indicators_may_be_spread_over_files(folder: Path) -> None:
    other = FILES["sources.toml"].replace('"lgbf"', '"other"')
    (folder / "sources_other.toml").write_text(other, encoding="utf-8")
    assert set(load_catalogue(folder).sources) == {"lgbf", "other"}
    shutil.copy(folder / ONE, folder / "indicators" / "two.toml")
    with pytest.raises(CatalogueError, match=r"two\.toml, line 2: the code 'CHN22' is already taken"):
        load_catalogue(folder)
