"""What a reader's TOML file says: whose figures these are, what the file must hold, what its marks mean."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl.cells import Marker
from etl.extract import Extracted, FileKind
from etl.readings import Asked, Reading
from indicators.catalogue import Catalogue
from indicators.figures import Status


@dataclass(frozen=True, slots=True)
class FileAddress:
    """Where a publisher has a file; `name` is what it is called here where its address does not say."""

    url: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Where the files of a source are fetched from: its name for `fetch`, the publisher's page, the files.

    `endings` are those of the files a reader of the source knows.
    """

    name: str
    page: str
    endings: tuple[str, ...]
    files: tuple[FileAddress, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """One kind of file. `source` is a code of the catalogue, empty where the file itself decides.

    `sheet` is the sheet a workbook must have; `columns` are header words the sheet or file must have.
    """

    name: str
    title: str
    source: str
    publisher: str
    licence: str
    cadence: str
    kind: FileKind
    columns: tuple[str, ...]
    sheet: str = ""
    edition: str = ""
    markers: dict[str, Marker] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    fetch: Publisher | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file and the function that reads it into a tidy frame.

    `recognises` looks at the content where the sheet or the columns of the description do not settle it.
    """

    description: Description
    read: Callable[[Extracted, Catalogue, Asked], Reading]
    recognises: Callable[[Extracted], bool] | None = None


def describe(name: str) -> Description:
    """Read `<name>.toml` beside this module."""
    values: dict[str, Any] = tomllib.loads(
        Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
    )
    markers = {
        text: Marker(Status(marker["status"]), marker.get("note", ""))
        for text, marker in values.pop("markers", {}).items()
    }
    fetch = values.pop("fetch", None)
    return Description(
        name=name,
        kind=FileKind(values.pop("kind")),
        columns=tuple(values.pop("columns")),
        labels=tuple(values.pop("labels", ())),
        markers=markers,
        fetch=_publisher(fetch) if fetch else None,
        **values,
    )


def _publisher(values: dict[str, Any]) -> Publisher:
    files = tuple(FileAddress(**file) for file in values.get("files", ()))
    return Publisher(values["name"], values["page"], tuple(values["endings"]), files)
