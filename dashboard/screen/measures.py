"""How desks and measures are drawn."""

from dashboard.content.desk import Desk
from dashboard.content.measures import Measures
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import part_block


@draw.register
def _(part: Desk, _: Stage) -> None:
    part_block("desk", part)


@draw.register
def _(part: Measures, _: Stage) -> None:
    part_block("measures", part)
