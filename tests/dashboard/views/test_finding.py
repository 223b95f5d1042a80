"""What a search finds on the bundled figures: indicators of the council in view, services and terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from dashboard.views.finding import INDICATOR, SERVICE, TERM, Findings, findings
from dashboard.views.paging import MOST
from indicators.catalogue import Catalogue
from indicators.finding_words import Part
from indicators.store import read

Ask = Callable[..., Findings]


@pytest.fixture
def ask(connection: Connection, catalogue: Catalogue) -> Ask:
    """A question to the bundled figures."""
    return lambda q, **more: findings(connection, catalogue, {"q": q, **more})


def text_of(parts: tuple[Part, ...]) -> str:
    """The parts as one text, marks in square brackets."""
    return "".join(f"[{part.text}]" if part.met else part.text for part in parts)


def test_a_code_finds_its_indicator_with_the_latest_figure_of_the_council(ask: Ask) -> None:
    found = ask("chn 22")
    first = found.results[0]
    assert (first.kind, first.name, text_of(first.code)) == (INDICATOR, "CHN22", "[CHN22]")
    assert (first.value, first.period, first.badge and first.badge.words) == ("7.8%", "2021-22", "On target")
    assert text_of(first.service) == "Children"
    assert first.why == ()


def test_the_figure_is_that_of_the_council_asked_for(ask: Ask) -> None:
    values = {ask("CHN22", area=area).results[0].value for area in ("S12000042", "S12000049")}
    assert len(values) == 2


def test_an_abbreviation_finds_the_service_the_term_and_the_indicators(ask: Ask) -> None:
    results = ask("SDS").results
    assert [(each.kind, each.name) for each in results[:2]] == [
        (SERVICE, "self_directed_support"),
        (TERM, "sds"),
    ]
    assert "direct payment" in text_of(results[1].why)
    assert {each.kind for each in results[2:]} == {INDICATOR}


def test_an_indicator_found_by_its_definition_shows_it_with_the_words_marked(ask: Ask) -> None:
    (only,) = ask("register family").results
    assert only.name == "CHN22"
    assert "[register] during the year" in text_of(only.why)
    assert "one [family] can change it" in text_of(only.why)


def test_of_the_same_rank_those_with_figures_come_first(ask: Ask, connection: Connection) -> None:
    held = read.indicators_with_figures(connection)
    names = [each.name for each in ask("home").results if each.kind == INDICATOR]
    assert names[0] in held


def test_a_long_answer_comes_in_parts_and_a_part_too_far_is_the_last(ask: Ask) -> None:
    first, last = ask("children"), ask("children", page="999")
    assert len(first.results) == MOST
    assert first.total == last.total > MOST
    assert last.page == -(-last.total // MOST)
    assert {each.name for each in first.results}.isdisjoint(each.name for each in last.results)


@pytest.mark.parametrize(
    ("question", "meant"), [("complants", "complaints"), ("delayd discharge", "delayed discharge")]
)
def test_what_nothing_answers_is_put_right(ask: Ask, question: str, meant: str) -> None:
    found = ask(question)
    assert (found.total, found.meant) == (0, meant)
    assert 0 < len(found.results) <= 6


@pytest.mark.parametrize("question", ["", "   ", "%", "‮", "zqxjkv wvutzq"])
def test_what_can_mean_nothing_finds_nothing(ask: Ask, question: str) -> None:
    found = ask(question)
    assert (found.total, found.results) == (0, ())
