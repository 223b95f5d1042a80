"""Loads: what each brought, what it refused, what it noticed, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.views.moments import moment_words
from dashboard.views.paging import Paging, WholeList, asked_page, first_of, most_of
from dashboard.views.query import Query
from dashboard.views.text import Text, bold, join_text
from indicators.catalogue import Catalogue
from indicators.display import change_text, rounded, value_text
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.store import changes, history
from indicators.store.rows import LoadRow

OUTCOMES = ("new", "unchanged", "revised", "rebased", "history", "rejected")
MOST_REFUSED = 100
FINEST = 4
KIND_WORDS = {"revision": "Revised", "rebase": "Rebased"}
FIRST_NUMBER = "First number"


@dataclass(frozen=True, slots=True)
class LoadLine:
    """One load: its file, when, the rows by what became of them, and whether they add up to those read."""

    number: int
    source: str
    file: str
    sha256: str
    when: str
    read: str
    counts: tuple[tuple[str, str], ...]
    adds_up: bool
    check: str


@dataclass(frozen=True, slots=True)
class Loads:
    """Loads, newest first."""

    lines: tuple[LoadLine, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed: the rule, where (within the file), the sentence, and the load."""

    rule: str
    place: str
    sentence: str
    load: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A figure before and after a load, the size of the change, and both editions."""

    kind: str
    code: str
    title: str
    of: str
    old: str
    new: str
    size: str
    old_edition: str
    new_edition: str


@dataclass(frozen=True, slots=True)
class LoadView:
    """One load whole; `kept_back` changes are of indicators that could identify people."""

    line: LoadLine
    lead: Text
    refused: tuple[Finding, ...]
    refused_total: int
    warnings: tuple[history.RuleCount, ...]
    changes: tuple[ChangeLine, ...]
    kept_back: int
    paging: Paging


def loads(connection: Connection, catalogue: Catalogue, query: Query, source: str = "") -> Loads:
    """The part of the list of loads the address asks for, of one source or of all."""
    page, most = asked_page(query), most_of(query)
    total, rows = history.loads_held(connection, source, first_of(page, most), most)
    if not rows and total:
        page, (_, rows) = 1, history.loads_held(connection, source, 0, most)
    return Loads(tuple(load_line(row, catalogue) for row in rows), Paging(page, total, most))


def load_line(row: LoadRow, catalogue: Catalogue) -> LoadLine:
    """A load in words."""
    numbers = [getattr(row, name) for name in OUTCOMES]
    source = catalogue.sources.get(row.source)
    over = row.read - sum(numbers)
    return LoadLine(
        number=row.id,
        source=source.title if source else row.source,
        file=row.file_name,
        sha256=row.sha256,
        when=moment_words(row.loaded_at),
        read=f"{row.read:,}",
        counts=tuple((name, f"{number:,}") for name, number in zip(OUTCOMES, numbers, strict=True)),
        adds_up=over == 0,
        check="adds up" if over == 0 else f"{abs(over):,} too {'few' if over > 0 else 'many'}",
    )


def load_view(connection: Connection, catalogue: Catalogue, row: LoadRow, query: Query) -> LoadView:
    """One load: its refusals, its warnings by rule, and the part of its changes the address asks for."""
    page, most = asked_page(query), most_of(query)
    total_refused, refused = _refusals(connection, row.id, query)
    total, changed = changes.changes_of_load(connection, row.id, first_of(page, most), most)
    if not changed and page > 1:
        page, (total, changed) = 1, changes.changes_of_load(connection, row.id, 0, most)
    rules = history.rules_broken(connection, row.id)
    return LoadView(
        line=load_line(row, catalogue),
        lead=_lead(row),
        refused=tuple(finding(each) for each in refused),
        refused_total=total_refused,
        warnings=tuple(each for each in rules if each.severity == "warning"),
        changes=tuple(_change(each, catalogue) for each in changed if each.indicator in catalogue.indicators),
        kept_back=max(row.revised + row.rebased - total, 0),
        paging=Paging(page, total, most),
    )


def _refusals(connection: Connection, load: int, query: Query) -> tuple[int, list[history.ProblemRow]]:
    """How many rows a load refused, and the first of them, or the part that a file asks for."""
    page, most = (asked_page(query) if isinstance(query, WholeList) else 1), most_of(query, MOST_REFUSED)
    return history.problems_held(connection, load, severity="error", first=first_of(page, most), most=most)


def finding(row: history.ProblemRow) -> Finding:
    """A problem with its place once: the sentence begins with it, too."""
    sentence = row.sentence.removeprefix(f"{row.place}: ")
    return Finding(row.rule, row.place, sentence[:1].upper() + sentence[1:], row.load_id)


def _lead(row: LoadRow) -> Text:
    changed = row.revised + row.rebased
    refused = f"{row.rejected:,} refused" if row.rejected else "none refused"
    replaced = f"; {changed:,} replaced a figure that was there" if changed else ""
    return join_text(
        bold(f"{row.read:,} {'row' if row.read == 1 else 'rows'} read"), f", {refused}{replaced}."
    )


def _change(row: changes.ChangeRow, catalogue: Catalogue) -> ChangeLine:
    area = catalogue.areas.by_code.get(row.area)
    basis = "" if row.basis == "none" else f", {row.basis}"
    indicator = _fine_enough(catalogue[row.indicator], row.old_value, row.new_value)
    return ChangeLine(
        kind=_kind(row),
        code=row.indicator,
        title=indicator.short_title,
        of=f"{area.name if area else row.area}, {row.period}{basis}",
        old=_shown(indicator, row.old_value, row.old_status),
        new=_shown(indicator, row.new_value, row.new_status),
        size=_size(indicator, row.old_value, row.new_value),
        old_edition=row.old_edition,
        new_edition=row.new_edition,
    )


def _kind(row: changes.ChangeRow) -> str:
    """A first number where there was none replaced a status, and revised no value."""
    return FIRST_NUMBER if row.old_value is None and row.new_value is not None else KIND_WORDS[row.kind]


def _fine_enough(indicator: Indicator, old: float | None, new: float | None) -> Indicator:
    """The indicator with as many decimals more, up to four, as two values need to look apart."""
    if old is None or new is None:
        return indicator
    tried = [indicator.decimals + more for more in range(FINEST + 1)]
    apart = (decimals for decimals in tried if rounded(old, decimals) != rounded(new, decimals))
    return replace(indicator, decimals=next(apart, indicator.decimals))


def _shown(indicator: Indicator, value: float | None, status: str) -> str:
    return Status(status).words if value is None else value_text(indicator, value)


def _size(indicator: Indicator, old: float | None, new: float | None) -> str:
    """Which way and how far the number moved; empty where one is missing or only the status changed."""
    if old is None or new is None or old == new:
        return ""
    return f"{'↑' if new > old else '↓'} {change_text(indicator, new - old)}"
