"""Which edition a file is: what the person says, else what its name says, else a refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.extract import Extracted
from etl.problems import refused
from etl.readings import Asked
from indicators.periods import MONTHS

PUBLISHED = re.compile(r"(20\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_NUMBERED = re.compile(r"(?<!\d)(20\d\d)[-_ ]?(0[1-9]|1[0-2])(?!\d)")
_NAMED = re.compile(
    rf"(?<![A-Za-z])({'|'.join(month[:3] for month in MONTHS)})[a-z]*[-_ ]?(20\d\d|\d\d)(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication of a source: its label, and its date as exactly as it is known."""

    label: str
    published_on: str


def edition_of(extracted: Extracted, asked: Asked, template: str) -> Edition:
    """The edition of a file; `template` makes the label of a date, such as `LGBF, {date}`.

    A file of a release may have its date from the name of the release. Raises LoadRefused when neither the
    options nor a name give one.
    """
    published = asked.published or date_in_name(extracted.stem) or date_in_name(extracted.release)
    if not published:
        raise refused(
            "edition",
            extracted.name,
            f"{extracted.name}: its name does not say when it was published; "
            "give the date, for example --published 2024-02.",
        )
    if not PUBLISHED.fullmatch(published):
        raise refused(
            "edition",
            extracted.name,
            f"{extracted.name}: '{published}' is not a date; write it as 2024, 2024-02 or 2024-02-20.",
            published,
        )
    return Edition(asked.edition or template.format(date=words_of(published)), published)


def date_in_name(stem: str) -> str | None:
    """The year and month in a file name (`2022-01`, `Jan22`, `Nov24`); None without exactly one.

    `2010-11` could as well be a financial year and is not taken for November 2010.
    """
    dates = {
        f"{year}-{month}" for year, month in _NUMBERED.findall(stem) if int(year) % 100 + 1 != int(month)
    }
    for name, year in _NAMED.findall(stem):
        number = next(n for n, month in enumerate(MONTHS, 1) if month[:3].lower() == name.lower())
        dates.add(f"20{year[-2:]}-{number:02d}")
    return dates.pop() if len(dates) == 1 else None


def words_of(published: str) -> str:
    """A publication date as a label says it: `2024-02-20` is February 2024, `2024` is 2024."""
    year, _, rest = published.partition("-")
    return f"{MONTHS[int(rest[:2]) - 1]} {year}" if rest else year
