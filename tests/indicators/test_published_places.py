"""Places that a report prints: never more precise than it was printed, and refused where they cannot be."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indicators.codes import fold_code
from indicators.published_place_files import FILE, read_published_places
from indicators.published_places import place_words
from indicators.toml_entries import CatalogueError
from indicators.vocabulary import End, PublishedPlace
from tests.builders import make_areas

PLACE = PublishedPlace(
    "CHN22", "A", "2019-20", 13, 31, End.NOT_SAID, "the best", "partnerships", "lgbf", "E", "p"
)

Read = Callable[..., dict[Any, PublishedPlace]]


def _lines(values: dict[str, object]) -> list[str]:
    """Keys and values as TOML has them; numbers and plain texts look there as they do in JSON."""
    return [f"{key} = {json.dumps(value)}" for key, value in values.items()]


@pytest.mark.parametrize(
    ("place", "of", "end", "words"),
    [
        (13, 31, End.NOT_SAID, "13th of 31 partnerships"),
        (11, 0, End.NOT_SAID, "11th, n not stated"),
        (0, 31, End.WORST, "31st of 31 partnerships, worst"),
        (0, 32, End.BEST, "1st of 32 partnerships, best"),
        (0, 0, End.WORST, "worst, n not stated"),
        (0, 0, End.BEST, "best, n not stated"),
    ],
)
def test_a_place_says_among_how_many_only_where_that_is_known(
    place: int, of: int, end: End, words: str
) -> None:
    assert place_words(replace(PLACE, place=place, of=of, end=end)) == words


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads places written as keys and values; those of `PLACE` unless told."""

    def reading(*changes: dict[str, object]) -> dict[Any, PublishedPlace]:
        plain: dict[str, object] = {name: getattr(PLACE, name) for name in PLACE.__slots__}
        entries = ["\n".join(["[[place]]", *_lines({**plain, **each})]) for each in changes]
        (tmp_path / FILE).write_text("\n".join(entries), encoding="utf-8")
        return read_published_places(tmp_path, {fold_code("CHN22"): "CHN22"}, make_areas(), {"lgbf": None})

    return reading


def test_places_are_found_by_indicator_area_and_period(read: Read) -> None:
    assert read({}) == {("CHN22", "A", "2019-20"): PLACE}


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_published_places(tmp_path, {}, make_areas(), {}) == {}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"indicator": "NOPE"}, "not an indicator"),
        ({"area": "Z"}, "not a known area"),
        ({"source": "nope"}, "not a known source"),
        ({"period": "soon"}, "soon"),
        ({"end": "middle"}, "'middle' is unknown"),
        ({"place": 32}, "between 1 and the number"),
        ({"place": 0}, "a number, or 0 with the word"),
        ({"end": "worst"}, "a number, or 0 with the word"),
        ({"place": -1, "of": 0}, "between 1 and the number"),
    ],
)
def test_a_mistake_is_refused(read: Read, change: dict[str, object], reason: str) -> None:
    with pytest.raises(CatalogueError, match=rf"{FILE}, line \d+: .*{reason}"):
        read(change)


def test_a_place_that_is_told_twice_is_refused(read: Read) -> None:
    with pytest.raises(CatalogueError, match="told twice"):
        read({}, {"place": 12})
