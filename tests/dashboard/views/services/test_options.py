"""People, spending and spending per person by option: what is worked out, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.services.amounts import of_indicator, people, per_person
from dashboard.views.services.options import options_content
from dashboard.views.services.scene import Scene
from dashboard.views.services.shapes import Content, Heading, Line
from dashboard.views.text import spoken
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak, Unit
from indicators.service_pages import PartKind
from tests.dashboard.views.services.scenes import Values, counted, scene, series

HIDDEN = Figure(None, Status.SUPPRESSED)


def spending(those: Values, spent: Values, **people_changes: object) -> Scene:
    """One option with its spending."""
    return scene(
        PartKind.OPTIONS,
        series(counted("PEOPLE", **people_changes), those),
        series(counted("SPEND", unit=Unit.POUNDS), spent),
        indicators=("PEOPLE",),
        spend=("SPEND",),
        labels=("Option 1: direct payment",),
    )


def lines(found: Content) -> dict[str, Line]:
    """The rows by their names."""
    assert found.grid is not None
    return {line.label: line for line in found.grid.lines if isinstance(line, Line)}


def shown(found: Content, label: str) -> list[str]:
    """What one row shows: figures or, where there is none, its words."""
    return [cell.shown or cell.note for cell in lines(found)[label].cells]


def test_spending_per_person_and_changes_are_worked_out_at_full_precision() -> None:
    found = options_content(
        spending({"2018-19": 103.0, "2019-20": 122.0}, {"2018-19": 1875293.80, "2019-20": 3432428.45})
    )
    assert shown(found, "People") == ["103", "122", "18.4%"]
    assert shown(found, "Spending") == ["£1,875,294", "£3,432,428", "83.0%"]
    assert shown(found, "Spending per person") == ["£18,207", "£28,135", "54.5%"]
    assert spoken(found.sentence) == (
        "Council A: £3,432,428 on option 1 in 2019-20, 83.0% more than in 2018-19, or £28,135 for each of "
        "122 people."
    )


def test_numbers_that_are_published_lead_to_their_indicator_and_quotients_to_none() -> None:
    found = lines(options_content(spending({"2019-20": 122.0}, {"2019-20": 3432428.45})))
    assert {label: line.code for label, line in found.items()} == {
        "People": "PEOPLE", "Spending": "SPEND", "Spending per person": ""
    }  # fmt: skip
    assert found["Spending"].cells[0].code == "SPEND"
    assert found["Spending per person"].cells[0].code == ""


@pytest.mark.parametrize("those", [HIDDEN, Figure(50.0, Status.DOUBTFUL), 0.0])
def test_nothing_is_divided_by_a_hidden_a_doubtful_or_no_count(those: Figure | float) -> None:
    found = options_content(spending({"2019-20": those}, {"2019-20": 1000.0}))
    assert lines(found)["Spending per person"].cells[0].shown == ""
    assert "each of" not in spoken(found.sentence)


def test_a_hidden_count_gives_no_change_and_no_bar() -> None:
    found = options_content(spending({"2018-19": 60.0, "2019-20": HIDDEN}, {"2019-20": 1000.0}))
    assert lines(found)["People"].cells[1].shown == "[c]"
    (bars,) = found.bars
    assert [bar.share for bar in bars.groups[0].bars] == [1.0, None]


def test_small_counts_change_by_their_size_and_never_only_by_a_percentage() -> None:
    found = lines(options_content(spending({"2018-19": 10.0, "2019-20": 13.0}, {"2019-20": 1.0})))
    change = found["People"].cells[-1]
    assert (change.shown, change.note, change.arrow) == ("3", "small numbers, since 2018-19", "up")


def by_rate(*counts: tuple[float, float], whole: float = 3180.0) -> Content:
    """Options by rate per 1,000 and by people of 2019-20 and 2020-21, and all who chose."""
    rates = {"unit": Unit.RATE, "decimals": 1}
    options = [
        series(
            counted(f"OPTION{at}", **rates),
            {
                "2019-20": Figure(before / 150, Status.PUBLISHED, before),
                "2020-21": Figure(now / 150, Status.PUBLISHED, now),
            },
        )
        for at, (before, now) in enumerate(counts, 1)
    ]
    every = series(counted("ALL", **rates), {"2020-21": Figure(whole / 150, Status.PUBLISHED, whole)})
    codes = tuple(each.indicator.code for each in options)
    return options_content(scene(PartKind.OPTIONS, *options, every, indicators=codes, whole="ALL"))


@pytest.mark.parametrize(
    ("before", "now", "change", "note"),
    [
        (135.0, 10.0, "0.8", "small numbers, since 2019-20"),
        (10.0, 135.0, "0.8", "small numbers, since 2019-20"),
        (300.0, 150.0, "50.0%", "since 2019-20"),
    ],
)
def test_a_rate_made_of_a_small_count_changes_by_its_size_and_by_no_percentage(
    before: float, now: float, change: str, note: str
) -> None:
    cell = lines(by_rate((before, now)))["Per 1,000 people"].cells[-1]
    assert (cell.shown, cell.note) == (change, note)


@pytest.mark.parametrize(("others", "said"), [(3000.0, False), (3055.0, False), (3100.0, True)])
def test_options_that_add_to_more_than_all_are_said_to_overlap(others: float, said: bool) -> None:
    found = spoken(by_rate((125.0, 125.0), (others, others)).sentence)
    assert ("People may use more than one option." in found) is said


def test_spending_per_person_of_few_people_changes_by_pounds() -> None:
    found = lines(
        options_content(spending({"2018-19": 10.0, "2019-20": 12.0}, {"2018-19": 1e4, "2019-20": 18e3}))
    )
    cell = found["Spending per person"].cells[-1]
    assert (cell.shown, cell.note) == ("£500", "small numbers, since 2018-19")


def test_a_return_that_was_carried_forward_is_no_change() -> None:
    again = Figure(60.0, Status.CARRIED_FORWARD)
    found = lines(options_content(spending({"2018-19": 60.0, "2019-20": again}, {"2019-20": 1000.0})))
    assert [cell.note for cell in found["People"].cells] == [
        "",
        "carried forward",
        "repeats an earlier return",
    ]
    assert found["Spending per person"].cells[1].note == "carried forward"


def test_a_change_names_the_last_period_with_data_and_none_crosses_a_break() -> None:
    values = {"2016-17": 40.0, "2019-20": 60.0}
    assert lines(options_content(spending(values, {"2019-20": 1.0})))["People"].cells[-1].note == (
        "since 2016-17"
    )
    broken = (SeriesBreak("2018-19", "counted anew"),)
    cut = lines(options_content(spending(values, {"2019-20": 1.0}, breaks=broken)))["People"].cells[-1]
    assert (cut.shown, cut.note, cut.arrow) == ("", "[b] not comparable", "")


def test_people_behind_rates_are_shares_of_all_who_chose() -> None:
    rates = {"unit": Unit.RATE, "decimals": 1}
    found = options_content(
        scene(
            PartKind.OPTIONS,
            series(counted("ONE", **rates), {"2020-21": Figure(1.0, Status.PUBLISHED, 145.0)}),
            series(counted("THREE", **rates), {"2020-21": Figure(19.7, Status.PUBLISHED, 2925.0)}),
            series(counted("ALL", **rates), {"2020-21": Figure(21.4, Status.PUBLISHED, 3180.0)}),
            indicators=("ONE", "THREE"),
            labels=("Option 1: direct payment", "Option 3: arranged"),
            whole="ALL",
        )
    )
    assert found.grid is not None
    assert [line.words for line in found.grid.lines if isinstance(line, Heading)] == [
        "Option 1: direct payment", "Option 3: arranged"
    ]  # fmt: skip
    assert spoken(found.sentence) == (
        "Council A: of 3,180 people who chose in 2020-21, 145 (4.6%) used option 1 and 2,925 (92.0%) used "
        "option 3."
    )
    assert [bars.title for bars in found.bars] == ["People", "Share of all who chose"]


@given(those=st.floats(1, 1e6, allow_nan=False).map(round), spent=st.floats(0, 1e9, allow_nan=False))
def test_spending_per_person_times_people_is_the_spending(those: int, spent: float) -> None:
    found = spending({"2019-20": float(those)}, {"2019-20": spent})
    quotient = per_person(of_indicator(found, "Spending", "SPEND"), people(found, "PEOPLE"))
    (amount,) = quotient.amounts.values()
    assert amount.value is not None
    assert amount.value * those == pytest.approx(spent)
