"""Refuses, each with its own sentence, the files beside published figures that hold none to load."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from etl.extract import Extracted, FileKind, text_of
from etl.problems import refused
from etl.readings import Asked, Reading
from etl.sources.description import Description, Reader
from etl.tables import header_of
from indicators.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Companion:
    """A kind of file without figures: the header words or the first words it has, and what to say of it."""

    sentence: str
    columns: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


COMPANIONS = tuple(
    Companion(values["sentence"], tuple(values.get("columns", ())), tuple(values.get("lines", ())))
    for values in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["companion"]
)


def companion_of(extracted: Extracted) -> Companion | None:
    """The companion a file is, by its header or its first line; None for any other file."""
    text = text_of(extracted)
    for companion in COMPANIONS:
        if companion.lines and text.startswith(companion.lines):
            return companion
    header = set(header_of(extracted.name, text))
    return next((c for c in COMPANIONS if c.columns and set(c.columns) <= header), None)


def recognises(extracted: Extracted) -> bool:
    """True for a file of one of these kinds."""
    return companion_of(extracted) is not None


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Never a reading. Raises LoadRefused with what the file is and why it holds no figures."""
    del catalogue, asked
    companion = companion_of(extracted)
    said = companion.sentence if companion else "it holds no figures"
    raise refused("no figures", extracted.name, f"{extracted.name}: {said}.")


READER = Reader(
    Description("without_figures", "a file without figures", "", "", "", "", FileKind.TEXT, ()),
    read,
    recognises,
)
