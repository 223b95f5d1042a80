"""Planted counts that must be nowhere: not on a page, in a file, an answer, a report or a log.

The store is synthetic, made here and for nothing else. So that a planted count can be told from every
other number, counts below 100,000 are small ones in it: the threshold is a setting.
"""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import fmean
from urllib.parse import urlencode

import pypdf
import pytest
from dash import Dash
from sqlalchemy import Connection, Engine, text
from typer.testing import CliRunner

from dashboard.exports.pack_docx import pack_docx
from dashboard.exports.pack_pdf import pack_pdf
from dashboard.exports.pack_pptx import pack_pptx
from dashboard.exports.pack_xlsx import pack_xlsx
from dashboard.factory import create_app
from dashboard.pages import every, links
from dashboard.views.pack import pack
from dashboard.views.pack_parts import PackOrder
from etl.cli import app as etl_app
from etl.pipeline import load_file
from etl.report import problem_lines
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.hiding import Cell
from indicators.store import read, views
from indicators.store import store as opening
from indicators.store.engine import upgrade, writer
from indicators.store.roles import Role
from indicators.vocabulary import Scorecard, Section
from indicators.written.codec import to_json
from tests.dashboard.shell_app import callback_body, post
from tests.dashboard.views.packs import frozen
from tests.etl.published_files import tidy_row, write_tidy

THRESHOLD = 100_000
COUNT, SHARE = "PERSONAL_CARE_SELF_FUNDERS", "LAC_MINORITY_PCT"
WHOLE, PARTS = "MEALS_ALL", ("MEALS_0_64", "MEALS_65_74", "MEALS_75_84", "MEALS_85_PLUS")
DUNDEE, GLASGOW = "S12000042", "S12000049"
PLANTED = 83_219.0
EDITIONS = (("Synthetic, first edition", "2020-05"), ("Synthetic, second edition", "2021-05"))


class Planted:
    """The synthetic store with what its loads said, and every number it must keep back."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.url, self.catalogue = f"sqlite:///{folder / 'synthetic.db'}", catalogue
        self.names = {area.code: area.name for area in catalogue.areas.councils}
        engine = writer(self.url)
        upgrade(engine)
        self.said = [self._load(path, engine) for path in self._files(folder)]
        self.store = opening.open_store(self.url, catalogue)
        with engine.connect() as connection:
            self.hidden = _hidden(connection)
            self.secrets = _secrets(connection, self.hidden)
        engine.dispose()

    def _load(self, path: Path, engine: Engine) -> str:
        report = load_file(path, engine, self.catalogue)
        return "\n".join([json.dumps(report.as_dict()), *problem_lines(report.problems)])

    def _files(self, folder: Path) -> Iterator[Path]:
        """Two editions of one source, the second of which revises a small count, and another source."""
        for number, edition in enumerate(EDITIONS):
            below = folder / str(number)
            below.mkdir()
            rows = [*self._counts(number, edition), *self._meals(edition)]
            yield write_tidy(below / "adult_social_care_statistics.csv", rows)
        yield write_tidy(folder / "looked_after_statistics.csv", self._shares())

    def _counts(self, number: int, edition: tuple[str, str]) -> Iterator[list[object]]:
        """Every council and Scotland in two years; Dundee's second year is small in one edition only."""
        earlier, later = (257_923.0, 1_217, 151_607.0), (246_811.0, 1_013, (PLANTED, 131_713.0)[number])
        for year, (first, step, planted) in (("2018-19", earlier), ("2019-20", later)):
            values = {code: first + step * at for at, code in enumerate(self.names)} | {DUNDEE: planted}
            values[SCOTLAND] = sum(values.values())
            for code, value in values.items():
                yield _row(COUNT, self._name(code), year, value, edition)

    def _meals(self, edition: tuple[str, str]) -> Iterator[list[object]]:
        """A total whose smallest part is a small count."""
        values = {PARTS[0]: 61_553.0, PARTS[1]: 411_379.0, PARTS[2]: 523_417.0, PARTS[3]: 634_511.0}
        for code, value in {**values, WHOLE: sum(values.values())}.items():
            yield _row(code, self._name(DUNDEE), "2012-03", value, edition, kind="month")

    def _shares(self) -> Iterator[list[object]]:
        """Percentages with their counts; one numerator is small, its own percentage is not."""
        for at, code in enumerate(self.names):
            above = 74_717.0 if code == DUNDEE else 300_007.0 + 2_003 * at
            below = 173_491.0 if code == DUNDEE else 900_001.0 + 3_001 * at
            value = round(above / below * 100, 4)
            row = _row(SHARE, self._name(code), "2003-03-31", value, EDITIONS[0], kind="day")
            yield [*row[:7], above, below, *row[9:]]

    def _name(self, code: str) -> str:
        return self.names.get(code, "Scotland")


def _row(
    code: str, area: str, period: str, value: float, edition: tuple[str, str], kind: str = "financial_year"
) -> list[object]:
    label, published_on = edition
    return tidy_row(code, area, period, value, kind=kind, edition=label, published_on=published_on)


def _hidden(connection: Connection) -> dict[Cell, str]:
    rows = connection.execute(text("SELECT * FROM hidden_cells"))
    return {(row[0], row[1], row[2], row[3]): row[4] for row in rows}


def _secrets(connection: Connection, hidden: dict[Cell, str]) -> set[str]:
    """The hidden numbers of all editions, their changes over a year, and means they are part of, as texts."""
    rows = connection.execute(text("SELECT * FROM figure_versions")).mappings().all()
    found: set[float] = set()
    values: dict[Cell, float] = {}
    for row in rows:
        cell = (row["indicator_code"], row["area_code"], row["period"], row["basis"])
        values[cell] = row["value"]
        if cell in hidden:
            found |= {row[name] for name in ("value", "numerator", "denominator") if row[name] is not None}
            found |= {abs(row["value"] - values.get((cell[0], cell[1], "2018-19", cell[3]), 0.0))}
    councils = [
        v
        for (code, area, year, _), v in values.items()
        if (code, year) == (COUNT, "2019-20") and area != SCOTLAND
    ]
    found.add(fmean(councils))
    return {form for number in found for form in _forms(number)}


def _forms(number: float) -> set[str]:
    """How a number could be written."""
    if number > 1_000:
        whole = {f"{number:.0f}", f"{number:,.0f}"}
        return whole | {f"{number:.2f}".rstrip("0").rstrip("."), f"{number:,.2f}".rstrip("0").rstrip(".")}
    return {f"{number:.1f}%", f"{number:.2f}", f"{number:.3f}", f"{number:.4f}"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    """The synthetic store, and the threshold it is read with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMALLEST_SHOWN_COUNT", str(THRESHOLD))
        made = Planted(tmp_path_factory.mktemp("synthetic"), load_catalogue())
        yield made
        made.store.engine.dispose()


@pytest.fixture(scope="module")
def app(planted: Planted) -> Dash:
    """The dashboard over it."""
    made = create_app(every.every_page(planted.store), lambda: every.context(planted.store))
    every.register(made, planted.store)
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


def leaks(planted: Planted, said: str) -> list[str]:
    """The secrets that are in a text."""
    return sorted(secret for secret in planted.secrets if secret in said)


def test_the_small_counts_are_hidden_with_what_would_give_them_away(planted: Planted) -> None:
    smallest = next(iter(planted.names))
    reasons = {cell[:3]: reason for cell, reason in planted.hidden.items()}
    assert reasons == {
        (COUNT, DUNDEE, "2019-20"): "primary",
        (COUNT, smallest, "2019-20"): "secondary",
        (PARTS[0], DUNDEE, "2012-03"): "primary",
        (PARTS[1], DUNDEE, "2012-03"): "secondary",
        (SHARE, DUNDEE, "2003-03-31"): "primary",
    }
    assert {"83,219", "131,713", "246,811", "61553", "411379", "74717", "173,491"} <= planted.secrets


def test_the_protected_role_finds_what_no_other_finds(planted: Planted) -> None:
    """And so this store does hold what the other tests look for in vain."""
    with planted.store.connect() as connection:
        for role, found in ((Role.PROTECTED, 131_713.0), (Role.READER, None)):
            (row,) = (
                row
                for row in read.figures_of(connection, [COUNT], [DUNDEE], role=role)
                if row.period.label == "2019-20"
            )
            assert row.figure.value == found
            rows = read.councils_in(connection, COUNT, "2019-20", "none", role)
            assert {row.figure.value for row in rows if row.area == DUNDEE} == {found}
        assert leaks(planted, str(connection.execute(text("SELECT * FROM figure_facts_protected")).all()))


@pytest.mark.parametrize(
    "view", [v for v in views.VIEWS if v not in ("figure_facts_protected", views.RULE_VIEW)]
)
def test_no_view_for_others_holds_a_planted_count(planted: Planted, view: str) -> None:
    with planted.store.connect() as connection:
        rows = connection.execute(text(f"SELECT * FROM {view}")).all()
    assert rows or view == "revisions"
    assert leaks(planted, str(rows)) == []


def test_scotland_minus_the_councils_leaves_two_unknown_counts(planted: Planted) -> None:
    query = f"SELECT area_code, period, value FROM figures WHERE indicator_code = '{COUNT}'"
    with planted.store.connect() as connection:
        rows = connection.execute(text(query)).all()
    assert {period: sum(value is None for _, p, value in rows if p == period) for _, period, _ in rows} == {
        "2018-19": 0,
        "2019-20": 2,
    }


def addresses(planted: Planted, paths: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every page for several councils and every planted indicator."""
    for path, area, code in product(paths, (DUNDEE, GLASGOW), (COUNT, SHARE, WHOLE, *PARTS[:2])):
        service = planted.catalogue[code].service
        query = {"area": area, "indicator": code, "service": service, "show": "all"}
        yield path.replace("<code>", code).replace("<load>", "1"), query


PAGES = (
    "/", "/trends", "/benchmarks", "/scorecards", "/explore", "/indicators/<code>", "/data", "/about",
    "/data/loads/<load>", "/data/loads/2", "/data/loads/3", "/data/sources/adult_social_care_statistics",
)  # fmt: skip
WITH_FIGURES = ("/trends", "/explore", "/indicators/<code>")
WAYS = ({}, {"compare": "family"}, {"compare": "all"}, {"view": "area-period", "where": "all"})


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_planted_count(planted: Planted, app: Dash, path: str) -> None:
    """The whole answer: tables, charts, hover, alternative text, sentences, workings."""
    shown = ""
    for (where, query), more in product(addresses(planted, (path,)), WAYS):
        values = {"url.pathname": where, "url.search": f"?{urlencode({**query, **more})}"}
        answer = post(app, callback_body(app, "..page.children...page-state.data..", values))
        assert answer.status_code == 200
        assert "could not be drawn" not in answer.text
        shown += answer.text
    shown += app.server.test_client().get(path).text + app.server.test_client().get("/_dash-layout").text
    assert leaks(planted, shown) == []
    assert path not in WITH_FIGURES or "151,607" in shown


def _text_of(file: bytes) -> str:
    """A CSV as it is, a workbook as all its sheets and texts."""
    if not file.startswith(b"PK"):
        return file.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith("xml"))


@pytest.mark.parametrize("path", links.every_file())
def test_no_download_holds_a_planted_count(planted: Planted, app: Dash, path: str) -> None:
    for where, query in addresses(planted, (path,)):
        answer = app.server.test_client().get(f"{where}?{urlencode(query)}")
        assert answer.status_code == 200
        assert leaks(planted, _text_of(answer.get_data())) == []
        answer.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_file_of_a_table_holds_a_planted_count(planted: Planted, app: Dash, path: str) -> None:
    client, held = app.server.test_client(), 0
    for (where, query), kind in product(addresses(planted, (path,)), links.KINDS):
        for number in range(1, 9):
            file = f"{links.table_file(where, kind)}?{urlencode({**query, 'table': str(number)})}"
            with client.get(file, buffered=True, follow_redirects=True) as answer:
                assert answer.status_code in (200, 404)
                assert leaks(planted, _text_of(answer.get_data())) == []
                held += answer.status_code == 200
    assert held or path.startswith(("/scorecards", "/data/loads"))


@pytest.mark.parametrize("public", [False, True])
def test_no_pack_holds_a_planted_count(planted: Planted, public: bool) -> None:
    """In any kind of file, with the figures behind its charts; nor does what a meeting freezes."""
    section = Section("All", "", "", (COUNT, SHARE, WHOLE, *PARTS))
    card = Scorecard("planted", "Planted", "", "", (), "", (section,))
    area, order = planted.catalogue.areas[DUNDEE], PackOrder(public=public)
    with planted.store.connect() as connection:
        made = pack(connection, planted.catalogue, card, area, order)
        kept = to_json(frozen(connection, planted.catalogue, card, area))
    assert leaks(planted, kept) == []
    assert '"151,607"' in kept
    pages = pypdf.PdfReader(io.BytesIO(pack_pdf(made, "Product"))).pages
    with pack_xlsx(made, "Product") as book:
        files = [pack_docx(made, "Product"), pack_pptx(made, "Product"), book.read()]
    shown = repr(made) + "".join(page.extract_text() for page in pages) + "".join(map(_text_of, files))
    assert leaks(planted, shown) == []
    assert "151,607" in shown


MOMENTS = ([], ["--load", "1"], ["--on", "2020"])
ASKED = [
    *(["as-at", code, *more] for code in (COUNT, SHARE, *PARTS) for more in MOMENTS),
    ["diff", "1"], ["diff", "2"], ["diff", "1", "2"], ["loads"],
]  # fmt: skip


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_no_command_prints_a_planted_count(planted: Planted, asked: list[str]) -> None:
    for more in ([], ["--json"]):
        done = CliRunner().invoke(etl_app, [*asked, "--database", planted.url, *more])
        assert done.exit_code == 0
        assert done.output
        assert leaks(planted, done.output) == []


def test_no_report_of_a_load_and_no_problem_kept_of_it_holds_a_planted_count(planted: Planted) -> None:
    with planted.store.connect() as connection:
        kept = connection.execute(text("SELECT place, value, sentence FROM problems")).all()
    assert leaks(planted, "\n".join(planted.said) + str(kept)) == []


def test_nothing_is_logged_of_a_planted_count(
    planted: Planted, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "again"
    folder.mkdir()
    with caplog.at_level(logging.DEBUG):
        Planted(folder, planted.catalogue).store.engine.dispose()
    assert leaks(planted, caplog.text) == []


def test_what_a_check_before_loading_tells_holds_no_planted_count(planted: Planted, tmp_path: Path) -> None:
    """A file that was not loaded yet: a part that is hidden for another's sake is not told either."""
    rows = [_row(WHOLE, "Fife", "2012-03", 900_001.0, EDITIONS[1], "month")]
    rows += [
        _row(code, "Fife", "2012-03", value, EDITIONS[1], "month")
        for code, value in zip(PARTS, (PLANTED, 200_003.0, 300_101.0, 400_009.0), strict=True)
    ]
    path = write_tidy(tmp_path / "adult_social_care_statistics.csv", rows)
    done = CliRunner().invoke(etl_app, ["check", str(path), "--database", planted.url])
    assert done.exit_code == 0
    assert "kept back" in done.output
    assert leaks(planted, done.output) == []


def test_a_refused_file_does_not_say_the_count_it_is_refused_for(planted: Planted, tmp_path: Path) -> None:
    twice = [_row(COUNT, "Fife", "2019-20", value, EDITIONS[1]) for value in (PLANTED, 131_713.0)]
    path = write_tidy(tmp_path / "adult_social_care_statistics.csv", twice)
    done = CliRunner().invoke(etl_app, ["check", str(path), "--database", planted.url])
    assert done.exit_code == 1
    assert leaks(planted, done.output) == []
