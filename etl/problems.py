"""What is wrong with a file: a fault of data is a value with its place and a sentence, never an exception.

The one exception, `LoadRefused`, carries problems: it means that nothing of the file was kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of data: the rule it breaks, where (file, sheet and cell or row), and what to do.

    `value` is the offending text as printed; it stays empty for counts that could identify somebody.
    """

    rule: str
    severity: Severity
    place: str
    value: str
    sentence: str


class LoadRefused(Exception):  # noqa: N818 - it says what happened to the load, and reads so where caught
    """A file was refused and nothing has changed; `problems` says why, each in one sentence."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))


def refused(rule: str, place: str, sentence: str, value: str = "") -> LoadRefused:
    """A refusal for a single reason."""
    return LoadRefused([Problem(rule, "error", place, value, sentence)])
