"""The door for what people write: what it lets in, and in which words it refuses the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.access import writing
from dashboard.access.writing import Form, FormError, local, same_site

HOME = "http://127.0.0.1:8050"


@pytest.fixture
def kept() -> list[Form]:
    """The forms that were let in."""
    return []


@pytest.fixture
def client(kept: list[Form]) -> Iterator[FlaskClient]:
    """A server that keeps notes, and refuses the note `clash` because somebody was first."""

    def keep(form: Form) -> str:
        if form.get("text") == "clash":
            raise FormError("A. Other wrote first.", theirs="their text", status=409)
        kept.append(form)
        return form.get("next") or "/indicators/CHN22?area=S12000042"

    server = Flask("door")
    writing.register(server, "/", {"note": keep})
    yield server.test_client()


def send(client: FlaskClient, path: str = "/write/note", **changes: Any) -> Any:
    """Send an honest form with some changes."""
    fields = {"author": "A. Analyst", "text": "why", **changes.pop("fields", {})}
    asked: dict[str, Any] = {"base_url": HOME, "headers": {"Origin": HOME}, **changes}
    return client.post(path, data=fields, **asked)


def test_an_honest_form_is_kept_and_the_answer_says_where_to_go(
    client: FlaskClient, kept: list[Form]
) -> None:
    answer = send(client)
    assert (answer.status_code, answer.get_json()) == (200, {"next": "/indicators/CHN22?area=S12000042"})
    assert kept == [Form("A. Analyst", {"text": "why"})]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://127.0.0.1:8050.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_of_another_site_is_refused(
    client: FlaskClient, kept: list[Form], headers: dict[str, str]
) -> None:
    answer = send(client, headers=headers)
    assert answer.status_code == 403
    assert answer.get_json()["problems"] == ["This form was not sent from a page of the dashboard."]
    assert kept == []


def test_a_browser_that_sends_no_origin_may_say_where_the_form_is_from(client: FlaskClient) -> None:
    assert send(client, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.1", "8.8.8.8"])
def test_another_machine_may_not_write_before_there_is_sign_in(
    client: FlaskClient, kept: list[Form], address: str
) -> None:
    answer = send(client, environ_base={"REMOTE_ADDR": address})
    assert answer.status_code == 403
    assert "needs sign-in" in answer.get_json()["problems"][0]
    assert kept == []


def test_a_foreign_name_that_leads_to_this_machine_may_not_write(
    client: FlaskClient, kept: list[Form]
) -> None:
    """A page of evil.example whose name was turned to 127.0.0.1 has the right origin, and the wrong name."""
    evil = "http://evil.example:8050"
    assert send(client, base_url=evil, headers={"Origin": evil}).status_code == 403
    assert kept == []


@pytest.mark.parametrize("author", ["", " ", "A", "x" * 81, "\0\0"])
def test_who_writes_gives_a_name(client: FlaskClient, kept: list[Form], author: str) -> None:
    answer = send(client, fields={"author": author})
    assert answer.status_code == 422
    assert answer.get_json()["problems"] == ["Give your name: it is kept with what you write."]
    assert kept == []


def test_a_field_has_a_longest_length_said_in_the_answer(client: FlaskClient) -> None:
    answer = send(client, fields={"text": "x" * 20_001})
    assert answer.status_code == 422
    assert "at most 20,000 letters" in answer.get_json()["problems"][0]


def test_control_characters_go_and_line_ends_become_one_kind(client: FlaskClient, kept: list[Form]) -> None:
    send(client, fields={"text": " one\r\ntwo\rthree\0\x1b[31m\u202e "})
    assert kept[0].get("text") == "one\ntwo\nthree[31m"


def test_the_second_writer_is_told_and_sees_what_the_first_wrote(client: FlaskClient) -> None:
    answer = send(client, fields={"text": "clash"})
    assert answer.status_code == 409
    assert answer.get_json() == {"problems": ["A. Other wrote first."], "theirs": "their text"}


def test_there_is_no_other_kind_and_no_other_way_to_write(client: FlaskClient) -> None:
    assert send(client, path="/write/nothing").status_code == 404
    assert client.get("/write/note").status_code == 405


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/\t/evil", "x"],
)
def test_the_answer_never_leads_to_another_site(client: FlaskClient, address: str) -> None:
    assert local(address) == "/"


@pytest.mark.parametrize("address", ["/", "/exceptions?area=S12000042", "/indicators/CHN22#comments"])
def test_addresses_of_this_site_are_kept(address: str) -> None:
    assert local(address) == address


@given(st.text(), st.text(), st.text(min_size=1))
def test_no_origin_but_the_hosts_own_is_the_same_site(scheme: str, site: str, host: str) -> None:
    origin = f"{scheme}://{site}"
    assert not same_site(origin, "same-origin", host) or host in origin
