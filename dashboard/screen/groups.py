"""Entries in groups on the screen."""

from dashboard.content.groups import Calendar, Groups
from dashboard.screen.html import part_html
from dashboard.screen.passage import Passage
from dashboard.screen.stage import Stage, written


@written.register
def _(part: Groups, stage: Stage) -> Passage:
    return Passage.html(part_html("groups", part, stage.lang))


@written.register
def _(part: Calendar, stage: Stage) -> Passage:
    return Passage.html(part_html("calendar", part, stage.lang))
