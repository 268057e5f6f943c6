"""Maps of the region: companies per town and sites on the outlines of its towns."""

import math
from collections import Counter

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import drawing, layout, records
from dashboard.charts.ground import Frame, Ground
from dashboard.charts.labels import LINE, text_width
from dashboard.charts.palette import INK, MARKETS, MUTED, OTHER, PAPER, market_colour
from dashboard.language import Language

HEIGHT = 640
SIZES = {"wide": (868, HEIGHT), "narrow": (358, 330)}  # common sizes of the map, on a screen and on a phone: px
STEP = 0.0068  # degrees of latitude between neighbouring dots at one place
NAME_SIZE = 12  # px
NAME = {"size": NAME_SIZE, "color": INK[0], "shadow": f"0 0 3px {PAPER[0]}, 0 0 3px {PAPER[0]}"}
SIDES = {"middle center": (0, 0), "bottom center": (0, 1), "top center": (0, -1), "middle right": (1, 0),
         "middle left": (-1, 0)}  # fmt: skip
GOLDEN = math.pi * (3 - math.sqrt(5))
DOT = 6  # px, where a name stands beside its town
TONE = 60  # companies at which a town has the darkest tone


def town_map(
    towns: pd.DataFrame, ground: Ground, lang: Language, *, larger: float = 1, font: int = NAME_SIZE
) -> go.Figure:
    """Tone and number: companies per town, its name on it or beside its dot; one without room tells it on touch.

    `towns`: one row per town with town, name_*, ags, lat, lon, companies (lat, lon: where its name stands best).
    `larger`: how much larger, beside the map, names are shown than at the map's common size; `font`: their size in px.
    """
    inside = dict(zip(towns["ags"], towns["companies"], strict=True))
    tones = [math.sqrt(min(inside.get(code, 0), TONE) / TONE) for code in ground.towns.codes]
    texts = [f"{lang.pick(row, 'name')}<br><b>{lang.number(row['companies'])}</b>" for row in records(towns)]
    widths = [text_width(lang.pick(row, "name")) for row in records(towns)]
    scale = larger * font / NAME_SIZE
    labels = [
        go.Scattergeo(
            lat=towns["lat"].tolist(), lon=towns["lon"].tolist(), mode="markers+text", hovertext=texts,
            hoverinfo="text", textfont=NAME | {"size": font}, meta=width,
            text=[text if side else "" for text, side in zip(texts, sides, strict=True)],
            textposition=[side or "middle center" for side in sides],
            marker={"size": [1 if side == "middle center" else DOT for side in sides], "color": MUTED[0]},
        )
        for width, (wide, high) in SIZES.items()
        for sides in [_sides(towns, widths, ground, (wide / scale, high / scale))]
    ]  # fmt: skip
    return drawing([*ground.traces(tones), *labels], look(ground.frame, lang))


def site_map(sites: pd.DataFrame, ground: Ground, lang: Language) -> go.Figure:
    """A dot per company in its market's colour; those at one place stand around it, none on another.

    `sites`: one row per company with company_id, name, market, market_*, town_*, since, lat, lon.
    """
    rows = records(sites)
    spots = _spread([(row["lat"], row["lon"]) for row in rows])
    since = ["" if pd.isna(row["since"]) else "<br>" + lang.t("since {year}", year=int(row["since"])) for row in rows]
    dots = go.Scattergeo(
        lat=[lat for lat, _ in spots], lon=[lon for _, lon in spots], mode="markers", hoverinfo="text",
        customdata=[row["company_id"] for row in rows],
        hovertext=[f"<b>{row['name']}</b><br>{lang.pick(row, 'town')}{text}"
                   for row, text in zip(rows, since, strict=True)],
        marker={"size": 8, "color": [market_colour(row["market"]) for row in rows],
                "line": {"color": PAPER[0], "width": 0.6}},
    )  # fmt: skip
    return drawing([*ground.traces(), dots], look(ground.frame, lang, key=colour_key(sites, lang)))


def colour_key(rows: pd.DataFrame, lang: Language) -> str:
    """The colours of the core markets shown, and that of all others, in the order of the palette."""
    names = {row["market"]: lang.pick(row, "market") for row in records(rows)}
    shown = [(MARKETS[market][0], names[market]) for market in MARKETS if market in names]
    if names.keys() - MARKETS.keys():
        shown.append((OTHER[0], lang.t("other countries")))
    return "  ".join(f'<span style="color:{colour}">●</span> {name}' for colour, name in shown)


def look(frame: Frame, lang: Language, *, key: str = "") -> go.Layout:
    """Layout of a map of the region; `key` explains its colours in a line above it."""
    margin = {"l": 0, "r": 0, "t": 22 if key else 0, "b": 0}
    keys = [{"text": key, "xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom",
             "showarrow": False, "font": {"size": 12}}] if key else []  # fmt: skip
    return layout(
        lang, HEIGHT, margin=margin, geo=frame.geo(), annotations=keys, transition=None, xaxis=None, yaxis=None
    )


def _sides(towns: pd.DataFrame, widths: list[float], ground: Ground, size: tuple[float, float]) -> list[str]:
    """Where each name, with a number below, touches none before it (the most important first), "" where nowhere.

    On its town, else beside its dot; one that lies outside the outlined towns has none to stand on.
    `widths`: of the names in px; `size`: of the map in px.
    """
    pixels = ground.frame.pixels(*size)
    taken: list[tuple[float, float, float]] = []
    sides = []
    for row, width in zip(records(towns), widths, strict=True):
        middle = row["lon"] * pixels[0], -row["lat"] * pixels[1]
        boxes = {
            side: _box(middle, way, width / 2)
            for side, way in SIDES.items()
            if side != "middle center" or row["ags"] in ground.towns.codes
        }
        free = [
            side
            for side, box in boxes.items()
            if _inside(box, ground.frame, pixels) and not any(_touch(box, other) for other in taken)
        ]
        sides.append(free[0] if free else "")
        taken += [boxes[side] for side in free[:1]]
    return sides


def _box(middle: tuple[float, float], way: tuple[int, int], half: float) -> tuple[float, float, float]:
    """Centre and half width of a name of two lines on that side of a dot."""
    return middle[0] + way[0] * (half + DOT), middle[1] + way[1] * (LINE + DOT), half


def _inside(box: tuple[float, float, float], frame: Frame, pixels: tuple[float, float]) -> bool:
    x, y, half = box
    across = frame.west * pixels[0] <= x - half and x + half <= frame.east * pixels[0]
    return across and -frame.north * pixels[1] <= y - LINE and y + LINE <= -frame.south * pixels[1]


def _touch(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    return abs(one[0] - other[0]) < one[2] + other[2] + 3 and abs(one[1] - other[1]) < 1.9 * LINE


def _spiral(lat: float, lon: float, position: int) -> tuple[float, float]:
    """The place of the n-th dot around a point: Vogel's sunflower spiral (1979), so that none covers another."""
    radius, angle = STEP * math.sqrt(position - 1), GOLDEN * (position - 1)
    return lat + radius * math.sin(angle), lon + radius * math.cos(angle) / math.cos(math.radians(lat))


def _spread(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A spot for each place: the first on the spiral around it that no earlier spot touches."""
    taken: list[tuple[float, float]] = []
    tried: Counter[tuple[float, float]] = Counter()
    for place in places:
        while True:
            tried[place] += 1
            spot = _spiral(*place, tried[place])
            if not any(_distance(spot, other) < 0.9 * STEP for other in taken):
                break
        taken.append(spot)
    return taken


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """In degrees of latitude."""
    return math.hypot(one[0] - other[0], (one[1] - other[1]) * math.cos(math.radians(one[0])))
