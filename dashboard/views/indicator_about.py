"""What an indicator is, in pairs of a name and words."""

from __future__ import annotations

from dashboard.views import trend_words
from dashboard.views.trend_scene import Scene

NO_LOCALITIES = "No figures below the council are held"
LOCALITIES = "Places within the council are shown below"


def about(scene: Scene, has_localities: bool) -> tuple[tuple[str, str], ...]:
    """Unit, direction, how soon, what it tells of, periods, source, and whether it goes below the council."""
    indicator = scene.indicator
    source = scene.catalogue.sources[indicator.source]
    years = f"{scene.every[0].words} to {scene.every[-1].words}" if scene.every else ""
    found = (
        ("Unit", trend_words.measure(indicator)),
        ("Direction", trend_words.direction(indicator).capitalize()),
        ("Timescale", indicator.timescale.words.capitalize() if indicator.timescale else ""),
        ("Tells of", indicator.measures.words),
        ("Periods", years),
        ("Source", f"{source.title}, {source.publisher}"),
        ("Next release", source.next_release),
        ("Family group", scene.family.label if scene.family else ""),
        ("Localities", LOCALITIES if has_localities else NO_LOCALITIES),
    )
    return tuple((name, words) for name, words in found if words)
