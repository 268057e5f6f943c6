"""What every peer shows of a market: our own figures, and the words and lists around them as plain HTML."""

import json
import shutil
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from dashboard.app_pages import PAGES
from dashboard.assets import TOPOJSON
from dashboard.content.exhibit import Exhibit
from dashboard.content.parts import figures
from dashboard.content.view import View, view
from dashboard.speaking import language
from dashboard.warehouse import warehouse

LANG = "de"
OFFERED = 5  # markets, the first ones
LINES = 8  # of a list, about as many as our page shows of one
CONFIG = {"topojsonURL": "/assets/topojson/", "displayModeBar": False}
Drawing = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """A market: title, figures as Plotly takes them by their keys, and all else."""

    title: str
    figures: dict[str, Drawing]
    words: str


@cache
def shown(code: str) -> Shown:
    """Made once for each market, as ours are."""
    made = _view(code)
    drawings = {figure.key: _wide(figure.chart.drawing) for section in made.sections for figure in figures(section)}
    words = "".join(f"<h2>{escape(section.title)}</h2><p>{escape(section.text)}</p>" for section in made.sections)
    return Shown(made.title, drawings, words + "".join(map(_list, made.exhibits.values())))


@cache
def offered() -> dict[str, str]:
    """Markets that can be chosen: what each is called -> its code."""
    return {language(LANG).name("markets", code): code for code in list(warehouse().markets)[:OFFERED]}


@cache
def keys() -> tuple[str, ...]:
    """The figures that every market offered has, in reading order: all peers draw the same number of them."""
    first, *others = (shown(code).figures for code in offered().values())
    return tuple(key for key in first if all(key in other for other in others))


def write_assets(folder: Path) -> None:
    """The outlines that maps are drawn from, below this folder as our own server has them."""
    shutil.copytree(TOPOJSON, folder / "assets" / "topojson")
    for code in offered().values():
        for figure in shown(code).figures.values():
            for address in (trace["geojson"] for trace in figure["data"] if isinstance(trace.get("geojson"), str)):
                path = folder / address.lstrip("/")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(warehouse().ask("shared/map_shapes", kind=path.stem)["json"].iloc[0], encoding="utf-8")


def _view(code: str) -> View:
    return view(PAGES["market"], {"market": [code]}, language(LANG))


def _wide(drawing: str) -> Drawing:
    """A figure as it is drawn where there is room, without motion."""
    figure: Drawing = json.loads(drawing)
    figure["data"] = [trace for trace in figure["data"] if trace.get("meta") != "narrow"]
    figure["layout"].pop("transition", None)
    for trace in figure["data"]:
        if isinstance(trace.get("geojson"), str):
            trace["geojson"] = f"/{trace['geojson'].lstrip('/')}"
    return figure


def _list(exhibit: Exhibit) -> str:
    """A list or table; of a figure only its caption."""
    head = f"<h3>{escape(exhibit.caption.title)}</h3><p>{escape(exhibit.caption.subtitle)}</p>"
    if exhibit.figure:
        return head
    lines = (exhibit.said or exhibit.sheet).lines[:LINES]
    return f"{head}<table>{''.join(map(_row, lines))}</table>"


def _row(cells: tuple[object, ...]) -> str:
    return f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in cells if cell not in (None, ''))}</tr>"
