"""Keeping words apart that want to stand at nearly the same place."""

from __future__ import annotations

from collections.abc import Sequence

APART = 17.0
"""Pixels between the words at the ends of lines."""


def spread(wanted: Sequence[float], low: float, high: float, apart: float = APART) -> list[float]:
    """Places as near as can be to those wanted, at least `apart` from each other, in the same order.

    All lie between `low` and `high` where there is room for them; otherwise they start at `low`.
    Neighbours that collide move as one block, centred on the places they wanted.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    blocks: list[list[int]] = []
    for at in order:
        blocks.append([at])
        while len(blocks) > 1 and _start(blocks[-1], wanted, low, high, apart) < _end(
            blocks[-2], wanted, low, high, apart
        ):
            last = blocks.pop()
            blocks[-1] += last
    places = [0.0] * len(wanted)
    for block in blocks:
        start = _start(block, wanted, low, high, apart)
        for step, at in enumerate(block):
            places[at] = start + step * apart
    return places


def _start(block: Sequence[int], wanted: Sequence[float], low: float, high: float, apart: float) -> float:
    """Where a block begins: centred on the mean of what it wanted, kept inside."""
    length = (len(block) - 1) * apart
    centred = sum(wanted[at] for at in block) / len(block) - length / 2
    return max(low, min(centred, high - length))


def _end(block: Sequence[int], wanted: Sequence[float], low: float, high: float, apart: float) -> float:
    """Where the next block may begin."""
    return _start(block, wanted, low, high, apart) + len(block) * apart - 1e-9
