"""The reference: the same pages with every figure drawn by `st.plotly_chart` instead of our component."""

import json

import plotly.graph_objects as go
import streamlit as st

from dashboard.language import Language
from dashboard.screen import figure as part
from dashboard.server import ROUTES
from dashboard.settings import ROOT


def plotly_chart(ready: part.Picture, _: Language, *, key: str, clickable: bool = False) -> str | None:
    """`parts.figure.show` on Streamlit's own element; clicks are not read."""
    del clickable
    st.html(f"<h3>{ready.caption.title}</h3><p>{ready.caption.subtitle}</p>")
    config = {"topojsonURL": f"{part.base_path()}assets/topojson/", "displayModeBar": False}
    chart = go.Figure(json.loads(ready.drawing), skip_invalid=True)
    st.plotly_chart(chart, key=key, theme=None, config=config)
    st.html(f"<p>{ready.source_line}</p>")
    return None


part.show = plotly_chart  # before any page is imported
app = st.App(ROOT / "dashboard" / "app.py", routes=ROUTES)
