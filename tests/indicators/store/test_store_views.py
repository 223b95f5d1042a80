"""The views: current figures only, and a small count hidden with everything that gives it away."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, insert, text

from indicators.figures import Figure, Status
from indicators.store import read, schema
from indicators.store.as_at import figures_as_at
from indicators.store.changes import changes_of_load
from indicators.store.roles import Role
from tests.indicators.store.store_rows import BENCHMARK, Fill

NUMBERS = ("value", "numerator", "denominator", "lower_95", "upper_95")
HIDDEN = [
    {"indicator_code": "SMALL", "value": 1.0},
    {"indicator_code": "SMALL", "value": 4.0},
    {"indicator_code": "SMALL", "value": 4.0, "status": "provisional"},
    {"indicator_code": "SMALL", "value": 4.0, "status": "doubtful"},
    {"indicator_code": "SHARE", "value": 30.0, "numerator": 3.0, "denominator": 10.0},
    {"indicator_code": "SHARE", "value": 0.0, "numerator": 0.0, "denominator": 4.0},
]
SHOWN = [
    {"indicator_code": "SMALL", "value": 0.0},
    {"indicator_code": "SMALL", "value": 5.0},
    {"indicator_code": "SMALL", "value": 12.0, "numerator": None},
    {"indicator_code": "SHARE", "value": 3.0},
    {"indicator_code": "SHARE", "value": 50.0, "numerator": 5.0, "denominator": 10.0},
    {"indicator_code": "COUNT", "value": 3.0},
    {"indicator_code": "PCT", "value": 30.0, "numerator": 3.0, "denominator": 10.0},
]


def rows(engine: Engine, view: str) -> list[dict[str, Any]]:
    """All rows of a view."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(f"SELECT * FROM {view}")).mappings()]


def _with_everything(figure: dict[str, Any]) -> dict[str, Any]:
    return {"lower_95": 1.5, "upper_95": 4.5, "note": "3 of 10, as printed", **figure}


@pytest.mark.parametrize("figure", HIDDEN)
def test_a_count_of_1_to_4_is_hidden_with_everything_that_gives_it_away(
    engine: Engine, fill: Fill, figure: dict[str, Any]
) -> None:
    fill(_with_everything(figure))
    fill({"indicator_code": figure["indicator_code"]}, table=schema.benchmark_values)
    for view in ("figures", "figure_facts"):
        (row,) = rows(engine, view)
        assert [row[name] for name in NUMBERS] == [None] * 5
        assert row["status"] == "suppressed"
        assert row.get("note", "") == ""
    for view in ("benchmarks", "benchmark_facts"):
        (row,) = rows(engine, view)
        assert [row[name] for name in ("value", "rank", "family_rank", "quartile")] == [None] * 4
        assert (row["scotland_value"], row["rank_n"]) == (8.0, 31)


@pytest.mark.parametrize("figure", SHOWN)
def test_zero_larger_counts_and_indicators_that_disclose_nothing_are_shown_whole(
    engine: Engine, fill: Fill, figure: dict[str, Any]
) -> None:
    """An unknown numerator hides nothing by itself."""
    whole = _with_everything(figure)
    fill(whole)
    fill({"indicator_code": figure["indicator_code"]}, table=schema.benchmark_values)
    (row,) = rows(engine, "figure_facts")
    assert [row[name] for name in NUMBERS] == [whole.get(name) for name in NUMBERS]
    assert (row["status"], row["note"]) == ("published", whole["note"])
    (row,) = rows(engine, "benchmarks")
    assert (row["value"], row["rank"], row["quartile"]) == (figure["value"], 16, 2)


def test_a_suppressed_figure_stays_suppressed_and_any_other_status_stays_itself(
    engine: Engine, fill: Fill
) -> None:
    fill(
        {"indicator_code": "SMALL", "value": None, "status": "suppressed"},
        {"indicator_code": "SHARE", "value": None, "status": "awaited", "note": "January 2027"},
        {"value": None, "status": "not_available"},
    )
    found = {row["indicator_code"]: (row["value"], row["status"]) for row in rows(engine, "figures")}
    assert found == {
        "SMALL": (None, "suppressed"),
        "SHARE": (None, "awaited"),
        "PCT": (None, "not_available"),
    }


def test_a_number_beside_a_status_that_has_none_does_not_leave(engine: Engine, fill: Fill) -> None:
    fill({"value": 3.0, "numerator": 3.0, "status": "suppressed"})
    (row,) = rows(engine, "figures")
    assert [row[name] for name in NUMBERS] == [None] * 5


def test_only_the_current_version_is_a_figure(engine: Engine, fill: Fill) -> None:
    fill({"value": 7.0, "is_current": False}, {"value": 7.8, "edition_id": 2, "load_id": 2})
    (row,) = rows(engine, "figures")
    assert (row["value"], row["edition"], row["loaded_at"]) == (7.8, "LGBF 2024", "2026-01-02T10:00:00")
    assert (row["area_name"], row["period_start"], row["source"]) == ("Council A", "2019-04-01", "lgbf")


def test_a_benchmark_without_an_own_figure_has_its_comparators(engine: Engine, fill: Fill) -> None:
    fill({"rank": None, "quartile": None, "family_rank": None}, table=schema.benchmark_values)
    (row,) = rows(engine, "benchmarks")
    assert (row["value"], row["rank"], row["family_mean"]) == (None, None, BENCHMARK["family_mean"])


@pytest.mark.parametrize("code", ["SMALL", "SHARE"])
def test_revisions_of_a_disclosive_indicator_are_told_to_nobody(
    engine: Engine, fill: Fill, code: str
) -> None:
    """The difference between two editions would give a hidden count away."""
    fill(
        {"indicator_code": code, "value": 12.0, "is_current": False},
        {"indicator_code": code, "value": 3.0, "edition_id": 2},
    )
    assert rows(engine, "revisions") == []


def test_a_cell_hidden_for_anothers_sake_is_hidden_whatever_its_indicator(engine: Engine, fill: Fill) -> None:
    """Value, interval, rank and revisions of a part that could identify nobody by itself."""
    fill(_with_everything({"value": 25.0, "is_current": False}))
    fill(_with_everything({"value": 26.0, "edition_id": 2, "load_id": 2}))
    fill({}, table=schema.benchmark_values)
    cell = {"indicator_code": "PCT", "area_code": "A", "period": "2019-20", "basis": "none"}
    with engine.begin() as connection:
        connection.execute(insert(schema.hidden_cells), [{**cell, "reason": "secondary"}])
    for view in ("figures", "figure_facts"):
        (row,) = rows(engine, view)
        assert [row[name] for name in NUMBERS] == [None] * 5
        assert row["status"] == "suppressed"
    (row,) = rows(engine, "benchmarks")
    assert [row[name] for name in ("value", "rank", "family_rank", "quartile")] == [None] * 4
    assert rows(engine, "revisions") == []
    with engine.connect() as connection:
        assert changes_of_load(connection, 2)[1] == []
        (seen,) = read.figures_of(connection, ["PCT"], ["A"], role=Role.PROTECTED)
        (stood,) = figures_as_at(connection, load_id=1)
    assert seen.figure.value == 26.0
    assert (stood.value, stood.status) == (None, "suppressed")


def test_a_revision_names_both_values_and_editions_and_an_unchanged_value_is_none(
    engine: Engine, fill: Fill
) -> None:
    fill({"value": 7.0, "is_current": False}, {"value": 7.8, "edition_id": 2, "load_id": 2})
    fill({"area_code": "B", "is_current": False}, {"area_code": "B", "edition_id": 2, "load_id": 2})
    (row,) = rows(engine, "revisions")
    assert (row["old_value"], row["old_edition"], row["new_value"], row["new_edition"]) == (
        7.0, "LGBF 2022", 7.8, "LGBF 2024",
    )  # fmt: skip
    assert (row["kind"], row["load_id"]) == ("revision", 2)


@pytest.mark.parametrize(("new", "kind"), [(7.83, "rounding"), (7.85, "rounding"), (7.86, "revision")])
def test_the_same_value_printed_finer_is_rounding_and_no_revision(
    engine: Engine, fill: Fill, new: float, kind: str
) -> None:
    fill({"value": 7.8, "half_step": 0.05, "is_current": False})
    fill({"value": new, "half_step": 0.005, "edition_id": 2, "load_id": 2})
    assert [row["kind"] for row in rows(engine, "revisions")] == [kind]
    with engine.connect() as connection:
        revised = read.revised_cells(connection, ["PCT"], ["A"])
    assert bool(revised) is (kind == "revision")


def test_a_figure_that_lost_its_number_is_revised_and_not_zero(engine: Engine, fill: Fill) -> None:
    fill(
        {"value": 0.0, "is_current": False},
        {"value": None, "status": "not_available", "edition_id": 2, "load_id": 2},
    )
    (row,) = rows(engine, "revisions")
    assert (row["old_value"], row["new_value"], row["new_status"]) == (0.0, None, "not_available")


def test_a_new_base_year_is_a_rebase_for_real_terms_and_a_revision_for_cash(
    engine: Engine, fill: Fill
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE editions SET base_year = label"))
    for basis in ("real", "cash"):
        fill(
            {"basis": basis, "value": 10.0, "is_current": False},
            {"basis": basis, "value": 11.0, "edition_id": 2, "load_id": 2},
        )
    assert {row["basis"]: row["kind"] for row in rows(engine, "revisions")} == {
        "real": "rebase",
        "cash": "revision",
    }


@given(
    st.sampled_from(["PCT", "COUNT", "SMALL", "SHARE"]),
    st.sampled_from(sorted(Status)),
    st.tuples(*[st.none() | st.integers(0, 9).map(float)] * 3),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=80,
    deadline=None,
)
def test_whatever_is_stored_the_view_gives_a_figure_that_can_be_one(
    engine: Engine, fill: Fill, code: str, status: Status, numbers: tuple[float | None, ...]
) -> None:
    """A number beside every status that has one, none beside the others, and no small count."""
    value = (numbers[0] or 0.0) if status.may_have_number else None
    with engine.begin() as connection:
        connection.execute(delete(schema.figure_versions))
    fill(
        {
            "indicator_code": code, "status": status.value, "value": value,
            "numerator": numbers[1], "denominator": numbers[2],
        }
    )  # fmt: skip
    with engine.connect() as connection:
        (row,) = read.figures_of(connection, [code], ["A"])
    figure: Figure = row.figure
    if code in ("SMALL", "SHARE"):
        counts = [figure.numerator, figure.denominator, *([figure.value] if code == "SMALL" else [])]
        assert not [count for count in counts if count is not None and 0 < count < 5]
