"""A small catalogue as files, and every mistake an analyst can make in it."""

from __future__ import annotations

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
known_errors = [{area = "S12000041", periods = ["2020-21"], printed = 0, status = "missing", reason = "x"}]
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
    "glossary.toml": """\
[[term]]
code = "sds"
title = "Self-directed support"
short = "SDS"
meaning = "How care is arranged."
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
    "an unknown key of a term": ("glossary.toml", "short =", "brief =", 4, "'brief' is not a key of a term"),
    "a term without a meaning": (
        "glossary.toml",
        'meaning = "How care is arranged."',
        "",
        1,
        "the key 'meaning' is missing",
    ),
    "an unknown key of a target": ("targets.toml", "tolerance =", "slack =", 5, "'slack' is not a key"),
    "an unknown key of a section": (
        "scorecards.toml",
        'title = "First"',
        'name = "x"',
        10,
        "'name' is not a key",
    ),
    "a missing key": (ONE, 'definition = "In range is best."\n', "", 18, "the key 'definition' is missing"),
    "a missing key of a scorecard": ("scorecards.toml", 'intro = ""\n', "", 1, "the key 'intro' is missing"),
    "a missing key of a section": (
        "scorecards.toml",
        'title = "First"\n',
        "",
        1,
        "the key 'title' is missing",
    ),
    "a target without indicators": (
        "targets.toml",
        'indicators = ["CHN22"]\n',
        "",
        12,
        "'indicators' is missing",
    ),
    "a target without a goal": (
        "targets.toml",
        "value = 8.4\n",
        "",
        1,
        "needs a value, a rule, or low and high",
    ),
    "a target with a value and a rule": (
        "targets.toml",
        "value = 8.4\n",
        'value = 8.4\nrule = "scotland"\n',
        1,
        "and only one of them",
    ),
    "a target with a value and one end": (
        "targets.toml",
        "value = 8.4\n",
        "value = 8.4\nlow = 8.0\n",
        1,
        "and only one of them",
    ),
    "a range with one end": ("targets.toml", "value = 8.4\n", "low = 8.4\n", 1, "and only one of them"),
    "a range from high to low": (
        "targets.toml",
        "value = 8.4\n",
        "low = 9.4\nhigh = 8.4\n",
        4,
        "the low end of a range is above its high end",
    ),
    "a duplicate code": (ONE, "CORP11", "CHN22", 19, "the code 'CHN22' is already taken by CHN22"),
    "another spelling of a code": (ONE, '"CORP11"', '"chn 022"', 19, "'chn 022' is already taken by CHN22"),
    "a code that is an alias": (ONE, '"CORP11"', '"old_name"', 19, "'old_name' is already taken by CHN22"),
    "a duplicate service": (
        "services.toml",
        "[[perspective]]",
        '[[service]]\ncode = "children"\ntitle = ""\norder = 2\n[[perspective]]',
        7,
        "'children' is used twice",
    ),
    "a duplicate area": (
        "areas.toml",
        "S12000041",
        "S12000042",
        12,
        "'S12000042' is already taken by S12000042",
    ),
    "a duplicate alias of an area": (
        "areas.toml",
        'name = "Angus"',
        'name = "Angus"\naliases = ["dundee"]',
        14,
        "'dundee' is already taken by S12000042",
    ),
    "a duplicate scorecard": (
        "scorecards.toml",
        "[[scorecard]]",
        f"[[scorecard]]\n{PLAN}[[scorecard]]",
        9,
        "the id 'plan' is used twice",
    ),
    "an unknown unit": (
        ONE,
        'unit = "percent"\npolarity = "range"',
        'unit = "per cent"\npolarity = "range"',
        24,
        "'per cent' is unknown; use one of percent, ",
    ),
    "an unknown interval": (
        ONE,
        'polarity = "range"',
        'polarity = "range"\ninterval = "share"',
        26,
        "'share' is unknown; use one of percentage, rate",
    ),
    "the interval of a percentage that is none": (
        ONE,
        'unit = "percent"\npolarity = "range"',
        'unit = "pounds"\npolarity = "range"\ninterval = "percentage"',
        26,
        "needs the unit percent",
    ),
    "the interval of a rate that is none": (
        ONE,
        'polarity = "range"',
        'polarity = "range"\ninterval = "rate"\nscale = 1000',
        26,
        "needs the unit rate",
    ),
    "a rate with an interval and no scale": (
        ONE,
        'unit = "percent"\npolarity = "range"',
        'unit = "rate"\npolarity = "range"\ninterval = "rate"\nscale = 0',
        27,
        "a rate with an interval needs a scale above 0",
    ),
    "a scale without the interval of a rate": (
        ONE,
        'polarity = "range"',
        'polarity = "range"\nscale = 1000',
        26,
        "and nothing else has one",
    ),
    "an unknown polarity": (
        ONE,
        '"range"',
        '"up"',
        25,
        "'up' is unknown; use one of higher, lower, range, none",
    ),
    "a range without its best": (ONE, "best = [95, 105]\n", "", 25, "needs best = [low, high]"),
    "an unknown service": (
        ONE,
        'service = "children"\nunit',
        'service = "bins"\nunit',
        23,
        "'bins' is not a known service",
    ),
    "an unknown source": (
        ONE,
        'source = "lgbf"\nstatement = "{value}"',
        'source = "gossip"\nstatement = "{value}"',
        27,
        "'gossip' is not a known source",
    ),
    "an unknown perspective": (ONE, '"process"', '"learning"', 7, "'learning' is not a known perspective"),
    "an unknown family scheme": (
        ONE,
        '"people"',
        '"size"',
        10,
        "'size' is unknown; use one of people, place",
    ),
    "an unknown kind of period": (ONE, '["care_year"]', '["school_year"]', 11, "'school_year' is unknown"),
    "a break from no period": (ONE, '"2013-14"', '"2013-99"', 14, "'2013-99' is not a period"),
    "an unknown area in a known error": (
        ONE,
        "S12000041",
        "S12000099",
        15,
        "'S12000099' is not a known area",
    ),
    "an unknown kind of area": (
        "areas.toml",
        '"country"',
        '"nation"',
        19,
        "'nation' is unknown; use one of council",
    ),
    "an unknown member of a family": (
        "family_groups.toml",
        '"S12000041"',
        '"S12000099"',
        9,
        "'S12000099' is not an area code",
    ),
    "an unknown area in a target": (
        "targets.toml",
        "S12000042",
        "S12000099",
        3,
        "'S12000099' is not a known area",
    ),
    "an unknown indicator in a target": (
        "targets.toml",
        '["CHN22"]',
        '["CHN99"]',
        13,
        "'CHN99' is not an indicator",
    ),
    "an unknown rule": (
        "targets.toml",
        '"family_fourth"',
        '"median"',
        15,
        "'median' is unknown; use one of scotland",
    ),
    "an unknown origin": ("targets.toml", '"local"', '"ours"', 9, "'ours' is unknown; use one of national"),
    "a tolerance of no kind": ("targets.toml", '"points"', '"point"', 6, "in percent or in points"),
    "an over band below the target": (
        "targets.toml",
        "tolerance = 2",
        "tolerance = 2\nover = -1",
        6,
        "not below 0",
    ),
    "an over band in words": ("targets.toml", "tolerance = 2", 'over = "2"', 5, "'2' is not a number"),
    "a target from no period": (
        "targets.toml",
        'from = "2018-19"',
        'from = "2018-99"',
        7,
        "'2018-99' is not a period",
    ),
    "a target until no period": (
        "targets.toml",
        'to = "2018-19"',
        'to = "soon"',
        8,
        "'soon' is not a period",
    ),
    "an unknown indicator in a scorecard": (
        "scorecards.toml",
        '  "CORP11"',
        '  "CORP12"',
        17,
        "'CORP12' is not an indicator",
    ),
    "an unknown area in a scorecard": (
        "scorecards.toml",
        "S12000042",
        "S12000099",
        4,
        "'S12000099' is not a known area",
    ),
    "an unknown perspective in a scorecard": (
        "scorecards.toml",
        '"process"',
        '"zeal"',
        15,
        "'zeal' is not a known perspective",
    ),
    "a scorecard of no period": ("scorecards.toml", '"2019-20"', '"2019-19"', 6, "'2019-19' is not a period"),
    "a table that does not belong": (
        ONE,
        '[[indicator]]\ncode = "CORP11"',
        '[[indicators]]\ncode = "CORP11"',
        18,
        "'indicators' does not belong here; expected [[indicator]]",
    ),
    "bad TOML": ("sources.toml", 'licence = "OGL v3.0"', "licence = OGL", 5, "not valid TOML: "),
    "a text for true or false": (
        ONE,
        'aliases = ["OLD_NAME"]',
        'headline = "false"',
        16,
        "headline: 'false' is not true or false",
    ),
    "a text for a number": (
        ONE,
        'aliases = ["OLD_NAME"]',
        'decimals = "1"',
        16,
        "decimals: '1' is not a whole number",
    ),
    "a number for a text": (ONE, 'title = "Range"\nshort', "title = 5\nshort", 20, "title: 5 is not a text"),
    "a text for a list": (
        ONE,
        '["OLD_NAME"]',
        '"OLD_NAME"',
        16,
        "aliases: 'OLD_NAME' is not a list of texts",
    ),
    "a timescale without a unit": (
        ONE,
        'aliases = ["OLD_NAME"]',
        'timescale = "20"',
        16,
        "timescale: '20' is no timescale; write a number and one of hours, ",
    ),
    "an unknown thing to tell of": (
        ONE,
        'aliases = ["OLD_NAME"]',
        'measures = "input"',
        16,
        "measures: 'input' is unknown; use one of demand, process, outcome",
    ),
    "a group of nobody": (
        ONE,
        'aliases = ["OLD_NAME"]',
        'whole = "CHN99"',
        16,
        "'CHN99' is not an indicator of the catalogue",
    ),
}
