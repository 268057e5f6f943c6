"""A button that changes what is chosen, as Streamlit draws it."""

import streamlit as st

from dashboard.content.action import Action
from dashboard.screen.draw import Stage, draw


@draw.register
def _(part: Action, stage: Stage) -> None:
    where = part.towards.encoded()
    st.button(
        part.label,
        on_click=stage.follow,
        args=(where,),
        key=where,
        type="tertiary",
        icon=part.icon or None,
        disabled=part.disabled,
    )
