"""The risk register of one council: what is above its target first, the matrix, and one risk whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.plan_lines import Proof, proofs_of
from dashboard.views.risk_lines import ABOVE, NOT_SCORED, RiskLine, by_score, risk_line
from dashboard.views.risk_matrix import Matrix, matrices
from dashboard.views.text import Text, bold, counted, join_text, number_words
from dashboard.views.versions import VersionLine, version_lines
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.risks import score_words
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.risk import RegisteredRisk, current_scores
from indicators.written.steps import Status

NAMES = {
    "title": "Title", "register": "Register", "code": "Code", "area": "Area", "factors": "Factors",
    "mitigation": "Mitigation", "original": "Original score", "current": "Current score",
    "target": "Target score", "size": "Size of the matrix", "position": "Latest position", "owner": "Owner",
    "indicators": "Indicators", "origin": "Origin",
}  # fmt: skip
"""The fields of a risk in the words of the screen."""


@dataclass(frozen=True, slots=True)
class Risks:
    """All the register says of one council; `not_scored` stand in no matrix."""

    area: Area
    lead: Text
    matrices: tuple[Matrix, ...]
    scored: tuple[RiskLine, ...]
    not_scored: tuple[RiskLine, ...]


@dataclass(frozen=True, slots=True)
class RiskStory:
    """One risk whole; `scores` is what its current score was, the oldest first.

    `area_name` is empty for a risk of no one area.
    """

    line: RiskLine
    area: str
    area_name: str
    version: int
    withdrawn: bool
    proofs: tuple[Proof, ...]
    scores: tuple[str, ...]
    versions: tuple[VersionLine, ...]


def risks(connection: Connection, area: Area) -> Risks:
    """The register of a council, with the risks that are of no one area."""
    lines = sorted(map(risk_line, writings.of_area(connection, RegisteredRisk, area.code)), key=by_score)
    return Risks(
        area=area,
        lead=_lead(area, lines),
        matrices=matrices(lines),
        scored=tuple(line for line in lines if line.badge != NOT_SCORED),
        not_scored=tuple(line for line in lines if line.badge == NOT_SCORED),
    )


def risk_story(connection: Connection, catalogue: Catalogue, key: str, seen_from: Area) -> RiskStory | None:
    """The risk of an id, None where there is none."""
    kept = writings.history(connection, RegisteredRisk, key)
    if not kept:
        return None
    return _story(connection, catalogue, kept, seen_from)


def _story(
    connection: Connection, catalogue: Catalogue, kept: Sequence[Writing[RegisteredRisk]], seen_from: Area
) -> RiskStory:
    newest = kept[0]
    area = newest.content.area or seen_from.code
    known = catalogue.areas.by_code.get(newest.content.area)
    oldest_first = [each.content for each in reversed(kept)]
    return RiskStory(
        line=risk_line(newest),
        area=area,
        area_name=known.name if known else "",
        version=newest.version,
        withdrawn=newest.status is Status.WITHDRAWN,
        proofs=tuple(proofs_of(connection, catalogue, area, [newest.content]).values()),
        scores=tuple(score_words(score) for score in current_scores(oldest_first)),
        versions=version_lines(kept, NAMES),
    )


def _lead(area: Area, lines: Sequence[RiskLine]) -> Text:
    if not lines:
        return join_text(bold(f"No risk of {area.name} is written down."))
    above = sum(line.badge == ABOVE for line in lines)
    blank = sum(line.badge == NOT_SCORED for line in lines)
    if blank == len(lines):
        said = "is not scored" if blank == 1 else "are listed, none of them scored"
        return join_text(
            bold(f"{counted(blank, 'risk').capitalize()} {said}."), " None stands in the matrix."
        )
    rest = f"; {number_words(blank)} not scored." if blank else "."
    if not above:
        return join_text(bold("No risk is above its target"), rest)
    said = f"{number_words(above).capitalize()} of {counted(len(lines), 'risk')}"
    return join_text(bold(f"{said} {'is' if above == 1 else 'are'} above target"), rest)
