"""Areas: any spelling a publisher uses is one code, and never a neighbour's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.areas import SCOTLAND, Area, AreaKind, Areas, FamilyScheme, UnknownAreaError, fold
from indicators.catalogue_files import load_catalogue

AREAS = load_catalogue().areas
SPELLINGS = [
    (spelling, area.code)
    for area in AREAS.by_code.values()
    for spelling in (area.name, area.code, *area.aliases, *area.old_codes)
]
PUBLISHED = [
    ("Dundee City", "S12000042"),
    ("Dundee", "S12000042"),
    ("Edinburgh City", "S12000036"),
    ("City of Edinburgh", "S12000036"),
    ("Edinburgh, City of", "S12000036"),
    ("Edinburgh", "S12000036"),
    ("Eilean Siar", "S12000013"),
    ("Na h-Eileanan Siar", "S12000013"),
    ("Comhairle nan Eilean Siar", "S12000013"),
    ("Western Isles", "S12000013"),
    ("Argyll and Bute", "S12000035"),
    ("Argyll & Bute", "S12000035"),
    ("Dumfries and Galloway", "S12000006"),
    ("Perth and Kinross", "S12000048"),
    ("Orkney", "S12000023"),
    ("Orkney Islands", "S12000023"),
    ("Shetland", "S12000027"),
    ("Shetland Islands", "S12000027"),
    ("Glasgow", "S12000049"),
    ("Glasgow City", "S12000049"),
    ("Aberdeen", "S12000033"),
    ("Aberdeen City", "S12000033"),
    ("Aberdeenshire", "S12000034"),
    ("Renfrewshire", "S12000038"),
    ("East Renfrewshire", "S12000011"),
    ("Scotland", SCOTLAND),
    ("Scotland (Estimated)", SCOTLAND),
    ("Scotland (All Areas Submitted)", SCOTLAND),
]


@pytest.mark.parametrize(("name", "code"), PUBLISHED)
def test_a_published_spelling_is_its_area(name: str, code: str) -> None:
    assert AREAS.resolve(name).code == code


def _varied(spelling: str, case: int, pad: int, comma: bool) -> str:
    text = (spelling, spelling.upper(), spelling.lower())[case]
    text = text.replace(" and ", " & ") if pad % 2 else text.replace(" & ", "  and ")
    return " " * pad + text.replace(" ", "\u00a0") + ("," if comma else " ")


@given(st.sampled_from(SPELLINGS), st.integers(0, 2), st.integers(0, 3), st.booleans())
def test_case_spaces_commas_and_ampersands_change_nothing(
    known: tuple[str, str], case: int, pad: int, comma: bool
) -> None:
    spelling, code = known
    assert AREAS.resolve(_varied(spelling, case, pad, comma)).code == code


@given(st.sampled_from(SPELLINGS), st.text(alphabet="abcdefgh xyz", min_size=1, max_size=6))
def test_a_name_is_never_matched_by_a_part_of_it(known: tuple[str, str], extra: str) -> None:
    """Renfrewshire is inside East Renfrewshire: what is not a whole spelling is refused."""
    text = f"{known[0]}{extra}q"
    with pytest.raises(UnknownAreaError):
        AREAS.resolve(text)


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("Dunde City", "Dundee City"),
        ("Renfrewshir", "Renfrewshire"),
        ("East Renfrewshre", "East Renfrewshire"),
        ("Aberdeenshir", "Aberdeenshire"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(UnknownAreaError) as caught:
        AREAS.resolve(wrong)
    assert str(caught.value) == f"'{wrong}' is not a known area; did you mean '{nearest}'?"


@pytest.mark.parametrize(
    "name", ["", "London", "NA", "Wales", "\u0428\u043e\u0442\u043b\u0430\u043d\u0434\u0438\u044f"]
)
def test_what_is_like_nothing_is_refused_without_a_guess(name: str) -> None:
    with pytest.raises(UnknownAreaError) as caught:
        AREAS.resolve(name)
    assert caught.value.nearest == ""
    assert str(caught.value) == f"'{name}' is not a known area"


def test_accents_are_folded_away() -> None:
    assert fold("C\u00f2mhairle  nan Eilean Siar") == "comhairle nan eilean siar"


def test_an_ampersand_is_the_word_and() -> None:
    areas = Areas([Area("A", "Argyll & Bute", AreaKind.COUNCIL)])
    assert areas.resolve("argyll and  bute").code == areas.resolve("ARGYLL&BUTE").code == "A"


def test_one_spelling_cannot_belong_to_two_areas() -> None:
    with pytest.raises(ValueError, match="'B' is claimed by both A and B"):
        Areas([Area("A", "Ay", AreaKind.COUNCIL, aliases=("B",)), Area("B", "Bee", AreaKind.COUNCIL)])


def test_scotland_and_the_unknown_area_are_no_councils_and_in_no_family() -> None:
    assert SCOTLAND not in {area.code for area in AREAS.councils}
    assert all(area.kind is AreaKind.COUNCIL for area in AREAS.councils)
    assert AREAS.family(FamilyScheme.PEOPLE, SCOTLAND) is None
    assert AREAS.family(FamilyScheme.PEOPLE, "UNKNOWN") is None


def test_councils_come_in_the_order_of_their_names() -> None:
    names = [area.name for area in AREAS.councils]
    assert names == sorted(names)


def test_the_scheme_decides_the_family_of_a_council() -> None:
    people = AREAS.family(FamilyScheme.PEOPLE, "S12000042")
    place = AREAS.family(FamilyScheme.PLACE, "S12000042")
    assert people is not None
    assert place is not None
    assert people.scheme is FamilyScheme.PEOPLE
    assert place.scheme is FamilyScheme.PLACE
    assert people.members != place.members
    assert AREAS["S12000042"].name == "Dundee City"
