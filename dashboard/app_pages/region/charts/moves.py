"""The map of relocations: an arrow for each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard import link
from dashboard.app_pages.region.words import move_text
from dashboard.charts.base import Chart, drawing
from dashboard.charts.ground import Frame, Ground
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import MUTED, colour
from dashboard.charts.region import KEY, PHONE, Place, colour_key, look, named
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.region import MovesRow

EDGE = 0.03  # degrees between the frame and the end of a move that comes from beyond it
STEPS = 12  # straight pieces of a bent line; the head is in its middle
END = 5  # px across, of the circle at the end of an arrow
HOVER = 60  # letters of a line

Spot = tuple[float, float]  # latitude, longitude


def move_map(rows: Sequence[MovesRow], ground: Ground, markets: Iterable[Market], lang: Language) -> Chart:
    """An arrow per relocation in its market's colour, those between the same towns side by side.

    `markets`: in the order in which the key names them.
    """
    rows = [_within(row, ground.frame) for row in rows]
    names = named(_ends(rows, lang), ground.frame, {"color": MUTED[0]}, above=KEY)
    arrows = [_arrow(row, lang) for row in rows]
    key = colour_key((row.market for row in rows), markets, lang)
    return Chart(drawing([*ground.traces(), *arrows, *names], look(ground.frame, lang, key=key)), PHONE)


def _ends(rows: Sequence[MovesRow], lang: Language) -> list[Place]:
    """The towns at the ends of the arrows, those with most arrows first."""
    ends = Counter(
        end
        for row in rows
        for end in ((row.from_city, row.from_lat, row.from_lon), (row.to_city, row.to_lat, row.to_lon))
    )
    names = {town: escape(lang.name("places", town), quote=False) for town, _, _ in ends}
    return [Place(lat, lon, names[town], names[town], END) for (town, lat, lon), _ in ends.most_common()]


def _within(row: MovesRow, frame: Frame) -> MovesRow:
    """The move, with an end beyond the frame drawn back onto it, so that its name and its arrow can be seen."""
    origin, target = (row.from_lat, row.from_lon), (row.to_lat, row.to_lon)
    start, end = _framed(origin, target, frame), _framed(target, origin, frame)
    return row._replace(from_lat=start[0], from_lon=start[1], to_lat=end[0], to_lon=end[1])


def _framed(far: Spot, near: Spot, frame: Frame) -> Spot:
    """The point of the line from `near` to `far` that is closest to `far` and within the frame."""
    bounds = [(frame.south + EDGE, frame.north - EDGE), (frame.west + EDGE, frame.east - EDGE)]
    shares = [
        (max(low, min(high, there)) - here) / (there - here)
        for there, here, (low, high) in zip(far, near, bounds, strict=True)
        if there != here
    ]
    share = max(0.0, min([1.0, *shares]))
    if share == 1:  # to the last digit, else one town would be two
        return far
    return near[0] + share * (far[0] - near[0]), near[1] + share * (far[1] - near[1])


def _arrow(row: MovesRow, lang: Language) -> go.Scattergeo:
    """A bent line (the later of several between the same towns bent more) with a head in its middle."""
    north, east = row.to_lat - row.from_lat, row.to_lon - row.from_lon
    lift = 0.12 + 0.07 * (row.lane - 1)
    shares = [step / STEPS for step in range(STEPS + 1)]
    bends = [4 * lift * share * (1 - share) for share in shares]
    heading = math.degrees(math.atan2(east * math.cos(math.radians(row.from_lat)), north))  # in its middle: the chord's
    return go.Scattergeo(
        lat=[row.from_lat + north * share - 0.6 * east * bend for share, bend in zip(shares, bends, strict=True)],
        lon=[row.from_lon + east * share + 1.6 * north * bend for share, bend in zip(shares, bends, strict=True)],
        mode="lines+markers",
        customdata=[link.go("companies", company=row.company_id).encoded()] * len(shares),
        hoverinfo="text",
        hovertext=f"<b>{wrapped(row.name, HOVER)}</b><br>{wrapped(move_text(row, lang), HOVER)}",
        line={"width": 1.8, "color": colour(row.market)},
        marker={
            "symbol": "arrow",
            "angle": heading,
            "color": colour(row.market),
            "size": [14 if step == STEPS // 2 else 0 for step in range(STEPS + 1)],
        },
    )
