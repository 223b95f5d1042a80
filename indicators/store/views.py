"""The SQL views others read: `figures`, `benchmarks`, and `revisions` between editions.

The first two have exactly the documented columns; `figure_facts` and `benchmark_facts` beside them add
what the dashboard needs for provenance. All are a contract for Power BI, Excel and the dashboard alike,
and the one place where small counts are hidden: a cell of `hidden_cells`, and any small disclosive count,
leaves here as suppressed, without any of its numbers. Only `figure_facts_protected` sees behind that; it
is read for the role `protected` and documented to nobody else.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, MetaData, String, Table

from indicators.disclosure import DisclosureRule

_SHOWN = "v.status IN ('published', 'provisional', 'estimated', 'carried_forward', 'doubtful', 'projected')"
_NOTHING_HIDDEN = "(1 = 0)"
# Every statement below is put together from constants and whole numbers; no text from outside reaches them.
_HIDDEN_CELL = """hidden_cells h ON h.indicator_code = v.indicator_code AND h.area_code = v.area_code
    AND h.period = v.period AND h.basis = v.basis"""


def _hidden(rule: DisclosureRule) -> str:
    """The test of a version `v` of an indicator `i` beside its hidden cell `h`, true or false but never NULL.

    The small counts are tested again, in case a cell is missing from `hidden_cells`.
    """
    above = ">" if rule.zero_shown else ">="

    def small(column: str) -> str:
        return f"COALESCE({column}, -1) {above} 0 AND COALESCE({column}, -1) < {rule.smallest_shown}"

    counts = [f"i.unit = 'count' AND {small('v.value')}", small("v.numerator"), small("v.denominator")]
    return f"(h.reason IS NOT NULL OR (i.disclosive AND (({') OR ('.join(counts)}))))"


def _unless(hidden: str, column: str) -> str:
    return f"CASE WHEN {_SHOWN} AND NOT {hidden} THEN v.{column} END"


def _figure_facts(name: str, hidden: str) -> str:
    return f"""
CREATE VIEW {name} AS
SELECT v.indicator_code, i.title AS indicator_title, i.service, v.area_code, a.name AS area_name,
       v.period, v.period_kind, p.start_date AS period_start, p.end_date AS period_end, v.basis,
       {_unless(hidden, "value")} AS value,
       {_unless(hidden, "numerator")} AS numerator,
       {_unless(hidden, "denominator")} AS denominator,
       CASE WHEN {hidden} THEN 'suppressed' ELSE v.status END AS status,
       i.unit,
       {_unless(hidden, "lower_95")} AS lower_95,
       {_unless(hidden, "upper_95")} AS upper_95,
       e.source_code AS source, e.label AS edition, v.locator, l.loaded_at,
       CASE WHEN {hidden} THEN '' ELSE v.note END AS note, e.published_on,
       e.base_year, l.file_name, l.sha256,
       {_unless(hidden, "interval_method")} AS interval_method
FROM figure_versions v
JOIN indicators i ON i.code = v.indicator_code
JOIN areas a ON a.code = v.area_code
JOIN periods p ON p.label = v.period AND p.kind = v.period_kind
JOIN editions e ON e.id = v.edition_id
JOIN loads l ON l.id = v.load_id
LEFT JOIN {_HIDDEN_CELL}
WHERE v.is_current
"""  # noqa: S608


FIGURES_SQL = """
CREATE VIEW figures AS
SELECT indicator_code, indicator_title, service, area_code, area_name, period, period_kind, period_start,
       period_end, basis, value, numerator, denominator, status, unit, lower_95, upper_95, source, edition,
       locator, loaded_at
FROM figure_facts
"""


def _benchmark_facts(hidden: str) -> str:
    return f"""
CREATE VIEW benchmark_facts AS
SELECT b.indicator_code, b.area_code, b.period, b.basis,
       {_unless(hidden, "value")} AS value,
       b.scotland_value, b.scotland_kind, b.family_group, b.family_mean, b.family_median, b.family_fourth,
       b.family_n,
       CASE WHEN NOT {hidden} THEN b.family_rank END AS family_rank,
       CASE WHEN NOT {hidden} THEN b.rank END AS rank,
       b.rank_n,
       CASE WHEN NOT {hidden} THEN b.quartile END AS quartile,
       b.scotland_councils
FROM benchmark_values b
LEFT JOIN figure_versions v ON v.indicator_code = b.indicator_code AND v.area_code = b.area_code
    AND v.period = b.period AND v.basis = b.basis AND v.is_current
LEFT JOIN {_HIDDEN_CELL}
JOIN indicators i ON i.code = b.indicator_code
"""  # noqa: S608


BENCHMARKS_SQL = """
CREATE VIEW benchmarks AS
SELECT indicator_code, area_code, period, basis, value, scotland_value, scotland_kind, family_group,
       family_mean, family_median, family_fourth, family_n, family_rank, rank, rank_n, quartile
FROM benchmark_facts
"""

REVISIONS_SQL = """
CREATE VIEW revisions AS
SELECT indicator_code, area_code, period, basis, old_value, old_status, old_edition, new_value, new_status,
       new_edition, published_on, load_id,
       CASE WHEN basis = 'real' AND old_base_year <> new_base_year THEN 'rebase'
            WHEN old_status = new_status AND ABS(new_value - old_value) <= 1.000001 *
                 CASE WHEN new_half_step > old_half_step THEN new_half_step ELSE old_half_step END
            THEN 'rounding'
            ELSE 'revision' END AS kind
FROM (
    SELECT v.indicator_code, v.area_code, v.period, v.basis, v.load_id, e.published_on,
           v.value AS new_value, v.status AS new_status, e.label AS new_edition,
           e.base_year AS new_base_year, v.half_step AS new_half_step,
           LAG(v.value) OVER earlier AS old_value, LAG(v.status) OVER earlier AS old_status,
           LAG(e.label) OVER earlier AS old_edition, LAG(e.base_year) OVER earlier AS old_base_year,
           LAG(v.half_step) OVER earlier AS old_half_step
    FROM figure_versions v JOIN editions e ON e.id = v.edition_id
    JOIN indicators i ON i.code = v.indicator_code
    WHERE NOT i.disclosive AND NOT EXISTS (
        SELECT 1 FROM hidden_cells h WHERE h.indicator_code = v.indicator_code
        AND h.area_code = v.area_code AND h.period = v.period AND h.basis = v.basis)
    WINDOW earlier AS (PARTITION BY v.indicator_code, v.area_code, v.period, v.basis
                       ORDER BY e.published_on, v.load_id)
) AS versions
WHERE old_status IS NOT NULL
  AND (old_status <> new_status OR COALESCE(old_value, -1e300) <> COALESCE(new_value, -1e300))
"""

RULE_VIEW = "disclosure_rule"
# In the order in which they can be made: each leans on tables and on those before it.
VIEWS = (
    "figure_facts",
    "figure_facts_protected",
    "figures",
    "benchmark_facts",
    "benchmarks",
    "revisions",
    RULE_VIEW,
)


def statements(rule: DisclosureRule) -> dict[str, str]:
    """The statement that makes each view, hiding by a rule; `disclosure_rule` tells which one it was."""
    hidden = _hidden(rule)
    rule_sql = (
        f"CREATE VIEW {RULE_VIEW} AS SELECT {rule.smallest_shown} AS smallest_shown,"
        f" {int(rule.zero_shown)} AS zero_shown"
    )
    made = (
        _figure_facts("figure_facts", hidden),
        _figure_facts("figure_facts_protected", _NOTHING_HIDDEN),
        FIGURES_SQL,
        _benchmark_facts(hidden),
        BENCHMARKS_SQL,
        REVISIONS_SQL,
        rule_sql,
    )
    return dict(zip(VIEWS, made, strict=True))


_view_metadata = MetaData()


def _view(name: str, texts: str, floats: str, integers: str) -> Table:
    return Table(
        name,
        _view_metadata,
        *(Column(column, String) for column in texts.split()),
        *(Column(column, Float) for column in floats.split()),
        *(Column(column, Integer) for column in integers.split()),
    )


_FIGURE_FACTS = (
    "indicator_code indicator_title service area_code area_name period period_kind period_start period_end"
    " basis status unit source edition locator loaded_at note published_on base_year file_name sha256"
    " interval_method",
    "value numerator denominator lower_95 upper_95",
    "",
)
figure_facts = _view("figure_facts", *_FIGURE_FACTS)
figure_facts_protected = _view("figure_facts_protected", *_FIGURE_FACTS)
benchmark_facts = _view(
    "benchmark_facts",
    "indicator_code area_code period basis scotland_kind family_group",
    "value scotland_value family_mean family_median family_fourth",
    "family_n family_rank rank rank_n quartile scotland_councils",
)
revisions = _view(
    "revisions",
    "indicator_code area_code period basis old_status old_edition new_status new_edition published_on kind",
    "old_value new_value",
    "load_id",
)
