"""What the address bar may ask for."""

from __future__ import annotations

import pytest

from dashboard.views.query import area_of, indicator_of, no_such_council, one_of, several_of, text
from indicators.catalogue import Catalogue

HOSTILE = ["' OR 1=1--", "]", "%", "_", "\0", "x" * 100_000, "../../etc/passwd", "<script>", "__proto__"]


@pytest.mark.parametrize("asked", ["S12000006", "Dumfries & Galloway", "Dumfries and Galloway", "S12000006 "])
def test_a_council_is_found_by_code_and_by_any_of_its_names(catalogue: Catalogue, asked: str) -> None:
    assert area_of(catalogue, {"area": asked}).name == "Dumfries & Galloway"


@pytest.mark.parametrize("asked", ["", "Scotland", "S92000003", "Narnia", *HOSTILE])
def test_anything_that_is_not_a_council_becomes_the_default_council(catalogue: Catalogue, asked: str) -> None:
    assert area_of(catalogue, {"area": asked}).name == "Dundee City"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", ""),
        ("Dumfries and Galloway", ""),
        ("Narnia", "No council Narnia: Dundee City is chosen instead."),
        ("Scotland", "No council Scotland: Dundee City is chosen instead."),
        (
            "Clackmanannshire",
            "No council Clackmanannshire: Dundee City is chosen instead. Did you mean Clackmannanshire?",
        ),
        ("x" * 300, f"No council {'x' * 40}: Dundee City is chosen instead."),
    ],
)
def test_a_council_there_is_none_of_is_said(catalogue: Catalogue, asked: str, said: str) -> None:
    assert no_such_council(catalogue, {"area": asked}) == said


@pytest.mark.parametrize("asked", ["CHN22", "chn 22", "CHN022"])
def test_an_indicator_is_found_in_any_spelling_of_its_code(catalogue: Catalogue, asked: str) -> None:
    choices = [catalogue["CHN09"], catalogue["CHN22"]]
    assert indicator_of(catalogue, {"indicator": asked}, choices).code == "CHN22"


@pytest.mark.parametrize("asked", ["", "SW01", "nonsense", *HOSTILE])
def test_an_indicator_that_is_not_offered_becomes_the_first_one(catalogue: Catalogue, asked: str) -> None:
    choices = [catalogue["CHN09"], catalogue["CHN22"]]
    assert indicator_of(catalogue, {"indicator": asked}, choices).code == "CHN09"


def test_a_choice_outside_what_is_allowed_becomes_the_default() -> None:
    assert one_of({"basis": "real"}, "basis", ("cash", "real"), "cash") == "real"
    assert one_of({"basis": "gold"}, "basis", ("cash", "real"), "cash") == "cash"
    assert one_of({}, "basis", ("cash", "real"), "cash") == "cash"


def test_several_choices_keep_their_order_and_lose_the_unknown_and_the_repeated() -> None:
    assert several_of({"peers": "b,a,b,zz,"}, "peers", ["a", "b", "c"]) == ("b", "a")


def test_a_text_that_is_too_long_or_no_text_counts_as_absent() -> None:
    assert text({"q": "y" * 401}, "q") == ""
    assert text({"q": ["a"]}, "q") == ""  # type: ignore[dict-item]
    assert text({"q": " a "}, "q") == "a"
