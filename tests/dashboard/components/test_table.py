"""Tables for figures: headings that belong to their cells, for eye, ear and file."""

from __future__ import annotations

import pytest
from dash import html
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.table import Column, Group, Row, figures_table, filled
from tests.dashboard.tree import find, tree, words

COLUMNS = (Column("Year"), Column("Value", "percent", "right", "num"), Column("Note"))


def attributes(node: object) -> dict[str, object]:
    """The properties of a component."""
    found: dict[str, object] = tree(node)[1]
    return found


def test_every_column_is_headed_and_every_row_begins_with_its_heading() -> None:
    made = figures_table(
        "Figures", COLUMNS, [Row(("2020-21", "9.6%", "")), Row(("2021-22", "7.8%", "revised"))]
    )
    heads = find(made, "Th", scope="col")
    assert [words(each) for each in heads] == ["Year", "Valuepercent", "Note"]
    assert [words(each) for each in find(made, "Th", scope="row")] == ["2020-21", "2021-22"]
    assert [words(each) for each in find(made, "Td")] == ["9.6%", "", "7.8%", "revised"]


def test_cells_stand_as_their_column_says() -> None:
    made = figures_table("Figures", COLUMNS, [Row(("2020-21", "9.6%", "x"))])
    assert [getattr(each, "className", None) for each in find(made, "Td")] == ["right num", None]
    assert [getattr(each, "className", None) for each in find(made, "Th")] == [None, "right num", None, None]


@pytest.mark.parametrize("way", ["ascending", "descending"])
def test_a_sorted_column_says_so_and_which_way(way: str) -> None:
    made = figures_table("x", (Column("Year", sorted=way), Column("Value")), [])  # type: ignore[arg-type]
    assert [attributes(each).get("aria-sort") for each in find(made, "Th")] == [way, None]


def test_the_caption_is_there_for_screen_readers_and_seen_only_where_asked() -> None:
    (unseen,) = find(figures_table("All figures", COLUMNS, []), "Caption")
    (seen,) = find(figures_table("All figures", COLUMNS, [], caption_seen=True), "Caption")
    assert (words(unseen), unseen.className) == ("All figures", "unseen")
    assert seen.className is None


def test_only_a_plain_table_scrolls_in_a_region_the_keyboard_reaches() -> None:
    made = figures_table("All figures", COLUMNS, [])
    assert (made.className, made.tabIndex, made.role) == ("scroll", 0, "region")
    assert attributes(made)["aria-label"] == "All figures"
    assert figures_table("x", COLUMNS, [], kind="indicators")._type == "Table"


@pytest.mark.parametrize(("of", "said"), [(0, None), (1, None), (2, "2"), (245, "245")])
def test_a_part_of_a_list_says_how_long_the_whole_is(of: int, said: str | None) -> None:
    made = figures_table("x", COLUMNS, [Row(("a", "b", "c"))], of=of)
    assert attributes(find(made, "Table")[0]).get("data-of") == said


def test_a_table_whose_page_has_a_file_says_so() -> None:
    assert attributes(find(figures_table("x", COLUMNS, [], own_file=True), "Table")[0])["data-file"] == "own"
    assert "data-file" not in attributes(find(figures_table("x", COLUMNS, []), "Table")[0])


def test_a_group_heads_the_rows_below_it_over_the_whole_width() -> None:
    made = figures_table("x", COLUMNS, [Group(["Children", html.B("!")], "2 rows"), Row(("a", "b", "c"))])
    (head,) = find(made, "Th", scope="colgroup")
    assert (words(head), head.colSpan) == ("Children!2 rows", 3)
    (bare,) = find(figures_table("x", COLUMNS, [Group(["Children"])]), "Th", scope="colgroup")
    assert find(bare, "Span") == []


@pytest.mark.parametrize(("cells", "span"), [(("a", "b"), 2), (("a", "b", "c"), 1)])
def test_a_wide_last_cell_runs_to_the_end_of_its_row(cells: tuple[str, ...], span: int) -> None:
    made = figures_table("x", COLUMNS, [Row(cells, wide_last=True)])
    assert find(made, "Td")[-1].colSpan == span


def test_a_row_may_have_a_class_of_its_own() -> None:
    made = figures_table("x", COLUMNS, [Row(("a", "b", "c"), "ours"), Row(("d", "e", "f"))])
    assert [getattr(each, "className", None) for each in find(find(made, "Tbody"), "Tr")] == ["ours", None]


def test_columns_with_nothing_in_any_row_are_left_out_but_never_the_first() -> None:
    rows = [Row(("", "", "x"), "ours"), Row(("", "", ""))]
    columns, fewer = filled(COLUMNS, rows)
    assert [column.heading for column in columns] == ["Year", "Note"]
    assert [(row.cells, row.classes) for row in fewer] == [(("", "x"), "ours"), (("", ""), "")]


@given(st.lists(st.tuples(*[st.sampled_from(["", "x", "0"])] * 3), min_size=1, max_size=6))
def test_leaving_out_empty_columns_loses_no_words(rows: list[tuple[str, str, str]]) -> None:
    columns, fewer = filled(COLUMNS, [Row(cells) for cells in rows])
    assert ["".join(map(str, row.cells)) for row in fewer] == ["".join(cells) for cells in rows]
    assert all(len(row.cells) == len(columns) for row in fewer)
