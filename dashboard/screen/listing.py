"""A page of a list, and the cards that its rows open, on the screen."""

from dashboard.content.card import Neighbours, Profile
from dashboard.content.listing import Listing
from dashboard.screen.html import part_html, render
from dashboard.screen.passage import Passage
from dashboard.screen.stage import Stage, written


@written.register
def _(part: Listing, stage: Stage) -> Passage:
    lang = stage.lang
    words = {"before": lang.t("Previous page"), "after": lang.t("Next page")}
    return Passage.pickable(part_html("listing", part, lang, words=words), f"{part.key}-rows")


@written.register
def _(part: Profile, stage: Stage) -> Passage:
    return Passage.html(render("profile", stage.lang, part=part, source=stage.lang.t("Source")))


@written.register
def _(part: Neighbours, stage: Stage) -> Passage:
    return Passage.pickable(render("neighbours", stage.lang, part=part), part.key)
