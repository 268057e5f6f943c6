"""What maps of the region are made of, and the first of them: companies per town on the outlines of its towns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

import plotly.graph_objects as go

from dashboard.charts.base import Chart, drawing, layout
from dashboard.charts.ground import Frame, Ground
from dashboard.charts.labels import beside
from dashboard.charts.palette import INK, MUTED, OTHER, PAPER
from dashboard.language import Language
from dashboard.values import Market

if TYPE_CHECKING:
    from dashboard.questions.region import TownsRow

HEIGHT = 640  # px
PHONE = {"height": 330}
KEY = 22  # px of a line above the map that explains its colours
SIZES = {"wide": (HEIGHT, 1.0), "narrow": (PHONE["height"], 0.65)}  # px the map is high, scale of its circles
FONT = 12  # px
NAME = {"color": INK[0], "shadow": f"0 0 3px {PAPER[0]}, 0 0 3px {PAPER[0]}"}
DOT = 6  # px across, where a name stands beside its town
TONE = 60  # companies at which a town has the darkest tone


class Place(NamedTuple):
    """A place with its name (HTML as Plotly knows it); `hover` is told on touch, `size` is across its circle in px;
    `on`: its name may stand on it, instead of a circle."""

    lat: float
    lon: float
    text: str
    hover: str
    size: float = DOT
    on: bool = False


def town_map(rows: Sequence[TownsRow], ground: Ground, lang: Language, *, larger: float = 1, font: int = FONT) -> Chart:
    """Tone and number: companies per town, its name on it or beside its dot; one without room tells it on touch.

    `larger`: how much larger, beside the map, names are shown than at the map's common size; `font`: their size in px.
    """
    inside = {row.area: row.companies for row in rows}
    tones = [math.sqrt(min(inside.get(code, 0), TONE) / TONE) for code in ground.towns.codes]
    places = []
    for row in rows:
        text = f"{escape(lang.name('places', row.town), quote=False)}<br><b>{lang.number(row.companies)}</b>"
        places.append(Place(row.lat, row.lon, text, text, on=row.area in ground.towns.codes))
    names = named(places, ground.frame, {"color": MUTED[0]}, larger=larger * font / FONT, font=font)
    return Chart(drawing([*ground.traces(tones), *names], look(ground.frame, lang)), PHONE)


def named(
    places: Sequence[Place],
    frame: Frame,
    marker: dict[str, Any],
    *,
    above: int = 0,
    larger: float = 1,
    font: int = FONT,
) -> list[go.Scattergeo]:
    """Circles with a name where one stands free, the most important first; on a phone there are fewer, and circles
    larger than a dot are smaller. `above`: px that something above the map takes of its height; `larger`, `font`: see
    `town_map`."""
    traces = []
    for width, (height, scale) in SIZES.items():
        shown = [place._replace(size=max(scale * place.size, min(place.size, DOT))) for place in places]
        sides = _sides(shown, frame, (height - above) / larger)
        traces.append(_circles(shown, sides, marker).update(meta=width, textfont=NAME | {"size": font}))
    return traces


def _sides(places: Sequence[Place], frame: Frame, height: float) -> list[str]:
    """On which side of its circle each name stands on a map of this height, "" where on none."""
    spots = [(*frame.spot(place.lat, place.lon, height), place.size / 2) for place in places]
    corner = frame.spot(frame.south, frame.east, height)
    return beside(spots, [place.text for place in places], corner, [place.on for place in places])


def _circles(places: Sequence[Place], sides: list[str], marker: dict[str, Any]) -> go.Scattergeo:
    sizes = [1 if side == "middle center" else place.size for place, side in zip(places, sides, strict=True)]
    return go.Scattergeo(
        lat=[place.lat for place in places],
        lon=[place.lon for place in places],
        mode="markers+text",
        text=[place.text if side else "" for place, side in zip(places, sides, strict=True)],
        textposition=[side or "middle right" for side in sides],
        hovertext=[place.hover for place in places],
        hoverinfo="text",
        marker=marker | {"size": sizes},
    )


def colour_key(shown: Iterable[Market], markets: Iterable[Market], lang: Language) -> str:
    """The colours of the core markets that are shown, in the order of `markets`, and that of all others."""
    found = set(shown)
    keys = [(market.colour, lang.name("markets", market)) for market in markets if market.core and market in found]
    if any(not market.core for market in found):
        keys.append((OTHER[0], lang.t("other countries")))
    return "  ".join(f'<span style="color:{colour}">●</span> {escape(name, quote=False)}' for colour, name in keys)


def look(frame: Frame, lang: Language, *, key: str = "") -> go.Layout:
    """Layout of a map of the region; `key` explains its colours in a line above it."""
    line = {
        "text": key,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12},
    }
    return layout(
        lang,
        HEIGHT,
        margin={"l": 0, "r": 0, "t": KEY if key else 0, "b": 0},
        geo=frame.geo(),
        annotations=[line] if key else [],
        transition=None,
        xaxis=None,
        yaxis=None,
    )
