"""The commands of `python -m etl`, by what they are about, and what they share."""
