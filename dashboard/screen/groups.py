"""Entries in groups, as Streamlit draws them."""

from dashboard.content.groups import Calendar, Groups
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import block


@draw.register
def _(part: Groups, stage: Stage) -> None:
    block("groups", stage.lang, part=part)


@draw.register
def _(part: Calendar, stage: Stage) -> None:
    block("calendar", stage.lang, part=part)
