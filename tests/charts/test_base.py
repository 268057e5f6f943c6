"""What every chart is made of."""

import json

import plotly.graph_objects as go
import streamlit  # noqa: F401 (it sets a template for all figures)

from dashboard.charts.base import drawing, layout
from dashboard.speaking import language


def test_no_template_travels_with_a_figure() -> None:
    figure = drawing([go.Bar(x=[1], y=[2])], layout(language("en"), 200))
    assert "template" not in json.loads(figure.to_json())["layout"]
