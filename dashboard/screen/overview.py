"""The overview's own kinds of content on the screen: cards, and what happened most recently."""

from dashboard.content.cards import Cards
from dashboard.content.latest import Latest
from dashboard.screen.html import part_html
from dashboard.screen.passage import Passage
from dashboard.screen.sources import sources_line
from dashboard.screen.stage import Stage, written


@written.register
def _(part: Latest, stage: Stage) -> Passage:
    return Passage.html(part_html("latest", part, stage.lang))


@written.register
def _(part: Cards, stage: Stage) -> Passage:
    """The cards side by side, each with a name that leads to its page; the sources of their numbers below."""
    cards = Passage.pickable(part_html("cards", part, stage.lang), part.key)
    return Passage.of([cards, sources_line(part.sources, part.title, stage.lang, part.key)])
