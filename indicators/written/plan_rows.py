"""Projects and actions as rows of a sheet: first the columns Pentana users know, then what else we keep.

Value, target, status and trends follow from the figures and from the dates; they are written for readers
and not read back. A file without one of the further columns leaves what is kept there as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from indicators.written import when
from indicators.written.checks import Fault, WritingError, tidied
from indicators.written.plan import Action, Project
from indicators.written.when import When

PENTANA = (
    "Code", "Title", "Value", "Target", "Status", "Short Trend", "Long Trend", "Due Date", "Progress",
    "Assigned To",
)  # fmt: skip
WORKED_OUT = ("Value", "Target", "Status", "Short Trend", "Long Trend")
FURTHER = (
    "Id", "Kind", "Plan", "Area", "Start Date", "Start Day", "Due Day", "Position", "Leads",
    "Quality Indicators", "Success Criteria", "Indicators", "Outcome", "Implications", "Origin",
)  # fmt: skip
COLUMNS = PENTANA + FURTHER
NEEDED = ("Code", "Title", "Due Date", "Progress", "Assigned To")
BETWEEN = "; "
NO_DAY = "none"
_TEXTS = {
    "Code": "code", "Title": "title", "Assigned To": "assigned_to", "Plan": "plan", "Area": "area",
    "Position": "position", "Success Criteria": "success_criteria", "Outcome": "outcome",
    "Implications": "implications", "Origin": "origin",
}  # fmt: skip
_LISTS = {"Leads": "leads", "Quality Indicators": "quality_indicators", "Indicators": "indicators"}
_KINDS: dict[str, type[Project] | type[Action]] = {"project": Project, "action": Action}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees beside a project or action, worked out elsewhere."""

    value: str = ""
    target: str = ""
    status: str = ""
    short_trend: str = ""
    long_trend: str = ""


def as_row(key: str, item: Project | Action, shown: Shown) -> dict[str, str]:
    """A project or action by column; `key` is what it is kept under."""
    row = {column: str(getattr(item, name)) for column, name in _TEXTS.items()}
    row |= {column: _joined(getattr(item, name)) for column, name in _LISTS.items()}
    row |= {
        "Value": shown.value,
        "Target": shown.target,
        "Status": shown.status,
        "Short Trend": shown.short_trend,
        "Long Trend": shown.long_trend,
        "Due Date": item.due.words,
        "Due Day": _own_day(item.due, when.due(item.due.words)),
        "Start Date": item.start.words,
        "Start Day": _own_day(item.start, when.begins(item.start.words)),
        "Progress": "" if item.progress is None else f"{item.progress!r}%".replace(".0%", "%"),
        "Id": key,
        "Kind": item.kind,
    }
    return {column: row[column] for column in COLUMNS}


def from_row(row: Mapping[str, str], kept: Project | Action | None = None) -> Project | Action:
    """The project or action of a row; `kept` is the version before, for what the row does not say.

    Raises WritingError whose faults name the columns.
    """
    given: dict[str, Any] = {name: tidied(row[column]) for column, name in _TEXTS.items() if column in row}
    given |= {name: _parted(row[column]) for column, name in _LISTS.items() if column in row}
    if "Progress" in row:
        given["progress"] = _progress(row["Progress"])
    if "Due Date" in row:
        given["due"] = _when("Due", row, kept.due if kept else None)
    if "Start Date" in row:
        given["start"] = _when("Start", row, kept.start if kept else None)
    if kept is not None and row.get("Kind", kept.kind) == kept.kind:
        return replace(kept, **given)
    return _kind(row.get("Kind", ""))(**given)


def _kind(text: str) -> type[Project] | type[Action]:
    """A row that says nothing is an action."""
    if text and text.lower() not in _KINDS:
        raise _fault("Kind", f"'{text}' is unknown; write project or action")
    return _KINDS[text.lower() or Action.kind]


def _when(column: str, row: Mapping[str, str], kept: When | None) -> When:
    """Words with their day: that of the row, else of the same words before, else what they name."""
    words, day = tidied(row[f"{column} Date"]), row.get(f"{column} Day", "").strip()
    named = when.begins(words) if column == "Start" else when.due(words)
    if day:
        return When(words, None if day == NO_DAY else _iso(f"{column} Day", day))
    same = kept is not None and kept.words == words and f"{column} Day" not in row
    return kept if same and kept else named


def _iso(column: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _fault(column, f"'{text}' is not a day; write it as 2019-07-23, or leave it empty") from None


def _progress(text: str) -> float | None:
    """A percentage. A spreadsheet that shows 33% keeps 0.33: without its sign that is nobody's to guess."""
    plain = text.strip().removesuffix("%").strip()
    try:
        found = float(plain) if plain else None
    except ValueError:
        raise _fault("Progress", f"'{text}' is not a percentage; write it as 33%") from None
    if found is not None and 0 < found <= 1 and "%" not in text:
        raise _fault("Progress", f"'{text}' may be a share or a percentage; write it as text, such as 33%")
    return found


def _own_day(moment: When, named: When) -> str:
    """The day to write beside the words: none where the words name it themselves."""
    if moment.day == named.day:
        return ""
    return moment.day.isoformat() if moment.day else NO_DAY


def _joined(texts: tuple[str, ...]) -> str:
    """Texts in one cell; a semicolon within one is doubled, so that it parts nothing."""
    return BETWEEN.join(text.replace(";", ";;") for text in texts)


def _parted(text: str) -> tuple[str, ...]:
    marked = tidied(text).replace(";;", "\0")
    return tuple(part.strip().replace("\0", ";") for part in marked.split(";") if part.strip())


def _fault(column: str, said: str) -> WritingError:
    return WritingError([Fault(column, f"{column}: {said}.")])
