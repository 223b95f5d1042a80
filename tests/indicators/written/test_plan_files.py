"""Published plans in the catalogue: what the documents print, and mistakes named with their line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.rag import Light
from indicators.risks import score_words
from indicators.toml_entries import CatalogueError
from indicators.written.plan import Action, Project
from indicators.written.plan_files import PublishedItem, read_plans
from indicators.written.risk import RegisteredRisk
from tests.builders import make_catalogue

HEAD = '[[plan]]\ncode = "p"\ntitle = "Plan"\narea = "A"\norigin = "Report"\npublished_on = "2019-06-26"\n'
ACTION = '[[plan.action]]\ntitle = "Do"\ncode = "A1"\nlines = "5"\n'
GENERATED = date(2019, 7, 23)


@pytest.fixture(scope="module")
def items() -> tuple[PublishedItem, ...]:
    """Everything the real catalogue carries over."""
    return read_plans(CATALOGUE_FOLDER, load_catalogue())


def test_the_four_projects_have_the_lights_of_the_day_the_plan_was_generated(
    items: tuple[PublishedItem, ...],
) -> None:
    found = [item.content.standing(GENERATED) for item in items if isinstance(item.content, Project)]
    assert [(each.words, each.light) for each in found] == [
        ("50% done, 38% of its time gone", Light.GREEN),
        ("33% done, 66% of its time gone", Light.RED),
        ("Complete", Light.GREEN),
        ("66% done, 47% of its time gone", Light.GREEN),
    ]


def test_the_four_risks_are_not_scored(items: tuple[PublishedItem, ...]) -> None:
    risks = [item.content for item in items if isinstance(item.content, RegisteredRisk)]
    assert [risk.code for risk in risks] == ["R1", "R2", "R3", "R4"]
    assert {score_words(score) for risk in risks for score in (risk.original, risk.current, risk.target)} == {
        "Not scored"
    }
    assert risks[3].mitigation == "1. TS backup system. 2. SWS Business Systems Governance Group."


def test_the_inspection_plan_has_ten_actions_of_which_seven_are_due_in_september_2016(
    items: tuple[PublishedItem, ...],
) -> None:
    found = [item.content for item in items if item.key.startswith("dundee-inspection-2016")]
    assert [each.code for each in found] == "1.1 2.1 2.2 2.3 3.1 4.1 4.2 4.3 4.4 4.5".split()  # noqa: SIM905
    actions = [each for each in found if isinstance(each, Action)]
    september = [each for each in actions if each.due.day == date(2016, 9, 30)]
    assert len(september) == 7
    assert all(each.progress is None and each.quality_indicators and each.leads for each in actions)
    assert actions[8].indicators == ("CHN11",)
    assert actions[0].origin.endswith("report 299-2016, text line 78; inspection report, pages 9, 18, 19")


def test_the_self_assessment_plan_keeps_its_words_and_sorts_them(items: tuple[PublishedItem, ...]) -> None:
    actions = [item.content for item in items if item.key.startswith("dundee-psif-2019")]
    dues = {each.code: each.due for each in actions if isinstance(each, Action)}
    assert len(dues) == 10
    assert (dues["1.1"].words, dues["1.1"].day) == ("During session 2019/20", date(2020, 7, 31))
    assert (dues["5.1"].words, dues["5.1"].day) == ("Immediate & Continuous", date(2019, 6, 26))
    assert dues["4.2"].day is None


def test_every_item_says_where_it_is_printed(items: tuple[PublishedItem, ...]) -> None:
    assert len({item.key for item in items}) == len(items) == 28
    assert all("text line " in item.content.origin for item in items)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace('"A"', '"Z"'), "line 4: 'Z' is not a known area"),
        (HEAD.replace('origin = "Report"\n', ""), "line 1: the key 'origin' is missing"),
        (HEAD.replace("2019-06-26", "June"), "line 6: published_on: Invalid isoformat string: 'June'"),
        (HEAD + 'colour = "red"\n', "line 7: 'colour' is not a key of a plan; remove or correct it"),
        (HEAD + ACTION + "progress = 120\n", "line 8: 'Do': Progress: 120 is not a percentage"),
        (HEAD + ACTION + 'indicators = ["X"]\n', "line 8: 'Do': 'X' is not an indicator"),
        (HEAD + ACTION + 'depth = "3"\n', "unexpected keyword argument 'depth'"),
        (HEAD + ACTION.replace('lines = "5"\n', ""), "line 8: 'Do': the key 'lines' is missing"),
        (HEAD + ACTION + ACTION, "line 9: the code 'A1' is used twice"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_plans(tmp_path, make_catalogue())
    assert said in str(caught.value)


def test_a_catalogue_without_plans_has_none(tmp_path: Path) -> None:
    assert read_plans(tmp_path, make_catalogue()) == ()
