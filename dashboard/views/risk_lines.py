"""A risk of the register as a line: its three scores in words, and whether it is above its target."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.words import Badge
from indicators.risks import score_words
from indicators.store.writings import Writing
from indicators.written.risk import RegisteredRisk

ABOVE = Badge("red", "Above target")
REACHED = Badge("green", "At or below target")
NO_TARGET = Badge("none", "No target score")
NOT_SCORED = Badge("none", "Not scored")
_ORDER = (ABOVE, NO_TARGET, REACHED, NOT_SCORED)


@dataclass(frozen=True, slots=True)
class RiskLine:
    """One risk: what is written of it, its light, and its scores at first, now and as aimed for."""

    key: str
    item: RegisteredRisk
    badge: Badge
    scores: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """What it is called in the matrix: its code, else the beginning of its title."""
        title = self.item.title
        return self.item.code or (f"{title[:20]}…" if len(title) > 20 else title)


def risk_line(written: Writing[RegisteredRisk]) -> RiskLine:
    """The line of a risk."""
    item = written.content
    scores = (
        ("Original", score_words(item.original)),
        ("Current", score_words(item.current)),
        ("Target", score_words(item.target)),
    )
    return RiskLine(written.id, item, _badge(item), scores)


def by_score(line: RiskLine) -> tuple[int, float, str]:
    """What to sort by: above target first, the highest score first, what is not scored last."""
    current = line.item.current
    share = current.value / current.size**2 if current else 0.0
    return _ORDER.index(line.badge), -share, line.item.code


def _badge(item: RegisteredRisk) -> Badge:
    if item.current is None:
        return NOT_SCORED
    if item.target is None:
        return NO_TARGET
    return ABOVE if item.scored.above_target else REACHED
