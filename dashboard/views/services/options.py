"""The manner of options: people, spending and spending per person of each, by year, with their changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.services.amounts import SHARE, Measure, of_indicator, people, per_person, share_of
from dashboard.views.services.scene import Scene
from dashboard.views.services.shapes import Bar, BarGroup, Bars, Content, Grid, Heading, Line
from dashboard.views.text import Text, bold, listed
from indicators.indicator import Unit
from indicators.periods import Period


@dataclass(frozen=True, slots=True)
class Option:
    """One option with its measures, those it has: people first."""

    name: str
    measures: tuple[Measure, ...]

    @property
    def short(self) -> str:
        """`Option 1` of `Option 1: direct payment`."""
        return self.name.partition(":")[0]

    def measure(self, label: str) -> Measure | None:
        """A measure by its label."""
        return next((each for each in self.measures if each.label == label), None)


def options_content(scene: Scene) -> Content:
    """Table, sentence and bars of the options that have figures."""
    options = [_option(scene, code) for code in scene.held]
    headings = ("Measure", *(period.words for period in scene.periods), "Change")
    lines: list[Line | Heading] = []
    for option in options:
        lines.append(Heading(option.name))
        lines += [_line(measure, scene.periods) for measure in option.measures]
    labels = ("People", "Spending per person") if scene.part.spend else ("People", SHARE)
    pictures = (_bars(options, label, scene.periods) for label in labels)
    sentence = _spent(scene, options) if scene.part.spend else _shares(scene, options)
    return Content(
        sentence,
        bars=tuple(each for each in pictures if each.groups),
        grid=Grid(headings, tuple(lines)),
        newest=_newest(scene, options) if sentence else None,
    )


def _newest(scene: Scene, options: Sequence[Option]) -> Period | None:
    """The latest period the sentence of the options tells of."""
    if not scene.part.spend:
        return people(scene, scene.part.whole).latest(scene.periods)
    spent = [measure.latest(scene.periods) for each in options if (measure := each.measure("Spending"))]
    return max((period for period in spent if period), default=None)


def _option(scene: Scene, code: str) -> Option:
    those = people(scene, code)
    measures = [those]
    if scene.indicator(code).unit is not Unit.COUNT:
        measures.insert(0, of_indicator(scene, "Per 1,000 people", code))
    if scene.points(scene.part.whole):
        measures.append(share_of(people(scene, scene.part.whole), those))
    spend = dict(zip(scene.part.indicators, scene.part.spend, strict=False)).get(code, "")
    if scene.points(spend):
        spending = of_indicator(scene, "Spending", spend)
        measures += [spending, per_person(spending, those)]
    return Option(scene.label(code), tuple(measures))


def _line(measure: Measure, periods: Sequence[Period]) -> Line:
    cells = (*(measure.cell(period) for period in periods), measure.change(periods))
    return Line(measure.label, measure.code, cells)


def _bars(options: Sequence[Option], label: str, periods: Sequence[Period]) -> Bars:
    """One group an option, one bar a year, the newest year told apart."""
    drawn = [(option, measure) for option in options if (measure := option.measure(label))]
    values = [each.value for _, m in drawn for p in periods if (each := m.amounts.get(p)) and each.value]
    longest = max(values, default=0.0)
    groups = tuple(
        BarGroup(option.name, tuple(_bar(measure, period, longest, periods[-1]) for period in periods))
        for option, measure in drawn
        if longest
    )
    return Bars(label, groups)


def _bar(measure: Measure, period: Period, longest: float, newest: Period) -> Bar:
    found, told = measure.amounts.get(period), measure.cell(period)
    value = found.value if found else None
    share = None if value is None else value / longest
    return Bar(period.words, told.shown or told.note, share, latest=period == newest)


def _spent(scene: Scene, options: Sequence[Option]) -> Text:
    """What was spent on each option in its latest year, how that changed, and for how many."""
    said = [words for option in options if (words := _spent_on(option, scene.periods))]
    if not said:
        return ()
    head, *others = said
    return (f"{scene.area.name}: ", bold(head), "".join(f"; {each}" for each in others) + ".")


def _spent_on(option: Option, periods: Sequence[Period]) -> str:
    spending, each = option.measure("Spending"), option.measure("Spending per person")
    latest = spending.latest(periods) if spending else None
    if spending is None or latest is None:
        return ""
    words = f"{spending.amounts[latest].shown} on {option.short.lower()} in {latest.words}"
    if before := spending.before(latest):
        words += f", {_compared(spending, latest, before)}"
    quotient = each.amounts.get(latest) if each else None
    if quotient and quotient.value is not None:
        words += f", or {quotient.shown} for each of {option.measures[0].amounts[latest].shown} people"
    return words


def _compared(measure: Measure, latest: Period, before: Period) -> str:
    now, then = measure.amounts[latest].value or 0.0, measure.amounts[before].value or 0.0
    if now == then:
        return f"as in {before.words}"
    return f"{measure.change_text(latest, before)} {'more' if now > then else 'less'} than in {before.words}"


def _shares(scene: Scene, options: Sequence[Option]) -> Text:
    """How many of all who chose used each option in the latest year with all of them."""
    whole = people(scene, scene.part.whole) if scene.points(scene.part.whole) else None
    latest = whole.latest(scene.periods) if whole else None
    if whole is None or latest is None:
        return ()
    said = [words for option in options if (words := _part_of(option, latest))]
    all_of_them = f"of {whole.amounts[latest].shown} people who chose in {latest.words}, "
    remarks = [" People may use more than one option."] if _overlap(options, latest) else []
    remarks += [" The return repeats an earlier one."] if whole.amounts[latest].repeated else []
    return (f"{scene.area.name}: {all_of_them}", bold(listed(said)), "".join((".", *remarks))) if said else ()


def _overlap(options: Sequence[Option], latest: Period) -> bool:
    """True where the shares of the options, to the decimal shown, add to more than 100%."""
    shares = [found for each in options if (found := each.measure(SHARE))]
    return round(sum(each.amounts[latest].value or 0.0 for each in shares if latest in each.amounts), 1) > 100


def _part_of(option: Option, latest: Period) -> str:
    those, share = option.measure("People"), option.measure(SHARE)
    quotient = share.amounts.get(latest) if share else None
    if those is None or quotient is None or quotient.value is None:
        return ""
    return f"{those.amounts[latest].shown} ({quotient.shown}) used {option.short.lower()}"
