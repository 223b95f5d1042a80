"""Which indicators are core and which local: published nationally, or a council's own beside them."""

from __future__ import annotations

from enum import StrEnum

from indicators.catalogue import Catalogue
from indicators.indicator import Indicator

OWN_PUBLISHER = "The council itself"


class Dataset(StrEnum):
    """Where an indicator belongs."""

    CORE = "core"
    LOCAL = "local"

    @property
    def words(self) -> str:
        """`Core: published nationally`."""
        return _WORDS[self]


_WORDS = {
    Dataset.CORE: "Core: published nationally",
    Dataset.LOCAL: "Local: the council’s own",
}


def dataset_of(catalogue: Catalogue, indicator: Indicator) -> Dataset:
    """Core where a national body publishes the indicator, or the one it is the council's figure of."""
    if not _is_local(catalogue, indicator):
        return Dataset.CORE
    counterpart = catalogue.resolve(indicator.counterpart) if indicator.counterpart else None
    national = counterpart is not None and not _is_local(catalogue, counterpart)
    return Dataset.CORE if national else Dataset.LOCAL


def _is_local(catalogue: Catalogue, indicator: Indicator) -> bool:
    """True where the publisher of its source is a council: `Scottish Social Services Council` is none."""
    publisher = catalogue.sources[indicator.source].publisher
    councils = {f"{council.name} Council" for council in catalogue.areas.councils}
    return publisher == OWN_PUBLISHER or publisher in councils
