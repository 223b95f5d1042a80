"""What is written as JSON and back, without losing anything: a frozen dataclass of plain parts.

Parts are texts, numbers, true or false, days, words of an enumeration, tuples and further dataclasses.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from indicators.written.checks import Fault, WritingError

T = TypeVar("T")


def to_json(content: Any) -> str:
    """A content as one line of JSON, its keys in the order of its fields."""
    return json.dumps(_plain(content), ensure_ascii=False, allow_nan=False)


def from_json(kind: type[T], text: str) -> T:
    """The content a text of `to_json` was made of; a field added since then has its default.

    Raises WritingError for anything else, and for a content that is not valid.
    """
    try:
        found: T = _read(kind, json.loads(text), kind.__name__)
    except WritingError:
        raise
    except (ValueError, TypeError, KeyError) as error:
        raise _unreadable(kind.__name__, str(error)) from None
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _read(wanted: Any, value: Any, where: str) -> Any:
    if get_origin(wanted) is UnionType:
        return None if value is None else _read(_without_none(wanted), value, where)
    if get_origin(wanted) is tuple:
        return tuple(_read(get_args(wanted)[0], each, where) for each in _being(list, value, where))
    if is_dataclass(wanted):
        return _read_dataclass(wanted, _being(dict, value, where), where)
    return _read_one(wanted, value, where)


def _read_one(wanted: Any, value: Any, where: str) -> Any:
    """A part that has no parts itself."""
    if issubclass(wanted, Enum):
        return wanted(value)
    if wanted is date:
        return date.fromisoformat(_being(str, value, where))
    return float(_being((int, float), value, where)) if wanted is float else _being(wanted, value, where)


def _read_dataclass(wanted: Any, values: dict[str, Any], where: str) -> Any:
    hints = _hints(wanted)
    unknown = sorted(set(values) - set(hints))
    if unknown:
        raise _unreadable(where, f"'{unknown[0]}' is not a part of it")
    return wanted(**{name: _read(hints[name], value, f"{where}, {name}") for name, value in values.items()})


@lru_cache(maxsize=64)
def _hints(wanted: Any) -> dict[str, Any]:
    """The types of the fields of a dataclass, by name."""
    found = get_type_hints(wanted)
    return {field.name: found[field.name] for field in fields(wanted)}


def _without_none(wanted: Any) -> Any:
    (only,) = (each for each in get_args(wanted) if each is not NoneType)
    return only


def _being(kind: Any, value: Any, where: str) -> Any:
    """A value of a type as it is; true and false are no numbers."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _unreadable(where, f"{value!r} is not what belongs there")
    return value


def _unreadable(where: str, said: str) -> WritingError:
    return WritingError([Fault(where, f"{where}: it cannot be read ({said}); restore it from a backup.")])
