"""What people write beside the figures: comments, plans, risks, edited scorecards, issues and snapshots."""
