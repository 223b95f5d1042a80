"""The door for what people write: each form is a POST that this door checks before anything reads it.

A form is taken only from a page of this site (its `Origin`, else `Sec-Fetch-Site`, says so), only on this
machine until there is sign-in, and only with the name of who writes. Answers are JSON: `next` is the address
to go to, `problems` are sentences for the writer, whose text stays in the form.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, jsonify, request

PATH: Final = "write"
LONGEST_NAME: Final = 80
LONGEST_FIELD: Final = 20_000
MOST_FIELDS: Final = 200
THIS_MACHINE: Final = ("127.0.0.1", "::1", "localhost")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody sent: who they are, and one value a field, stripped of spaces around it."""

    author: str
    fields: Mapping[str, str]

    def get(self, name: str) -> str:
        """A field, empty where it was not sent."""
        return self.fields.get(name, "")


class FormError(Exception):
    """What is wrong with a form, one sentence each; `theirs` is what somebody else wrote first."""

    def __init__(self, *sentences: str, theirs: str = "", status: int = 422) -> None:
        super().__init__(" ".join(sentences))
        self.sentences, self.theirs, self.status = sentences, theirs, status


Keep = Callable[[Form], str]
"""Keeps what a form says and returns the address to go to; raises FormError."""


def register(server: Flask, prefix: str, kinds: Mapping[str, Keep]) -> None:
    """Take forms at `/write/<kind>`."""

    def take(kind: str) -> tuple[Response, int]:
        keep = kinds.get(kind)
        if keep is None:
            return _answer(404, problems=["There is nothing of this kind to write."])
        try:
            return _answer(200, next=local(keep(checked())))
        except FormError as problem:
            return _answer(problem.status, problems=list(problem.sentences), theirs=problem.theirs)

    server.add_url_rule(f"{prefix}{PATH}/<kind>", "write", take, methods=["POST"])


def checked() -> Form:
    """The form of this request.

    Raises FormError (403) when it did not come from a page of this site or from this machine, and (422)
    without a name or with a field that is too long.
    """
    # The name asked for must be this machine's too: another site's name may be made to lead here.
    if not {request.remote_addr, urlsplit(f"//{request.host}").hostname} <= set(THIS_MACHINE):
        raise FormError("Writing needs sign-in, which this dashboard does not have here.", status=403)
    if not same_site(
        request.headers.get("Origin", ""), request.headers.get("Sec-Fetch-Site", ""), request.host
    ):
        raise FormError("This form was not sent from a page of the dashboard.", status=403)
    if len(request.form) > MOST_FIELDS or any(len(text) > LONGEST_FIELD for text in request.form.values()):
        raise FormError(f"A field holds at most {LONGEST_FIELD:,} letters; shorten the text.")
    fields = {name: _clean(text) for name, text in request.form.items()}
    author = fields.pop("author", "")
    if not 2 <= len(author) <= LONGEST_NAME or "\n" in author:
        raise FormError("Give your name: it is kept with what you write.")
    return Form(author, fields)


def same_site(origin: str, fetch_site: str, host: str) -> bool:
    """Whether a request comes from a page of this host; one that says nothing of it does not."""
    if not origin:
        return fetch_site == "same-origin"
    try:
        return urlsplit(origin).netloc == host
    except ValueError:
        return False


def local(address: str) -> str:
    """An address of this site; anything else becomes the overview.

    Browsers read `//host` and `/\\host` as another site, and skip control characters.
    """
    plain = address.isprintable() and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain else "/"


def _clean(text: str) -> str:
    """Text without control characters other than line ends, which all become `\\n`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter == "\n" or letter.isprintable()).strip()


def _answer(status: int, **content: object) -> tuple[Response, int]:
    if status != 200:
        _log.info("A form was refused with %d", status)
    return jsonify({name: value for name, value in content.items() if value}), status
