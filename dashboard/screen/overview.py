"""How the overview's own kinds of content are drawn: cards, and what happened most recently."""

import streamlit as st

from dashboard.content.cards import Card, Cards
from dashboard.content.latest import Latest
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import block
from dashboard.screen.markdown import plain
from dashboard.screen.sources import sources_button


@draw.register
def _(part: Latest, stage: Stage) -> None:
    block("latest", stage.lang, part=part)


@draw.register
def _(part: Cards, stage: Stage) -> None:
    """The cards side by side, the sources of their numbers below."""
    for column, card in zip(st.columns(len(part.cards), gap="medium"), part.cards, strict=True):
        with column:
            _card(card, stage, f"{part.key}-{card.market}")
    sources_button(part.sources, part.title, stage.lang, key=f"{part.key}-sources")


def _card(card: Card, stage: Stage, key: str) -> None:
    """The market's name, which leads to its page, and its numbers."""
    st.button(
        f"**{plain(card.name)}**",
        key=key,
        type="tertiary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=stage.follow,
        args=(card.towards.encoded(),),
    )
    block("cards", card=card)
