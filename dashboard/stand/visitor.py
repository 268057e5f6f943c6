"""A visitor's way through the stand: language, country, my country here, who else works in my field."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.screen.pickable import pickable
from dashboard.speaking import language as spoken_language
from dashboard.stand import facts, steps
from dashboard.stand.desk import stand
from dashboard.warehouse import warehouse


@dataclass(frozen=True)
class Visit:
    """What this visitor has chosen so far; empty: not yet."""

    lang: str = ""
    market: str = ""
    sector: str = ""

    def back(self) -> "Visit":
        """One step back."""
        for step in ("sector", "market", "lang"):
            if getattr(self, step):
                return replace(self, **{step: ""})
        return self


def begin() -> None:
    """A visitor touched the screen."""
    st.session_state["visit"] = Visit()


def forget() -> None:
    """Nobody is there any more."""
    st.session_state.pop("visit", None)


def visit() -> Visit:
    """This visitor's choices."""
    chosen: Visit = st.session_state.get("visit", Visit())
    return chosen


def language() -> str:
    """The language this visitor reads; the loop's until one is chosen."""
    return visit().lang or stand().language


def choose(picked: str) -> None:
    """Take over a touch; what is not on offer is ignored."""
    step, _, value = picked.partition(":")
    allowed = {
        "lang": warehouse().city.stand.languages,
        "market": {*steps.offered(), facts.EVERYWHERE},
        "sector": {*steps.known_sectors(), facts.EVERYTHING},
    }
    if step == "back":
        st.session_state["visit"] = visit().back()
    elif value in allowed.get(step, ()):
        st.session_state["visit"] = replace(visit(), **{step: value})


def draw(go_home: Callable[[], None]) -> None:
    """The step this visitor has reached."""

    def picked(value: str) -> None:
        if value == "home":
            go_home()
        else:
            choose(value)

    now, lang = visit(), spoken_language(language())
    if not now.lang:
        html = steps.languages()
    elif not now.market:
        html = steps.countries(lang)
    elif not now.sector:
        html = steps.my_country(now.market, lang)
    elif now.sector == facts.EVERYTHING:
        html = steps.all_fields(now.market, lang)
    else:
        html = steps.my_field(now.market, now.sector, lang)
    pickable(html, picked, key="visitor")
