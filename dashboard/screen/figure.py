"""A figure on a page: title, chart, source line. Every chart is drawn here, so that how it is drawn is decided once.

Drawn by a small component on `Plotly.react`, which keeps the chart's element and updates it in place;
`st.plotly_chart` builds a chart anew whenever its figure changes.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import plotly.io
import streamlit as st
import streamlit.components.v2 as components

from dashboard.charts.base import Chart
from dashboard.charts.palette import twins
from dashboard.content.figure import Caption, Figure
from dashboard.language import Language
from dashboard.screen.html import base_path
from dashboard.screen.sources import Sources, put_sources, show_sources
from dashboard.warehouse import warehouse

LIBRARY = "assets/plotly.min.js"
_JS = Path(__file__).with_name("figure.js").read_text(encoding="utf-8")
_COMPONENT = components.component(
    "pocket_figure",
    js=f"const LIBRARY = {json.dumps(LIBRARY)};\n{_JS}",
    isolate_styles=False,
)


@dataclass(frozen=True)
class Picture:
    """A figure ready to be drawn: the chart as JSON and all that stands around it (see `picture`)."""

    drawing: str
    stamp: str
    height: int
    narrow: dict[str, Any] | None
    caption: Caption
    sources: Sources
    source_line: str


def picture(
    chart: go.Figure, caption: Caption, sources: Sources, lang: Language, *, narrow: dict[str, Any] | None = None
) -> Picture:
    """Make a figure ready, so that it can be kept (`parts.pieces.remembered`) and drawn at once.

    `narrow` holds layout values for less than 520 px; there, traces with meta "narrow" stand for those with "wide".
    """
    drawing = plotly.io.to_json(chart, validate=False)
    stamp = hashlib.md5(drawing.encode(), usedforsecurity=False).hexdigest()
    return Picture(drawing, stamp, chart.layout.height or 320, narrow, caption, sources, sources.line(lang))


def figure(
    chart: go.Figure,
    caption: Caption,
    sources: Sources,
    lang: Language,
    *,
    key: str,
    clickable: bool = False,
    on_click: Callable[[str], None] | None = None,
    narrow: dict[str, Any] | None = None,
) -> str | None:
    """Draw a chart and return the `customdata` of the point just clicked (None otherwise).

    `key` names the figure on its page and its downloads; `narrow` holds layout values for less than 520 px; `on_click`
    takes the clicked point's `customdata` before the page runs again, so that it may change filters.
    """
    ready = picture(chart, caption, sources, lang, narrow=narrow)
    return show(ready, lang, key=key, clickable=clickable, on_click=on_click)


def show(
    ready: Picture,
    lang: Language,
    *,
    key: str,
    clickable: bool = False,
    on_click: Callable[[str], None] | None = None,
    bare: bool = False,
) -> str | None:
    """Draw a figure made ready before; otherwise as `figure`. `bare`: only the chart, as high as the box it stands in,
    without title, sources, menu or any answer to touch."""

    def clicked() -> None:
        if on_click and (point := st.session_state[key].point) is not None:
            on_click(point)

    result = _component(
        key, ready.drawing, ready.stamp, ready.height, ready.narrow, ready.caption, ready.source_line, lang,
        clickable=clickable or on_click is not None, bare=bare, clicked=clicked,
    )  # fmt: skip
    if result.sources and not bare:
        show_sources(ready.sources, ready.caption.title, lang)
    point: str | None = result.point
    return point


def put_figure(figure: Figure, lang: Language, *, on_click: Callable[[str], None]) -> None:
    """Draw a figure. `on_click` takes where a clicked point leads, before the page runs again."""

    def clicked() -> None:
        if (point := st.session_state[figure.key].point) is not None:
            on_click(str(point))

    chart = figure.chart
    line = figure.sources.line(lang) + " ⓘ"
    result = _component(
        figure.key, chart.drawing, chart.stamp, chart.height, chart.narrow, figure.caption, line, lang,
        clickable=figure.clickable, bare=False, clicked=clicked,
    )  # fmt: skip
    if result.sources:
        put_sources(figure.sources, figure.caption.title, lang)


def put_bare(chart: Chart, caption: Caption, lang: Language, *, key: str) -> None:
    """Only the chart, as high as the box it stands in, without title, sources, menu or any answer to touch."""
    _component(
        key, chart.drawing, chart.stamp, chart.height, chart.narrow, caption, "", lang,
        clickable=False, bare=True, clicked=_ignore,
    )  # fmt: skip


def _component(
    key: str, drawing: str, stamp: str, height: int, narrow: dict[str, Any] | None, caption: Caption, line: str,
    lang: Language, *, clickable: bool, bare: bool, clicked: Callable[[], None],
) -> Any:  # fmt: skip
    return _COMPONENT(
        key=key,
        data={
            "figure": drawing,
            "stamp": stamp,
            "height": height,
            "narrow": narrow,
            "title": caption.title,
            "subtitle": caption.subtitle,
            "alt": caption.alt,
            "source": line,
            "file": key,
            "clickable": clickable,
            "bare": bare,
            "lang": lang.code,
            "base": base_path(),
            "twins": twins(warehouse().markets.values()),
            "words": {
                "sources": lang.t("Show all sources"),
                "full": lang.t("Full screen"),
                "failed": lang.t("The chart could not be drawn."),
            },
        },
        on_point_change=clicked,
        on_sources_change=_ignore,
    )


def _ignore() -> None:
    """Streamlit wants a callback for each event; the events are read from the result instead."""
