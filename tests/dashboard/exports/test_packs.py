"""Packs as files: each says what the screen says and takes text literally, in every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.exports.xml_text import writable
from dashboard.views.pack_parts import Pack
from dashboard.views.pack_reading import reading
from tests.dashboard.exports.pack_files import READERS, plain, rows_of
from tests.dashboard.views.packs import HOSTILE, hostile


def wanted(made: Pack) -> list[str]:
    """Every text of the screen that a file must have: values, targets, statuses, words, benchmarks."""
    found = [made.cover.title, made.cover.council, made.summary]
    for red in made.reds:
        found += [red.title, red.sentence, *(words for _, words in (*red.facts, *red.comment))]
    for row in rows_of(made):
        found += [row.title, row.label, row.slim, row.long, row.benchmark, row.beside]
        for cell in row.cells if not row.slim else ():
            badge = cell.badge.words if cell.badge else ""
            target = cell.target if cell.target != "none" else ""
            found += [cell.value, cell.words, cell.trend, target, badge]
    for part in (part for section in made.sections for part in section.parts):
        found += [part.subtitle, part.outcome]
        found += [
            words for line in part.lines for words in (line.title, line.kind, line.words, line.standing)
        ]
    found += [each.definition for each in made.definitions]
    found += [words for note in made.notes for words in note.words]
    found += [words for pair in reading(made) for words in pair]
    return [text for text in found if text]


@pytest.mark.parametrize("kind", READERS)
def test_every_file_says_every_number_target_status_and_word_of_the_scorecard(real: Pack, kind: str) -> None:
    text = plain(READERS[kind](real))
    assert [each for each in wanted(real) if plain(each) not in text] == []


@pytest.mark.parametrize("kind", READERS)
def test_every_value_stands_as_often_as_the_scorecard_has_it(people: Pack, kind: str) -> None:
    text = plain(READERS[kind](people))
    cells = [cell.value for row in rows_of(people) for cell in row.cells if cell.value]
    assert len(cells) > 40
    assert [value for value in set(cells) if text.count(plain(value)) < cells.count(value)] == []


@pytest.mark.parametrize("kind", READERS)
def test_the_projects_of_the_plan_are_in_every_file_with_their_lights_in_words(
    business: Pack, kind: str
) -> None:
    text = plain(READERS[kind](business))
    for said in (
        "50% done, 38% of its time gone at 23 July 2019",
        "33% done, 66% of its time gone at 23 July 2019",
        "66% done, 47% of its time gone at 23 July 2019",
    ):
        assert plain(said) in text
    assert all(plain(light) in text for light in ("On track", "Behind", "Complete"))


@pytest.mark.parametrize("kind", READERS)
def test_no_cell_of_an_indicator_with_figures_is_left_without_a_word(real: Pack, kind: str) -> None:
    for row in (row for row in rows_of(real) if not row.slim):
        assert row.long
        assert row.benchmark
        assert all(cell.value or cell.words for cell in row.cells)
    assert "Toofewfigures" in plain(READERS[kind](real))


@pytest.mark.parametrize("kind", READERS)
def test_hostile_text_is_literal_in_every_file(people: Pack, kind: str) -> None:
    text = plain(READERS[kind](hostile(people)))
    assert text.count(plain(HOSTILE)) >= 6
    assert "control" in text


@pytest.mark.parametrize("kind", READERS)
def test_a_draft_says_so_in_every_file(people: Pack, kind: str) -> None:
    assert "DRAFT" in READERS[kind](people)


@pytest.mark.parametrize("kind", READERS)
def test_a_red_without_a_chart_and_a_card_without_reds_make_files_too(people: Pack, kind: str) -> None:
    bare = replace(people, reds=tuple(replace(red, chart=None) for red in people.reds))
    assert people.reds[0].title in READERS[kind](bare).replace("\n", " ")
    assert "Nothing on this card is off target." in READERS[kind](replace(people, reds=()))
    said = plain("Nothing left on this card is off target; figures of one indicator are hidden since the")
    assert said in plain(READERS[kind](replace(people, reds=(), hidden="figures of one indicator")))


@pytest.mark.parametrize(
    ("text", "written"), [("a\0b", "a b"), ("\x0b", " "), ("£ – ○ 𝄞\n\t", "£ – ○ 𝄞\n\t"), ("\ud800", " ")]
)
def test_what_no_office_file_can_hold_becomes_a_space(text: str, written: str) -> None:
    assert writable(text) == written
