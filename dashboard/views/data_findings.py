"""What the data-quality checks found, grouped by rule, and the findings of one rule."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.choices import Choice
from dashboard.views.data_loads import Finding, finding
from dashboard.views.paging import Paging, asked_page, first_of, most_of, whole_number
from dashboard.views.query import Query, one_of
from dashboard.views.text import Text, bold, join_text
from indicators.store import history

ALL = "all"


@dataclass(frozen=True, slots=True)
class Findings:
    """Rules with how often each was broken, and the findings of the rule that is chosen unless it is all."""

    lead: Text
    rules: tuple[history.RuleCount, ...]
    choices: tuple[Choice, ...]
    rule: str
    load: int | None
    listed: tuple[Finding, ...]
    paging: Paging


def findings(connection: Connection, query: Query) -> Findings:
    """The findings of all loads, or of the one the address names."""
    load = whole_number(query.get("load", ""))
    rules = history.rules_broken(connection, load)
    names = sorted({each.rule for each in rules})
    rule = one_of(query, "rule", names, ALL)
    page, most, total = asked_page(query), most_of(query), 0
    rows: list[history.ProblemRow] = []
    if rule != ALL:
        total, rows = history.problems_held(connection, load, rule, first=first_of(page, most), most=most)
        if not rows:
            page = 1
            total, rows = history.problems_held(connection, load, rule, most=most)
    return Findings(
        lead=_lead(rules, load),
        rules=tuple(rules),
        choices=(Choice(ALL, "All rules"), *(Choice(name, rule_name(name)) for name in names)),
        rule=rule,
        load=load,
        listed=tuple(finding(row) for row in rows),
        paging=Paging(page, total, most),
    )


def rule_name(rule: str) -> str:
    """The name of a rule as a heading: `Unit jump`."""
    return rule[:1].upper() + rule[1:]


def _lead(rules: list[history.RuleCount], load: int | None) -> Text:
    errors = sum(each.found for each in rules if each.severity == "error")
    warnings = sum(each.found for each in rules if each.severity == "warning")
    where = "in all loads" if load is None else f"in load {load}"
    if not errors and not warnings:
        return (f"Nothing was found {where}.",)
    refused = f"{errors:,} rows refused" if errors != 1 else "one row refused"
    return join_text(
        bold(f"{warnings:,} {'warning' if warnings == 1 else 'warnings'}"), f" and {refused} {where}. ",
        "A warning left the figure as it was printed: it is a question to ask, not a fault proven.",
    )  # fmt: skip
