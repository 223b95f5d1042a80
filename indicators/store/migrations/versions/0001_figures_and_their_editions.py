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


def _sources() -> None:
    """Publishers' series of releases."""
    op.create_table(
        "sources",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )


def _indicators() -> None:
    """The indicators, for those who read the store with other tools."""
    op.create_table(
        "indicators",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("disclosive", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )


def _areas() -> None:
    """Councils, Scotland and the unknown area."""
    op.create_table(
        "areas",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )


def _periods() -> None:
    """Periods with their first and last day."""
    op.create_table(
        "periods",
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start_date", sa.String(), nullable=False),
        sa.Column("end_date", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("label", "kind"),
    )


def _editions() -> None:
    """Publications of a source."""
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("published_on", sa.String(), nullable=False),
        sa.Column("base_year", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["source_code"],
            ["sources.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source_code", "label"),
    )


def _loads() -> None:
    """Runs of the ETL on one file."""
    op.create_table(
        "loads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_code", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("loaded_at", sa.String(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_new", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("rows_revised", sa.Integer(), nullable=False),
        sa.Column("rows_rebased", sa.Integer(), nullable=False),
        sa.Column("rows_history", sa.Integer(), nullable=False),
        sa.Column("rows_rejected", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_code"],
            ["sources.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )


def _problems() -> None:
    """What a run found."""
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["loads.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_problems_load_id"), "problems", ["load_id"], unique=False)


def _figure_versions() -> None:
    """Every version of every figure."""
    op.create_table(
        "figure_versions",
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("period_kind", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("numerator", sa.Float(), nullable=True),
        sa.Column("denominator", sa.Float(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("lower_95", sa.Float(), nullable=True),
        sa.Column("upper_95", sa.Float(), nullable=True),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("half_step", sa.Float(), server_default="0", nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_code"], ["areas.code"]),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["editions.id"],
        ),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicators.code"],
        ),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["loads.id"],
        ),
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
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("scotland_value", sa.Float(), nullable=True),
        sa.Column("scotland_kind", sa.String(), nullable=True),
        sa.Column("scotland_councils", sa.Integer(), nullable=False),
        sa.Column("family_group", sa.String(), nullable=True),
        sa.Column("family_mean", sa.Float(), nullable=True),
        sa.Column("family_median", sa.Float(), nullable=True),
        sa.Column("family_fourth", sa.Float(), nullable=True),
        sa.Column("family_n", sa.Integer(), nullable=True),
        sa.Column("family_rank", sa.Integer(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("rank_n", sa.Integer(), nullable=False),
        sa.Column("quartile", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["area_code"], ["areas.code"]),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicators.code"],
        ),
        sa.PrimaryKeyConstraint("indicator_code", "area_code", "period", "basis"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_benchmarks_by_area", "benchmark_values", ["area_code", "indicator_code"], unique=False
    )
