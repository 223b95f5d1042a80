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

    def fail(self, sentence: str, key: str = "") -> CatalogueError:
        """The error for this entry, at the line of `key` where it can be found."""
        lines = self.file.read_text(encoding="utf-8").splitlines()
        for number in range(self.line, len(lines)):
            if re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
                return CatalogueError(self.file, number + 1, sentence)
            if lines[number].startswith("[["):
                break
        return CatalogueError(self.file, self.line, sentence)


def entries(folder: Path, pattern: str, table: str) -> Iterator[Entry]:
    files = sorted(folder.glob(pattern))
    if not files:
        raise CatalogueError(folder / pattern, 1, "the file is missing")
    for file in files:
        text = file.read_text(encoding="utf-8")
        try:
            items = tomllib.loads(text).get(table, [])
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            raise CatalogueError(file, int(found[1]) if found else 1, f"not valid TOML: {error}") from None
        starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{table}]]"]
        yield from (Entry(file, line, values) for line, values in zip(starts, items, strict=True))


def build(entry: Entry, kind: type[T], converters: Converters | None = None) -> T:
    """Make a dataclass of an entry's keys, converting some; refuse unknown and missing ones."""
    converters = converters or {}
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for key in entry.values:
        if key not in known:
            raise entry.fail(f"'{key}' is not a key of a {kind.__name__.lower()}; remove or correct it", key)
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


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _reason(error: Exception) -> str:
    return str(error.args[0]) if error.args else type(error).__name__
