"""The scorecards there are: as the catalogue declares them, or as somebody wrote them in the browser."""

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
    One that is not `declared` was made in the browser; only such a one can be `withdrawn`.
    """

    card: Scorecard
    version: int = 0
    edited: str = ""
    gone: tuple[str, ...] = ()
    declared: bool = True
    withdrawn: bool = False


def shown_card(connection: Connection, catalogue: Catalogue, card: str) -> ShownCard | None:
    """The scorecard of an address, withdrawn or not; None where nobody declared or made one."""
    edit = writings.latest(connection, ScorecardEdit, card)
    return _shown(catalogue, catalogue.scorecards.get(card), edit)


def shown_cards(connection: Connection, catalogue: Catalogue) -> list[ShownCard]:
    """Every scorecard that stands: in the order of the catalogue, then those made in the browser by title."""
    return [each for each in _every(connection, catalogue) if not each.withdrawn]


def withdrawn_cards(connection: Connection, catalogue: Catalogue) -> list[ShownCard]:
    """Those made in the browser that were withdrawn."""
    return [each for each in _every(connection, catalogue) if each.withdrawn]


def history_of(connection: Connection, card: str) -> Sequence[Writing[ScorecardEdit]]:
    """Every version somebody wrote of a scorecard, newest first."""
    return writings.history(connection, ScorecardEdit, card)


def _every(connection: Connection, catalogue: Catalogue) -> list[ShownCard]:
    edits = {each.id: each for each in writings.every(connection, ScorecardEdit)}
    made = sorted(edits.keys() - catalogue.scorecards.keys(), key=lambda card: edits[card].content.title)
    cards = (*catalogue.scorecards, *made)
    found = (_shown(catalogue, catalogue.scorecards.get(card), edits.get(card)) for card in cards)
    return [each for each in found if each is not None]


def _shown(
    catalogue: Catalogue, declared: Scorecard | None, edit: Writing[ScorecardEdit] | None
) -> ShownCard | None:
    if edit is None:
        return ShownCard(declared) if declared else None
    withdrawn = edit.status is Status.WITHDRAWN
    if withdrawn and declared:
        return ShownCard(declared, edit.version)
    card = edit.content.scorecard
    # A plan of one council stays its own, whatever was written.
    area = declared.area if declared else card.area
    known = replace(card, area=area, sections=tuple(_known(section, catalogue) for section in card.sections))
    codes = [code for section in card.sections for code in section.indicators]
    gone = tuple(code for code in codes if code not in catalogue.indicators)
    said = f"{edit.author} on {moment_words(edit.written_at)}"
    return ShownCard(known, edit.version, said, gone, declared is not None, withdrawn)


def _known(section: Section, catalogue: Catalogue) -> Section:
    """A section without the indicators that the catalogue no longer declares."""
    return replace(
        section, indicators=tuple(code for code in section.indicators if code in catalogue.indicators)
    )
