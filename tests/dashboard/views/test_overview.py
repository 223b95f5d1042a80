"""The overview, on the bundled figures."""

from __future__ import annotations

from sqlalchemy import Connection

from dashboard.views.overview import Overview, overview
from dashboard.views.overview_rows import Row
from dashboard.views.overview_words import lead, newly
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue


def rows_of(found: Overview) -> dict[str, Row]:
    """The rows of an overview by code."""
    return {row.code: row for group in found.groups for row in group.rows}


def test_a_row_says_value_target_light_change_and_place(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    row = rows_of(overview(connection, catalogue, dundee))["CHN22"]
    assert (row.value, row.period, row.target, row.badge.words) == ("7.8%", "2021-22", "8.4%", "On target")
    assert (row.change.arrow, row.change.size, row.change.note) == ("down", "1.8 points", "improving, usual")
    assert (row.against.size, row.against.note) == ("0.2 points below", "not tested")
    assert (row.rank.place, row.rank.quarter) == ("16 of 31", "second quarter")


def test_the_sentence_counts_what_the_rows_show(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = overview(connection, catalogue, dundee)
    lights = [row.badge.kind for row in rows_of(found).values()]
    judged = sum(kind != "none" for kind in lights)
    assert spoken(found.lead).startswith(
        f"{lights.count('red')} of {judged} headline indicators with a target"
    )
    assert [count for _, count in found.counts] == [
        lights.count(k) for k in ("red", "amber", "green", "none")
    ]


def test_the_sentence_says_whether_headline_indicators_or_all_are_counted(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    shown = [spoken(overview(connection, catalogue, dundee, every).lead) for every in (False, True)]
    assert [" headline indicators with a target" in words for words in shown] == [True, False]
    assert " indicators with a target" in shown[1]
    assert [spoken(lead([], [], every)) for every in (False, True)] == [
        "No headline indicator of this council has both a figure and a target.",
        "No indicator of this council has both a figure and a target.",
    ]


def test_costs_and_demand_carry_no_judgement(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    for row in rows_of(overview(connection, catalogue, dundee)).values():
        if not catalogue[row.code].polarity.judges:
            assert row.badge.kind == "none"
            assert "improving" not in row.change.note
            assert "worsening" not in row.change.note
            assert "best" not in row.rank.quarter


def test_off_target_comes_first_within_each_service(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    order = {"red": 0, "amber": 1, "green": 2, "none": 3}
    for group in overview(connection, catalogue, dundee).groups:
        kinds = [order[row.badge.kind] for row in group.rows]
        assert kinds == sorted(kinds)


def test_newly_off_target_names_what_it_was_before(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = {item.code: item for item in overview(connection, catalogue, dundee).newly_off}
    assert found["SW04b"].fact == "71.5% in 2021-22, target 82.1%"
    assert found["SW04b"].why == "Was within tolerance in 2019-20 (76.6%)"


def test_target_and_benchmark_disagreeing_is_said_out_loud(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    facts = {item.code: item.fact for item in overview(connection, catalogue, dundee).disagree}
    assert facts["CHN11"] == "Within tolerance, yet 30th of 32: worst quarter"


def test_a_suppressed_figure_shows_nothing_that_gives_it_away(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    row = rows_of(overview(connection, catalogue, dundee))["DTTO_COMMENCED"]
    assert (row.value, row.badge.words) == ("[c]", "[c] Suppressed")
    assert row.change.size == row.against.size == row.rank.place == ""
    assert row.own[-1] is None


def test_a_total_of_one_council_is_never_set_against_the_total_of_scotland(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    assert rows_of(overview(connection, catalogue, dundee))["COMMUNITY_PAYBACK_COMMENCED"].against.size == ""


def test_adult_protection_is_not_compared_between_councils(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    row = rows_of(overview(connection, catalogue, dundee))["ASP_REFERRALS"]
    assert row.rank.place == ""
    assert row.note == "No council benchmark: the publisher advises against comparing"


def test_all_indicators_hold_the_headline_ones_and_more(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    some, every = (rows_of(overview(connection, catalogue, dundee, every=e)) for e in (False, True))
    assert set(some) < set(every)


def test_every_council_has_an_overview(connection: Connection, catalogue: Catalogue) -> None:
    for council in catalogue.areas.councils:
        found = overview(connection, catalogue, council)
        assert found.rows >= 15, council.name


def test_an_unusual_move_of_a_cost_is_listed_as_the_sentence_says(
    connection: Connection, catalogue: Catalogue
) -> None:
    found = overview(connection, catalogue, catalogue.areas["S12000023"])  # Orkney: its costs alone
    assert "One indicator moved by more than is usual." in spoken(found.lead)
    assert [item.code for item in found.moves] == ["SW01"]
    assert found.moves_note == ""


def test_one_indicator_is_spoken_of_in_the_singular() -> None:
    assert [
        newly(*counts) for counts in ((0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 0, 1), (4, 0, 1), (4, 2, 1))
    ] == [
        "",
        ", as it was before",
        ", newly so",
        ", judged for the first time",
        ", none of them newly so",
        ", two of them newly so",
    ]


def test_a_difference_that_rounds_to_nothing_is_level(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    row = rows_of(overview(connection, catalogue, dumfries))["CHN08b"]
    assert (row.value, row.against.size) == ("£402", "level")


def test_the_second_light_joins_level_and_direction_and_says_what_was_tested(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    rows = rows_of(overview(connection, catalogue, dundee))
    untested, tested, cost = (rows[code].level for code in ("CHN22", "SW06", "SW01"))
    assert untested
    assert (untested.shape, untested.words) == ("ring-plus", "ahead, improving; not\N{NO-BREAK SPACE}tested")
    assert tested
    assert (tested.shape, tested.words) == ("diamond-bar", "worse, steady")
    assert cost is None


def test_the_second_light_never_follows_the_target(connection: Connection, catalogue: Catalogue) -> None:
    met = [
        (row.badge.kind, row.level.shape.split("-")[0])
        for council in catalogue.areas.councils
        for row in rows_of(overview(connection, catalogue, council)).values()
        if row.level and row.badge.kind != "none"
    ]
    assert {("green", "diamond"), ("green", "ring"), ("red", "diamond"), ("red", "ring")} <= set(met)


def test_the_small_line_of_a_row_is_said_in_words(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    row = rows_of(overview(connection, catalogue, dundee))["CHN22"]
    assert row.picture.startswith("Re-registrations within 18 months, Dundee City: 10 figures, from ")
    assert "to 7.8% in 2021-22" in row.picture


def test_a_change_of_small_numbers_carries_its_caution(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    rows = rows_of(overview(connection, catalogue, dundee, every=True)).values()
    cautioned = [row for row in rows if row.change.note.endswith(", small numbers")]
    assert cautioned
    assert all(row.change.arrow for row in cautioned)
    assert len(cautioned) < len(rows) / 2


def test_what_is_not_compared_still_has_its_own_line(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    rows = rows_of(overview(connection, catalogue, dundee))
    assert rows["LAC_TOTAL"].note == "Not compared with other councils"
    assert rows["LAC_TOTAL"].has_history
    assert not rows["ASP_REFERRALS"].has_history


def test_no_service_shows_more_than_twelve_headline_indicators(
    connection: Connection, catalogue: Catalogue
) -> None:
    for council in catalogue.areas.councils:
        assert all(len(group.rows) <= 12 for group in overview(connection, catalogue, council).groups)
