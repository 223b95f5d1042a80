"""No rank among fewer than eight: what was derived before that rule is withheld as what is derived now.

Frozen as it was: a later change of a table is a later migration, never an edit of this one.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the ranks and quarters of too few councils, and of family groups that are not whole."""
    op.execute("UPDATE benchmark_values SET rank = NULL, quartile = NULL WHERE rank_n < 8")
    op.execute("UPDATE benchmark_values SET family_rank = NULL WHERE family_n < 8")


def downgrade() -> None:
    """Nothing to take back: `python -m etl derive` works out what a release of the program shows."""
