"""A service page of one council: its sentence, then its parts, each with a way on where it is empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.views.histories import all_series
from dashboard.views.services.answers import answers_content
from dashboard.views.services.funnels import funnel_content
from dashboard.views.services.options import options_content
from dashboard.views.services.own_means import own_mean_content
from dashboard.views.services.scene import Scene
from dashboard.views.services.shapes import Content
from dashboard.views.services.tables import table_content
from dashboard.views.text import Text
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.service_pages import PartKind, ServicePage

_CONTENTS: Mapping[PartKind, Callable[[Scene], Content]] = {
    PartKind.TABLE: table_content,
    PartKind.OPTIONS: options_content,
    PartKind.FUNNEL: lambda scene: funnel_content(scene, of_first=False),
    PartKind.SHARES: lambda scene: funnel_content(scene, of_first=True),
    PartKind.OWN_MEAN: own_mean_content,
    PartKind.ANSWERS: answers_content,
}


@dataclass(frozen=True, slots=True)
class PartView:
    """One part; `without` are the (code, words) of its indicators without a figure for the area or the years.

    `content` is None where none of them has one: then `filled_by` says what would fill the part, and
    `command` what to type for it.
    """

    title: str
    area: str
    about: str
    content: Content | None
    notes: tuple[str, ...]
    without: tuple[tuple[str, str], ...]
    filled_by: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class ServiceView:
    """All a service page says; `hidden_years` is true where some tables have more periods than are shown."""

    page: ServicePage
    area: Area
    lead: Text
    parts: tuple[PartView, ...]
    breaks: tuple[str, ...]
    every: bool
    hidden_years: bool


def service_list(
    connection: Connection, catalogue: Catalogue, area: Area
) -> tuple[tuple[ServicePage, Text], ...]:
    """Every page with its one sentence for a council."""
    pages = catalogue.service_pages.values()
    return tuple((page, service_page(connection, catalogue, page, area).lead) for page in pages)


def service_page(
    connection: Connection, catalogue: Catalogue, page: ServicePage, area: Area, every: bool = False
) -> ServiceView:
    """The page of one service for a council; `every` shows all periods, else the last five of each table."""
    asked: dict[str, list[str]] = {}
    for part in page.parts:
        asked.setdefault(part.area or area.code, []).extend(part.codes)
    series = {
        code: all_series(connection, catalogue, code, [catalogue[each] for each in dict.fromkeys(wanted)])
        for code, wanted in asked.items()
    }
    places = [part.area or area.code for part in page.parts]
    scenes = [
        Scene(part, catalogue.areas[code], series[code], every)
        for part, code in zip(page.parts, places, strict=True)
    ]
    parts = [_part(scene) for scene in scenes]
    lead, parts = _lead(area, parts)
    hidden = any(scene.has_columns and scene.more_than_shown for scene in scenes)
    breaks = tuple(dict.fromkeys(each for scene in scenes for each in scene.breaks()))
    return ServiceView(page, area, lead, tuple(parts), breaks, every, hidden)


def _part(scene: Scene) -> PartView:
    part = scene.part
    return PartView(
        title=part.title,
        area=scene.area.code,
        about=part.about,
        content=_CONTENTS[part.kind](scene) if scene.held else None,
        notes=scene.notes() if scene.held else (),
        without=tuple((code, scene.indicator(code).title) for code in scene.without) + _older(scene),
        filled_by=part.filled_by,
        command=part.command,
    )


def _older(scene: Scene) -> tuple[tuple[str, str], ...]:
    """What a table leaves out because its figures are of earlier periods than the ones shown."""
    if scene.part.kind is not PartKind.TABLE:
        return ()
    return tuple(
        (code, f"{scene.indicator(code).title} (last in {max(scene.points(code)).words})")
        for code in scene.held
        if code not in scene.shown
    )


def _lead(area: Area, parts: list[PartView]) -> tuple[Text, list[PartView]]:
    """The sentence of the council's leading part, taken out of it; without one, that there is none."""
    told = [
        (at, part.content)
        for at, part in enumerate(parts)
        if part.area == area.code and part.content and part.content.sentence
    ]
    if not told:
        return (f"{area.name} has no figures of its own here yet; each part says what would fill it.",), parts
    at, content = _leading(told)
    shown = replace(parts[at], content=replace(content, sentence=()))
    return content.sentence, [*parts[:at], shown, *parts[at + 1 :]]


def _leading(told: list[tuple[int, Content]]) -> tuple[int, Content]:
    """The first part; where several tell the same of different periods, the one of the newest."""
    newest = max((content.newest for _, content in told if content.newest), default=None)
    first = told[0]
    return next(each for each in told if each[1].newest == newest) if first[1].newest else first
