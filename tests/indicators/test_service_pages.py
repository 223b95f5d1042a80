"""The declaration of service pages: what it may say, and every mistake refused with its line."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from indicators.areas import SCOTLAND
from indicators.catalogue_files import load_catalogue
from indicators.codes import fold_code
from indicators.service_page_files import read_service_pages
from indicators.service_pages import PartKind, ServicePage, ServicePart
from indicators.toml_entries import CatalogueError
from tests.builders import make_areas
from tests.documents import text_of

CODES = {code: code for code in ("ONE", "TWO", "SPENDONE", "SPENDTWO", "ALL")}
TEXT = """\
[[page]]
code = "support"
title = "Support"
about = "What it answers."

[[page.part]]
title = "By option"
kind = "options"
indicators = ["one", "TWO"]
labels = ["Option 1", "Option 2"]
spend = ["SPENDONE", "SPENDTWO"]
whole = "all"
filled_by = "Load it."

[[page.part]]
title = "Scotland"
kind = "own_mean"
area = "S92000003"
indicators = ["TWO", "ONE"]
means = ["ALL", ""]
filled_by = "Load it."
"""


def read(folder: Path, text: str) -> dict[str, ServicePage]:
    """The pages of a file."""
    (folder / "service_pages.toml").write_text(text, encoding="utf-8")
    return read_service_pages(folder, CODES, make_areas())


def test_a_page_is_its_parts_in_order_with_codes_in_any_spelling(tmp_path: Path) -> None:
    options = ServicePart(
        title="By option",
        kind=PartKind.OPTIONS,
        indicators=("ONE", "TWO"),
        filled_by="Load it.",
        labels=("Option 1", "Option 2"),
        spend=("SPENDONE", "SPENDTWO"),
        whole="ALL",
    )
    scotland = ServicePart(
        "Scotland", PartKind.OWN_MEAN, ("TWO", "ONE"), "Load it.", area=SCOTLAND, means=("ALL", "")
    )
    page = ServicePage("support", "Support", "What it answers.", (options, scotland))
    assert read(tmp_path, TEXT) == {"support": page}
    assert options.codes == ("ONE", "TWO", "SPENDONE", "SPENDTWO", "ALL")
    assert scotland.codes == ("TWO", "ONE", "ALL")


def test_a_folder_without_the_file_declares_no_page(tmp_path: Path) -> None:
    assert read_service_pages(tmp_path, CODES, make_areas()) == {}


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('"TWO"]\nlabels', '"THREE"]\nlabels', "line 9: .*'THREE' is not an indicator"),
        ('whole = "all"', 'whole = "none"', "'none' is not an indicator"),
        ('kind = "options"', 'kind = "picture"', "'picture' is unknown; use one of table, options, funnel"),
        ('area = "S92000003"', 'area = "S1"', "'S1' is not a known area"),
        ('filled_by = "Load it."\n\n', "\n", "the key 'filled_by' is missing"),
        (
            'labels = ["Option 1", "Option 2"]',
            'labels = ["Option 1"]',
            "labels: write one for each indicator",
        ),
        ('"SPENDTWO"]', "]", "spend: write one for each indicator of 'By option'"),
        ('means = ["ALL", ""]', 'means = ["ALL"]', "means: write one for each indicator of 'Scotland'"),
        ('means = ["ALL", ""]', 'means = ["THREE", ""]', "'THREE' is not an indicator"),
        ('about = "What', 'abuot = "What', "'abuot' is not a key of a servicepage"),
        ("[[page]]", "[[pages]]", "does not belong here|not valid TOML"),
    ],
)
def test_a_mistake_is_refused_with_what_is_wrong(
    tmp_path: Path, before: str, after: str, sentence: str
) -> None:
    assert before in TEXT
    with pytest.raises(CatalogueError, match=sentence):
        read(tmp_path, TEXT.replace(before, after))


def test_a_code_is_used_once(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="'support' is used twice"):
        read(tmp_path, TEXT + TEXT)


def test_every_declared_page_names_indicators_of_its_own_and_says_what_fills_each_part() -> None:
    pages = load_catalogue().service_pages
    assert list(pages) == [
        "self-directed-support",
        "adult-protection",
        "justice",
        "mental-health",
        "complaints",
    ]
    for page in pages.values():
        assert page.parts
        assert all(part.filled_by.endswith(".") for part in page.parts)


def test_no_part_puts_a_council_and_scotland_side_by_side_in_adult_protection() -> None:
    catalogue = load_catalogue()
    codes = [code for part in catalogue.service_pages["adult-protection"].parts for code in part.codes]
    assert codes
    assert not any(catalogue[code].council_benchmark for code in codes)


def test_nothing_on_the_mental_health_page_is_judged() -> None:
    catalogue = load_catalogue()
    codes = [code for part in catalogue.service_pages["mental-health"].parts for code in part.codes]
    assert not any(catalogue[code].polarity.judges for code in codes)


def test_the_recipe_shows_every_kind_and_every_key_and_its_example_makes_a_page_more(tmp_path: Path) -> None:
    recipe = text_of("docs/recipes/add-a-service-page.md")
    assert [kind for kind in PartKind if f"| `{kind}` |" not in recipe] == []
    keys = {field.name for field in fields(ServicePart)} - {"title"}
    assert [key for key in keys if f"| `{key}` |" not in recipe] == []
    example = recipe.split("```toml\n")[1].split("```")[0]
    ours = text_of("data/catalogue/service_pages.toml")
    (tmp_path / "service_pages.toml").write_text(f"{ours}\n{example}", encoding="utf-8")
    catalogue = load_catalogue()
    codes = {fold_code(code): code for code in catalogue.indicators}
    found = read_service_pages(tmp_path, codes, catalogue.areas)
    assert found.keys() - catalogue.service_pages.keys() == {"referrals"}
