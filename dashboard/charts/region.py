"""Maps of the region: companies per town, sites, balance and moves on the outlines of its towns."""

import math
from collections import Counter
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import CLEAR, drawing, layout, records
from dashboard.charts.palette import INK, LAND, MARKETS, MUTED, OTHER, PAPER, market_colour
from dashboard.charts.places_map import TOWNS
from dashboard.language import Language

WEST, EAST, SOUTH, NORTH = 6.12, 7.36, 50.84, 51.57
HEIGHT = 640
APART = {"wide": (0.085, 0.033), "narrow": (0.19, 0.07)}  # degrees of longitude and latitude that two names need
STEP = 0.0068  # degrees of latitude between neighbouring dots at one place
NAME = {"size": 12, "color": INK[0], "shadow": f"0 0 3px {PAPER[0]}, 0 0 3px {PAPER[0]}"}
GOLDEN = math.pi * (3 - math.sqrt(5))
TONE = 60  # companies at which a town has the darkest tone


def town_map(towns: pd.DataFrame, codes: list[str], lang: Language, *, shapes: Any = TOWNS) -> go.Figure:
    """Tone and number: companies per town; a town whose name would touch a larger one's tells it on touch.

    `towns`: one row per town with town, name_*, ags, lat, lon, companies. `codes`: the towns to outline.
    """
    inside = dict(zip(towns["ags"], towns["companies"], strict=True))
    tones = [math.sqrt(min(inside.get(code, 0), TONE) / TONE) for code in codes]
    texts = [f"{lang.pick(row, 'name')}<br><b>{lang.number(row['companies'])}</b>" for row in records(towns)]
    labels = [
        go.Scattergeo(
            lat=towns["lat"].tolist(), lon=towns["lon"].tolist(), mode="markers+text", hovertext=texts,
            hoverinfo="text", textfont=NAME, meta=width,
            text=[text if is_free else "" for text, is_free in zip(texts, free, strict=True)],
            marker={"size": [1 if is_free else 6 for is_free in free], "color": MUTED[0]},
        )
        for width in APART for free in [_free(towns, width)]
    ]  # fmt: skip
    return drawing([_ground(codes, tones, shapes), *labels], _look(lang))


def site_map(sites: pd.DataFrame, codes: list[str], lang: Language, *, shapes: Any = TOWNS) -> go.Figure:
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
    return drawing([_ground(codes, [0.0] * len(codes), shapes), dots], _look(lang, key=colour_key(sites, lang)))


def balance_map(balance: pd.DataFrame, codes: list[str], lang: Language, *, shapes: Any = TOWNS) -> go.Figure:
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
    circles = [
        go.Scattergeo(
            lat=balance["lat"].tolist(), lon=balance["lon"].tolist(), mode="markers+text", hovertext=hover,
            hoverinfo="text", textposition="bottom center", textfont=NAME, meta=width,
            text=[f"{lang.pick(row, 'name')} <b>{signed(row['net'], lang)}</b>" if is_free else ""
                  for row, is_free in zip(rows, _free(balance, width), strict=True)],
            marker={
                "size": [max(9, 13 * math.sqrt(abs(row["net"]))) for row in rows],
                "color": [MUTED[0] if row["net"] > 0 else PAPER[0] for row in rows],
                "line": {"color": MUTED[0], "width": 2},
            },
        )
        for width in APART
    ]  # fmt: skip
    return drawing([_ground(codes, [0.0] * len(codes), shapes), *circles], _look(lang))


def move_map(moves: pd.DataFrame, codes: list[str], lang: Language, *, shapes: Any = TOWNS) -> go.Figure:
    """An arrow per relocation in its market's colour, those between the same towns side by side.

    `moves`: one row per relocation with company_id, name, market, market_*, year, from_*, to_*, jobs, area_sqm, place
    (1 ... between the same towns) and the ends from_lat, from_lon, to_lat, to_lon.
    """
    rows = records(moves)
    ends = Counter((lang.pick(row, side), row[f"{side}_lat"], row[f"{side}_lon"])
                   for row in rows for side in ("from", "to"))  # fmt: skip
    towns = pd.DataFrame([end for end, _ in ends.most_common()], columns=["name", "lat", "lon"])
    names = [
        go.Scattergeo(
            lat=towns["lat"].tolist(), lon=towns["lon"].tolist(), mode="markers+text", hovertext=towns["name"].tolist(),
            text=[name if is_free else "" for name, is_free in zip(towns["name"], _free(towns, width), strict=True)],
            textposition="top center", textfont=NAME, hoverinfo="text", marker={"size": 5, "color": MUTED[0]},
            meta=width,
        )
        for width in APART
    ]  # fmt: skip
    ground = _ground(codes, [0.0] * len(codes), shapes)
    arrows = [_arrow(row, lang) for row in rows]
    return drawing([ground, *arrows, *names], _look(lang, key=colour_key(moves, lang)))


def move_text(row: dict[str, Any], lang: Language) -> str:
    """`Ratingen → Düsseldorf, 2016 · 1.200 jobs · 3.500 m²`."""
    sizes = [
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


def colour_key(rows: pd.DataFrame, lang: Language) -> str:
    """The colours of the core markets shown, and that of all others, in the order of the palette."""
    names = {row["market"]: lang.pick(row, "market") for row in records(rows)}
    shown = [(MARKETS[market][0], names[market]) for market in MARKETS if market in names]
    if names.keys() - MARKETS.keys():
        shown.append((OTHER[0], lang.t("other countries")))
    return "  ".join(f'<span style="color:{colour}">●</span> {name}' for colour, name in shown)


def _look(lang: Language, *, key: str = "") -> go.Layout:
    geo = {"projection": {"type": "mercator"}, "visible": False, "bgcolor": CLEAR,
           "lonaxis": {"range": [WEST, EAST]}, "lataxis": {"range": [SOUTH, NORTH]}}  # fmt: skip
    margin = {"l": 0, "r": 0, "t": 22 if key else 0, "b": 0}
    keys = [{"text": key, "xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom",
             "showarrow": False, "font": {"size": 12}}] if key else []  # fmt: skip
    return layout(lang, HEIGHT, margin=margin, geo=geo, annotations=keys, transition=None, xaxis=None, yaxis=None)


def _free(places: pd.DataFrame, width: str) -> list[bool]:
    """Which names stand free of those before them (lat, lon in degrees; the most important first)."""
    across, down = APART[width]
    taken: list[tuple[float, float]] = []
    free = []
    for lat, lon in zip(places["lat"], places["lon"], strict=True):
        free.append(not any(abs(lon - x) < across and abs(lat - y) < down for y, x in taken))
        if free[-1]:
            taken.append((lat, lon))
    return free


def _ground(codes: list[str], tones: list[float], shapes: Any) -> go.Choropleth:
    return go.Choropleth(
        geojson=shapes, featureidkey="properties.ags", locations=codes, z=tones, zmin=0, zmax=1, showscale=False,
        colorscale=[[0, LAND[0]], [1, OTHER[0]]], marker={"line": {"color": PAPER[0], "width": 1}}, hoverinfo="skip",
    )  # fmt: skip


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
