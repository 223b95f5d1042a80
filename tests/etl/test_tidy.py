from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.report import Counts, LoadReport
from tests.etl.conftest import query
from tests.etl.published_files import tidy_row, write_csv, write_tidy

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]


def test_a_tidy_file_may_hold_several_editions_and_the_latest_is_current(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [
        tidy_row(value="7.81", edition="LGBF, February 2024", published_on="2024-02"),
        tidy_row(value="7.5", edition="LGBF, 2023", published_on="2023"),
        tidy_row(value="7.5", edition="LGBF, 2022", published_on="2022"),
    ]
    report = load(write_tidy(tmp_path / "lgbf.csv", rows))
    assert report.counts == Counts(new=1, unchanged=1, revised=1)
    assert report.editions == ("LGBF, 2022", "LGBF, 2023", "LGBF, February 2024")
    assert query(engine, "SELECT value, edition FROM figures") == [(7.81, "LGBF, February 2024")]
    assert query(engine, "SELECT count(*) FROM figure_versions") == [(3,)]


def test_every_part_of_a_row_is_kept(tmp_path: Path, load: Load, engine: Engine) -> None:
    row = tidy_row(
        "chn8a",
        "Glasgow City",
        "2019/20",
        "4240.5",
        kind="financial_year",
        basis="cash",
        status="provisional",
        numerator="1000",
        denominator="12",
        locator="Table 2, row 7",
        note="first estimate",
    )
    load(write_tidy(tmp_path / "lgbf.csv", [row]))
    assert query(
        engine,
        "SELECT indicator_code, area_code, period, period_kind, period_start, basis, source FROM figures",
    ) == [("CHN08a", "S12000049", "2019-20", "financial_year", "2019-04-01", "cash", "lgbf")]
    assert query(engine, "SELECT value, status, numerator, denominator, locator FROM figures") == [
        (4240.5, "provisional", 1000.0, 12.0, "Table 2, row 7")
    ]
    assert query(engine, "SELECT note FROM figure_versions") == [("first estimate",)]


def test_a_status_without_a_number_keeps_none(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows = [
        tidy_row(value="", status="suppressed"),
        tidy_row(area="Inverclyde", value="0"),
        tidy_row(area="Scotland", value="", status="awaited", note="January 2027"),
    ]
    assert load(write_tidy(tmp_path / "lgbf.csv", rows)).counts == Counts(new=3)
    assert query(engine, "SELECT status, value FROM figures ORDER BY status") == [
        ("awaited", None),
        ("published", 0.0),
        ("suppressed", None),
    ]


def test_a_number_nobody_can_read_and_a_status_that_does_not_fit_reject_their_rows_only(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [
        tidy_row(value="7,8"),
        tidy_row(area="Inverclyde", value="5", status="suppressed", locator="Table 9"),
        tidy_row(area="Glasgow City", value="", status="published", locator="Table 8"),
        tidy_row(area="Scotland", value="6.85"),
    ]
    report = load(write_tidy(tmp_path / "lgbf.csv", rows))
    assert report.counts == Counts(new=1, rejected=3)
    assert [problem.sentence for problem in report.problems] == [
        "lgbf.csv, row 2: a number cannot be read; write it as 1234.5.",
        "lgbf.csv, Table 9: CHN22 2019-20 of Inverclyde is suppressed but has a number; correct one of them.",
        "lgbf.csv, Table 8: CHN22 2019-20 of Glasgow City is published but has no number; "
        "correct one of them.",
    ]
    assert query(engine, "SELECT count(*) FROM problems WHERE severity = 'error'") == [(3,)]


def test_a_rejected_count_of_people_is_not_repeated_in_its_problem(tmp_path: Path, load: Load) -> None:
    row = tidy_row("LOCAL1", value="3", kind="financial_year", status="suppressed")
    report = load(write_tidy(tmp_path / "returns.csv", [row]))
    assert report.problems[0].value == ""
    assert " 3" not in report.problems[0].sentence


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"indicator": "CHN2"},
            "lgbf.csv, row 3: 'CHN2' is not an indicator of the catalogue; did you mean 'CHN22'?",
        ),
        (
            {"area": "Dundee Citi"},
            "lgbf.csv, row 3: 'Dundee Citi' is not a known area; did you mean 'Dundee C",
        ),
        ({"area": "Aberdeen"}, "lgbf.csv, row 3: 'Aberdeen' is not a known area"),
        ({"period": "last year"}, "lgbf.csv, row 3: 'last year' is not a period; write it as 2019-20"),
        ({"period": "2017-20"}, "lgbf.csv, row 3: '2017-20' is not a period"),
        ({"kind": "year"}, "lgbf.csv, row 3: 'year' is not a known period_kind; use one of financial_year,"),
        ({"status": "ok"}, "lgbf.csv, row 3: 'ok' is not a known status; use one of published,"),
        ({"basis": "gross"}, "lgbf.csv, row 3: 'gross' is not a known basis; use one of none, cash, real."),
        ({"published_on": "Feb 24"}, "lgbf.csv, row 3: published_on 'Feb 24' is not a date; write 2024,"),
    ],
)
def test_an_unknown_word_refuses_the_file_with_its_row_and_what_to_do(
    tmp_path: Path, refusal: Refusal, changes: dict[str, str], sentence: str
) -> None:
    rows = [tidy_row(), tidy_row(**{"area": "Inverclyde", **changes})]  # type: ignore[arg-type]
    assert refusal(write_tidy(tmp_path / "lgbf.csv", rows)).startswith(sentence)


def test_every_unknown_word_is_named_once(tmp_path: Path, refusal: Refusal) -> None:
    rows = [
        tidy_row(area=name, period=period)
        for name in ("Atlantis", "Narnia")
        for period in ("2018-19", "2019-20")
    ]
    sentences = refusal(write_tidy(tmp_path / "lgbf.csv", rows))
    assert sentences.count("'Atlantis' is not a known area") == 1
    assert "lgbf.csv, row 4: 'Narnia'" in sentences


def test_the_source_is_the_name_of_the_file_or_the_only_one_of_its_indicators(
    tmp_path: Path, load: Load, refusal: Refusal
) -> None:
    local = tidy_row("LOCAL1", value="12", kind="financial_year")
    assert load(write_tidy(tmp_path / "march.csv", [local])).source == "returns"
    assert load(write_tidy(tmp_path / "returns.csv", [local, tidy_row()])).source == "returns"
    mixed = write_tidy(tmp_path / "mixed.csv", [local, tidy_row()])
    assert "holds indicators of lgbf and returns; name the file after its source" in refusal(mixed)


def test_an_edition_cannot_be_given_from_outside(tmp_path: Path, refusal: Refusal) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    assert "names the editions itself; leave --edition and --published out" in refusal(path, published="2024")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Code,Value\nA,1\n",
            "x.csv, row 1: the header is of no known kind of file (known: the Care Inspectorate datastore; ",
        ),
        (
            "indicator,area,period,period_kind,basis,value,status,numerator,denominator\n",
            "x.csv, row 1: it looks like the tidy format, but has no column "
            "'edition', 'published_on', 'locator', 'note'; restore it.",
        ),
    ],
)
def test_a_header_no_reader_knows_is_refused(
    tmp_path: Path, refusal: Refusal, text: str, sentence: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text)
    assert refusal(path).startswith(sentence)


def test_a_header_without_rows_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [])
    assert refusal(path) == "lgbf.csv has a header and no rows; fetch it again."


def test_a_row_of_another_length_and_an_open_quote_are_refused(tmp_path: Path, refusal: Refusal) -> None:
    long = write_tidy(tmp_path / "lgbf.csv", [tidy_row(), [*tidy_row(area="Inverclyde"), "more"]])
    assert "lgbf.csv, row 3: 15 fields and 14 headers; check its commas and quotes." in refusal(long)
    header = long.read_text().splitlines()[0]
    path = write_csv(tmp_path / "open.csv", header, [])
    path.write_text(f'{header}\nCHN22,"Dundee City,2019-20\nCHN22,Inverclyde,2019-20\n')
    assert "open.csv, row 2: the text cannot be read as CSV" in refusal(path)
