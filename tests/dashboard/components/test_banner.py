"""The warning above everything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.components.banner import banner
from dashboard.components.header import header
from dashboard.shell import shell_layout
from tests.dashboard.components.test_larger_components import HEADER
from tests.dashboard.shell_app import CONTEXT
from tests.dashboard.tree import find, words


@pytest.mark.parametrize("notice", ["", "Synthetic <figures>"])
def test_the_header_begins_with_the_notice_where_there_is_one(notice: str) -> None:
    made = header(replace(HEADER, notice=notice))
    notes = find(made, "P", role="note")
    assert [words(note) for note in notes] == ([notice] if notice else [])
    assert (made.children[0] is notes[0]) if notice else notes == []  # type: ignore[attr-defined]
    assert len(banner(notice)) == bool(notice)


def test_the_notice_of_the_context_is_on_every_page() -> None:
    assert "Made up" in words(shell_layout((), replace(CONTEXT, notice="Made up")))
