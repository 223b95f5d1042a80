"""Figures with their editions, loads and problems; benchmarks; the views others read."""

from alembic import op

from indicators.store.schema import metadata
from indicators.store.views import VIEWS_SQL

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, then the views."""
    metadata.create_all(op.get_bind())
    for statement in VIEWS_SQL:
        op.execute(statement)


def downgrade() -> None:
    """Drop the views, then the tables."""
    for view in ("revisions", "benchmarks", "benchmark_facts", "figures", "figure_facts"):
        op.execute(f"DROP VIEW {view}")
    metadata.drop_all(op.get_bind())
