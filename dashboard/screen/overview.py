"""How the overview's own kinds of content are drawn: cards, and what happened most recently."""

from functools import partial

import streamlit as st

from dashboard.content.cards import Card, Cards
from dashboard.content.latest import Latest
from dashboard.screen.button import button
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import block, part_block
from dashboard.screen.markdown import plain
from dashboard.screen.sources import sources_button


@draw.register
def _(part: Latest, stage: Stage) -> None:
    part_block("latest", part, stage.lang)


@draw.register
def _(part: Cards, stage: Stage) -> None:
    """The cards side by side, the sources of their numbers below."""
    for column, card in zip(st.columns(len(part.cards), gap="medium"), part.cards, strict=True):
        with column:
            _card(card, stage, f"{part.key}-{card.market}")
    sources_button(part.sources, part.title, stage.lang, key=f"{part.key}-sources")


def _card(card: Card, stage: Stage, key: str) -> None:
    """The market's name, which leads to its page, and its numbers."""
    button(
        f"**{plain(card.name)}**",
        partial(stage.follow, card.towards.encoded()),
        key=key,
        type="tertiary",
        icon=":material/arrow_forward:",
        icon_position="right",
    )
    block("cards", card=card)
