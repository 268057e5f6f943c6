"""Several widgets side by side, as Streamlit draws them."""

import streamlit as st

from dashboard.content.controls import ControlGrid, Controls
from dashboard.content.parts import Control
from dashboard.screen.stage import Stage, draw


@draw.register
def _(part: Controls, stage: Stage) -> None:
    """Each as wide as it says it is; on a phone each below the other."""
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"pw-controls-{part.fields[0]}"):
        for field in part.fields:
            if isinstance(field, str):
                draw(Control(field), stage)
            else:
                _together(field, stage)


@draw.register
def _(part: ControlGrid, stage: Stage) -> None:
    with st.container(key=f"pw-abreast-{part.fields[0]}"):
        for start in range(0, len(part.fields), part.abreast):
            row = part.fields[start : start + part.abreast]
            for column, field in zip(st.columns(part.abreast), row, strict=False):
                with column:
                    draw(Control(field), stage)


def _together(fields: tuple[str, ...], stage: Stage) -> None:
    with st.container(horizontal=True, width="content"):
        for field in fields:
            draw(Control(field), stage)
