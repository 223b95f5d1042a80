"""Rows for a tiny store: say only what differs."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert

from indicators.areas import SCOTLAND
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store import schema, words

FIGURE = {
    "indicator_code": "PCT", "area_code": "A", "period": "2019-20", "basis": "none", "edition_id": 1,
    "load_id": 1, "period_kind": "financial_year", "value": 7.8, "numerator": None, "denominator": None,
    "status": "published", "note": "", "lower_95": None, "upper_95": None, "locator": "B2",
    "is_current": True,
}  # fmt: skip
BENCHMARK = {
    "indicator_code": "PCT", "area_code": "A", "period": "2019-20", "basis": "none", "scotland_value": 8.0,
    "scotland_kind": "published", "scotland_councils": 0, "family_group": "people-1", "family_mean": 8.4,
    "family_median": 8.3, "family_fourth": 8.5, "family_n": 8, "family_rank": 3, "rank": 16, "rank_n": 31,
    "quartile": 2,
}  # fmt: skip
LOAD = {"source_code": "lgbf", "sha256": "00", **{f"rows_{n}": 0 for n in (
    "read", "new", "unchanged", "revised", "rebased", "history", "rejected")}}  # fmt: skip
Fill = Callable[..., None]


def keep_words(connection: Connection) -> None:
    """Two councils and Scotland, four indicators, three years, three editions and two loads."""
    text = dict.fromkeys(("title", "publisher", "licence", "address", "attribution"), "")
    connection.execute(insert(schema.sources), [{"code": code, **text} for code in ("lgbf", "returns")])
    kinds = [
        ("PCT", "percent", False),
        ("COUNT", "count", False),
        ("SMALL", "count", True),
        ("SHARE", "percent", True),
    ]
    connection.execute(
        insert(schema.indicators),
        [
            {
                "code": code,
                "title": f"Title of {code}",
                "service": "children",
                "unit": unit,
                "disclosive": small,
            }
            for code, unit, small in kinds
        ],
    )
    areas = [("A", "Council A", "council"), ("B", "Council B", "council"), (SCOTLAND, "Scotland", "country")]
    connection.execute(
        insert(schema.areas), [dict(zip(("code", "name", "kind"), a, strict=True)) for a in areas]
    )
    years = [parse(label) for label in ("2018-19", "2019-20", "2020-21")]
    words.keep_periods(connection, [*years, parse("2019-20", PeriodKind.CARE_YEAR)])
    editions = [
        (1, "lgbf", "LGBF 2022", "2022"),
        (2, "lgbf", "LGBF 2024", "2024-02"),
        (3, "returns", "Own", "2025"),
    ]
    columns = ("id", "source_code", "label", "published_on")
    connection.execute(insert(schema.editions), [dict(zip(columns, e, strict=True)) for e in editions])
    connection.execute(
        insert(schema.loads),
        [{**LOAD, "id": n, "file_name": f"{n}.csv", "loaded_at": f"2026-01-0{n}T10:00:00"} for n in (1, 2)],
    )
