"""Names and marks a reader looks up: abbreviations, footnotes, and lists said to stand at a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.narrative.conflicts import Conflict
from etl.narrative.text import Sentence

PAGE = 45  # lines: a footnote stands on the page of its mark
BEFORE = 150  # characters before an abbreviation in which its words stand
_SMALL = {"of", "and", "the", "for", "in", "to", "with", "on", "a", "an", "or"}
_OPENS = re.compile(r"(?<![A-Za-z\d)%*])\*+(?=[^\s*])")
_MARK = re.compile(r"(?<=[a-z\d)%])(\*{1,3})(?=\s|$|[.,;:)](?:\s|$))")
_SENT = re.compile(
    r"\b(?:initiatives|actions|factors|measures|steps|activities|reasons|improvements|projects)\b[^.]{0,40}"
    r"\b(?:detailed|listed|set out|outlined|described) (?:at|in|under) ((?:Figure|Table) \d+)"
)
_CAPTION = re.compile(r"(?:Figure|Table) \d+")


def abbreviations(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """One abbreviation that a report spells out in two ways."""
    del text
    known: dict[str, list[tuple[tuple[str, ...], Sentence, str]]] = {}
    for sentence in found:
        for met in re.finditer(r"\(([A-Z]{2,6})s?\)", sentence.text):
            spelt = _spelt_out(sentence.text[max(0, met.start() - BEFORE) : met.start()], met[1])
            same = known.setdefault(met[1], [])
            if spelt and not any(_alike(spelt, other) for other, _, _ in same):
                for _, first, name in same[:1]:
                    why = f"{met[1]} is '{name}' in line {first.line}"
                    yield Conflict(
                        "abbreviation", sentence.line, f"{' '.join(spelt)} ({met[1]})", first.line, name, why
                    )
                same.append((spelt, sentence, " ".join(spelt)))


def _spelt_out(lead: str, short: str) -> tuple[str, ...]:
    """The words before an abbreviation that begin with its letters; empty where they do not."""
    left, taken = list(short), list[str]()
    for word in reversed(re.findall(r"[A-Za-z][A-Za-z']*", lead)):
        if not left:
            break
        if word[0].upper() == left[-1]:
            taken.insert(0, word)
            left.pop()
        elif word.lower() not in _SMALL:
            return ()
    return () if left else tuple(taken)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same words, whatever their endings: a plural or another spelling is no second meaning."""
    return [word[:4].lower() for word in one] == [word[:4].lower() for word in other]


def footnotes(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """An asterisk that no footnote on its page answers."""
    del found
    lines = text.splitlines()
    emphasised = False
    for at, line in enumerate(lines):
        emphasised = bool(_OPENS.search(line)) or (emphasised and bool(line.strip()))
        if emphasised:  # to the end of the paragraph: an asterisk there may close the emphasis
            continue
        for mark in dict.fromkeys(found[1] for found in _MARK.finditer(line)):
            if not _answered(mark, lines[at + 1 : at + 1 + PAGE], lines[-PAGE:]):
                why = "no footnote on its page begins with the mark"
                yield Conflict("footnote", at + 1, " ".join(line.split()), at + 1, mark, why)


def _answered(mark: str, page: Sequence[str], end: Sequence[str]) -> bool:
    """True where a line of the page begins with a mark, or one of the notes at the end of the report."""
    note = re.compile(rf"(?:^|\t)\W*?\*{{{len(mark)},}}\s*\w")
    endnote = re.compile(rf"\s*\*{{{len(mark)}}}\s*\w[^*]*$")
    return any(map(note.search, page)) or any(map(endnote.match, end))


def references(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A list that is said to stand at a figure or table which lists nothing, while another one does."""
    lists = _lists(text)
    for sentence in found:
        for met in _SENT.finditer(sentence.text):
            others = [(name, at) for name, at in lists.items() if at]
            if met[1] in lists and not lists[met[1]] and others:
                name, at = min(others, key=lambda other: abs(other[1] - sentence.line))
                why = f"{met[1]} lists nothing; the nearest list stands at {name}"
                yield Conflict("reference", sentence.line, met[0], at, f"list at {name}", why)


def _lists(text: str) -> dict[str, int]:
    """The line of the first bullet between the caption of each figure or table and the next; 0 for none."""
    found: dict[str, int] = {}
    caption = ""
    for at, line in enumerate(text.splitlines(), 1):
        if _CAPTION.fullmatch(line.strip().rstrip(".:")):
            caption = line.strip().rstrip(".:")
            found.setdefault(caption, 0)
        elif caption and not found[caption] and re.match(r"\s*[-•*] \w", line):
            found[caption] = at
    return found
