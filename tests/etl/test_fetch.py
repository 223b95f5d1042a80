"""Fetching from a publisher whose server misbehaves in every way one has been seen to."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl import cli
from etl.addresses import FetchError, check_address, file_name
from etl.commands.fetching import PUBLISHERS
from etl.editions import date_in_name
from etl.fetch import Limits, fetch
from etl.sources.description import FileAddress
from etl.sources.description import Publisher as KnownPublisher
from tests.etl.odd_files import packed
from tests.etl.published_files import table_row, write_table

PAGE = "https://data.spatialhub.scot/lgbf"
CONTENT = b"Code,Year\nCHN22,2019-20\n"
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Publisher:
    """A server on this machine: its address, what it answers in turn, and what it was asked."""

    address: str
    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    rested: list[float] = field(default_factory=list)

    def fetch(self, folder: Path, name: str = "lgbf.csv", **limits: float) -> object:
        """Fetch a file from it, without resting between tries."""
        url = f"{self.address}/{name}"
        return fetch(url, folder / name, limits=Limits(rest=self.rested.append, **limits))  # type: ignore[arg-type]


def sends(content: bytes = CONTENT, code: int = 200, **headers: str) -> Answer:
    """A whole answer."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in {"Content_Length": str(len(content)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def drips(handler: BaseHTTPRequestHandler) -> None:
    """One byte now and then, until the one who asked has gone."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        time.sleep(0.005)


def hangs(handler: BaseHTTPRequestHandler) -> None:
    """Nothing at all, until the one who asked has gone."""
    handler.rfile.read(1)


# Only these two are about time: any other answer may take as long as a busy machine needs.
PATIENCE = {drips: {"in_all": 0.0}, hangs: {"silence": 0.05}}


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A server that gives its answers in turn, the last one for ever."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append({name.lower(): value for name, value in self.headers.items()})
            try:
                (known.answers.pop(0) if len(known.answers) > 1 else known.answers[0])(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known = Publisher(f"http://127.0.0.1:{server.server_port}", [sends()])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_fetched_whole_with_its_checksum(publisher: Publisher, tmp_path: Path) -> None:
    found = publisher.fetch(tmp_path)
    assert (tmp_path / "lgbf.csv").read_bytes() == CONTENT
    assert found.status == "new"  # type: ignore[attr-defined]
    assert found.sha256 == hashlib.sha256(CONTENT).hexdigest()  # type: ignore[attr-defined]
    assert names(tmp_path) == ["lgbf.csv", "lgbf.csv.fetch.json"]


def test_a_file_the_publisher_has_not_changed_is_not_sent_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers = [sends(ETag='"v1"', Last_Modified="Tue, 20 Feb 2024 09:30:00 GMT"), sends(b"", 304)]
    publisher.fetch(tmp_path)
    found = publisher.fetch(tmp_path)
    assert publisher.asked[1]["if-none-match"] == '"v1"'
    assert publisher.asked[1]["if-modified-since"] == "Tue, 20 Feb 2024 09:30:00 GMT"
    assert found.status == "unchanged"  # type: ignore[attr-defined]
    assert (tmp_path / "lgbf.csv").read_bytes() == CONTENT


def test_a_file_changed_here_is_asked_for_without_conditions(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers = [sends(ETag='"v1"')]
    publisher.fetch(tmp_path)
    (tmp_path / "lgbf.csv").write_text("edited")
    assert publisher.fetch(tmp_path).status == "changed"  # type: ignore[attr-defined]
    assert "if-none-match" not in publisher.asked[1]


def test_a_changed_file_takes_the_place_of_the_old_one_and_both_checksums_are_told(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.answers = [sends(ETag='"v1"'), sends(CONTENT * 2, ETag='"v2"')]
    publisher.fetch(tmp_path)
    found = publisher.fetch(tmp_path)
    assert found.status == "changed"  # type: ignore[attr-defined]
    assert found.before == hashlib.sha256(CONTENT).hexdigest()  # type: ignore[attr-defined]
    assert found.sha256 == hashlib.sha256(CONTENT * 2).hexdigest()  # type: ignore[attr-defined]
    assert json.loads((tmp_path / "lgbf.csv.fetch.json").read_text())["etag"] == '"v2"'


@pytest.mark.parametrize("code", [500, 503, 429])
def test_a_passing_fault_is_tried_again_after_a_longer_rest_each_time(
    publisher: Publisher, tmp_path: Path, code: int
) -> None:
    publisher.answers = [sends(b"", code), sends(b"", code), sends()]
    publisher.fetch(tmp_path)
    assert publisher.rested == [1.0, 2.0]
    assert (tmp_path / "lgbf.csv").read_bytes() == CONTENT


def test_a_truncated_file_is_tried_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers = [sends(Content_Length=str(len(CONTENT) + 5)), sends()]
    publisher.fetch(tmp_path)
    assert len(publisher.asked) == 2
    assert (tmp_path / "lgbf.csv").read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (sends(b"", 500), r"answers 500 .*; tried 4 times"),
        (sends(Content_Length="1000"), r"sent 24 of 1,000 bytes; tried 4 times"),
        (sends(b""), "sent nothing; tried 4 times"),
        (sends(b"", 404), "answers 404 .* look for its new address"),
        (sends(Content_Type="text/html; charset=utf-8"), "sends a web page in place of the file"),
        (sends(b"\n<!DOCTYPE html><html>"), "sends a web page in place of the file"),
        (sends(b"", 302, Location="file:///etc/passwd"), "leads to file:///etc/passwd; it is not followed"),
        (sends(b"", 302, Location="ftp://127.0.0.1/a.csv"), "must begin with https"),
        (sends(b"", 302, Location="http://example.org/a.csv"), "must begin with https"),
        (sends(b"", 302, Location="https://example.org/a.csv"), "by another scheme; it is not followed"),
        (sends(b"", 304), "leads to nowhere"),
        (drips, "sends too slowly; tried 4 times"),
        (hangs, "cannot be reached"),
        (sends(b"x" * 3000), "sends more than"),
    ],
)
def test_a_fault_is_said_and_the_file_that_was_there_stays(
    publisher: Publisher, tmp_path: Path, answer: Answer, expected: str
) -> None:
    (tmp_path / "lgbf.csv").write_bytes(b"old")
    publisher.answers = [answer]
    with pytest.raises(FetchError, match=expected):
        publisher.fetch(tmp_path, largest=2000, **PATIENCE.get(answer, {}))
    assert (tmp_path / "lgbf.csv").read_bytes() == b"old"
    assert names(tmp_path) == ["lgbf.csv"]


def test_a_redirect_on_the_same_machine_is_followed(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answers = [sends(b"", 302, Location="/moved.csv"), sends()]
    publisher.fetch(tmp_path)
    assert names(tmp_path) == ["lgbf.csv", "lgbf.csv.fetch.json"]


@pytest.mark.parametrize(
    "url",
    ["http://example.org/a.csv", "file:///etc/passwd", "ftp://example.org/a", "https:///a.csv", "a.csv", ""],
)
def test_only_https_is_spoken_with_others(url: str) -> None:
    with pytest.raises(FetchError, match="must begin with https"):
        check_address(url)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/LGBF%20Nov24.csv?x=1", "LGBF Nov24.csv"),
        ("..%2F..%2Fevil.csv", "evil.csv"),
        ("a%5C..%5Cevil.csv", "evil.csv"),
        (".hidden.csv", "hidden.csv"),
        ("a;b%00.csv", "a_b_.csv"),
    ],
)
def test_the_name_of_a_file_is_the_end_of_its_address_and_never_a_path(path: str, name: str) -> None:
    assert file_name(f"https://example.org/{path}", (".csv",)) == name


def test_an_address_without_the_name_of_a_known_kind_is_refused() -> None:
    with pytest.raises(FetchError, match=r"of a known kind \(.csv\)"):
        file_name("https://example.org/page", (".csv",))


def test_the_command_says_what_came_and_where_it_is(publisher: Publisher, tmp_path: Path) -> None:
    words = ["fetch", "lgbf", "--url", f"{publisher.address}/lgbf_2024-02.csv", "--into", str(tmp_path)]
    found = json.loads(CliRunner().invoke(cli.app, [*words, "--json"]).stdout)
    (file,) = found["files"]
    assert (found["source"], file["status"], file["bytes"]) == ("lgbf", "new", len(CONTENT))
    assert Path(file["path"]).read_bytes() == CONTENT
    assert "lgbf_2024-02.csv: unchanged, 24 bytes, SHA-256" in CliRunner().invoke(cli.app, words).stdout


@pytest.fixture
def two_files(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    """A publisher with two files of a source, of which one address does not end in a name."""
    files = (FileAddress(f"{publisher.address}/LGBF%20Nov24.csv"), FileAddress(publisher.address, "beds.csv"))
    known = KnownPublisher("lgbf", PAGE, (".csv",), files)
    monkeypatch.setitem(PUBLISHERS, "lgbf", known)
    return publisher


def test_every_file_of_a_source_is_fetched_under_its_own_name(two_files: Publisher, tmp_path: Path) -> None:
    two_files.answers = [sends(b"first"), sends(b"second")]
    result = CliRunner().invoke(cli.app, ["fetch", "lgbf", "--into", str(tmp_path)])
    assert result.exit_code == 0
    assert [line.split(": ")[1].split(",")[0] for line in result.stdout.splitlines()] == ["new", "new"]
    assert (tmp_path / "LGBF Nov24.csv").read_bytes() == b"first"
    assert (tmp_path / "beds.csv").read_bytes() == b"second"


def test_a_file_that_cannot_be_fetched_does_not_hold_up_the_next_and_is_told(
    two_files: Publisher, tmp_path: Path
) -> None:
    two_files.answers = [sends(b"", 404), sends(b"second")]
    result = CliRunner().invoke(cli.app, ["fetch", "lgbf", "--into", str(tmp_path), "--json"])
    assert result.exit_code == 1
    assert [file["status"] for file in json.loads(result.stdout)["files"]] == ["failed", "new"]
    assert "LGBF%20Nov24.csv answers 404 (Not Found); look for its new address" in result.stderr
    assert f"the page of the publisher is {PAGE}." in result.stderr
    assert (tmp_path / "beds.csv").read_bytes() == b"second"


def test_a_zip_that_was_fetched_is_loaded_file_by_file(publisher: Publisher, tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv", [table_row()]).read_bytes()
    content = packed(tmp_path / "made.zip", {"LGBF_Data_Table_Real.csv": table}).read_bytes()
    publisher.answers = [sends(content, Content_Type="application/zip")]
    words = [
        "fetch",
        "lgbf",
        "--url",
        f"{publisher.address}/LGBF_Nov24.zip",
        "--into",
        str(tmp_path),
        "--json",
    ]
    (file,) = json.loads(CliRunner().invoke(cli.app, words).stdout)["files"]
    words = ["load", file["path"], "--database", f"sqlite:///{tmp_path / 'store.db'}", "--json"]
    (loaded,) = json.loads(CliRunner().invoke(cli.app, words).stdout)["files"]
    assert (loaded["file"], loaded["rows"]["new"]) == ("LGBF_Nov24.zip!LGBF_Data_Table_Real.csv", 2)


def test_the_command_refuses_what_it_must_not_ask_for() -> None:
    result = CliRunner().invoke(cli.app, ["fetch", "lgbf", "--url", "http://example.org/a.csv"])
    assert result.exit_code == 1
    assert "Not fetched: the address http://example.org/a.csv must begin with https://" in result.stderr
    assert CliRunner().invoke(cli.app, ["fetch", "weather"]).exit_code == 2


def test_a_source_without_a_known_address_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PUBLISHERS, "lgbf", KnownPublisher("lgbf", PAGE, (".csv",)))
    result = CliRunner().invoke(cli.app, ["fetch", "lgbf"])
    assert result.exit_code == 1
    assert f"no address of a file of lgbf is known; find it on {PAGE} and give it with --url" in result.stderr


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("lgbf", ["LGBF_Files_Nov24.zip", "LGBF-Datafiles-Jan-25.zip"]),
        ("delayed-discharges", ["delayed_discharge_bed_days.csv"]),
        ("care-inspectorate", ["MDSF_data_30 June 2024.csv"]),
        (
            "phs-sds",
            [
                "data_sds_implementation_rate.csv",
                "data_sds_trend.csv",
                "data_sds_options_chosen.csv",
                "data_sds_options_proportion.csv",
                "data_sds_client_group.csv",
                "data_sds_type_of_organisation.csv",
                "data_completeness_table_self_directed_support.xlsx",
            ],
        ),
    ],
)
def test_every_source_has_addresses_that_may_be_asked_for_and_end_in_names_a_reader_can_use(
    source: str, names: list[str]
) -> None:
    known = PUBLISHERS[source]
    for address in (known.page, *(file.url for file in known.files)):
        check_address(address)
    assert [file.name or file_name(file.url, known.endings) for file in known.files] == names


def test_the_sources_are_those_of_the_readers() -> None:
    assert set(PUBLISHERS) == {"lgbf", "phs-sds", "delayed-discharges", "care-inspectorate"}


@pytest.mark.parametrize(
    ("source", "published"), [("lgbf", ["2024-11", "2025-01"]), ("care-inspectorate", ["2024-06"])]
)
def test_the_names_of_dated_releases_say_when_they_were_published(source: str, published: list[str]) -> None:
    known = PUBLISHERS[source]
    assert [date_in_name(file_name(file.url, known.endings)) for file in known.files] == published
