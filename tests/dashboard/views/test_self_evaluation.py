"""Self-evaluation: what is printed is shown, what is not is marked, and EFQM stays apart."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.self_evaluation import SelfEvaluation, self_evaluation
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue


@pytest.fixture
def found(connection: Connection, catalogue: Catalogue, dundee: Area) -> SelfEvaluation:
    """The self-evaluation screen of Dundee City."""
    return self_evaluation(connection, catalogue, dundee)


def test_four_scores_and_two_not_printed_in_the_order_of_their_places(found: SelfEvaluation) -> None:
    """003:262, 290, 308, 350, 514, 541 and 550."""
    newest = found.rounds[0]
    assert (newest.title, newest.period, newest.printed) == ("Children and Families", "2019", 4)
    assert [(score.theme, score.shown, score.place) for score in newest.scores] == [
        ("Leadership", "90%", "1st of 6"),
        ("People (staff)", "86%", "2nd of 6"),
        ("Service planning", "79%", "3rd of 6"),
        ("Processes and services", "not printed", "4th of 6"),
        ("Partnerships and resources", "not printed", "5th of 6"),
        ("Results", "64%", "6th of 6"),
    ]


def test_a_score_that_is_not_printed_has_no_number_at_all(found: SelfEvaluation) -> None:
    missing = [score for score in found.rounds[0].scores if score.shown == "not printed"]
    assert {score.percent for score in missing} == {None}
    assert {score.note for score in missing} == {"not printed; only its place among the six is"}
    assert found.rounds[0].summary.startswith("Four scores printed; not those of processes and services and")


def test_rounds_of_which_no_score_is_printed_are_named_and_empty(found: SelfEvaluation) -> None:
    others = [(each.title, each.period, each.printed, each.summary) for each in found.rounds[1:]]
    assert others == [
        ("Neighbourhood Services", "2018", 0, "No score is printed."),
        ("Corporate", "2017", 0, "No score is printed."),
    ]
    assert {score.place for each in found.rounds[1:] for score in each.scores} == {"not printed"}


def test_efqm_is_no_psif_round(found: SelfEvaluation) -> None:
    (line,) = found.efqm
    assert (line.value, line.period) == ("2", "25 June 2007")
    assert line.source.endswith("report text, line 324")
    assert "EFQM" not in {each.title for each in found.rounds}


def test_the_lead_names_the_strongest_the_lowest_and_how_many_are_missing(found: SelfEvaluation) -> None:
    assert spoken(found.lead) == (
        "Leadership, 90%, is the strongest theme of Children and Families in 2019; the lowest is results, "
        "64%. The scores of two themes are not printed."
    )


def test_a_council_without_self_evaluation_is_told_so(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    empty = self_evaluation(connection, catalogue, dumfries)
    assert (empty.rounds, empty.efqm) == ((), ())
    assert spoken(empty.lead) == "No self-evaluation of Dumfries & Galloway is loaded."
