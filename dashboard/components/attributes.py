"""`aria-` and `data-` attributes, which Python cannot write as keywords."""

from __future__ import annotations

from typing import Any, Final


def aria(**names: str) -> dict[str, Any]:
    """`aria(label="Main")` for `aria-label`; an underscore becomes a hyphen."""
    return {f"aria-{name.replace('_', '-')}": value for name, value in names.items()}


def data(**names: str) -> dict[str, Any]:
    """`data(clears="period")` for `data-clears`."""
    return {f"data-{name.replace('_', '-')}": value for name, value in names.items()}


HIDDEN: Final = aria(hidden="true")
"""For what is only decoration, or is said again in words."""
