"""The map of sites: a dot per company, none on another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard import link
from dashboard.charts.base import Chart, drawing
from dashboard.charts.ground import Ground
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import PAPER, colour
from dashboard.charts.region import PHONE, colour_key, look
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.region import SitesRow

STEP = 0.0068  # degrees of latitude between neighbouring dots at one place
GOLDEN = math.pi * (3 - math.sqrt(5))
HOVER = 60  # letters of a line

Spot = tuple[float, float]  # latitude, longitude


def site_map(rows: Sequence[SitesRow], ground: Ground, markets: Iterable[Market], lang: Language) -> Chart:
    """A dot per company in its market's colour; those at one place stand around it. `markets`: in the key's order."""
    spots = spread([(row.lat, row.lon) for row in rows])
    dots = go.Scattergeo(
        lat=[lat for lat, _ in spots],
        lon=[lon for _, lon in spots],
        mode="markers",
        hoverinfo="text",
        hovertext=[_hover(row, lang) for row in rows],
        customdata=[link.go("companies", company=row.company_id).encoded() for row in rows],
        marker={
            "size": 8,
            "color": [colour(row.market) for row in rows],
            "line": {"color": PAPER[0], "width": 0.6},
        },
    )
    key = colour_key((row.market for row in rows), markets, lang)
    return Chart(drawing([*ground.traces(), dots], look(ground.frame, lang, key=key)), PHONE)


def _hover(row: SitesRow, lang: Language) -> str:
    since = "" if row.since is None else "<br>" + lang.t("since {year}", year=row.since)
    return f"<b>{wrapped(row.name, HOVER)}</b><br>{wrapped(lang.name('places', row.town), HOVER)}{since}"


def spread(places: Sequence[Spot]) -> list[Spot]:
    """A spot for each place: the first on the spiral around it that no earlier spot touches."""
    taken: list[Spot] = []
    tried: Counter[Spot] = Counter()
    for place in places:
        while True:
            tried[place] += 1
            spot = _spiral(*place, tried[place])
            if not any(_distance(spot, other) < 0.9 * STEP for other in taken):
                break
        taken.append(spot)
    return taken


def _spiral(lat: float, lon: float, position: int) -> Spot:
    """The place of the n-th dot around a point: Vogel's sunflower spiral (1979), so that none covers another."""
    radius, angle = STEP * math.sqrt(position - 1), GOLDEN * (position - 1)
    return lat + radius * math.sin(angle), lon + radius * math.cos(angle) / math.cos(math.radians(lat))


def _distance(one: Spot, other: Spot) -> float:
    """In degrees of latitude."""
    return math.hypot(one[0] - other[0], (one[1] - other[1]) * math.cos(math.radians(one[0])))
