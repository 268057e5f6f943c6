"""What a number is made of, as Streamlit draws it."""

from dashboard.content.breakdown import Breakdown
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import block


@draw.register
def _(part: Breakdown, stage: Stage) -> None:
    block("breakdown", stage.lang, part=part, sources=stage.lang.t("Sources"))
