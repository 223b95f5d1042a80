"""Finding by code and by words: the order of what is found, its marks, and what is near to a question."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue_files import load_catalogue
from indicators.finding import Finder, Rank, Subject
from indicators.finding_words import MOST_WORDS, asked_words, marked, stem_of, word_index, words_of

SUBJECTS = (
    Subject("term", "laac", "Looked after and accommodated child", ("LAAC",), definition="In care."),
    Subject("indicator", "CHN09", "Looked after children in the community", ("CHN09", "CHN9"), "Children"),
    Subject("indicator", "CHN22", "Child protection re-registrations", ("CHN22",), "Children", "A register."),
    Subject("indicator", "CHN2", "Cost for each child in school", ("CHN2",), "Other", later=True),
    Subject("indicator", "SW01", "Hourly cost of care at home", ("SW01", "HOMECARE_COST"), "Adult care LAAC"),
    Subject("indicator", "CARE_HOMES", "Places in homes for older people", ("CARE_HOMES",), "Adult care"),
    Subject("service", "justice", "Justice", definition="Complaints are elsewhere."),
)  # fmt: skip
FINDER = Finder(SUBJECTS)
REAL = Finder(
    Subject("indicator", each.code, each.title, (each.code, *each.aliases), each.topic, each.definition)
    for each in load_catalogue().indicators.values()
)
ANY_TEXT = st.text(max_size=80) | st.sampled_from([" ".join((each.name, each.title)) for each in SUBJECTS])


def found(question: str) -> list[tuple[str, Rank]]:
    """What a question finds among SUBJECTS, with its rank."""
    return [(match.subject.name, match.rank) for match in FINDER.find(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("CHN22", [("CHN22", Rank.EXACT)]),
        ("chn 22", [("CHN22", Rank.EXACT)]),
        ("chn009", [("CHN09", Rank.EXACT)]),
        ("CHN2", [("CHN2", Rank.EXACT), ("CHN22", Rank.CODE)]),
        ("chn", [("CHN09", Rank.CODE), ("CHN22", Rank.CODE), ("CHN2", Rank.CODE)]),
        ("homecare_cost", [("SW01", Rank.EXACT)]),
        ("LAAC", [("laac", Rank.EXACT), ("SW01", Rank.AROUND)]),
        ("justice", [("justice", Rank.EXACT)]),
        ("Complaint", [("justice", Rank.DEFINITION)]),
        ("register", [("CHN22", Rank.DEFINITION)]),
        ("adult care places", [("CARE_HOMES", Rank.AROUND)]),
        ("cost", [("SW01", Rank.TITLE), ("CHN2", Rank.TITLE)]),
        ("care home", [("SW01", Rank.TITLE), ("CARE_HOMES", Rank.AROUND)]),
        ("zebra", []),
        ("cost zebra", []),
        ("", []),
        (" -_!% ", []),
    ],
)
def test_a_code_comes_before_its_beginning_then_titles_what_is_around_and_definitions(
    question: str, expected: list[tuple[str, Rank]]
) -> None:
    assert found(question) == expected


def test_of_titles_the_one_with_the_words_as_typed_comes_first_and_whole_words_before_beginnings() -> None:
    titles = ("Careful homes", "Home of care", "A care home place", "Care at home")
    finder = Finder(Subject("indicator", title, title) for title in titles)
    assert [match.subject.name for match in finder.find("care home")] == [
        "A care home place", "Home of care", "Care at home", "Careful homes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Children’s services: 65+", ("childrens", "services", "65")),
        ("cost of the care", ("cost", "care")),
        ("of the", ("of", "the")),
        ("care CARE Care", ("care",)),
        ("Móray", ("moray",)),
        ("SDS_PEOPLE", ("sds", "people")),
    ],
)
def test_the_words_of_a_question(question: str, words: tuple[str, ...]) -> None:
    assert asked_words(question) == words


@pytest.mark.parametrize(
    ("word", "stem"),
    [("complaints", "complaint"), ("enquiries", "enquir"), ("process", "process"), ("gas", "gas")],
)  # fmt: skip
def test_a_plural_and_its_singular_share_their_beginning(word: str, stem: str) -> None:
    assert stem_of(word) == stem


@pytest.mark.parametrize(
    ("text", "question", "met"),
    [
        ("Children's care: children", "child", ["Children's", "children"]),
        ("CHN22", "chn 22", ["CHN22"]),
        ("Complaint upheld", "complaints", ["Complaint"]),
        ("<b>Care</b>", "care b", ["b", "Care", "b"]),
        ("Scare", "care", []),
        ("Care", "", []),
    ],
)
def test_the_words_asked_for_are_marked(text: str, question: str, met: list[str]) -> None:
    assert [part.text for part in marked(text, question) if part.met] == met


@given(ANY_TEXT, ANY_TEXT)
def test_marking_changes_no_letter_of_a_text(text: str, question: str) -> None:
    parts = marked(text, question)
    assert "".join(part.text for part in parts) == text
    assert all(part.text for part in parts)


@given(ANY_TEXT)
def test_every_question_has_an_ordered_answer_without_repeats(question: str) -> None:
    ranks = [match.rank for match in FINDER.find(question)]
    names = [match.subject.name for match in FINDER.find(question)]
    assert ranks == sorted(ranks)
    assert len(set(names)) == len(names)
    near = FINDER.nearest(question)
    assert len(near.matches) <= 6


@given(st.sampled_from(SUBJECTS), st.data())
def test_any_words_of_a_title_in_any_order_and_case_find_it(subject: Subject, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(words_of(subject.title)), min_size=1, max_size=4))
    change = data.draw(st.sampled_from([str.upper, str.title, str.lower]))
    assert subject.name in [name for name, _ in found(change(" ".join(words)))]


@given(st.sampled_from(SUBJECTS), st.sampled_from([" ", "zebra ", "the "]))
def test_a_further_word_never_finds_more_by_words(subject: Subject, word: str) -> None:
    fewer = {name for name, rank in found(f"{word}{subject.title}") if rank >= Rank.TITLE}
    assert fewer <= {name for name, _ in found(subject.title)}


@pytest.mark.parametrize(
    ("question", "meant", "first"),
    [
        ("complants", "complaints", "C1"),
        ("CNH22", "chn22", "CHN22"),
        ("looked aftr zebra", "looked after", "laac"),
        ("hourly justice", "hourly justice", "SW01"),
        ("justice child protection", "justice child protection", "CHN22"),
        ("qq", "", None),
    ],
)
def test_a_misspelt_question_is_put_right(question: str, meant: str, first: str | None) -> None:
    finder = Finder((*SUBJECTS, Subject("indicator", "C1", "Complaints", ("C1",), later=True)))
    near = finder.nearest(question)
    assert near.question == meant
    assert next((match.subject.name for match in near.matches), None) == first


def test_a_question_of_hundreds_of_words_counts_the_first_few() -> None:
    assert len(asked_words(" ".join(f"w{at}" for at in range(300)))) == MOST_WORDS
    assert asked_words("x" * 400) == ("x" * 40,)


def test_an_index_holds_a_word_by_its_beginning() -> None:
    index = word_index(["care home", "careful", "scare"])
    assert index.holding("care") == {0, 1}
    assert index.holding("cares") == {0, 1}
    assert index.holding("zebra") == set()


@pytest.mark.parametrize(
    "question", ["chn22", "care", "cost of home care", "s", "x" * 400, "a b c d e f g h i j"]
)
def test_the_whole_catalogue_is_searched_in_ten_milliseconds(question: str) -> None:
    times = []
    for _ in range(7):
        start = time.thread_time()
        REAL.find(question)
        times.append(time.thread_time() - start)
    assert min(times) < 0.010
