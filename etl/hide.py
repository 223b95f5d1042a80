"""Which cells a load makes it necessary to hide, or to hide no longer."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from indicators.catalogue import Catalogue
from indicators.disclosure import rule_in_force
from indicators.hiding import Cell, Hiding
from indicators.store.engine import keep_rule, rule_of
from indicators.store.hidden import every_version, hidden_of, replace_hidden
from indicators.sums import Sums


def hide(
    connection: Connection, catalogue: Catalogue, touched: Collection[str]
) -> tuple[set[Cell], set[Cell]]:
    """Work out the hidden cells of all indicators that the touched ones could give away, or be given by.

    Of every indicator where the store hides by another rule than the settings. Returns the cells that are
    hidden now, and those that are and were not, or were and are not. Figures of indicators that could
    identify nobody cost no more than the look whether they are such.
    """
    rule = rule_in_force()
    anew = rule_of(connection) != rule
    codes = catalogue.guarded if anew else catalogue.totals.related(catalogue.guarded.intersection(touched))
    concerned = codes | (frozenset(touched) - catalogue.guarded)
    before = hidden_of(connection, concerned)
    after = {}
    if codes:
        known = [each for each in every_version(connection, codes) if each.area in catalogue.areas.by_code]
        sums = Sums(catalogue, rule, known)
        after = Hiding(rule, sums.lines, sums.withheld, sums.partners()).cells(sums.small_cells())
    if after != before:
        replace_hidden(connection, concerned, after)
    if anew:
        keep_rule(connection, rule)
    return set(after), after.keys() ^ before.keys()
