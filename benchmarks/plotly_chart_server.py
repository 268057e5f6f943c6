"""The reference: the same pages with every figure drawn by `st.plotly_chart` instead of our component."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.language import Language
from dashboard.parts import figure as part
from dashboard.parts.sources import Sources
from dashboard.server import ROUTES
from dashboard.settings import ROOT


def plotly_chart(
    chart: go.Figure, caption: part.Caption, sources: Sources, lang: Language, *, key: str, **_: Any
) -> str | None:
    """The figure part's signature on Streamlit's own element."""
    st.html(f"<h3>{caption.title}</h3><p>{caption.subtitle}</p>")
    config = {"topojsonURL": f"{part.base_path()}assets/topojson/", "displayModeBar": False}
    st.plotly_chart(chart, key=key, theme=None, config=config)
    st.html(f"<p>{sources.line(lang)}</p>")
    return None


part.figure = plotly_chart  # before any page is imported
app = st.App(ROOT / "dashboard" / "app.py", routes=ROUTES)
