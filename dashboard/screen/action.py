"""A button that changes what is chosen, as Streamlit draws it."""

from functools import partial

from dashboard.content.action import Action
from dashboard.screen.button import button
from dashboard.screen.stage import Stage, draw


@draw.register
def _(part: Action, stage: Stage) -> None:
    where = part.towards.encoded()
    button(
        part.label,
        partial(stage.follow, where),
        key=where,
        type="tertiary",
        icon=part.icon or None,
        disabled=part.disabled,
    )
