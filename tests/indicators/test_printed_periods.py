"""Periods as publishers print them: every spelling is read, and what is none is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.periods import MONTHS, Period, PeriodKind
from indicators.printed_periods import PeriodError, parse, parse_as_any

K = PeriodKind
YEARS = st.integers(1990, 2060)
PRINTED = [
    ("2019-20", K.FINANCIAL_YEAR, "2019-20"),
    ("2019/20", K.FINANCIAL_YEAR, "2019-20"),
    ("2019-2020", K.FINANCIAL_YEAR, "2019-20"),
    ("2019/2020", K.FINANCIAL_YEAR, "2019-20"),
    ("FY2019/20", K.FINANCIAL_YEAR, "2019-20"),
    (" FY 2019/20 ", K.FINANCIAL_YEAR, "2019-20"),
    ("2019\u201320", K.FINANCIAL_YEAR, "2019-20"),
    ("2019\u00a0-\u00a020", K.FINANCIAL_YEAR, "2019-20"),
    ("1999-00", K.FINANCIAL_YEAR, "1999-00"),
    ("1999-2000", K.FINANCIAL_YEAR, "1999-00"),
    ("2010-11", K.FINANCIAL_YEAR, "2010-11"),
    ("2009-11", K.WINDOW, "2009-11"),
    ("2010-14", K.WINDOW, "2010-14"),
    ("2009-19", K.WINDOW, "2009-19"),
    ("2017-20", K.WINDOW, "2017-20"),
    ("2018-19 Q1", K.QUARTER, "2018-19 Q1"),
    ("2018-19;Q1", K.QUARTER, "2018-19 Q1"),
    ("2018/19 q4", K.QUARTER, "2018-19 Q4"),
    ("Jan-Mar 2018", K.QUARTER, "2017-18 Q4"),
    ("October - December 2018", K.QUARTER, "2018-19 Q3"),
    ("2018-19 April", K.MONTH, "2018-04"),
    ("2018-19 March", K.MONTH, "2019-03"),
    ("2018-19;Mar", K.MONTH, "2019-03"),
    ("201904", K.MONTH, "2019-04"),
    ("201901", K.MONTH, "2019-01"),
    ("201912", K.MONTH, "2019-12"),
    ("2019-04", K.MONTH, "2019-04"),
    ("April 2019", K.MONTH, "2019-04"),
    ("Sept 2019", K.MONTH, "2019-09"),
    ("2019", K.CALENDAR_YEAR, "2019"),
    ("31 July 2019", K.DAY, "2019-07-31"),
    ("2019-07-31", K.DAY, "2019-07-31"),
]
REFUSED = [
    "", "2019-19", "2019-2019", "2019-18", "2019-31", "2009-20", "19-20", "2019-20 Q5", "2017-20 Q1",
    "2019-20 Smarch", "Ma 2019", "Jan-Apr 2018", "Feb-Apr 2018", "201900", "201913", "2019-13-01",
    "30 February 2019", "31 July", "next year", "2019-20-21", "1819", "Q1", "n/a",
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "label"), PRINTED)
def test_every_printed_spelling_is_read(text: str, kind: PeriodKind, label: str) -> None:
    period = parse(text)
    assert (period.kind, period.label) == (kind, label)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_period_is_refused_with_the_text_in_the_sentence(text: str) -> None:
    with pytest.raises(PeriodError, match="is not a period; write it as 2019-20") as caught:
        parse(text)
    assert str(caught.value).startswith(f"'{text}'")


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2019-20", None, date(2019, 4, 1), date(2020, 3, 31)),
        ("2019-20", K.CARE_YEAR, date(2019, 8, 1), date(2020, 7, 31)),
        ("2019-20", K.SURVEY_ROUND, date(2019, 4, 1), date(2020, 3, 31)),
        ("2017-20", None, date(2017, 4, 1), date(2020, 3, 31)),
        ("2019-20 Q1", None, date(2019, 4, 1), date(2019, 6, 30)),
        ("2019-20 Q3", None, date(2019, 10, 1), date(2019, 12, 31)),
        ("2019-20 Q4", None, date(2020, 1, 1), date(2020, 3, 31)),
        ("Jan-Mar 2020", None, date(2020, 1, 1), date(2020, 3, 31)),
        ("Oct-Dec 2018", None, date(2018, 10, 1), date(2018, 12, 31)),
        ("2020-02", None, date(2020, 2, 1), date(2020, 2, 29)),
        ("2010-11", K.MONTH, date(2010, 11, 1), date(2010, 11, 30)),
        ("2019", None, date(2019, 1, 1), date(2019, 12, 31)),
        ("31 July 2019", None, date(2019, 7, 31), date(2019, 7, 31)),
    ],
)
def test_a_period_knows_its_first_and_last_day(
    text: str, kind: PeriodKind | None, start: date, end: date
) -> None:
    period = parse(text, kind)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2019-20", K.MONTH), ("2019", K.FINANCIAL_YEAR), ("2017-20", K.CARE_YEAR), ("2019-04", K.DAY)],
)
def test_a_label_that_cannot_be_the_kind_asked_for_is_refused(text: str, kind: PeriodKind) -> None:
    with pytest.raises(PeriodError):
        parse(text, kind)


def _labels() -> st.SearchStrategy[tuple[str, PeriodKind]]:
    split = st.sampled_from([K.FINANCIAL_YEAR, K.CARE_YEAR, K.SURVEY_ROUND])
    one_year = st.builds(lambda y, kind: (f"{y}-{(y + 1) % 100:02d}", kind), YEARS, split)
    window = st.builds(lambda y, n: (f"{y}-{(y + n) % 100:02d}", K.WINDOW), YEARS, st.integers(2, 10))
    quarter = st.builds(lambda y, q: (f"{y}-{(y + 1) % 100:02d} Q{q}", K.QUARTER), YEARS, st.integers(1, 4))
    month = st.builds(lambda y, m: (f"{y}-{m:02d}", K.MONTH), YEARS, st.integers(1, 12))
    day = st.dates(date(1990, 1, 1), date(2060, 1, 1)).map(lambda d: (d.isoformat(), K.DAY))
    calendar = YEARS.map(lambda y: (f"{y}", K.CALENDAR_YEAR))
    return st.one_of(one_year, window, quarter, month, day, calendar)


@given(_labels())
def test_a_label_and_its_kind_come_back_as_they_went_in(labelled: tuple[str, PeriodKind]) -> None:
    label, kind = labelled
    period = parse(label, kind)
    assert (period.label, period.kind) == (label, kind)
    assert period.start <= period.end
    assert parse(period.label, period.kind) == period


@given(YEARS, st.sampled_from(["-", "/", " - ", "\u2013"]), st.booleans(), st.sampled_from(["", "FY", "fy "]))
def test_every_spelling_of_one_year_is_one_year(y: int, dash: str, long: bool, before: str) -> None:
    second = f"{y + 1}" if long else f"{(y + 1) % 100:02d}"
    assert parse(f"{before}{y}{dash}{second}") == parse(f"{y}-{(y + 1) % 100:02d}", K.FINANCIAL_YEAR)


@given(YEARS, st.integers(1, 12), st.integers(3, 9))
def test_every_spelling_of_one_month_is_one_month(y: int, m: int, letters: int) -> None:
    wanted = parse(f"{y}-{m:02d}", K.MONTH)
    first = y if m >= 4 else y - 1
    name = MONTHS[m - 1][:letters]
    spellings = (
        f"{y}{m:02d}",
        f"{name} {y}",
        f"{name.upper()} {y}",
        f"{first}/{(first + 1) % 100:02d} {name}",
    )
    assert {parse(text) for text in spellings} == {wanted}


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_refused_and_nothing_else(text: str) -> None:
    try:
        assert isinstance(parse(text), Period)
    except PeriodError as error:
        assert text in str(error)


def test_a_label_is_read_as_the_first_kind_it_can_be() -> None:
    assert parse_as_any("2019-20", (K.MONTH, K.CARE_YEAR)).kind is K.CARE_YEAR
    assert parse_as_any("2010-11", (K.MONTH,)).kind is K.MONTH
    assert parse_as_any("2017-20", (K.CARE_YEAR,)).kind is K.WINDOW
    with pytest.raises(PeriodError):
        parse_as_any("soon", (K.MONTH,))
