"""The benchmark of the rules judges every figure there is, and says truly whether it was in time."""

from __future__ import annotations

import pytest

from benchmarks import rules
from dashboard.views.histories import all_series
from indicators.store.store import Store

DUNDEE = "S12000042"


def test_every_figure_in_view_is_judged_once(store: Store) -> None:
    with store.connect() as connection:
        indicators = list(store.catalogue.indicators.values())
        series = all_series(connection, store.catalogue, DUNDEE, indicators)
    seconds, judged = rules.evaluate(series)
    assert judged == sum(len(each.history.points) for each in series.values())
    assert judged > 300
    assert seconds > 0


@pytest.mark.parametrize(("most", "answer", "word"), [(1e9, 0, "within"), (0.0, 1, "beyond")])
def test_it_says_whether_the_rules_were_in_time(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    most: float,
    answer: int,
    word: str,
) -> None:
    monkeypatch.setattr(rules, "MOST_MILLISECONDS", most)
    with store.connect() as connection:
        assert rules.report(connection, store.catalogue, [DUNDEE]) == answer
    out = capsys.readouterr().out
    assert out.startswith("councils: 1, ")
    assert word in out.splitlines()[-1]
