"""What a load did, in numbers and sentences, for people at the command line and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from etl.problems import LoadRefused, Problem

SHOWN_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows by what became of them; `read` is always their sum."""

    new: int = 0
    unchanged: int = 0
    revised: int = 0
    rebased: int = 0
    history: int = 0
    rejected: int = 0

    @property
    def read(self) -> int:
        """Every row of the file, whatever became of it."""
        return self.new + self.unchanged + self.revised + self.rebased + self.history + self.rejected

    def as_dict(self) -> dict[str, int]:
        """The counts by name, `read` first."""
        return {"read": self.read, **asdict(self)}


@dataclass(frozen=True, slots=True)
class LoadReport:
    """One load of one file: where it is kept, its editions, its counts and everything noticed.

    `grades` counts what changed in the lists of inspected services, which hold no figures.
    """

    load_id: int
    file: str
    sha256: str
    source: str
    editions: tuple[str, ...]
    counts: Counts
    problems: tuple[Problem, ...]
    grades: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, for JSON."""
        return {
            "status": "loaded",
            "load_id": self.load_id,
            "file": self.file,
            "sha256": self.sha256,
            "source": self.source,
            "editions": list(self.editions),
            "rows": self.counts.as_dict(),
            "grades_changed": self.grades,
            "problems": [asdict(problem) for problem in self.problems],
        }


def refusal_as_dict(file: str, refusal: LoadRefused) -> dict[str, Any]:
    """A refusal as plain values, for JSON."""
    return {"status": "refused", "file": file, "problems": [asdict(problem) for problem in refusal.problems]}


def problem_lines(problems: tuple[Problem, ...]) -> Iterator[str]:
    """Rejections first, then warnings; at most twenty sentences, and how many more there are by rule.

    Every rule is heard before any is heard twice; what is told stands together by rule.
    """
    turns: Counter[str] = Counter()
    heard = []
    for number, problem in enumerate(problems):
        turns[problem.rule] += 1
        heard.append((problem.severity, turns[problem.rule], number))
    told = {number for _, _, number in sorted(heard)[:SHOWN_PROBLEMS]}
    for problem in sorted((problems[number] for number in sorted(told)), key=lambda each: each.severity):
        yield f"{problem.severity}: {problem.sentence}"
    rest = Counter(problem.rule for number, problem in enumerate(problems) if number not in told)
    if rest:
        counts = ", ".join(f"{rule} {count:,}" for rule, count in rest.most_common())
        yield f"and {rest.total():,} more, kept with the load: {counts}"
