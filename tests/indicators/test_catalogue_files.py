"""Reading the catalogue: anything unclear is refused with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.areas import FamilyScheme
from indicators.catalogue_files import load_catalogue
from indicators.indicator import Direction
from indicators.periods import PeriodKind
from indicators.targets import Origin, TargetRule
from indicators.toml_entries import CatalogueError
from tests.indicators.catalogue_mistakes import FILES, ONE, REFUSALS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small catalogue without a mistake."""
    (tmp_path / "indicators").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_small_catalogue_says_what_its_files_say(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    found = catalogue.resolve("old_name")
    assert (found.code, found.periods, found.family_scheme) == (
        "CHN22",
        (PeriodKind.CARE_YEAR,),
        FamilyScheme.PEOPLE,
    )
    assert (found.breaks[0].first, found.known_errors[0].area) == ("2013-14", "S12000041")
    best = catalogue["CORP11"].polarity
    assert (best.direction, best.low, best.high) == (Direction.RANGE, 95, 105)
    local = catalogue.target("CHN22", "S12000042", "2018-19")
    rule = catalogue.target("CHN22", "S12000042", "2019-20")
    assert local is not None
    assert rule is not None
    assert (local.value, local.tolerance, local.in_points, local.origin) == (8.4, 2, True, Origin.LOCAL)
    assert (rule.rule, rule.tolerance, rule.in_points) == (TargetRule.FAMILY_FOURTH, 5.0, False)
    assert catalogue.target("CORP11", "S12000042", "2018-19") is not None
    sections = catalogue.scorecards["plan"].sections
    assert [(s.title, s.perspective, s.indicators) for s in sections] == [
        ("First", "", ("CHN22",)),
        ("Second", "process", ("CORP11",)),
    ]
    assert catalogue.areas["S12000042"].tile == (3, 5)
    assert catalogue.areas.resolve("S12000007").name == "Dundee City"


@pytest.mark.parametrize("mistake", REFUSALS)
def test_a_mistake_is_refused_with_its_file_and_line(folder: Path, mistake: str) -> None:
    name, before, after, line, sentence = REFUSALS[mistake]
    text = FILES[name]
    assert text.count(before) >= 1, "the test itself is out of date"
    (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    message = str(caught.value)
    assert message.startswith(f"{Path(name).name}, line {line}: ")
    assert sentence in message


@pytest.mark.parametrize(
    "name", ["areas.toml", "targets.toml", "scorecards.toml", "glossary.toml", "indicators/one.toml"]
)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(CatalogueError, match="the file is missing"):
        load_catalogue(folder)


def test_an_entry_that_is_not_below_its_own_line_is_refused(folder: Path) -> None:
    (folder / "targets.toml").write_text("target = [{indicators = []}]\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"write every entry below a line \[\[target\]\]"):
        load_catalogue(folder)
    (folder / "targets.toml").write_text("[target]\nvalue = 1\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"write every entry below a line \[\[target\]\]"):
        load_catalogue(folder)


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(folder: Path) -> None:
    text = FILES["sources.toml"].replace('attribution = ""', 'attribution = "\u00a9"')
    (folder / "sources.toml").write_bytes(text.encode("cp1252"))
    with pytest.raises(CatalogueError, match=r"sources\.toml, line 9: .* save the file as UTF-8"):
        load_catalogue(folder)


def test_the_mark_windows_editors_put_first_and_comments_after_headings_do_no_harm(folder: Path) -> None:
    text = FILES["sources.toml"].replace("[[source]]", "[[ source ]] # the framework")
    (folder / "sources.toml").write_text(text, encoding="utf-8-sig")
    assert set(load_catalogue(folder).sources) == {"lgbf"}


def test_sources_and_indicators_may_be_spread_over_files(folder: Path) -> None:
    other = FILES["sources.toml"].replace('"lgbf"', '"other"')
    (folder / "sources_other.toml").write_text(other, encoding="utf-8")
    assert set(load_catalogue(folder).sources) == {"lgbf", "other"}
    shutil.copy(folder / ONE, folder / "indicators" / "two.toml")
    with pytest.raises(CatalogueError, match=r"two\.toml, line 2: the code 'CHN22' is already taken"):
        load_catalogue(folder)
