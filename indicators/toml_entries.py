"""Entries of TOML files turned into dataclasses, with every refusal naming its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Converters = Mapping[str, Callable[[Any], Any]]

_PLAIN: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "str": ("a text", (str,)),
    "bool": ("true or false", (bool,)),
    "int": ("a whole number", (int,)),
    "float": ("a number", (int, float)),
    "float | None": ("a number", (int, float)),
    "tuple[str, ...]": ("a list of texts", (list, tuple)),
}


class CatalogueError(ValueError):
    """A mistake in the catalogue: the file, the line, and what to do about it."""

    def __init__(self, file: Path, line: int, sentence: str) -> None:
        super().__init__(f"{file.name}, line {line}: {sentence}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[table]]` entry of a file, with the line it begins on."""

    file: Path
    line: int
    values: Mapping[str, Any]

    def fail(self, sentence: str, key: str = "", text: str = "") -> CatalogueError:
        """The error for this entry, at the line that holds `text` in quotes, else at the line of `key`."""
        lines = _read(self.file).splitlines()[self.line :]
        ends = (n for n, line in enumerate(lines) if re.match(r"\s*\[\[[^.\]]+\]\]", line))
        own = list(enumerate(lines[: next(ends, None)], self.line + 1))
        quoted = [number for number, line in own if text and f'"{text}"' in line]
        keyed = [number for number, line in own if key and re.match(rf"\s*{re.escape(key)}\s*=", line)]
        return CatalogueError(self.file, (*quoted, *keyed, self.line)[0], sentence)


def entries(folder: Path, pattern: str, table: str, beside: str = "", needed: bool = True) -> Iterator[Entry]:
    """The `[[table]]` entries of the files that match; the only other tables allowed are those `beside`.

    Raises CatalogueError for a file that is missing or is not TOML, and for any other table or key.
    """
    files = sorted(folder.glob(pattern))
    if needed and not files:
        raise CatalogueError(folder / pattern, 1, "the file is missing")
    for file in files:
        text = _read(file)
        items = _document(file, text, (table, *beside.split())).get(table, [])
        heading = re.compile(rf"\s*\[\[\s*{table}\s*\]\]")
        starts = [number for number, line in enumerate(text.splitlines(), 1) if heading.match(line)]
        if not isinstance(items, list) or len(starts) != len(items):
            raise CatalogueError(file, 1, f"write every entry below a line [[{table}]]")
        yield from (Entry(file, line, values) for line, values in zip(starts, items, strict=True))


def build(entry: Entry, kind: type[T], converters: Converters | None = None) -> T:
    """Make a dataclass of an entry's keys, converting some; refuse unknown and missing ones."""
    converters = converters or {}
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for key in entry.values:
        if key not in known:
            raise entry.fail(f"'{key}' is not a key of a {kind.__name__.lower()}; remove or correct it", key)
        wanted = _PLAIN.get(str(known[key].type))
        if wanted and key not in converters and not _is_plain(entry.values[key], wanted):
            raise entry.fail(f"{key}: {entry.values[key]!r} is not {wanted[0]}", key)
    for name, field in known.items():
        if name not in entry.values and field.default is MISSING and field.default_factory is MISSING:
            raise entry.fail(f"the key '{name}' is missing")
    built = {}
    for key, value in entry.values.items():
        try:
            built[key] = converters[key](value) if key in converters else _frozen(value)
        except (ValueError, KeyError, TypeError) as error:
            raise entry.fail(f"{key}: {_reason(error)}", key) from None
    return kind(**built)


def _read(file: Path) -> str:
    """The text of a file, with or without the mark some editors put before it."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise CatalogueError(file, line, "a character is not UTF-8; save the file as UTF-8") from None


def _document(file: Path, text: str, tables: tuple[str, ...]) -> dict[str, Any]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise CatalogueError(file, int(found[1]) if found else 1, f"not valid TOML: {error}") from None
    for name in document:
        if name not in tables:
            line = next((n for n, shown in enumerate(text.splitlines(), 1) if name in shown), 1)
            raise CatalogueError(file, line, f"'{name}' does not belong here; expected [[{tables[0]}]]")
    return document


def _is_plain(value: Any, wanted: tuple[str, tuple[type, ...]]) -> bool:
    return isinstance(value, wanted[1]) and (bool in wanted[1] or not isinstance(value, bool))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _reason(error: Exception) -> str:
    return str(error.args[0]) if error.args else type(error).__name__
