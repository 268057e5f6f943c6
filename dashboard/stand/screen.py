"""Who has the screen: nobody (the loop plays), a visitor or staff; a part of the page that runs alone."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.language import Language
from dashboard.screen import page
from dashboard.screen.html import base_path
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand import staff, visitor
from dashboard.stand.conductor import conductor
from dashboard.stand.desk import STAFF_KEY, stand
from dashboard.stand.words import spoken as languages

logger = logging.getLogger(__name__)

Page = Callable[[Callable[[], None]], None]

STYLE = Path(__file__).with_name("stand.css")
COUNTDOWN = 10  # seconds in which a visitor can still say "I am here"


def style() -> None:
    """The dashboard's look and the stand's own; a dark stand is dark whatever the machine prefers."""
    page.style()
    scheme = "dark" if stand().dark else "light"
    st.html(
        f"<style>:root, .stApp {{ color-scheme: {scheme} !important; }}\n{STYLE.read_text(encoding='utf-8')}</style>"
    )


@st.fragment
def screen(scenes: list[dict[str, Any]], shows: str) -> None:
    """The conductor, and what it calls for; `shows` says what the scenes were made of."""
    if st.session_state.pop("news", False):
        st.rerun(scope="app")  # new facts, or what staff changed: the scenes are made anew
    if "who" not in st.session_state:
        arrive()
    desk, mode = stand(), who()
    spoken = language({"visit": visitor.language(), "staff": settings().lang}.get(mode, desk.language))
    conductor(
        heard,
        mode=mode,
        scenes=scenes,
        pace=settings().pace,
        paused=desk.paused,
        jump=desk.jump,
        dark=desk.dark,
        dim=1 - desk.brightness / 100,
        idle=settings().idle_seconds,
        countdown=COUNTDOWN,
        shows=shows,
        base=base_path(),
        corner=staff.by_touch(),
        key=STAFF_KEY if staff.by_key() else "",
        incomplete=len(scenes) < len(desk.profiles[desk.profile].scenes),
        lang=spoken.code,
        words=_words(spoken),
    )
    with st.container(key="ps-screen"):
        _page(mode)


def _words(spoken: Language) -> dict[str, Any]:
    return {
        "touch": [{"lang": each.code, "text": each.t("Touch the screen")} for each in languages()],
        "back": spoken.t("Back to the start in {seconds} s"),
        "stay": spoken.t("Touch to go on"),
    }


def _page(mode: str) -> None:
    pages: dict[str, Page] = {"visit": visitor.draw, "staff": partial(staff.draw, show)}
    try:
        pages.get(mode, nothing)(go_home)
    except Exception as error:  # whatever it is: nobody is left before a screen that does not answer
        logger.exception("A page of the stand failed")
        stand().failed(f"{mode}: ", error)
        go_home()
        st.rerun(scope="fragment")


def nothing(_: Callable[[], None]) -> None:
    """Nobody is there: the loop has the screen."""


def who() -> str:
    """`loop`, `visit` or `staff`."""
    return str(st.session_state.get("who", "loop"))


def heard(event: str) -> None:
    """Something happened in the browser."""
    what, _, detail = event.partition(":")
    if what == "problem":
        stand().report(f"in the browser: {detail}")
    elif what == "touch" and who() == "loop":
        visitor.begin()
        st.session_state["who"] = "visit"
    elif what == "staff" and (staff.by_key() if detail == "key" else staff.by_touch()):
        staff.begin()
        st.session_state["who"] = "staff"
    elif what == "home":
        go_home()
    elif what == "news":
        st.session_state["news"] = True


def arrive() -> None:
    """A screen has come: the first one opens where staff wished, if they did; any other at the loop."""
    go_home()
    if address := stand().take_start():
        show(address)


def show(address: str) -> None:
    """Open the step at an address on purpose, in the loop's language."""
    go_home()
    visitor.begin(address)
    st.session_state["who"] = "visit"


def go_home() -> None:
    """Back to the loop, every choice forgotten."""
    visitor.forget()
    staff.forget()
    st.session_state["who"] = "loop"
