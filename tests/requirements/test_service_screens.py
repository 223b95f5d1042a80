"""What the councils' documents require of services, money, inspections and self-evaluation."""

from __future__ import annotations

from tests.requirements.screen import DUMFRIES, Site


def test_13_and_29_mental_health_stands_beside_its_own_five_years(bundle: Site) -> None:
    """89 emergency detentions, 2% below the printed mean of 91; 13 orders after 10 is +3 (small numbers)."""
    found = bundle.open("/services/mental-health")
    assert "89 emergency detentions in 2019-20, 2% below its own average of 91 (printed)" in found.words
    assert found.row("Compulsion orders")[1:4] == ["132019-20", "102018-19", "+3 (small numbers)"]


def test_24_adult_protection_is_a_funnel_with_its_shares(bundle: Site) -> None:
    """2,147 referrals, 83 investigations (3.9%), 40 case conferences (48.2%); 84.9% from the police."""
    found = bundle.open("/services/adult-protection")
    said = "2,147 referrals, 83 investigations (3.9% of referrals) and 40 case conferences"
    assert f"{said} (48.2% of investigations)." in found.words
    assert "1,822 from the police (84.9% of referrals)" in found.words


def test_27_justice_shows_orders_work_and_diversion_with_its_terms_explained(bundle: Site) -> None:
    """532 orders and 68%, 46,085 hours imposed and 30,934 done, 140 diversions; no abbreviation as a key."""
    found = bundle.open("/services/justice")
    assert found.row("Community payback orders imposed")[4] == "532"
    assert found.row("Community payback completed")[3:5] == ["69.0%", "68.0%"]
    assert "46,085 hours imposed, 30,934 hours of unpaid work done (67.1% of hours imposed)" in found.words
    assert "140 referrals and 67 cases completed (47.9% of referrals)" in found.words
    assert "awaited" in found.row("Reconviction, community payback")
    assert " CPO" not in found.words


def test_28_self_directed_support_works_out_its_changes_and_names_the_conflict(bundle: Site) -> None:
    """Option 1 spending rose by 83.0%, and the remark says that the report prints 3%."""
    found = bundle.open("/services/self-directed-support")
    assert "83.0% more than in 2018-19" in found.words
    assert "the report says 3% more than the year before; its own figures make 83.0%" in found.words
    cells = [row for row in found.rows if row[0] in ("People", "Spending")]
    assert [len(row[1:6]) for row in cells] == [5, 5, 5, 5]


def test_32_grades_are_words_and_not_assessed_and_blank_are_told_apart(bundle: Site) -> None:
    """22 services by five themes: 51 graded, 37 not assessed, 22 blank."""
    found = bundle.open("/inspections")
    head = next(at for at, row in enumerate(found.rows) if row[0] == "Service")
    grid = [cell for row in found.rows[head + 1 : head + 23] for cell in row[3:8]]
    assert len(grid) == 110
    told = ("not assessed", "blank")
    assert [grid.count(each) for each in told] == [37, 22]
    assert sum(cell[0].isdigit() for cell in grid) == 51


def test_33_complaints_are_told_by_service_with_timescale_and_users(bundle: Site) -> None:
    """96 complaints, 40, 48 and 8 by service, of over 9,000 users: 1.1%; 70% investigated in time."""
    found = bundle.open("/services/complaints")
    assert (
        "9,000 people who use services (estimated) and 96 complaints (1.1% of people who use services)"
        in found.words
    )
    for service in ("40 children's services", "48 health and social care", "8 community justice"):
        assert service in found.words
    assert found.row("Complaints finished in time")[1] == "70%"
    assert [found.row(name)[1] for name in ("Complaints upheld", "Complaints partly upheld")] == [
        "13%",
        "19%",
    ]
    assert found.row("Complaints to the ombudsman")[1] == "[c]suppressed"


def test_37_the_budget_adds_up_and_stands_beside_what_it_buys(bundle: Site) -> None:
    """Net 22,046,972 = 23,254,479 - 1,207,507; every line adds up, and costs stand beside indicators."""
    found = bundle.open("/finance", DUMFRIES)
    totals = [found.row(name)[6] for name in ("Net budget", "All expense", "All income")]
    assert totals == ["22,046,972", "23,254,479", "−1,207,507"]
    assert sum(row[-1] == "adds up" for row in found.rows) == 12
    assert "Children: what it costs" in found.lines
    assert "Children: what it achieves" in found.lines


def test_38_outturn_has_a_band_on_both_sides(bundle: Site, made_up: Site) -> None:
    """108% and 92% are both within a tolerance of 5 points of 95 to 105%; what the plan has not says so."""
    found = made_up.open("/trends", indicator="MADE_UP_OUTTURN", view="table")
    assert [found.row(year)[1:4:2] for year in ("2019-20", "2018-19")] == [
        ["108.0%", "Within tolerance"],
        ["92.0%", "Within tolerance"],
    ]
    money = bundle.open("/finance", DUMFRIES)
    for name in ("Revenue outturn against budget", "Capital spend against plan"):
        assert money.row(name)[2:4] == ["Not available", "being collated for the first time"]


def test_41_answers_are_improved_same_and_worse_with_their_base(bundle: Site) -> None:
    """51, 22 and 4 of 77 answers: 66%, 29% and 5%."""
    found = bundle.open("/services/justice")
    bar = found.lines.index("Their involvement in crime n = 77")
    assert found.lines[bar + 1] == "Improved 51 (66%)Same 22 (29%)Worse 4 (5%)"
    row = found.row("Their involvement in crime")
    assert row[1:] == ["5166%, to check", "2229%, to check", "45%, to check", "77"]


def test_46_efqm_stands_apart_from_psif(bundle: Site) -> None:
    """PSIF has six themes, two of them not printed; EFQM has a part of its own with two assessments."""
    found = bundle.open("/self-evaluation")
    psif = [row for row in found.rows if row[2:3] and row[2].endswith("of 6")]
    assert [row[1] for row in psif] == ["90%", "86%", "79%", "not printed", "not printed", "64%"]
    assert found.row("EFQM self-assessments")[2] == "2"
    assert "EFQM, apart from PSIF" in found.lines


def test_44_a_grade_in_words_stays_words_and_enters_no_mean(bundle: Site) -> None:
    """The JPIAF of 2005-06 was `making good progress`: no number, of a framework no longer used."""
    found = bundle.open("/self-evaluation")
    grade = found.row("Joint Performance Information and Assessment Framework (JPIAF)")
    assert grade[2:5] == ["2005-06", "making good progress", "no longer used, end not printed"]
    assert "making good progress" not in bundle.open("/explore").words
