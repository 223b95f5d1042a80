"""Who asks: every role but one reads figures with the small counts hidden."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Table

from indicators.store.views import figure_facts, figure_facts_protected


class Role(StrEnum):
    """What a person may see; without a sign-in everybody is a reader."""

    READER = "reader"
    PROTECTED = "protected"


def facts_for(role: Role) -> Table:
    """The view a role reads figures from; only `protected` sees behind the hiding of small counts."""
    return figure_facts_protected if role is Role.PROTECTED else figure_facts
