"""The tables of the store. Migrations build them; nothing here changes a database by itself.

A figure is identified by indicator, area, period and basis. Each edition of a source may print another
value for it, and each is kept as a row of `figure_versions`; `is_current` marks the one of the edition
published last. Rows are added, never overwritten, so that what was shown at any load can be read again.

The file is long for one reason: tables that name each other are read together, and hold nothing but columns.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

# The newest migration. A change of a table or of a view is a new one, if need be an empty one.
SCHEMA_VERSION = "0007"

metadata = MetaData()

sources = Table(
    "sources",
    metadata,
    Column("code", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("publisher", String, nullable=False),
    Column("licence", String, nullable=False),
    Column("address", String, nullable=False),
    Column("attribution", String, nullable=False),
)

indicators = Table(
    "indicators",
    metadata,
    Column("code", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("service", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("disclosive", Boolean, nullable=False),
)

areas = Table(
    "areas",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
)

periods = Table(
    "periods",
    metadata,
    Column("label", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("start_date", String, nullable=False),
    Column("end_date", String, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_code", ForeignKey("sources.code"), nullable=False),
    Column("label", String, nullable=False),
    # As exact as the publisher gives it (2024, 2024-02 or 2024-02-20): ISO texts sort as dates do.
    Column("published_on", String, nullable=False),
    # The year of the prices of real-terms figures; a change of it re-bases history, it revises nothing.
    Column("base_year", String, nullable=False, server_default=""),
    UniqueConstraint("source_code", "label"),
)

loads = Table(
    "loads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_code", ForeignKey("sources.code"), nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("loaded_at", String, nullable=False),
    Column("rows_read", Integer, nullable=False),
    Column("rows_new", Integer, nullable=False),
    Column("rows_unchanged", Integer, nullable=False),
    Column("rows_revised", Integer, nullable=False),
    Column("rows_rebased", Integer, nullable=False),
    Column("rows_history", Integer, nullable=False),
    Column("rows_rejected", Integer, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("load_id", ForeignKey("loads.id"), nullable=False, index=True),
    Column("rule", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("place", String, nullable=False),
    Column("value", String, nullable=False),
    Column("sentence", String, nullable=False),
)

figure_versions = Table(
    "figure_versions",
    metadata,
    Column("indicator_code", ForeignKey("indicators.code"), primary_key=True),
    Column("area_code", ForeignKey("areas.code"), primary_key=True),
    Column("period", String, primary_key=True),
    Column("basis", String, primary_key=True),
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("load_id", ForeignKey("loads.id"), primary_key=True),
    Column("period_kind", String, nullable=False),
    Column("value", Float),
    Column("numerator", Float),
    Column("denominator", Float),
    Column("status", String, nullable=False),
    Column("note", String, nullable=False, server_default=""),
    Column("lower_95", Float),
    Column("upper_95", Float),
    Column("locator", String, nullable=False),
    # Half of the last decimal its edition prints, in the figure's unit: a smaller difference is rounding.
    Column("half_step", Float, nullable=False, server_default="0"),
    Column("is_current", Boolean, nullable=False),
    # How the interval was worked out: wilson, byar or exact_poisson; empty without an interval.
    Column("interval_method", String),
    ForeignKeyConstraint(["period", "period_kind"], ["periods.label", "periods.kind"]),
    sqlite_with_rowid=False,
)

Index(
    "ix_current_by_area",
    figure_versions.c.area_code,
    figure_versions.c.indicator_code,
    sqlite_where=text("is_current"),
    postgresql_where=text("is_current"),
)

benchmark_values = Table(
    "benchmark_values",
    metadata,
    Column("indicator_code", ForeignKey("indicators.code"), primary_key=True),
    Column("area_code", ForeignKey("areas.code"), primary_key=True),
    Column("period", String, primary_key=True),
    Column("basis", String, primary_key=True),
    Column("scotland_value", Float),
    Column("scotland_kind", String),
    Column("scotland_councils", Integer, nullable=False),
    Column("family_group", String),
    Column("family_mean", Float),
    Column("family_median", Float),
    Column("family_fourth", Float),
    Column("family_n", Integer),
    Column("family_rank", Integer),
    Column("rank", Integer),
    Column("rank_n", Integer, nullable=False),
    Column("quartile", Integer),
    sqlite_with_rowid=False,
)

Index("ix_benchmarks_by_area", benchmark_values.c.area_code, benchmark_values.c.indicator_code)

# Disclosive figures that stay hidden in every edition: `primary` is a count of 1 to 4, `secondary` would
# give one away. Worked out after each load; the views hide both.
hidden_cells = Table(
    "hidden_cells",
    metadata,
    Column("indicator_code", ForeignKey("indicators.code"), primary_key=True),
    Column("area_code", ForeignKey("areas.code"), primary_key=True),
    Column("period", String, primary_key=True),
    Column("basis", String, primary_key=True),
    Column("reason", String, nullable=False),
    sqlite_with_rowid=False,
)

# What follows from `figure_versions` and takes reading all of them: counted anew for each indicator a load
# brings, in its transaction. `shown_now` of the `kept` figures of an edition are the current ones.
edition_counts = Table(
    "edition_counts",
    metadata,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("indicator_code", ForeignKey("indicators.code"), primary_key=True),
    Column("kept", Integer, nullable=False),
    Column("shown_now", Integer, nullable=False),
    Column("first_period", String, nullable=False),
    Column("last_period", String, nullable=False),
    sqlite_with_rowid=False,
)

Index("ix_edition_counts_by_indicator", edition_counts.c.indicator_code)

# For how many councils an indicator has a number that may be shown, whatever prices it is in.
council_counts = Table(
    "council_counts",
    metadata,
    Column("indicator_code", ForeignKey("indicators.code"), primary_key=True),
    Column("period", String, primary_key=True),
    Column("period_kind", String, primary_key=True),
    Column("councils", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Care services with the mark of each theme, as an edition lists them: `graded` with a grade of 1 to 6,
# `not_assessed`, or `blank`. A register has service numbers; a printed table has names alone.
inspected_services = Table(
    "inspected_services",
    metadata,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("area_code", ForeignKey("areas.code"), primary_key=True),
    Column("service_number", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("theme", String, primary_key=True),
    Column("service_type", String, nullable=False),
    Column("sector", String, nullable=False),
    Column("mark", String, nullable=False),
    Column("grade", Integer),
    # Empty for a service that has not been inspected yet.
    Column("inspected_on", String, nullable=False),
    # The day the list describes, from which the age of an inspection is counted.
    Column("as_at", String, nullable=False),
    Column("locator", String, nullable=False),
    Column("load_id", ForeignKey("loads.id"), nullable=False),
    sqlite_with_rowid=False,
)

# What people write, each change as a further version: nothing is overwritten or deleted, and deleting is
# the status `withdrawn`. It leans on no other table, so that no load of figures can touch it. `body` is
# the content as JSON; indicator, area and period repeat what it is about, for asking.
writings = Table(
    "writings",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("indicator_code", String),
    Column("area_code", String, nullable=False),
    Column("period", String, nullable=False),
    Column("status", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("author", String, nullable=False),
    Column("written_at", String, nullable=False),
)

Index("ix_writings_by_area", writings.c.area_code, writings.c.kind)
Index("ix_writings_by_indicator", writings.c.indicator_code, writings.c.area_code)
