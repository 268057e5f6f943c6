"""The loop: every scene stands on the page at once, the conductor shows one after the other."""

import logging
from typing import Any

import streamlit as st

from dashboard.language import Language
from dashboard.screen.figure import put_bare
from dashboard.speaking import language
from dashboard.stand.desk import Stand
from dashboard.stand.origins import put_origins
from dashboard.stand.scenes import Content, content

logger = logging.getLogger(__name__)


def draw_loop(desk: Stand) -> list[dict[str, Any]]:
    """Put the profile's scenes on the page; returns those that could be made, for the conductor."""
    profile, lang = desk.profiles[desk.profile], language(desk.language)
    drawn = []
    for position, scene in enumerate(profile.scenes):
        key = f"scene-{position}-{scene.show}"
        try:
            draw(content(scene, profile, lang), key, lang, dark=desk.dark)
        except Exception as error:  # whatever it is: the show goes on
            logger.exception("A scene failed")
            desk.failed(f"scene {key} is left out: ", error)
            continue
        drawn.append({"key": key, "seconds": scene.seconds})
    return drawn


def draw(ready: Content, key: str, lang: Language, *, dark: bool) -> None:
    """One scene in its container; its chart is another one in the dark, because charts take their colours only once."""
    with st.container(key=key):
        if ready.moves:
            put_origins(ready.html, key=f"moving-{key}")
        else:
            st.html(ready.html)
        if ready.chart is not None:
            put_bare(ready.chart, ready.caption, lang, key=f"chart-{key}-{'dark' if dark else 'light'}")
