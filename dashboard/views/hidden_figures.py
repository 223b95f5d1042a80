"""Which figures of a card are suppressed now, those of Scotland beside it among them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.store import read
from indicators.written.paper import HiddenFigure


def hidden_figures(
    connection: Connection, catalogue: Catalogue, codes: Iterable[str], area: Area
) -> tuple[HiddenFigure, ...]:
    """The suppressed figures of a council and of Scotland, on any basis; each by the indicator of the card.

    A local indicator is compared with the Scotland of the national one it answers to, so with what is hidden
    of that. An indicator the catalogue no longer declares has none that can be asked for.
    """
    known = [catalogue[code] for code in dict.fromkeys(codes) if code in catalogue.indicators]
    shown_by = {item.code: {item.code} for item in known}
    for item in known:
        if item.counterpart:
            shown_by.setdefault(catalogue.resolve(item.counterpart).code, set()).add(item.code)
    rows = read.figures_of(connection, shown_by, (area.code, SCOTLAND))
    found = {
        HiddenFigure(code, row.area, row.period.label): None
        for row in rows
        if row.figure.status is Status.SUPPRESSED
        for code in sorted(shown_by[row.indicator])
    }
    return tuple(found)
