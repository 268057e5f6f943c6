"""Entries in groups, as Streamlit draws them."""

from dashboard.content.groups import Calendar, Groups
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import part_block


@draw.register
def _(part: Groups, stage: Stage) -> None:
    part_block("groups", part, stage.lang)


@draw.register
def _(part: Calendar, stage: Stage) -> None:
    part_block("calendar", part, stage.lang)
