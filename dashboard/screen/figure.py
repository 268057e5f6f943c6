"""A figure on a page: title, chart, source line. Every chart is drawn here, so that how it is drawn is decided once.

Drawn by a small component on `Plotly.react`, which keeps the chart's element and updates it in place;
`st.plotly_chart` builds a chart anew whenever its figure changes.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
import streamlit.components.v2 as components

from dashboard.assets import PLOTLY
from dashboard.charts.base import Chart
from dashboard.charts.palette import twins
from dashboard.content.figure import Caption, Figure
from dashboard.language import Language
from dashboard.screen.html import base_path
from dashboard.screen.sources import noted, put_sources
from dashboard.warehouse import warehouse

SCRIPT = f"const LIBRARY = {json.dumps(PLOTLY)};\n{Path(__file__).with_name('figure.js').read_text(encoding='utf-8')}"
_COMPONENT = components.component("pocket_figure", js=SCRIPT, isolate_styles=False)


def put_figure(figure: Figure, lang: Language, *, on_click: Callable[[str], None], menu: str = "") -> None:
    """Draw a figure, with this menu (HTML). `on_click` takes where a clicked point leads, before the page runs again;
    in a new session only now (see `address.heard`), and has it run again itself."""
    is_new = figure.key not in st.session_state

    def clicked() -> None:
        if (point := st.session_state[figure.key].point) is not None:
            on_click(str(point))

    around = {"source": noted(figure.sources, lang), "clickable": figure.clickable, "bare": False, "menu": menu}
    result = _component(figure.key, figure.chart, figure.caption, lang, clicked, around)
    if is_new:
        clicked()
    if result.sources:
        put_sources(figure.sources, figure.caption.title, lang)


def put_bare(chart: Chart, caption: Caption, lang: Language, *, key: str) -> None:
    """Only the chart, as high as the box it stands in, without title, sources, menu or any answer to touch."""
    _component(key, chart, caption, lang, _ignore, {"source": "", "clickable": False, "bare": True, "menu": ""})


def _component(
    key: str, chart: Chart, caption: Caption, lang: Language, clicked: Callable[[], None], around: dict[str, Any]
) -> Any:
    words = {
        "sources": lang.t("Show all sources"),
        "full": lang.t("Full screen"),
        "failed": lang.t("The chart could not be drawn."),
    }
    data = {
        "figure": chart.drawing,
        "stamp": chart.stamp,
        "height": chart.height,
        "narrow": chart.narrow,
        "title": caption.title,
        "subtitle": " · ".join(filter(None, [caption.drawn, caption.hint])),
        "alt": caption.alt,
        **around,
        "file": key,
        "lang": lang.code,
        "base": base_path(),
        "twins": twins(warehouse().markets.values()),
        "words": words,
    }
    return _COMPONENT(key=key, data=data, on_point_change=clicked, on_sources_change=_ignore)


def _ignore() -> None:
    """Streamlit wants a callback for each event; the events are read from the result instead."""
