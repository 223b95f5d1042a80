"""How many figures each edition has, and for how many councils an indicator has a number in a period.

They are filled by `indicators.store.engine.upgrade`, which counts once the views are there that hide small
counts. Frozen as it was: a later change of a table is a later migration, never an edit of this one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and the index."""
    op.create_table(
        "edition_counts",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("shown_now", sa.Integer(), nullable=False),
        sa.Column("first_period", sa.String(), nullable=False),
        sa.Column("last_period", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"]),
        sa.ForeignKeyConstraint(["indicator_code"], ["indicators.code"]),
        sa.PrimaryKeyConstraint("edition_id", "indicator_code"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_edition_counts_by_indicator", "edition_counts", ["indicator_code"])
    op.create_table(
        "council_counts",
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("period_kind", sa.String(), nullable=False),
        sa.Column("councils", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["indicator_code"], ["indicators.code"]),
        sa.PrimaryKeyConstraint("indicator_code", "period", "period_kind"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("council_counts")
    op.drop_table("edition_counts")
