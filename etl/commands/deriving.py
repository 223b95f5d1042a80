"""`derive`: benchmarks and intervals worked out again from what is stored."""

from __future__ import annotations

from etl.commands.common import AsJson, Database, say, writing_store
from etl.derive import derive_all


def derive(database: Database, as_json: AsJson = False) -> None:
    """Work out all benchmarks and intervals again, as after an edit of the catalogue."""
    with writing_store(database, as_json) as (engine, catalogue):
        found = derive_all(engine, catalogue)
    told = f"Worked out again: {found.benchmarks:,} rows of benchmarks, intervals: {found.intervals:,}"
    address = f"Database: {engine.url.render_as_string(hide_password=True)}"
    say({"status": "derived", **found._asdict()}, as_json, [told, address])
