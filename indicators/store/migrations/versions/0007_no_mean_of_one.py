"""No mean of one council: what was derived before that rule is withheld as what is derived now.

Frozen as it was: a later change of a table is a later migration, never an edit of this one.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take what was called the mean of a family group, or Scotland, and was one council's figure."""
    op.execute("UPDATE benchmark_values SET family_mean = NULL, family_median = NULL WHERE family_n < 2")
    op.execute(
        "UPDATE benchmark_values SET scotland_value = NULL, scotland_kind = NULL, scotland_councils = 0"
        " WHERE scotland_kind IN ('computed', 'mean') AND scotland_councils < 2"
    )


def downgrade() -> None:
    """Nothing to take back: `python -m etl derive` works out what a release of the program shows."""
