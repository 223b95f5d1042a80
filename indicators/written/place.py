"""What something written is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The indicator, area and period something is about, by code and label; empty where it is about none."""

    indicator: str = ""
    area: str = ""
    period: str = ""
