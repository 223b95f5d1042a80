"""Figures as they stood: after a load, or on a date of publication. History is read, never rewritten.

What stood is the version of the edition published last, among editions published by the date and
versions loaded up to the load; of two editions of one date, the one loaded later. What the views hide is
suppressed here too, in every edition: two of them must not give away what one withholds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, func, select

from indicators.disclosure import DisclosureRule, rule_in_force
from indicators.figures import Status
from indicators.store.schema import editions, figure_versions, hidden_cells, indicators

PastKey = tuple[str, str, str, str]
_KEY = ("indicator_code", "area_code", "period", "basis")
_LATEST_DAY = "9999-12-31"


class PastFigure(NamedTuple):
    """A version of a figure: its key, what it said, and the edition and load it came with."""

    indicator: str
    area: str
    period: str
    basis: str
    value: float | None
    numerator: float | None
    denominator: float | None
    status: str
    half_step: float
    unit: str
    disclosive: bool
    hidden: bool
    source: str
    edition: str
    published_on: str
    base_year: str
    load_id: int

    @property
    def key(self) -> PastKey:
        """What identifies the figure, whatever its edition."""
        return self.indicator, self.area, self.period, self.basis


def figures_as_at(
    connection: Connection,
    load_id: int | None = None,
    published: str | None = None,
    codes: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
) -> list[PastFigure]:
    """The figures that stood after a load, on a date of publication (2024, 2024-02, 2024-02-20), or both.

    A month or year means its last day. Of all indicators and areas, unless some are named.
    """
    found = versions_as_at(connection, load_id, published, codes, areas)
    rule = rule_in_force()
    return [_without_small_counts(figure, rule) for figure in found]


def versions_as_at(
    connection: Connection,
    load_id: int | None = None,
    published: str | None = None,
    codes: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
) -> list[PastFigure]:
    """The same with small counts in them, for comparing within the ETL; never to be shown."""
    ranked = _ranked(load_id, published, codes, areas).subquery()
    names = [name for name in ranked.c.keys() if name != "place"]  # noqa: SIM118 - a collection of columns
    query = select(*(ranked.c[name] for name in names)).where(ranked.c.place == 1)
    query = query.order_by(*(ranked.c[name] for name in names[:4]))
    return [PastFigure._make(row) for row in connection.execute(query)]


def last_day(published: str) -> str:
    """The last day a date may mean, as text that sorts: 2024 is 2024-12-31, 2024-02 is 2024-02-31."""
    return {4: f"{published}-12-31", 7: f"{published}-31"}.get(len(published), published)


def _ranked(
    load_id: int | None, published: str | None, codes: Iterable[str] | None, areas: Iterable[str] | None
) -> Select[Any]:
    v, e, i, h = figure_versions.c, editions.c, indicators.c, hidden_cells.c
    latest_first = (e.published_on.desc(), v.load_id.desc(), e.label.desc())
    place = func.row_number().over(
        partition_by=(v.indicator_code, v.area_code, v.period, v.basis), order_by=latest_first
    )
    query = (
        select(
            v.indicator_code, v.area_code, v.period, v.basis, v.value, v.numerator, v.denominator, v.status,
            v.half_step, i.unit, i.disclosive,
            h.reason.is_not(None).label("hidden"), e.source_code, e.label, e.published_on, e.base_year,
            v.load_id,
            place.label("place"),
        )
        .join(editions, e.id == v.edition_id)
        .join(indicators, i.code == v.indicator_code)
        .outerjoin(hidden_cells, and_(*(h[name] == v[name] for name in _KEY)))
        .where(e.published_on <= last_day(published or _LATEST_DAY))
    )  # fmt: skip
    if load_id is not None:
        query = query.where(v.load_id <= load_id)
    if codes is not None:
        query = query.where(v.indicator_code.in_(sorted(codes)))
    return query if areas is None else query.where(v.area_code.in_(sorted(areas)))


def _without_small_counts(figure: PastFigure, rule: DisclosureRule) -> PastFigure:
    counts = [figure.numerator, figure.denominator, *([figure.value] if figure.unit == "count" else [])]
    small = figure.disclosive and any(rule.is_small(count) for count in counts)
    if not (figure.hidden or small):
        return figure
    return figure._replace(value=None, numerator=None, denominator=None, status=Status.SUPPRESSED.value)
