"""Options that play: a button beside a field steps through them, and the sections that show them run by themselves.

While they play the address keeps to the option at which the reader began (sixty years would be sixty steps back for the
browser), and the field's widget only shows where they are: the browser, a step behind, would else be taken for a reader
who moves it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.content.choice import Field, Reading, fields
from dashboard.screen.button import button as press
from dashboard.screen.choosing import control, settle
from dashboard.screen.seen import fragment

if TYPE_CHECKING:
    from dashboard.screen.stage import Stage

PACE = 1.0  # seconds an option stays


@dataclass(frozen=True)
class Turn:
    """The option shown while they play, and since when (in the monotonic clock's seconds)."""

    code: str
    since: float


def by_itself(stage: Stage, put: Callable[[Stage], None]) -> None:
    """Draw a part of the page that runs again, without the rest of it, at each touch and while the options play."""
    playing = _turn(stage) is not None
    settled = iter([stage.reading])  # by the run of the whole page

    def part() -> None:
        reading = next(settled, None) or settle(stage.page.choice, stage.lang)
        _advance(stage, reading)
        if (_turn(stage) is not None) != playing or reading.unclear != stage.reading.unclear:
            st.rerun()  # the whole page: only it can start or stop the clock of this part, or take notices back
        put(replace(stage, view=replace(stage.view, reading=_shown(stage, reading))))

    fragment(part, every=PACE if playing else None)()


def control_with_button(stage: Stage) -> None:
    """The field's widget with the button that starts and stops; neither where there is nothing to step through."""
    page, lang, turn = stage.page, stage.lang, _turn(stage)
    if len(_codes(stage, stage.reading)) < 2:
        return
    button, widget = st.columns([0.12, 1], vertical_alignment="bottom")
    with button:
        label, icon = (lang.t("Pause"), ":material/pause:") if turn else (lang.t("Play"), ":material/play_arrow:")
        press(label, partial(_switch, stage), key=f"{page.name}-play", icon=icon, width="stretch")
    with widget:
        over: dict[str, Any] = {}
        if turn:
            over = {"key": f"{page.name}-shown", "disabled": True}
            st.session_state[over["key"]] = turn.code
        control(page.plays, page.choice, stage.reading, lang, **over)


def _turn(stage: Stage) -> Turn | None:
    """Where the options are; None while they do not play."""
    turn: Turn | None = st.session_state.get(_key(stage))
    return turn


def _key(stage: Stage) -> str:
    """In the session; what begins with a page's name is forgotten on another page."""
    return f"{stage.page.name}-turn"


def _field(stage: Stage) -> Field:
    return dict(fields(stage.page.choice))[stage.page.plays]


def _codes(stage: Stage, reading: Reading[Any]) -> list[str]:
    options = _field(stage).options
    return list(options(vars(reading.choice), stage.lang)) if options else []


def _switch(stage: Stage) -> None:
    """Play from the option shown, or from the first if the last is shown; or stop where they are."""
    if turn := _turn(stage):
        _stop(stage, turn.code)
        return
    codes, shown = _codes(stage, stage.reading), st.session_state[_field(stage).key]
    st.session_state[_key(stage)] = Turn(codes[0] if shown == codes[-1] else shown, time.monotonic())


def _stop(stage: Stage, code: str) -> None:
    del st.session_state[_key(stage)]
    st.session_state[_field(stage).key] = code


def _advance(stage: Stage, reading: Reading[Any]) -> None:
    """The next option, if its time has come; with the last one playing ends."""
    turn = _turn(stage)
    if turn is None or time.monotonic() - turn.since < PACE / 2:
        return
    codes = _codes(stage, reading)
    following = dict(pairwise(codes)).get(turn.code, codes[-1])
    if following == codes[-1]:
        _stop(stage, following)
    else:
        st.session_state[_key(stage)] = Turn(following, time.monotonic())


def _shown(stage: Stage, reading: Reading[Any]) -> Reading[Any]:
    """What is chosen, with the option whose turn it is."""
    turn, name = _turn(stage), stage.page.plays
    if turn is None:
        return reading
    return replace(reading, choice=replace(reading.choice, **{name: _field(stage).value([turn.code])}))
