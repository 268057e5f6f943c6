"""Projects that join several markets: a stream from each partner through its part into the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.labels import wrapped
from dashboard.charts.palette import INK, MUTED, colour
from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.relations import ProjectsRow

PITCH, WIDE = 74, 48  # px from stream to stream, and a stream's width
SPACE, HEAD = 34, 26  # px between projects, and above them for the columns' names
START, BEND, END = 0.27, 0.6, 0.72  # of the width: where streams begin, turn towards the project, arrive
STEPS = 18
WRAPS = (40, 40, 40)  # letters a line of partner, part and project takes
WRAPS_NARROW = (13, 23, 13)

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Spot:
    """A partner's stream, in px from the top: where it begins (y) and arrives, the middle and width of its project's
    bar; `first`: it is the project's first one."""

    row: ProjectsRow
    y: float
    arrival: float
    middle: float
    across: float
    first: bool


def flow(rows: Sequence[ProjectsRow], names: Texts, facts: Texts, lang: Language) -> Chart:
    """One stream per partner in its market's colour, all of one width (nothing is measured), joined in the project.

    `names`: market -> name; `facts`: project_id -> what stands below the project's name. On a phone the same words
    stand in shorter lines.
    """
    spots = _spots(rows)
    height = round(spots[-1].y + PITCH / 2)
    look = layout(
        lang,
        height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={**AXIS, "range": [0, 1], "visible": False, "automargin": False},
        yaxis={**AXIS, "range": [height, 0], "visible": False, "automargin": False},
        annotations=_words(spots, names, facts, WRAPS, lang),
        shapes=_nodes(spots),
    )
    phone = {"annotations": _words(spots, names, facts, WRAPS_NARROW, lang)}
    return Chart(drawing([_stream(spot, names, lang) for spot in spots], look), phone)


def _spots(rows: Sequence[ProjectsRow]) -> list[Spot]:
    """The streams, project below project."""
    spots: list[Spot] = []
    top = float(HEAD)
    for _, partners in groupby(rows, lambda row: row.project_id):
        own = list(partners)
        middle, across = top + len(own) * PITCH / 2, len(own) * WIDE
        for number, row in enumerate(own):
            arrival = middle + (number - (len(own) - 1) / 2) * WIDE
            spots.append(Spot(row, top + (number + 0.5) * PITCH, arrival, middle, across, number == 0))
        top += len(own) * PITCH + SPACE
    return spots


def _stream(spot: Spot, names: Texts, lang: Language) -> go.Scatter:
    """A band that runs level under its part's name and then bends (smoothstep) to its place at the project."""
    shares = [step / STEPS for step in range(STEPS + 1)]
    bend = [(BEND + (END - BEND) * s, spot.y + (spot.arrival - spot.y) * s * s * (3 - 2 * s)) for s in shares]
    middle = [(START, spot.y), *bend]
    edge = WIDE / 2
    text = f"{spot.row.partner} ({names[spot.row.market]}): {lang.text(spot.row.part)}"
    return go.Scatter(
        x=[x for x, _ in middle] + [x for x, _ in reversed(middle)],
        y=[y - edge for _, y in middle] + [y + edge for _, y in reversed(middle)],
        mode="lines",
        fill="toself",
        opacity=0.28,
        fillcolor=colour(spot.row.market),
        line={"width": 0, "color": colour(spot.row.market)},
        hoveron="fills",
        hoverinfo="text",
        text=escape(text, quote=False),
    )


def _nodes(spots: Sequence[Spot]) -> list[dict[str, Any]]:
    """An upright bar where each stream begins and where the streams of a project meet."""
    bars = [(START, spot.y, WIDE / 2, colour(spot.row.market)) for spot in spots]
    bars += [(END, spot.middle, spot.across / 2, INK[0]) for spot in spots if spot.first]
    return [
        {"type": "line", "x0": x, "x1": x, "y0": y - half, "y1": y + half, "line": {"color": tone, "width": 5}}
        for x, y, half, tone in bars
    ]


def _words(
    spots: Sequence[Spot], names: Texts, facts: Texts, wraps: tuple[int, int, int], lang: Language
) -> list[dict[str, Any]]:
    """Partner with country left of its stream, its part on the stream, the project on the right."""
    words = [
        _text(START, HEAD / 2, _quiet(lang.t("Partner")), "right", -10),
        _text(START, HEAD / 2, _quiet(lang.t("Part")), "left", 12),
        _text(END, HEAD / 2, _quiet(lang.t("Project")), "left", 10),
    ]
    for spot in spots:
        row = spot.row
        partner = f"<b>{wrapped(row.partner, wraps[0])}</b><br>{wrapped(names[row.market], wraps[0])}"
        words.append(_text(START, spot.y, partner, "right", -10))
        words.append(_text(START, spot.y, wrapped(lang.text(row.part), wraps[1]), "left", 12))
        if spot.first:
            below = _quiet(wrapped(facts[row.project_id], wraps[2]))
            project = f"<b>{wrapped(lang.text(row.name), wraps[2])}</b><br>{below}"
            words.append(_text(END, spot.middle, project, "left", 10))
    return words


def _quiet(text: str) -> str:
    return f"<span style='color:{MUTED[0]}'>{text}</span>"


def _text(x: float, y: float, text: str, anchor: str, shift: int) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "text": text,
        "xanchor": anchor,
        "yanchor": "middle",
        "xshift": shift,
        "align": anchor,
        "showarrow": False,
        "font": {"size": 12, "color": INK[0]},
    }
