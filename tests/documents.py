"""The documents of the project as tests read them, and what they are held against."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NOT_OURS = {"vendor", "node_modules", "test-results"}
EVERYWHERE = ("app.py", "indicators", "etl", "dashboard", "scripts", "tests")


def documents() -> list[Path]:
    """Every Markdown file of the project, without those of hidden and installed folders."""
    found = (path.relative_to(PROJECT) for path in PROJECT.rglob("*.md"))
    return sorted(
        path for path in found if not any(part.startswith(".") or part in NOT_OURS for part in path.parts)
    )


@cache
def text_of(name: str) -> str:
    """A document as text."""
    return (PROJECT / name).read_text(encoding="utf-8")


def code(*routes: str) -> str:
    """Our Python below some folders as one text."""
    files = [path for route in routes for path in [PROJECT / route, *sorted((PROJECT / route).rglob("*.py"))]]
    return "\n".join(path.read_text(encoding="utf-8") for path in files if path.is_file())


def not_in(name: str, *wanted: str) -> list[str]:
    """The words that a document does not have."""
    return [word for word in wanted if word not in text_of(name)]


def quoted(*words: str) -> list[str]:
    """Words as code is written in Markdown."""
    return [f"`{word}`" for word in words]


def slug(heading: str) -> str:
    """The anchor of a heading, as Markdown readers make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    """The anchors of a document."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {slug(heading) for heading in headings}


def bundled() -> dict[str, list[dict[str, str]]]:
    """The rows of every bundled file of figures by the code of its source."""
    found = {}
    for path in sorted((PROJECT / "data" / "published").glob("*.csv")):
        if path.stem.endswith("_grades"):
            continue  # grades of services, which are no figures
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found
