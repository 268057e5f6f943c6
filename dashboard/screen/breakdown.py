"""What a number is made of, on the screen."""

from dashboard.content.breakdown import Breakdown
from dashboard.screen.html import render
from dashboard.screen.passage import Passage
from dashboard.screen.stage import Stage, written


@written.register
def _(part: Breakdown, stage: Stage) -> Passage:
    return Passage.html(render("breakdown", stage.lang, part=part, sources=stage.lang.t("Sources")))
