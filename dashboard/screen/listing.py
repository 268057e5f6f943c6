"""A page of a list, and the cards that its rows open, as Streamlit draws them."""

from dashboard.content.card import Neighbours, Profile
from dashboard.content.listing import Listing
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import block, part_html, render
from dashboard.screen.pickable import pickable


@draw.register
def _(part: Listing, stage: Stage) -> None:
    lang = stage.lang
    words = {"before": lang.t("Previous page"), "after": lang.t("Next page")}
    pickable(part_html("listing", part, lang, words=words), stage.follow, key=f"{part.key}-rows")


@draw.register
def _(part: Profile, stage: Stage) -> None:
    block("profile", stage.lang, part=part, source=stage.lang.t("Source"))


@draw.register
def _(part: Neighbours, stage: Stage) -> None:
    pickable(render("neighbours", stage.lang, part=part), stage.follow, key=part.key)
