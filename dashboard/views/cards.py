"""The scorecards there are: as the catalogue declares them, or as somebody edited them in the browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.views.moments import moment_words
from indicators.catalogue import Catalogue
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.vocabulary import Scorecard, Section
from indicators.written.scorecard import ScorecardEdit
from indicators.written.steps import Status


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A scorecard to show; `version` is the number of versions somebody wrote, 0 for none.

    `edited` says by whom and when, empty for the declared one; `gone` are codes the catalogue lost since.
    """

    card: Scorecard
    version: int = 0
    edited: str = ""
    gone: tuple[str, ...] = ()


def shown_card(connection: Connection, catalogue: Catalogue, card: str) -> ShownCard | None:
    """The scorecard of an address; None where nobody declared one."""
    declared = catalogue.scorecards.get(card)
    return _shown(catalogue, declared, _edit(connection, card)) if declared else None


def shown_cards(connection: Connection, catalogue: Catalogue) -> list[ShownCard]:
    """Every scorecard in the order of the catalogue."""
    edits = {each.id: each for each in writings.every(connection, ScorecardEdit)}
    return [_shown(catalogue, card, edits.get(card.id)) for card in catalogue.scorecards.values()]


def history_of(connection: Connection, card: str) -> Sequence[Writing[ScorecardEdit]]:
    """Every version somebody wrote of a scorecard, newest first."""
    return writings.history(connection, ScorecardEdit, card)


def _edit(connection: Connection, card: str) -> Writing[ScorecardEdit] | None:
    return writings.latest(connection, ScorecardEdit, card)


def _shown(catalogue: Catalogue, declared: Scorecard, edit: Writing[ScorecardEdit] | None) -> ShownCard:
    if edit is None:
        return ShownCard(declared)
    if edit.status is Status.WITHDRAWN:
        return ShownCard(declared, edit.version)
    card = edit.content.scorecard
    # A plan of one council stays its own, whatever was written.
    known = replace(
        card, area=declared.area, sections=tuple(_known(section, catalogue) for section in card.sections)
    )
    codes = [code for section in card.sections for code in section.indicators]
    gone = tuple(code for code in codes if code not in catalogue.indicators)
    said = f"{edit.author} on {moment_words(edit.written_at)}"
    return ShownCard(known, edit.version, said, gone)


def _known(section: Section, catalogue: Catalogue) -> Section:
    """A section without the indicators that the catalogue no longer declares."""
    return replace(
        section, indicators=tuple(code for code in section.indicators if code in catalogue.indicators)
    )
