"""Figures with their editions, loads and problems; the benchmarks worked out from them.

Frozen as it was: a later change of a table is a later migration, never an edit of this one.
"""

import sqlalchemy as sa
from alembic import op

from indicators.store.views import VIEWS

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _sources()
    _indicators()
    _areas()
    _periods()
    _editions()
    _loads()
    _problems()
    _figure_versions()
    _benchmark_values()


def downgrade() -> None:
    """Drop them, those that lean on others first: the views, then the tables."""
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW IF EXISTS {view}")
    for table in (
        "benchmark_values",
        "figure_versions",
        "problems",
        "loads",
        "editions",
        "periods",
        "areas",
        "indicators",
        "sources",
    ):
        op.drop_table(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Float(), nullable=True)


def _refers(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target])


def _sources() -> None:
    """Publishers' series of releases."""
    op.create_table(
        "sources",
        _text("code"),
        _text("title"),
        _text("publisher"),
        _text("licence"),
        _text("address"),
        _text("attribution"),
        sa.PrimaryKeyConstraint("code"),
    )


def _indicators() -> None:
    """The indicators, for those who read the store with other tools."""
    op.create_table(
        "indicators",
        _text("code"),
        _text("title"),
        _text("service"),
        _text("unit"),
        sa.Column("disclosive", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )


def _areas() -> None:
    """Councils, Scotland and the unknown area."""
    op.create_table(
        "areas",
        _text("code"),
        _text("name"),
        _text("kind"),
        sa.PrimaryKeyConstraint("code"),
    )


def _periods() -> None:
    """Periods with their first and last day."""
    op.create_table(
        "periods",
        _text("label"),
        _text("kind"),
        _text("start_date"),
        _text("end_date"),
        sa.PrimaryKeyConstraint("label", "kind"),
    )


def _editions() -> None:
    """Publications of a source."""
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("source_code"),
        _text("label"),
        _text("published_on"),
        sa.Column("base_year", sa.String(), server_default="", nullable=False),
        _refers("source_code", "sources.code"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source_code", "label"),
    )


def _loads() -> None:
    """Runs of the ETL on one file."""
    op.create_table(
        "loads",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("source_code"),
        _text("file_name"),
        _text("sha256"),
        _text("loaded_at"),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_new", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("rows_revised", sa.Integer(), nullable=False),
        sa.Column("rows_rebased", sa.Integer(), nullable=False),
        sa.Column("rows_history", sa.Integer(), nullable=False),
        sa.Column("rows_rejected", sa.Integer(), nullable=False),
        _refers("source_code", "sources.code"),
        sa.PrimaryKeyConstraint("id"),
    )


def _problems() -> None:
    """What a run found."""
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        _text("rule"),
        _text("severity"),
        _text("place"),
        _text("value"),
        _text("sentence"),
        _refers("load_id", "loads.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_problems_load_id"), "problems", ["load_id"], unique=False)


def _figure_versions() -> None:
    """Every version of every figure."""
    op.create_table(
        "figure_versions",
        _text("indicator_code"),
        _text("area_code"),
        _text("period"),
        _text("basis"),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        _text("period_kind"),
        _number("value"),
        _number("numerator"),
        _number("denominator"),
        _text("status"),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        _number("lower_95"),
        _number("upper_95"),
        _text("locator"),
        sa.Column("half_step", sa.Float(), server_default="0", nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        _refers("area_code", "areas.code"),
        _refers("edition_id", "editions.id"),
        _refers("indicator_code", "indicators.code"),
        _refers("load_id", "loads.id"),
        sa.ForeignKeyConstraint(
            ["period", "period_kind"],
            ["periods.label", "periods.kind"],
        ),
        sa.PrimaryKeyConstraint("indicator_code", "area_code", "period", "basis", "edition_id", "load_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_current_by_area",
        "figure_versions",
        ["area_code", "indicator_code"],
        unique=False,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )


def _benchmark_values() -> None:
    """The benchmarks worked out from the current figures."""
    op.create_table(
        "benchmark_values",
        _text("indicator_code"),
        _text("area_code"),
        _text("period"),
        _text("basis"),
        _number("scotland_value"),
        sa.Column("scotland_kind", sa.String(), nullable=True),
        sa.Column("scotland_councils", sa.Integer(), nullable=False),
        sa.Column("family_group", sa.String(), nullable=True),
        _number("family_mean"),
        _number("family_median"),
        _number("family_fourth"),
        sa.Column("family_n", sa.Integer(), nullable=True),
        sa.Column("family_rank", sa.Integer(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("rank_n", sa.Integer(), nullable=False),
        sa.Column("quartile", sa.Integer(), nullable=True),
        _refers("area_code", "areas.code"),
        _refers("indicator_code", "indicators.code"),
        sa.PrimaryKeyConstraint("indicator_code", "area_code", "period", "basis"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_benchmarks_by_area", "benchmark_values", ["area_code", "indicator_code"], unique=False
    )
