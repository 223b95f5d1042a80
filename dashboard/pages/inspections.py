"""`/inspections`: Care Inspectorate grades of a council's services by theme, with the age of each."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.empty import empty
from dashboard.components.filters import filter_bar, select
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Cell, Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.pages.data_tables import pages_of
from dashboard.shell import Page
from dashboard.views import inspections as view
from dashboard.views.inspection_councils import CouncilLine
from dashboard.views.inspection_grid import GridCell, GridRow
from dashboard.views.query import Query, area_of
from dashboard.views.text import sentence_case
from dashboard.views.words import no_rank
from indicators.store.store import Store

READING = (
    "Grades are 1 unsatisfactory, 2 weak, 3 adequate, 4 good, 5 very good and 6 excellent. “Not assessed” is "
    "what the inspector said; “blank” is a theme without an entry, which says nothing. The lowest grade of a "
    "service decides whether it counts as good or better. Childminders, nurseries and agencies are left out, "
    "for many of them are one person."
)


def page(store: Store) -> Page:
    """The inspections over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = view.inspections(connection, store.catalogue, area, query)
        return arrange(found, query)

    return Page(path=links.INSPECTIONS, title="Inspections", layout=layout, label="Inspections", position=5)


def arrange(found: view.Inspections, query: Query) -> Component:
    """The page of a view: themes, the grid, councils, the oldest inspections."""
    below = tuple(filter(None, (found.source, found.national)))
    head = region("head", page_head("Care Inspectorate grades", found.lead, _eyebrow(found), below))
    if not found.lists:
        nothing = empty(
            "There is nothing to list.",
            "Load the datastore of the Care Inspectorate: python -m etl fetch care-inspectorate, then load.",
        )
        return html.Div([head, region("grades", [html.Div(nothing, className="section")])])
    parts = [_themes(found), _grid(found, query), _oldest(found), *_councils(found), _reading(found)]
    return html.Div([head, _filters(found), region("grades", parts)])


def _eyebrow(found: view.Inspections) -> tuple[str]:
    return (f"Inspections, {found.area.name}",)


def _filters(found: view.Inspections) -> Component:
    return filter_bar(
        [
            select("list", "List", options(found.lists), found.chosen, ("type", "sector", "page")),
            select("type", "Type of service", options(found.types), found.service_type, ("page",), grow=True),
            select("sector", "Provider", options(found.sectors), found.sector, ("page",)),
        ]
    )


def _themes(found: view.Inspections) -> Component:
    columns = (
        Column("Theme"),
        Column("4 good or better", align="right"),
        Column("Below 4", align="right"),
        Column("Lowest grade", classes="after"),
        Column("Not assessed", align="right"),
        Column("Blank", align="right"),
    )
    rows = [
        Row((line.theme, line.good, line.below, line.lowest, line.not_assessed, line.blank))
        for line in found.themes
    ]
    table = figures_table("Themes, the worst first", columns, rows)
    return section("Themes", [table], by="Smallest share of good grades first")


def _grid(found: view.Inspections, query: Query) -> Component:
    columns = (
        Column("Service", classes="words"),
        Column("Inspected", "age on the day of the list"),
        Column("Lowest", classes="words"),
        *(Column(line.theme, classes="theme") for line in found.themes),
    )
    rows = [Row((*_service(row), *(_grade(cell) for cell in row.cells))) for row in found.rows]
    table = figures_table("Services by theme, the lowest grade first", columns, rows, of=found.paging.total)
    shown = [table, *pages_of(found.paging, links.INSPECTIONS, query)] if rows else [empty("None is listed.")]
    return section(
        "Services by theme", shown, by="Lowest grade first; the worst theme on the left", name="services"
    )


def _service(row: GridRow) -> tuple[Cell, Cell, Cell]:
    return (
        [row.name, plain.small(row.about)],
        [plain.span(row.inspected, className="nowrap"), plain.small(row.age)],
        [row.lowest, plain.small(row.worst)] if row.worst else row.lowest,
    )


def _grade(cell: GridCell) -> Cell:
    """A grade as number and word; a theme without one as its word alone."""
    if cell.level:
        return plain.span([plain.b(cell.sign), f" {cell.words}"], className=f"grade g{cell.level}")
    return plain.span(cell.words, className="grade open" if cell.sign else "quieter")


def _oldest(found: view.Inspections) -> Component:
    columns = (Column("Service", classes="words"), Column("Inspected"), Column("Lowest", classes="words"))
    rows = [Row(_service(row)) for row in found.oldest]
    never = f"{found.never} listed without a day of inspection." if found.never else ""
    shown: list[Component] = [figures_table("Inspected longest ago", columns, rows)] if rows else []
    shown += [html.P(never, className="note")] if never else []
    return section("Inspected longest ago", shown or [empty("No inspection is dated.")], by="Oldest first")


def _councils(found: view.Inspections) -> list[Component]:
    if not found.councils:
        return []
    columns = (
        Column("Council"),
        Column("No grade below 4 good", align="right"),
        Column("95% interval", align="right", classes="optional"),
    )
    rows = [_council(line) for line in found.councils]
    table = figures_table("Services without a grade below good, by council", columns, rows)
    note = html.P(
        "Counted from the services of this list that the filters leave, whoever provides them. Where the "
        "intervals of two councils overlap, chance alone may be the difference.",
        className="note",
    )
    few = no_rank(sum(not line.scotland for line in found.councils))
    by = f"{sentence_case(few)}, listed by name" if few else "Lowest first"
    return [section("Share good or better by council", [table, note], by=by)]


def _council(line: CouncilLine) -> Row:
    name: Cell = plain.b(line.name) if line.scotland or line.ours else line.name
    return Row((name, line.share, line.interval), classes="on" if line.ours else "")


def _reading(found: view.Inspections) -> Component:
    return html.P([plain.b("How to read this. "), f"{READING} {found.attribution}"], className="note section")
