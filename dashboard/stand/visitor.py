"""A visitor's way through the stand: who has which page before him, and what a touch does to it."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from dashboard.language import Language
from dashboard.screen.pickable import pickable
from dashboard.speaking import language as spoken_language
from dashboard.stand import companies, company, fields, search, steps
from dashboard.stand.desk import stand
from dashboard.stand.way import LONGEST, Visit, step_at
from dashboard.warehouse import warehouse

PAGES: dict[str, Callable[[Visit, Language], str]] = {
    "languages": steps.languages,
    "countries": steps.countries,
    "market": steps.my_country,
    "newest": companies.newest,
    "sector": fields.sector,
    "theme": fields.field,
    "topic": fields.field,
    "list": companies.listed,
    "company": company.card,
    "history": company.history,
    "search": search.search,
}


def begin(*addresses: str) -> None:
    """A visitor touched the screen; or staff open it at these steps, in the loop's language."""
    found = tuple(step for address in addresses if (step := step_at(address)))
    st.session_state["visit"] = Visit(stand().language if found else "", found)


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
    st.session_state["visit"] = _after(visit(), picked)


def _after(now: Visit, picked: str) -> Visit:
    """Where a touch leads."""
    what, _, value = picked.partition(":")
    if what == "back":
        return now.back()
    if what == "lang":
        return replace(now, lang=value) if value in warehouse().city.stand.languages else now
    if what == "page":
        return now.at(page=int(value)) if now.way and value.isdecimal() and len(value) < 4 else now
    if what == "term":
        return now.at(value=value[:LONGEST]) if now.now.kind == "search" else now
    step = step_at(picked)
    return now.on(step) if step and now.lang and step != now.now else now


def draw(go_home: Callable[[], None]) -> None:
    """The page this visitor has reached."""

    def picked(value: str) -> None:
        if value == "home":
            go_home()
        else:
            choose(value)

    now = visit()
    pickable(PAGES[now.now.kind](now, spoken_language(language())), picked, key="visitor")
