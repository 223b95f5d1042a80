"""The real catalogue: complete, plain, and safe to put in front of a committee."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.areas import SCOTLAND, FamilyScheme
from indicators.catalogue_files import load_catalogue
from indicators.codes import fold_code
from indicators.indicator import Direction, Indicator, Unit

CATALOGUE = load_catalogue()
INDICATORS = list(CATALOGUE.indicators.values())
SOCIAL_WORK = {"children", "adult_care", "self_directed_support"}
SPELLINGS = [(name, item.code) for item in INDICATORS for name in (item.code, *item.aliases)]
CODE = re.compile(r"[A-Z]+(&[A-Z]+)?\d{2}[a-z]?")


def breaking(rule: object) -> list[str]:
    """The codes of the indicators for which `rule` is true."""
    return [item.code for item in INDICATORS if rule(item)]  # type: ignore[operator]


def texts(item: Indicator) -> tuple[str, ...]:
    """Everything of an indicator that a reader sees."""
    return (item.title, item.short_title, item.definition, item.statement, item.topic, *item.questions)


def test_at_least_twenty_benchmarking_indicators_are_of_social_work() -> None:
    assert len([item for item in INDICATORS if item.source == "lgbf" and item.service in SOCIAL_WORK]) >= 20


@given(st.sampled_from(SPELLINGS), st.sampled_from([str.upper, str.lower, str.strip]))
def test_every_spelling_finds_its_indicator(spelling: tuple[str, str], change: object) -> None:
    name, code = spelling
    assert CATALOGUE.resolve(change(name)).code == code  # type: ignore[operator]


@pytest.mark.parametrize("code", sorted(code for code in CATALOGUE.indicators if CODE.fullmatch(code)))
def test_a_numbered_code_is_found_with_and_without_its_zero_and_with_a_space(code: str) -> None:
    letters, number = re.fullmatch(r"(\D+)(\d.*)", code).groups()  # type: ignore[union-attr]
    for spelling in (f"{letters}{number.lstrip('0')}", f"{letters} {number}", f"{letters}0{number}"):
        assert CATALOGUE.resolve(spelling).code == code


def test_no_two_indicators_share_a_spelling() -> None:
    owners: dict[str, set[str]] = {}
    for name, code in SPELLINGS:
        owners.setdefault(fold_code(name), set()).add(code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_a_service_shows_at_most_twelve_headline_indicators_and_every_shown_one_some() -> None:
    counts = Counter(item.service for item in INDICATORS if item.headline)
    assert max(counts.values()) <= 12
    assert {service.code for service in CATALOGUE.shown_services()} == set(counts)


def test_services_kept_for_context_have_no_headline() -> None:
    context = {code for code, service in CATALOGUE.services.items() if service.context}
    assert context
    assert breaking(lambda item: item.service in context and item.headline) == []


# --- areas


def test_there_are_32_councils_and_scotland() -> None:
    assert len(CATALOGUE.areas.councils) == 32
    assert CATALOGUE.areas[SCOTLAND].name == "Scotland"
    assert all(re.fullmatch(r"S12\d{6}", area.code) for area in CATALOGUE.areas.councils)


def test_every_council_has_its_own_tile_and_a_short_label() -> None:
    councils = CATALOGUE.areas.councils
    assert len({area.tile for area in councils}) == 32
    assert len({area.short for area in councils}) == 32
    assert all(1 <= len(area.short) <= 6 for area in councils)


@pytest.mark.parametrize("scheme", FamilyScheme)
def test_each_family_scheme_is_four_groups_of_eight_that_cover_all_councils(scheme: FamilyScheme) -> None:
    groups = [group for group in CATALOGUE.areas.groups if group.scheme is scheme]
    assert sorted(group.number for group in groups) == [1, 2, 3, 4]
    assert [len(group.members) for group in groups] == [8] * 4
    members = {member for group in groups for member in group.members}
    assert members == {area.code for area in CATALOGUE.areas.councils}


# --- words


def test_cpo_alone_is_never_said() -> None:
    """It is both a child protection order and a community payback order."""
    assert breaking(lambda item: any(re.search(r"\bCPOs?\b", text) for text in texts(item))) == []


def test_every_definition_is_whole_sentences() -> None:
    assert breaking(lambda item: not item.definition.endswith(".") or len(item.definition) < 30) == []


def test_every_statement_holds_its_value_once_and_says_when() -> None:
    assert breaking(lambda item: item.statement.count("{value}") != 1) == []
    assert breaking(lambda item: item.statement.count("{period}") > 1) == []
    assert breaking(lambda item: set(re.findall(r"{(.*?)}", item.statement)) - {"value", "period"}) == []
    assert (
        breaking(lambda item: item.statement.rstrip() != item.statement or item.statement[-1] in ".,") == []
    )


def test_no_statement_judges() -> None:
    words = re.compile(
        r"\b(only|just|disappointing|bad|worse|worsened|poor|fortunately|unfortunately|as many as)\b"
    )
    assert breaking(lambda item: words.search(item.statement)) == []


def test_titles_fit_their_places() -> None:
    assert breaking(lambda item: len(item.title) > 75 or len(item.short_title) > 42) == []
    assert breaking(lambda item: not item.title or not item.short_title or item.title.endswith(".")) == []


def test_no_two_indicators_of_one_service_have_the_same_short_title() -> None:
    counts = Counter((item.service, item.source, item.short_title) for item in INDICATORS)
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_indicator_has_a_known_perspective_service_and_source() -> None:
    assert breaking(lambda item: item.perspective not in CATALOGUE.perspectives) == []
    assert breaking(lambda item: item.service not in CATALOGUE.services) == []
    assert breaking(lambda item: item.source not in CATALOGUE.sources) == []


def test_every_headline_has_a_question_to_ask() -> None:
    assert breaking(lambda item: item.headline and not item.questions) == []


# --- what may be compared


def test_adult_protection_has_no_council_benchmark() -> None:
    assert breaking(lambda item: item.service == "adult_protection" and item.council_benchmark) == []


def test_a_family_scheme_stands_beside_every_council_benchmark_and_nowhere_else() -> None:
    assert breaking(lambda item: item.council_benchmark is not (item.family_scheme is not None)) == []


def test_a_range_is_in_order_and_cash_and_real_terms_are_for_money_only() -> None:
    assert (
        breaking(lambda i: i.polarity.direction is Direction.RANGE and i.polarity.low > i.polarity.high) == []
    )
    assert breaking(lambda item: item.priced and not item.unit.is_money) == []


def test_decimals_are_0_to_3_and_an_answer_of_yes_or_no_has_none() -> None:
    assert breaking(lambda item: not 0 <= item.decimals <= 3) == []
    assert breaking(lambda item: item.unit is Unit.YES_NO and item.decimals) == []


def test_a_counterpart_is_a_benchmarking_indicator() -> None:
    assert breaking(lambda i: i.counterpart and CATALOGUE.indicators[i.counterpart].source != "lgbf") == []


# --- targets and scorecards


def test_every_benchmarking_indicator_with_a_rule_target_may_be_compared_and_judged() -> None:
    for code in CATALOGUE.indicators:
        target = CATALOGUE.target(code, "", "2021-22")
        if target is not None and target.rule is not None:
            assert CATALOGUE[code].council_benchmark
            assert CATALOGUE[code].polarity.judges


@pytest.mark.parametrize("card", CATALOGUE.scorecards.values(), ids=lambda card: card.id)
def test_a_scorecard_names_an_indicator_once_and_has_no_empty_section(card: object) -> None:
    sections = card.sections  # type: ignore[attr-defined]
    codes = [code for section in sections for code in section.indicators]
    assert codes
    assert all(section.title for section in sections)
    told = ((s.indicators, s.projects, s.activities, s.no_indicator) for s in sections)
    assert all(any(rows) for rows in told)
    assert [code for code, count in Counter(codes).items() if count > 1] == []
