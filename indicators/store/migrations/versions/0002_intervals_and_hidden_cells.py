"""The method of each interval, and the cells that stay hidden so that no small count can be worked out.

Frozen as it was: a later change of a table is a later migration, never an edit of this one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column to the versions of figures, and the table."""
    op.add_column("figure_versions", sa.Column("interval_method", sa.String(), nullable=True))
    op.create_table(
        "hidden_cells",
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["area_code"], ["areas.code"]),
        sa.ForeignKeyConstraint(["indicator_code"], ["indicators.code"]),
        sa.PrimaryKeyConstraint("indicator_code", "area_code", "period", "basis"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take both away; the views lean on them and are made anew by whoever moves the schema."""
    from indicators.store.views import VIEWS

    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW IF EXISTS {view}")
    op.drop_table("hidden_cells")
    op.drop_column("figure_versions", "interval_method")
