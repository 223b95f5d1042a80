"""Terms are found where they stand, whole and once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.glossary import mentions
from indicators.vocabulary import Term

SDS = Term("sds", "Self-directed support", "How care is arranged.", "SDS")
LOOKED = Term("looked", "Looked after", "In care.", also=("Looked after children",))
TERMS = (SDS, LOOKED)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real catalogue."""
    return load_catalogue()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Self-directed support", ["Self-directed support"]),
        ("People using self-directed support", ["self-directed support"]),
        ("Spending on SDS by option", ["SDS"]),
        ("sds in small letters is no abbreviation", []),
        ("SDSX and XSDS are other words", []),
        ("Looked after children and looked after", ["Looked after children"]),
        ("SDS and Self-directed support are one term", ["SDS"]),
        ("Overlooked afterwards", []),
        ("SDS for looked after children", ["SDS", "looked after children"]),
        ("", []),
    ],
)
def test_a_term_is_found_by_title_abbreviation_or_other_spelling(text: str, found: list[str]) -> None:
    assert [mention.words for mention in mentions(text, TERMS)[0]] == found


@given(st.text(st.sampled_from("SDS looked after children<>&self-directed support."), max_size=60))
def test_nothing_of_a_text_is_lost(text: str) -> None:
    found, rest = mentions(text, TERMS)
    assert "".join(mention.before + mention.words for mention in found) + rest == text


def test_no_terms_find_nothing() -> None:
    assert mentions("SDS", ()) == ((), "SDS")


def test_a_spelling_with_signs_of_patterns_is_taken_as_it_is() -> None:
    odd = replace(SDS, title="a.c", short="")
    assert mentions("abc", (odd,))[0] == ()
    assert [mention.words for mention in mentions("see a.c", (odd,))[0]] == ["a.c"]


def test_the_glossary_holds_the_terms_people_ask_about(catalogue: Catalogue) -> None:
    short = {term.short for term in catalogue.glossary.values()}
    assert {"SDS", "LGBF", "MAPPA", "IJB", "PSIF", "LAAC", "ASP"} <= short
    titles = {term.title for term in catalogue.glossary.values()}
    assert {"Community payback order", "Child protection order", "Family group", "Fourth place"} <= titles


def test_no_term_uses_the_initials_that_two_orders_share(catalogue: Catalogue) -> None:
    ambiguous = "C" + "PO"
    said = " ".join(str(term) for term in catalogue.glossary.values())
    assert not re.search(rf"\b{ambiguous}s?\b", said)
    for order in ("community-payback-order", "child-protection-order"):
        assert catalogue.glossary[order].short == ""
        assert "Not to be confused" in catalogue.glossary[order].meaning


def test_no_two_terms_share_a_spelling(catalogue: Catalogue) -> None:
    spellings = [
        spelling.lower()
        for term in catalogue.glossary.values()
        for spelling in (term.title, term.short, *term.also)
        if spelling
    ]
    assert len(spellings) == len(set(spellings))


def test_every_meaning_is_a_sentence_or_two(catalogue: Catalogue) -> None:
    for term in catalogue.glossary.values():
        assert 20 < len(term.meaning) < 300, term.title
        assert term.meaning.endswith("."), term.title
