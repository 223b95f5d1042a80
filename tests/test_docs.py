"""The docs keep up with the code: what a reader is told exists does, and what exists is told."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from typer.main import get_command

from dashboard.pages import every, links
from dashboard.views import dictionary
from dashboard.views.words import LIGHT_WORDS
from etl.cli import app as etl_app
from etl.report import Counts
from etl.sources import READERS
from indicators import exceptions
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.caution import FEWEST_WITHOUT_CAUTION
from indicators.exceptions import STALE_AFTER_MONTHS
from indicators.figures import Status
from indicators.grades import Grade
from indicators.indicator import Indicator
from indicators.periods import PeriodKind
from indicators.problem_rules import ASKED
from indicators.risks import BANDS, Band
from indicators.store import schema, views
from indicators.store.store import Store
from tests.documents import EVERYWHERE, PROJECT, anchors, bundled, code, documents, not_in, quoted, text_of

FOLDERS = "indicators|etl|dashboard|tests|data|assets|docs|scripts|benchmarks"
MADE_LATER = {
    "data/catalogue/targets_local.toml", "data/incoming", "data/indicators.db",
    "dashboard/pages/example.py", "dashboard/views/example.py",
}  # fmt: skip
"""What a document names that somebody makes: by running the product, or by following a recipe."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real catalogue."""
    return load_catalogue()


def test_the_licence_of_the_figures_names_every_source_with_its_attribution(catalogue: Catalogue) -> None:
    for source in catalogue.sources.values():
        wanted = (f"`{source.code}`", source.title, source.publisher, source.attribution)
        assert not_in("DATA-LICENCE.md", *wanted) == []


def test_the_loading_guide_lists_every_source_of_the_catalogue(catalogue: Catalogue) -> None:
    assert not_in("docs/loading.md", *quoted(*catalogue.sources)) == []


def test_the_loading_guide_names_every_kind_of_file_and_its_columns() -> None:
    for reader in READERS:
        known = reader.description
        assert not_in("docs/loading.md", f"`etl/sources/{known.name}.toml`") == []
        assert not_in("docs/loading.md", *quoted(*known.columns)) == []


def test_the_loading_guide_shows_every_command_with_its_options() -> None:
    commands = get_command(etl_app).commands  # type: ignore[attr-defined]
    options = {name for command in commands.values() for each in command.params for name in each.opts}
    assert not_in("docs/loading.md", *(f"python -m etl {name}" for name in commands)) == []
    assert not_in("docs/loading.md", *quoted(*(name for name in options if name.startswith("--")))) == []


def test_the_loading_guide_explains_every_count_of_a_report() -> None:
    assert not_in("docs/loading.md", *(f"| {name} |" for name in Counts().as_dict())) == []


def test_the_loading_guide_names_every_rule_a_file_can_break() -> None:
    rules = set(re.findall(r"(?:refused|Problem)\(\s*\"([a-z ]+)\"", code("etl"))) | set(ASKED)
    assert not_in("docs/loading.md", *rules) == []


def test_the_loading_guide_says_what_each_exit_code_means() -> None:
    assert not_in("docs/loading.md", "| 0 |", "| 1 |", "| 2 |") == []


def test_the_user_guide_lists_the_address_of_every_page_and_download(catalogue: Catalogue) -> None:
    pages = every.every_page(Store(create_engine("sqlite://"), catalogue))
    addresses = [page.path for page in pages] + links.every_file() + links.every_pack()
    assert not_in("docs/user-guide.md", *quoted(*addresses)) == []


def test_the_user_guide_lists_every_name_a_control_writes_into_the_address() -> None:
    names = set(re.findall(r"(?:select|joined|ticks)\(\s*\"(\w+)\"", code("dashboard/pages")))
    assert len(names) > 5
    assert not_in("docs/user-guide.md", *quoted("area", *sorted(names))) == []


def test_the_user_guide_explains_every_light_status_and_shorthand() -> None:
    words = [status.words for status in Status]
    folded = " ".join(text_of("docs/user-guide.md").split())
    assert [word for word in words if word not in folded] == []
    assert not_in("docs/user-guide.md", *(f"| {word} |" for word in LIGHT_WORDS.values())) == []
    signs = {status.shorthand for status in Status if status.shorthand} | {"[r]", "[b]"}
    assert not_in("docs/user-guide.md", *(f"| {sign} |" for sign in signs)) == []


def test_the_user_guide_lists_every_column_of_the_downloads() -> None:
    assert not_in("docs/user-guide.md", *quoted(*dictionary.COLUMNS)) == []


def test_the_rules_list_every_status_and_every_kind_of_period() -> None:
    assert not_in("docs/rules.md", *quoted(*Status, *PeriodKind)) == []


def test_the_rules_name_every_exception_grade_and_band_with_its_number() -> None:
    words = [kind.value for kind in exceptions.Kind] + [grade.words for grade in Grade]
    words += [f"{cadence} {months}" for cadence, months in STALE_AFTER_MONTHS.items() if cadence != "annual"]
    words += [str(FEWEST_WITHOUT_CAUTION), f"{STALE_AFTER_MONTHS['annual']} months ago"]
    folded = " ".join(text_of("docs/rules.md").split())
    assert [word for word in words if word not in folded] == []
    bands = [f"{band.name} {round(low * 25) + 1} to {round(band.up_to * 25)}" for low, band in lowest_bands()]
    assert [band for band in bands if band not in folded] == []


def lowest_bands() -> list[tuple[float, Band]]:
    """The bands of risk below the highest, each with the share at which it begins."""
    return list(zip((0.0, *(band.up_to for band in BANDS)), BANDS[:-1], strict=False))


def test_the_settings_list_every_environment_variable_the_code_reads() -> None:
    names = set(re.findall(r"environ(?:\.get\(|\[)\s*\"(\w+)\"", code(*EVERYWHERE)))
    assert {"DATABASE_URL", "PORT"} <= names
    assert not_in("docs/settings.md", *quoted(*sorted(names))) == []


def test_contributing_lists_every_make_target() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", text_of("Makefile"), re.MULTILINE)
    assert "test" in targets
    assert not_in("CONTRIBUTING.md", *quoted(*(f"make {target}" for target in targets))) == []


def test_the_architecture_lists_every_table_and_view_of_the_store() -> None:
    assert not_in("docs/architecture.md", *quoted(*schema.metadata.tables, *views.VIEWS)) == []


def test_the_architecture_names_every_folder_and_every_module_of_the_rules() -> None:
    rules = {path.stem for path in (PROJECT / "indicators").glob("*.py")} - {"__init__"}
    assert not_in("docs/architecture.md", *quoted(*sorted(rules))) == []
    table = text_of("docs/architecture.md").split("| modules of `indicators` |")[1].split("\n\n")[0]
    assert sorted(re.findall(r"`(\w+)`", table)) == sorted(rules)
    packages = [
        path.parent for name in ("indicators", "etl", "dashboard") for path in (PROJECT / name).glob("*/*.py")
    ]
    assert not_in("docs/architecture.md", *(f"\n  {folder.name}/ " for folder in set(packages))) == []


@pytest.mark.parametrize(
    "statement", [views.FIGURES_SQL, views.BENCHMARKS_SQL], ids=["figures", "benchmarks"]
)
def test_the_architecture_lists_exactly_the_columns_of_the_two_views(statement: str) -> None:
    name, columns = re.findall(r"CREATE VIEW (\w+) AS\s+SELECT (.+?)\s+FROM", statement, re.DOTALL)[0]
    after = text_of("docs/architecture.md").split(f"\n`{name}`, ")[1]
    table = after.split("\n\n")[1]
    told = [word for row in table.splitlines()[2:] for word in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert told == [column.strip() for column in columns.split(",")]


def test_the_bundle_page_counts_the_figures_and_editions_of_every_bundled_source(
    catalogue: Catalogue,
) -> None:
    rows = re.findall(r"^\| (.+?) \| ([\d,]+) \| (\d+) \|", text_of("docs/bundle.md"), re.MULTILINE)
    told = {title: (int(figures.replace(",", "")), int(editions)) for title, figures, editions in rows}
    held = {
        catalogue.sources[source].title: (len(figures), len({row["edition"] for row in figures}))
        for source, figures in bundled().items()
    }
    assert {re.sub(r" \((?!Scotland).*\)$", "", title): count for title, count in told.items()} == held


def test_the_bundle_page_counts_the_bundle_as_a_whole(catalogue: Catalogue) -> None:
    files = bundled()
    editions = sum(len({row["edition"] for row in rows}) for rows in files.values())
    figures = [row for rows in files.values() for row in rows]
    codes = {catalogue.resolve(row["indicator"]).code for row in figures}
    assert f"{len(figures):,} figures of {len(codes)} indicators" in text_of("docs/bundle.md")
    assert f"from {editions} editions of {len(files)} sources" in text_of("docs/bundle.md")
    assert f"describes {len(catalogue.indicators)} indicators" in text_of("docs/bundle.md")
    assert f"{len(figures):,} figures of {len(files)} sources" in text_of("README.md")


def test_the_recipe_for_an_indicator_shows_every_key_with_a_source_that_exists(catalogue: Catalogue) -> None:
    block = text_of("docs/recipes/add-an-indicator.md").split("```toml\n")[1].split("```")[0]
    (example,) = tomllib.loads(block)["indicator"]
    assert set(example) == {field.name for field in fields(Indicator)}
    assert example["source"] in catalogue.sources
    assert example["service"] in catalogue.services
    assert example["perspective"] in catalogue.perspectives


@pytest.mark.parametrize("document", documents(), ids=str)
def test_every_relative_link_leads_to_a_file_and_a_heading_that_exist(document: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(str(document))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (PROJECT / document).parent / path if path else PROJECT / document
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("document", documents(), ids=str)
def test_every_path_a_document_names_exists(document: Path) -> None:
    named = set(re.findall(rf"(?<![\w./-])((?:{FOLDERS})/[\w./-]*\w(?![\w*<]))", text_of(str(document))))
    assert [path for path in sorted(named - MADE_LATER) if not (PROJECT / path).exists()] == []


def test_every_decision_says_what_was_rejected_and_what_follows() -> None:
    decisions = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
    assert len(decisions) >= 6
    for number, path in enumerate(decisions, 1):
        text = path.read_text(encoding="utf-8")
        assert path.name.startswith(f"{number:04d}-")
        assert text.startswith(f"# {number}. ")
        parts = re.findall(r"^## (.+)$\n\n(.+)", text, re.MULTILINE)
        assert [heading for heading, _ in parts] == ["Context", "Decision", "Rejected", "Consequences"]


def test_the_index_leads_to_every_document_below_it() -> None:
    below = [path.relative_to("docs") for path in documents() if path.parts[0] == "docs"]
    wanted = [f"({path.as_posix()})" for path in below if path.name != "README.md"]
    assert not_in("docs/README.md", *wanted) == []


def test_no_document_uses_the_abbreviation_that_means_two_orders() -> None:
    ambiguous = "C" + "PO"
    guilty = [str(path) for path in documents() if re.search(rf"\b{ambiguous}s?\b", text_of(str(path)))]
    assert guilty == []


def test_the_changelog_has_an_entry_for_the_version_of_the_project() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    heading, *lines = text_of("CHANGELOG.md").split(f"\n## {version}")[1].splitlines()
    entry = "\n".join(lines).split("\n## ")[0]
    assert re.fullmatch(r" \((unreleased|\d{4}-\d\d-\d\d)\)", heading)
    assert entry.count("\n- ") >= 1
