"""Desks and measures on the screen."""

from dashboard.content.desk import Desk
from dashboard.content.measures import Measures
from dashboard.screen.html import part_html
from dashboard.screen.passage import Passage
from dashboard.screen.stage import Stage, written


@written.register
def _(part: Desk, _: Stage) -> Passage:
    return Passage.html(part_html("desk", part))


@written.register
def _(part: Measures, _: Stage) -> Passage:
    return Passage.html(part_html("measures", part))
