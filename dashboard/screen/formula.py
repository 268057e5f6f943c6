"""A formula as Streamlit draws it."""

import streamlit as st

from dashboard.content.formula import Formula
from dashboard.screen.html import block
from dashboard.screen.stage import Stage, draw


@draw.register
def _(part: Formula, _: Stage) -> None:
    st.latex(part.latex)
    block("formula", part=part)
