"""The staff menu: behind a long press in the corner and a PIN. Without a PIN it opens by a key of the stand's own
machine, and not by touch."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import streamlit as st

from dashboard.language import Language
from dashboard.screen.html import render
from dashboard.screen.pickable import pickable
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand.condition import condition
from dashboard.stand.desk import Stand, stand
from dashboard.stand.lock import on_own_machine
from dashboard.stand.search import found
from dashboard.stand.way import LONGEST as LONGEST_TERM
from dashboard.stand.way import step_at
from dashboard.stand.words import spoken
from dashboard.warehouse import warehouse

DIMMEST = 40  # percent
LONGEST = 12  # digits of a PIN
TERM = "term:"  # before what is typed into the search


@dataclass(frozen=True)
class Menu:
    """How far staff have come: digits typed, whether they were wrong, whether the menu is open, what they search."""

    typed: str = ""
    wrong: bool = False
    open: bool = False
    term: str = ""


def by_touch() -> bool:
    """Whether a long press in the corner calls for the menu."""
    return bool(settings().staff_pin)


def by_key() -> bool:
    """Whether the staff's key calls for it: with a PIN always, else on the stand's own machine only."""
    return bool(settings().staff_pin) or on_own_machine()


def begin() -> None:
    """Staff called: the pad, or the menu at once where there is no PIN to ask for."""
    st.session_state["staff"] = Menu(open=not settings().staff_pin)


def forget() -> None:
    """The menu is closed; the next one must know the PIN again."""
    st.session_state.pop("staff", None)


def draw(show: Callable[[str], None], go_home: Callable[[], None]) -> None:
    """The PIN pad, then the menu, in the staff's language; `show` opens what they found, by its address."""

    def picked(value: str) -> None:
        if value == "home":
            go_home()
        elif (state := st.session_state.get("staff")) and state.open and step_at(value):
            show(value)
        elif state and state.open and value.startswith(TERM):
            st.session_state["staff"] = replace(state, term=value.removeprefix(TERM)[:LONGEST_TERM])
        elif state and state.open:
            change(value)
        elif state:
            st.session_state["staff"] = typed(state, value)

    lang, state = language(settings().lang), st.session_state["staff"]
    html = menu(state, lang) if state.open else pad(state, lang)
    pickable(html, picked, key="staff-menu")


def typed(state: Menu, key: str) -> Menu:
    """What a key of the pad does: a digit, `delete` or `enter`."""
    if key == "enter" and state.typed:
        opens = stand().gate.opens(state.typed)
        return Menu(open=opens, wrong=not opens)
    if key == "delete":
        return replace(state, typed=state.typed[:-1])
    if key.isdecimal() and len(key) == 1:
        return Menu(typed=(state.typed + key)[:LONGEST])
    return state


def pad(state: Menu, lang: Language) -> str:
    """The PIN pad and what is wrong, if something is."""
    closed = stand().gate.seconds_closed()
    if closed:
        said = lang.t("Locked until {time}.", time=f"{datetime.now() + timedelta(seconds=closed):%H:%M:%S}")
    else:
        said = lang.t("This PIN is wrong.") if state.wrong else ""
    return render(
        "stand/pad",
        lang=lang.code,
        title=lang.t("Staff"),
        dots=len(state.typed),
        said=said,
        closed=closed,
        home=lang.t("Close"),
        delete=lang.t("Delete"),
        enter=lang.t("Enter"),
    )


def change(picked: str) -> None:
    """What staff chose in the menu; unknown values change nothing."""
    desk = stand()
    what, _, value = picked.partition(":")
    asked, desk.ending = desk.ending, what == "ask-end"
    if what == "profile" and value in desk.profiles:
        desk.choose(value)
    elif what == "lang" and value in warehouse().city.stand.languages:
        desk.language = value
    elif what in ("pause", "play"):
        desk.paused = what == "pause"
    elif what in ("next", "previous"):
        desk.jump += 1 if what == "next" else -1
    elif what in ("dark", "light"):
        desk.dark = what == "dark"
    elif what == "dim":
        desk.brightness = desk.brightness - 20 if desk.brightness > DIMMEST else 100
    elif what == "end" and asked:
        desk.ended = True
    elif what == "reload":
        desk.reread()
        warehouse().refresh()
    if what in ("profile", "lang", "dark", "light", "reload"):
        desk.edition += 1  # other screens see it in the health answer
        st.session_state["news"] = True


def menu(state: Menu, lang: Language) -> str:
    """What staff can do, and whether all is well."""
    desk = stand()
    return render(
        "stand/staff",
        lang=lang.code,
        title=lang.t("Staff"),
        home=lang.t("Close"),
        search=lang.t("Search"),
        hint=lang.t("Show at once: company, country, sector or topic"),
        term=state.term,
        longest=LONGEST_TERM,
        found=found(state.term, lang),
        missing=lang.t("Nothing here is called “{term}”. Try another spelling or a topic.", term=state.term),
        steps=[{"pick": pick, "text": text} for pick, text in steps(desk, lang)],
        profile=lang.t("Profile"),
        profiles=[
            {"code": name, "name": profile.title or lang.t("General"), "chosen": name == desk.profile}
            for name, profile in desk.profiles.items()
        ],
        spoken=lang.t("Language of the loop"),
        languages=[
            {"code": each.code, "name": each.own_name, "chosen": each.code == desk.language} for each in spoken()
        ],
        well=lang.t("All well?"),
        health=condition(desk, lang),
        last=lang.t("Last problems"),
        problems=list(desk.problems)[-4:],
        nothing=lang.t("None since the start."),
    )


def steps(desk: Stand, lang: Language) -> Iterator[tuple[str, str]]:
    """What staff can do now: its code and its words."""
    yield "previous", lang.t("Previous scene")
    yield ("play", lang.t("Resume")) if desk.paused else ("pause", lang.t("Pause"))
    yield "next", lang.t("Next scene")
    yield ("light", lang.t("Light")) if desk.dark else ("dark", lang.t("Dark"))
    yield "dim", lang.t("Brightness {percent}", percent=lang.percent(desk.brightness / 100))
    yield "reload", lang.t("Reload facts")
    yield ("end", lang.t("End now")) if desk.ending else ("ask-end", lang.t("End the show …"))
