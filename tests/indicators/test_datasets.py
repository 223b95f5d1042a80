"""Core and local: a national publisher makes an indicator core, a council's own source local."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.datasets import Dataset, dataset_of


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The catalogue of the product."""
    return load_catalogue()


@pytest.mark.parametrize(
    ("code", "dataset"),
    [
        ("CHN22", Dataset.CORE),  # Improvement Service
        ("CP_REGISTER", Dataset.CORE),  # Scottish Government
        ("CHILD_PROTECTION_ORDERS", Dataset.LOCAL),  # Dundee City Council
        ("DG04", Dataset.LOCAL),  # Dumfries & Galloway Council
        ("DG01", Dataset.CORE),  # the same council's figure of a national one
    ],
)
def test_the_publisher_decides_unless_a_national_indicator_is_meant(
    catalogue: Catalogue, code: str, dataset: Dataset
) -> None:
    indicator = catalogue[code]
    assert (bool(indicator.counterpart), dataset_of(catalogue, indicator)) == (code == "DG01", dataset)


@pytest.mark.parametrize(
    ("publisher", "dataset"),
    [
        ("Scottish Social Services Council", Dataset.CORE),
        ("Public Health Scotland", Dataset.CORE),
        ("Dundee City Council", Dataset.LOCAL),
        ("The council itself", Dataset.LOCAL),
    ],
)
def test_a_publisher_is_local_only_where_it_is_one_of_the_32(
    catalogue: Catalogue, publisher: str, dataset: Dataset
) -> None:
    indicator = catalogue["CHN22"]
    source = replace(catalogue.sources[indicator.source], publisher=publisher)
    before = catalogue.sources[indicator.source]
    catalogue.sources[indicator.source] = source
    try:
        assert dataset_of(catalogue, indicator) is dataset
    finally:
        catalogue.sources[indicator.source] = before
