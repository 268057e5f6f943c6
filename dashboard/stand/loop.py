"""The loop: every scene stands on the page at once, the conductor shows one after the other."""

import logging
from typing import Any

import streamlit as st

from dashboard.screen.figure import show
from dashboard.stand.desk import Stand
from dashboard.stand.scenes import Content, content
from dashboard.stand.words import StandLanguage, stand_language

logger = logging.getLogger(__name__)


def draw_loop(desk: Stand) -> list[dict[str, Any]]:
    """Put the profile's scenes on the page; returns those that could be made, for the conductor."""
    profile, lang = desk.profiles[desk.profile], stand_language(desk.language)
    drawn = []
    for position, scene in enumerate(profile.scenes):
        key = f"scene-{position}-{scene.show}"
        try:
            draw(content(scene, profile, lang), key, lang, dark=desk.dark)
        except Exception as error:  # whatever it is: the show goes on
            logger.exception("A scene failed")
            desk.report(f"scene {key} is left out: {type(error).__name__}: {error}")
            continue
        drawn.append({"key": key, "seconds": scene.seconds})
    return drawn


def draw(ready: Content, key: str, lang: StandLanguage, *, dark: bool) -> None:
    """One scene in its container; its chart is another one in the dark, because charts take their colours only once."""
    with st.container(key=key):
        st.html(ready.html)
        if ready.chart is not None:
            show(ready.chart, lang, key=f"chart-{key}-{'dark' if dark else 'light'}", bare=True)
