"""For which indicators a funnel plot is offered: exactly those for which one can be drawn."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from dashboard.views.benchmarks import stage_of
from dashboard.views.funnel_choices import funnel_choices
from dashboard.views.funnel_plot import funnel_plot
from etl.pipeline import load_file
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store.engine import upgrade, writer
from indicators.store.store import Store


def test_an_indicator_is_offered_exactly_where_a_funnel_can_be_drawn(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    offered = {choice.code: choice.period for choice in funnel_choices(connection, catalogue)}
    assert offered == {"SW06": "2022-23"}
    for service in catalogue.shown_services():
        for item in catalogue.of_service(service.code):
            asked = {"indicator": item.code, "period": offered.get(item.code, "")}
            stage = stage_of(connection, catalogue, dundee, asked)
            if stage is not None and stage.indicator.code == item.code:
                assert bool(funnel_plot(stage).why_not) == (item.code not in offered), item.code


def test_a_store_without_counted_proportions_offers_none(months_store: Store) -> None:
    with months_store.connect() as connection:
        assert funnel_choices(connection, months_store.catalogue) == ()


def test_a_publication_that_prints_its_counts_brings_its_funnels(shared_data: Path, tmp_path: Path) -> None:
    """People with a choice of all people supported, by council, as Public Health Scotland has them."""
    engine, catalogue = writer(f"sqlite:///{tmp_path / 'sds.db'}"), load_catalogue()
    upgrade(engine)
    file = shared_data / "sds" / "phs_201920-202021_data_sds_implementation_rate.csv"
    load_file(file, engine, catalogue, published="2021-09")
    with engine.connect() as connection:
        (choice,) = funnel_choices(connection, catalogue)
    engine.dispose()
    assert (choice.code, choice.period) == ("SDS_IMPLEMENTATION_PCT", "2020-21")
