"""What is found in a sentence: numbers, years, pairs of values and trends."""

from __future__ import annotations

import pytest

from etl.narrative.claims import direction_of, pairs, trends
from etl.narrative.text import decimals, financial_year, number, report_year, rounding, sentences, words


@pytest.mark.parametrize(
    ("printed", "value", "places"),
    [
        ("94.2%", 94.2, 1),
        ("£2.4 million", 2_400_000, 1),
        ("£5.5M", 5_500_000, 1),
        ("£546k", 546_000, 0),
        ("5,438", 5438, 0),
        ("£1,875,293.80", 1875293.8, 2),
    ],
)
def test_a_printed_number_is_read_with_its_decimals(printed: str, value: float, places: int) -> None:
    assert number(printed) == pytest.approx(value)
    assert decimals(printed) == places


@pytest.mark.parametrize(
    ("printed", "within"), [("94.2%", 0.05), ("£2.4 million", 50_000), ("£546k", 500), ("5,438", 0.5)]
)
def test_a_printed_number_stands_for_all_that_round_to_it(printed: str, within: float) -> None:
    assert rounding(printed) == pytest.approx(within)


@pytest.mark.parametrize(
    ("printed", "year"),
    [("in 2019/20", "2019-20"), ("2018-2019", "2018-19"), ("2019", ""), ("from 2014/16", ""), ("", "")],
)
def test_only_a_financial_year_is_one(printed: str, year: str) -> None:
    assert financial_year(printed) == year


def test_a_report_is_about_the_year_it_names_most() -> None:
    assert report_year("In 2018/19 it was 3. In 2019/20 it is 4. Since 2019/20 more.") == "2019-20"
    assert report_year("Nothing dated.") == ""


def test_sentences_keep_the_number_of_their_line() -> None:
    found = list(sentences("One. Two 2.5 more.\n\nThree\tcells"))
    assert [(each.line, each.text) for each in found] == [
        (1, "One."),
        (1, "Two 2.5 more."),
        (3, "Three\tcells"),
    ]


def test_words_leave_out_the_small_ones_and_the_s_of_a_plural() -> None:
    assert words("the number of Child Protection Orders") == {"child", "protection", "order"}


@pytest.mark.parametrize(
    ("text", "way"), [("has risen", "up"), ("fell", "down"), ("improved, falling", "down"), ("is", "")]
)
def test_the_last_word_of_direction_counts(text: str, way: str) -> None:
    assert direction_of(text) == way


@pytest.mark.parametrize(
    ("text", "before", "now", "way"),
    [
        ("The share has dropped from 94.2% in 2016/17 to 91.5% in 2017/18.", "94.2%", "91.5%", "down"),
        ("Falling from 481 exclusions per 1,000 pupils in 2013 to 112 in 2017.", "481", "112", "down"),
        ("A total of 36 Child Protection Orders were made. This is a decrease compared to last year (41).",
         "41", "36", "down"),
        ("There were 13 Compulsion Orders (10 orders in 2018/19).", "10", "13", ""),
        ("532 Payback Orders were imposed, compared with 535 the previous year.", "535", "532", ""),
    ],
)  # fmt: skip
def test_a_pair_of_values_has_what_was_before_and_what_is_now(
    text: str, before: str, now: str, way: str
) -> None:
    found = list(pairs(sentences(text)))
    assert [(pair.before, pair.now, pair.direction) for pair in found] == [(before, now, way)]


@pytest.mark.parametrize(
    "text", ["From 1999 to 2006 many came.", "Go from here to there.", "36 people; 41 others."]
)
def test_what_is_no_pair_of_values_is_left_alone(text: str) -> None:
    assert list(pairs(sentences(text))) == []


def test_a_trend_in_words_has_each_of_its_subjects() -> None:
    found = list(
        trends(sentences("Emergency detentions and compulsion orders have remained relatively stable."))
    )
    assert [(trend.subject, trend.direction) for trend in found] == [
        ("Emergency detentions", "stable"),
        ("compulsion orders", "stable"),
    ]
