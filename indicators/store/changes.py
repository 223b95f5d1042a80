"""What a load changed: figures that were current before it and have another value or status since.

A new edition of an old figure is compared with the edition published before it, as the store stood when
the load was made, so that the list agrees with the counts of the load whatever was loaded later.
Indicators that could identify people are left out altogether, as in the view `revisions`.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, text


class ChangeRow(NamedTuple):
    """One change; `kind` is revision, or rebase for real terms in another year's prices.

    Numbers are in the indicator's unit; one is None where its status has none.
    """

    indicator: str
    area: str
    period: str
    basis: str
    kind: str
    old_value: float | None
    old_status: str
    old_edition: str
    new_value: float | None
    new_status: str
    new_edition: str


# A version behind one that was already current is history and replaced nothing. The kinds are told apart
# as the load does it: a number printed more coarsely is no change, whatever year its prices are of.
_CHANGES = """
WITH beside AS (
    SELECT v.indicator_code, v.area_code, v.period, v.basis, v.load_id, e.published_on,
           v.value AS new_value, v.status AS new_status, e.label AS new_edition,
           e.base_year AS new_base_year, v.half_step AS new_half_step,
           LAG(v.value) OVER earlier AS old_value, LAG(v.status) OVER earlier AS old_status,
           LAG(e.label) OVER earlier AS old_edition, LAG(e.base_year) OVER earlier AS old_base_year,
           LAG(v.half_step) OVER earlier AS old_half_step,
           MAX(CASE WHEN v.load_id < :load THEN e.published_on ELSE '' END) OVER (
               PARTITION BY v.indicator_code, v.area_code, v.period, v.basis) AS current_before
    FROM figure_versions v
    JOIN editions e ON e.id = v.edition_id
    JOIN indicators i ON i.code = v.indicator_code
    LEFT JOIN hidden_cells h ON h.indicator_code = v.indicator_code AND h.area_code = v.area_code
        AND h.period = v.period AND h.basis = v.basis
    WHERE NOT i.disclosive AND h.reason IS NULL AND v.load_id <= :load
      AND v.indicator_code IN (SELECT indicator_code FROM figure_versions WHERE load_id = :load)
    WINDOW earlier AS (PARTITION BY v.indicator_code, v.area_code, v.period, v.basis
                       ORDER BY e.published_on, v.load_id)
), changed AS (
    SELECT *, CASE WHEN old_status = new_status AND ABS(new_value - old_value) <= 1.000001 *
                        CASE WHEN new_half_step > old_half_step THEN new_half_step ELSE old_half_step END
                   THEN 'rounding'
                   WHEN basis = 'real' AND old_base_year <> new_base_year THEN 'rebase'
                   ELSE 'revision' END AS kind
    FROM beside
    WHERE load_id = :load AND old_status IS NOT NULL AND published_on >= current_before
      AND (old_status <> new_status OR COALESCE(old_value, -1e300) <> COALESCE(new_value, -1e300))
)
SELECT COUNT(*) OVER () AS together, indicator_code, area_code, period, basis, kind, old_value, old_status,
       old_edition, new_value, new_status, new_edition
FROM changed
WHERE kind <> 'rounding'
ORDER BY CASE kind WHEN 'revision' THEN 1 ELSE 2 END, indicator_code, period DESC, basis, area_code
LIMIT :most OFFSET :first
"""


def changes_of_load(
    connection: Connection, load_id: int, first: int = 0, most: int = 50
) -> tuple[int, list[ChangeRow]]:
    """How many changes a load made, and `most` of them from `first` on: revisions, then rebases.

    The number is 0 beyond the last of them.
    """
    asked = {"load": load_id, "first": first, "most": most}
    rows = connection.execute(text(_CHANGES), asked).all()
    return (rows[0][0] if rows else 0), [ChangeRow._make(row[1:]) for row in rows]
