"""Projects that join several markets: a stream from each partner through its part into the project."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.base import AXIS, drawing, layout, records
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, market_colour
from dashboard.language import Language

PITCH, WIDE = 74, 48  # px from stream to stream, and a stream's width
SPACE, HEAD = 34, 26  # px between projects, and above them for the columns' names
START, BEND, END = 0.27, 0.6, 0.72  # of the width: where streams begin, turn towards the project, arrive
STEPS = 18
WRAPS = (40, 40, 40)  # letters a line of partner, part and project takes
WRAPS_NARROW = (13, 23, 13)


def flow(partners: pd.DataFrame, names: dict[str, str], facts: dict[str, str], lang: Language) -> go.Figure:
    """One stream per partner in its market's colour, all of one width (nothing is measured), joined in the project.

    `partners`: one row per project and partner with project_id, name_*, partner, market, part_*; projects in the order
    of the rows. `names`: market -> name; `facts`: project_id -> what stands below the project's name.
    """
    placed = _placed(records(partners))
    height = round(placed[-1]["y"] + PITCH / 2) if placed else PITCH
    look = layout(
        lang, height, margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={**AXIS, "range": [0, 1], "visible": False, "automargin": False},
        yaxis={**AXIS, "range": [height, 0], "visible": False, "automargin": False},
        annotations=_words(placed, names, facts, WRAPS, lang), shapes=_nodes(placed),
    )  # fmt: skip
    return drawing([_stream(spot, names, lang) for spot in placed], look)


def narrow(partners: pd.DataFrame, names: dict[str, str], facts: dict[str, str], lang: Language) -> dict[str, Any]:
    """Layout overrides for a phone: the same words in shorter lines."""
    return {"annotations": _words(_placed(records(partners)), names, facts, WRAPS_NARROW, lang)}


def _placed(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each partner with y (its stream's start), middle (its project's) and arrival (its stream's end), in px."""
    placed: list[dict[str, Any]] = []
    top = float(HEAD)
    for project in dict.fromkeys(row["project_id"] for row in rows):
        own = [row for row in rows if row["project_id"] == project]
        middle = top + len(own) * PITCH / 2
        for number, row in enumerate(own):
            arrival = middle + (number - (len(own) - 1) / 2) * WIDE
            y = top + (number + 0.5) * PITCH
            placed.append({**row, "y": y, "middle": middle, "arrival": arrival, "first": number == 0, "of": len(own)})
        top += len(own) * PITCH + SPACE
    return placed


def _stream(spot: dict[str, Any], names: dict[str, str], lang: Language) -> go.Scatter:
    """A band that runs level under its part's name and then bends (smoothstep) to its place at the project."""
    shares = [step / STEPS for step in range(STEPS + 1)]
    bend = [(BEND + (END - BEND) * s, spot["y"] + (spot["arrival"] - spot["y"]) * s * s * (3 - 2 * s)) for s in shares]
    middle = [(START, spot["y"]), *bend]
    edge = WIDE / 2
    xs = [x for x, _ in middle] + [x for x, _ in reversed(middle)]
    ys = [y - edge for _, y in middle] + [y + edge for _, y in reversed(middle)]
    return go.Scatter(
        x=xs, y=ys, mode="lines", fill="toself", opacity=0.28, fillcolor=market_colour(spot["market"]),
        line={"width": 0, "color": market_colour(spot["market"])}, hoveron="fills", hoverinfo="text",
        text=f"{spot['partner']} ({names[spot['market']]}): {lang.pick(spot, 'part')}",
    )  # fmt: skip


def _nodes(placed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An upright bar where each stream begins and where the streams of a project meet."""
    bars = [(START, spot["y"], WIDE / 2, market_colour(spot["market"])) for spot in placed]
    bars += [(END, spot["middle"], spot["of"] * WIDE / 2, INK[0]) for spot in placed if spot["first"]]
    return [
        {"type": "line", "x0": x, "x1": x, "y0": y - half, "y1": y + half, "line": {"color": colour, "width": 5}}
        for x, y, half, colour in bars
    ]


def _words(
    placed: list[dict[str, Any]], names: dict[str, str], facts: dict[str, str], wraps: tuple[int, int, int],
    lang: Language,
) -> list[dict[str, Any]]:  # fmt: skip
    """Partner with country left of its stream, its part on the stream, the project on the right."""
    words = [
        _text(x, HEAD / 2, f"<span style='color:{MUTED[0]}'>{name}</span>", anchor, shift)
        for x, name, anchor, shift in (
            (START, lang.t("Partner"), "right", -10),
            (START, lang.t("Part"), "left", 12),
            (END, lang.t("Project"), "left", 10),
        )
    ]
    for spot in placed:
        partner = f"<b>{wrapped(spot['partner'], wraps[0])}</b><br>{wrapped(names[spot['market']], wraps[0])}"
        words.append(_text(START, spot["y"], partner, "right", -10))
        words.append(_text(START, spot["y"], wrapped(lang.pick(spot, "part"), wraps[1]), "left", 12))
        if spot["first"]:
            project = f"<b>{wrapped(lang.pick(spot, 'name'), wraps[2])}</b>"
            below = wrapped(facts[spot["project_id"]], wraps[2])
            text = f"{project}<br><span style='color:{MUTED[0]}'>{below}</span>"
            words.append(_text(END, spot["middle"], text, "left", 10))
    return words


def _text(x: float, y: float, text: str, anchor: str, shift: int) -> dict[str, Any]:
    return {
        "x": x, "y": y, "text": text, "xanchor": anchor, "yanchor": "middle", "xshift": shift, "align": anchor,
        "showarrow": False, "font": {"size": 12, "color": INK[0]},
    }  # fmt: skip
