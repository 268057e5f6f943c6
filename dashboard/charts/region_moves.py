"""Relocations on the map of the region and beside it: the balance of its towns, and who moved where."""

import math
from collections import Counter
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import drawing, layout, records
from dashboard.charts.ground import Frame, Ground
from dashboard.charts.labels import beside
from dashboard.charts.palette import INK, MUTED, OTHER, PAPER, market_colour
from dashboard.charts.region import NAME, colour_key, look
from dashboard.language import Language

WIDTHS = {
    "wide": (618, 1.0),
    "narrow": (308, 0.65),
}  # on a screen, on a phone: px the map is high, scale of its circles
EDGE = 0.03  # degrees between the frame and the end of a move that comes from beyond it


def balance_map(balance: pd.DataFrame, ground: Ground, lang: Language) -> go.Figure:
    """Circles with area in proportion to the net gain (full) or loss (hollow) by relocation.

    `balance`: one row per town with name_*, lat, lon, arrivals, departures, net.
    """
    balance = balance.sort_values("net", key=abs, ascending=False, kind="stable")
    rows = records(balance)
    hover = [
        f"<b>{lang.pick(row, 'name')}</b><br>"
        + lang.t("{arrivals} came, {departures} left", arrivals=row["arrivals"], departures=row["departures"])
        for row in rows
    ]
    texts = [f"{lang.pick(row, 'name')} <b>{signed(row['net'], lang)}</b>" for row in rows]
    marker = {
        "size": [max(9, 13 * math.sqrt(abs(row["net"]))) for row in rows],
        "color": [MUTED[0] if row["net"] > 0 else PAPER[0] for row in rows],
        "line": {"color": MUTED[0], "width": 2},
    }
    key = "● " + lang.t("more came than left") + "  ○ " + lang.t("more left, or as many")
    circles = _named_places(balance, ground.frame, texts, hover, marker)
    return drawing([*ground.traces(), *circles], look(ground.frame, lang, key=key))


def move_map(moves: pd.DataFrame, ground: Ground, lang: Language) -> go.Figure:
    """An arrow per relocation in its market's colour, those between the same towns side by side.

    `moves`: one row per relocation with company_id, name, market, market_*, year, from_*, to_*, jobs, area_sqm, scope,
    place (1 ... between the same towns) and the ends from_lat, from_lon, to_lat, to_lon.
    """
    rows = [_within(row, ground.frame) for row in records(moves)]
    ends = Counter((lang.pick(row, side), row[f"{side}_lat"], row[f"{side}_lon"])
                   for row in rows for side in ("from", "to"))  # fmt: skip
    towns = pd.DataFrame([end for end, _ in ends.most_common()], columns=["name", "lat", "lon"])
    marker = {"size": [5.0] * len(towns), "color": MUTED[0]}
    names = _named_places(towns, ground.frame, towns["name"].tolist(), towns["name"].tolist(), marker)
    arrows = [_arrow(row, lang) for row in rows]
    key = colour_key(moves, lang)
    return drawing([*ground.traces(), *arrows, *names], look(ground.frame, lang, key=key))


def _named_places(
    places: pd.DataFrame, frame: Frame, texts: list[str], hover: list[str], marker: dict[str, Any]
) -> list[go.Scattergeo]:
    """Circles with a name where one stands free, the most important first; fewer do on a phone."""
    traces = []
    for width, (high, scale) in WIDTHS.items():
        sizes = [scale * size for size in marker["size"]]
        spots = [(*_pixel(lat, lon, frame, high), size / 2)
                 for lat, lon, size in zip(places["lat"], places["lon"], sizes, strict=True)]  # fmt: skip
        sides = beside(spots, texts, _pixel(frame.south, frame.east, frame, high))
        traces.append(go.Scattergeo(
            lat=places["lat"].tolist(), lon=places["lon"].tolist(), mode="markers+text", meta=width,
            text=[text if side else "" for text, side in zip(texts, sides, strict=True)], textfont=NAME,
            marker=marker | {"size": sizes},
            textposition=[side or "middle right" for side in sides], hovertext=hover, hoverinfo="text",
        ))  # fmt: skip
    return traces


def _pixel(lat: float, lon: float, frame: Frame, high: float) -> tuple[float, float]:
    """About where a place stands on a map of this height, in px from the upper left."""
    across, down = frame.pixels(math.inf, high)
    return (lon - frame.west) * across, (frame.north - lat) * down


def _within(row: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """The move, with an end beyond the frame drawn back onto it, so that its name and its arrow can be seen."""
    origin, target = (row["from_lat"], row["from_lon"]), (row["to_lat"], row["to_lon"])
    start, end = _framed(origin, target, frame), _framed(target, origin, frame)
    return row | {"from_lat": start[0], "from_lon": start[1], "to_lat": end[0], "to_lon": end[1]}


def _framed(far: tuple[float, float], near: tuple[float, float], frame: Frame) -> tuple[float, float]:
    """The point of the line from `near` to `far` that is closest to `far` and within the frame."""
    bounds = [(frame.south + EDGE, frame.north - EDGE), (frame.west + EDGE, frame.east - EDGE)]
    shares = [(max(low, min(high, f)) - n) / (f - n)
              for f, n, (low, high) in zip(far, near, bounds, strict=True) if f != n]  # fmt: skip
    share = max(0.0, min([1.0, *shares]))
    return near[0] + share * (far[0] - near[0]), near[1] + share * (far[1] - near[1])


def move_text(row: dict[str, Any], lang: Language) -> str:
    """`Ratingen → Düsseldorf, 2016 · a part · 1.200 jobs · 3.500 m²`."""
    sizes = [
        lang.t("a part") if row["scope"] == "part" else "",
        lang.t("{jobs} jobs", jobs=lang.number(row["jobs"])) if pd.notna(row["jobs"]) else "",
        lang.t("{area} m²", area=lang.number(row["area_sqm"])) if pd.notna(row["area_sqm"]) else "",
    ]
    way = f"{lang.pick(row, 'from')} → {lang.pick(row, 'to')}, {int(row['year'])}"
    return " · ".join([way, *filter(None, sizes)])


def balance_bars(balance: pd.DataFrame, lang: Language) -> go.Figure:
    """Per town: who came to the right (full), who left to the left (hollow), the balance in figures.

    `balance`: one row per town, largest net gain first, with name_*, arrivals, departures, net.
    """
    rows = records(balance)
    names = [f"{lang.pick(row, 'name')} <b>{signed(row['net'], lang)}</b>" for row in rows]
    most = max([1, *balance["arrivals"], *balance["departures"]])
    common: dict[str, Any] = {"y": list(range(len(rows))), "orientation": "h", "hoverinfo": "skip", "cliponaxis": False,
                              "textposition": "outside", "textfont": {"size": 12, "color": INK[0]}}  # fmt: skip
    came = go.Bar(x=balance["arrivals"].tolist(), marker={"color": OTHER[0]}, **common,
                  text=[lang.number(n) if n else "" for n in balance["arrivals"]])  # fmt: skip
    left = go.Bar(x=[-n for n in balance["departures"]], **common,
                  marker={"color": PAPER[0], "line": {"color": MUTED[0], "width": 1.5}},
                  text=[lang.number(n) if n else "" for n in balance["departures"]])  # fmt: skip
    look = layout(
        lang, 60 + 27 * max(len(rows), 3), barmode="relative", bargap=0.4, margin={"l": 8, "r": 8, "t": 4, "b": 8},
        xaxis={"visible": False, "fixedrange": True, "range": [-most * 1.2, most * 1.2]},
        yaxis={"range": [len(rows) - 0.5, -0.5], "tickvals": list(range(len(rows))), "ticktext": names, "ticks": "",
               "automargin": True, "fixedrange": True, "showgrid": False, "tickfont": {"size": 13, "color": INK[0]}},
    )  # fmt: skip
    return drawing([came, left], look)


def signed(number: int, lang: Language) -> str:
    """+3, −2 or ±0."""
    return ("+" if number > 0 else "±" if number == 0 else "") + lang.number(number)


def _arrow(row: dict[str, Any], lang: Language, steps: int = 12) -> go.Scattergeo:
    """A bent line (the later of several between the same towns bent more) with a head in its middle."""
    start, end = (row["from_lat"], row["from_lon"]), (row["to_lat"], row["to_lon"])
    lift = 0.12 + 0.07 * (row["place"] - 1)
    north, east = end[0] - start[0], end[1] - start[1]
    bends = [4 * lift * share * (1 - share) for share in (i / steps for i in range(steps + 1))]
    heading = math.degrees(math.atan2(east * math.cos(math.radians(start[0])), north))  # at the middle: of the chord
    return go.Scattergeo(
        lat=[start[0] + north * i / steps - 0.6 * east * bend for i, bend in enumerate(bends)],
        lon=[start[1] + east * i / steps + 1.6 * north * bend for i, bend in enumerate(bends)],
        mode="lines+markers", customdata=[row["company_id"]] * (steps + 1), hoverinfo="text",
        hovertext=f"<b>{row['name']}</b><br>{move_text(row, lang)}",
        line={"width": 1.8, "color": market_colour(row["market"])},
        marker={"symbol": "arrow", "angle": heading, "color": market_colour(row["market"]),
                "size": [*[0] * (steps // 2), 14, *[0] * (steps - steps // 2)]},
    )  # fmt: skip
