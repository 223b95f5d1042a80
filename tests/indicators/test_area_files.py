"""Localities: declared below a council, found by name, and never one of the 32."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.area_files import read_areas
from indicators.areas import AreaKind, FamilyScheme, UnknownAreaError
from indicators.catalogue_files import load_catalogue
from indicators.toml_entries import CatalogueError
from tests.indicators.catalogue_mistakes import FILES

LOCALITY = """\
[[locality]]
code = "S12000042:north_east"
name = "North East"
council = "S12000042"
aliases = ["NE Dundee"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two councils, Scotland, one family group, and a locality."""
    for name in ("areas.toml", "family_groups.toml"):
        (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    (tmp_path / "localities.toml").write_text(LOCALITY, encoding="utf-8")
    return tmp_path


def test_a_locality_is_named_with_its_council_and_found_by_every_spelling(folder: Path) -> None:
    areas = read_areas(folder)
    for spelling in ("S12000042:north_east", "dundee city: north east", "NE Dundee"):
        assert areas.resolve(spelling).name == "Dundee City: North East"
    (locality,) = areas.localities
    assert (locality.kind, locality.council) == (AreaKind.LOCALITY, "S12000042")


def test_a_locality_is_no_council_no_member_of_a_family_and_not_found_by_its_bare_name(folder: Path) -> None:
    areas = read_areas(folder)
    assert [area.name for area in areas.councils] == ["Angus", "Dundee City"]
    assert areas.family(FamilyScheme.PEOPLE, "S12000042:north_east") is None
    with pytest.raises(UnknownAreaError):
        areas.resolve("North East")


def test_a_catalogue_without_the_file_has_no_localities(folder: Path) -> None:
    (folder / "localities.toml").unlink()
    assert read_areas(folder).localities == ()


@pytest.mark.parametrize(
    ("before", "after", "line", "sentence"),
    [
        ('council = "S12000042"', 'council = "S12000099"', 4, "needs council = the code of its council"),
        ('council = "S12000042"', 'council = "S92000003"', 4, "needs council = the code of its council"),
        ('council = "S12000042"\n', "", 1, "needs council = the code of its council"),
        ('name = "North East"\n', "", 1, "the key 'name' is missing"),
        ("aliases = [", "tile = [", 5, "'tile' is not a key of a locality"),
        ('"NE Dundee"', '"Angus"', 5, "'Angus' is already taken by S12000041"),
        ('"S12000042:north_east"', '"S12000041"', 2, "'S12000041' is already taken by S12000041"),
    ],
)
def test_a_mistake_in_a_locality_is_refused_with_its_line(
    folder: Path, before: str, after: str, line: int, sentence: str
) -> None:
    assert before in LOCALITY
    (folder / "localities.toml").write_text(LOCALITY.replace(before, after), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_areas(folder)
    assert str(caught.value).startswith(f"localities.toml, line {line}: ")
    assert sentence in str(caught.value)


def test_a_family_group_has_no_locality_for_a_member(folder: Path) -> None:
    text = FILES["family_groups.toml"].replace('"S12000041"', '"S12000042:north_east"')
    (folder / "family_groups.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="is not an area code"):
        read_areas(folder)


def test_the_localities_shipped_are_those_the_two_councils_name() -> None:
    areas = load_catalogue().areas
    assert [area.name for area in areas.localities] == [
        "Dumfries & Galloway: Annandale and Eskdale",
        "Dumfries & Galloway: Nithsdale",
        "Dumfries & Galloway: Stewartry",
        "Dumfries & Galloway: Wigtownshire",
        "Dundee City: Lochee",
    ]
    assert len(areas.councils) == 32
