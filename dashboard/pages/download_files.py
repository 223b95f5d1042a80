"""A list of figures as a CSV that is sent while it is read, or as a workbook with its explanations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask import Response, send_file
from sqlalchemy import Connection

from dashboard.exports.safe_csv import Cell, csv_lines
from dashboard.exports.table_rows import ScreenTable
from dashboard.exports.workbook import MOST_ROWS, Sheet, to_xlsx
from dashboard.views import dictionary
from indicators.catalogue import Catalogue
from indicators.store import read, search
from indicators.store.store import Store

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDE = {
    "indicator": 44,
    "definition": 60,
    "meaning": 50,
    "note": 30,
    "edition": 34,
    "locator": 40,
    "title": 40,
}
_WIDE |= {"attribution": 60, "address": 40, "publisher": 24, "area": 20, "service": 20, "is": 90, "what": 16}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a download holds: the name of its file, columns, rows (read once), and what was asked for.

    `what` says it in words and `address` is the page of it; `count` is how many rows there are.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    what: str
    address: str
    count: int


def as_csv(listed: Listed, connection: Connection) -> Response:
    """A CSV; rows may still be read from the connection while it is sent, so it is closed after the last."""
    response = Response(
        _until_sent(csv_lines(listed.header, listed.rows), connection.close), mimetype="text/csv"
    )
    name = file_name(listed.name, read.release(connection).id, "csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.call_on_close(connection.close)
    return response


def as_xlsx(listed: Listed, connection: Connection, catalogue: Catalogue, product: str) -> Response:
    """A workbook: the figures, what columns and indicators mean, whose figures they are, and as at when."""
    if listed.count > MOST_ROWS:
        return _too_long(listed.count)
    release = read.release(connection)
    seen = dictionary.Seen(listed.header)
    editions = search.every_edition(connection)
    sheets = (
        _sheet("Figures", listed.header, seen.passing(listed.rows)),
        _sheet("Dictionary", dictionary.DICTIONARY_HEADER, dictionary.dictionary(catalogue, seen)),
        _sheet("Sources", dictionary.SOURCES_HEADER, dictionary.sources(catalogue, editions, seen)),
        _sheet(
            "As at", dictionary.AS_AT_HEADER, dictionary.as_at(product, release, listed.what, listed.address)
        ),
    )
    file = to_xlsx(sheets, listed.what)
    name = file_name(listed.name, release.id, "xlsx")
    return send_file(file, mimetype=XLSX_TYPE, as_attachment=True, download_name=name)


def _too_long(count: int) -> Response:
    """What a list is answered with that no sheet can hold."""
    sentence = f"A sheet holds {MOST_ROWS:,} rows, this list has {count:,}: filter, or take the CSV."
    return Response(f"{sentence}\n", status=413, mimetype="text/plain")


def table_as_csv(table: ScreenTable, name: str, store: Store) -> Response:
    """A table of a screen as a CSV."""
    with store.connect() as connection:
        file = file_name(name, read.release(connection).id, "csv")
    laid_out = table.laid_out()
    response = Response(csv_lines(laid_out.header, laid_out.rows()), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


@dataclass(frozen=True, slots=True)
class Maker:
    """Who offers the files: the product, and whose data it contains."""

    product: str
    attribution: str


def table_as_xlsx(table: ScreenTable, name: str, store: Store, maker: Maker, address: str) -> Response:
    """A table of the screen at an address as a workbook."""
    if table.of > MOST_ROWS:
        return _too_long(table.of)
    laid_out = table.laid_out()
    header, codes = laid_out.header, laid_out.codes
    with store.connect() as connection:
        release = read.release(connection)
        editions = search.editions_of(connection, codes)
    told = dictionary.as_at(maker.product, release, table.caption, address)
    seen = dictionary.Seen(header, codes, {each.label for each in editions})
    sheets = (
        _sheet("Table", header, map(seen.reading, laid_out.rows())),
        _sheet("Dictionary", dictionary.DICTIONARY_HEADER, dictionary.of_table(store.catalogue, seen)),
        _sheet("Sources", dictionary.SOURCES_HEADER, dictionary.sources(store.catalogue, editions, seen)),
        _sheet("As at", dictionary.AS_AT_HEADER, (*told, ("Attribution", maker.attribution))),
    )
    file = file_name(name, release.id, "xlsx")
    book = to_xlsx(sheets, table.caption)
    return send_file(book, mimetype=XLSX_TYPE, as_attachment=True, download_name=file)


def file_name(name: str, release: int, kind: str) -> str:
    """What it is and the release of the data it was made from, in letters every system takes."""
    safe = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_") else "-" for letter in name
    )
    return f"{safe}-release-{release}.{kind}"


def _sheet(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Sheet:
    return Sheet(name, header, rows, [_WIDE.get(heading, 14) for heading in header])


def _until_sent(lines: Iterator[str], close: Callable[[], None]) -> Iterator[str]:
    try:
        yield from lines
    finally:
        close()
