"""What the reader wants to see of the region: companies, year, kind of map; and the years played in turn."""

import time
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import streamlit as st

from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.names import names
from dashboard.settings import settings
from dashboard.warehouse import warehouse

PACE = 1.0  # seconds a year stays while the years play


@dataclass(frozen=True)
class View:
    """A complete choice; `year` None means today, `origin` and `target` narrow the relocations (empty: any town)."""

    markets: tuple[str, ...]
    sectors: tuple[str, ...]
    roles: tuple[str, ...]
    year: int | None
    origin: str
    target: str

    def parameters(self) -> dict[str, Any]:
        """The named parameters that the queries under `region/` share."""
        return {"markets": self.markets, "sectors": self.sectors, "roles": self.roles, "year": self.year}

    def of_moves(self) -> dict[str, Any]:
        """The named parameters of `region/moves`."""
        return self.parameters() | {"origin": self.origin, "target": self.target}


def companies(lang: Language) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Draw the three filters; returns the chosen markets, sectors and roles (empty: all)."""
    offered = warehouse().ask("shared/markets")
    listed = offered[offered["companies"] > 0]
    every = {
        "market": (lang.t("Source market"), dict(zip(listed["market"], listed[f"name_{lang.code}"], strict=True))),
        "sector": (lang.t("Sector"), names("sectors", lang)),
        "role": (lang.t("Role"), lang.labels("companies", "role")),
    }
    chosen = []
    for column, (key, (label, options)) in zip(st.columns(3), every.items(), strict=True):
        with column:
            picked = filters.many(
                label, options, lang, key=key, default=[], most=len(options), placeholder=lang.t("all")
            )
            chosen.append(tuple(picked))
    return chosen[0], chosen[1], chosen[2]


def choose_way(lang: Language) -> tuple[str, str]:
    """Draw the filters of the relocations; returns the towns from which and to which (empty: any)."""
    every = warehouse().ask("region/moves", **View((), (), (), None, "", "").of_moves())
    chosen = []
    for column, side, label in zip(st.columns(3), ("from", "to"), (lang.t("From"), lang.t("To")), strict=False):
        towns = dict(sorted(zip(every[f"{side}_city"], every[f"{side}_{lang.code}"], strict=True), key=itemgetter(1)))
        with column:
            chosen.append(filters.one(label, {"": lang.t("any town")} | towns, lang, key=side, default=""))
    return chosen[0], chosen[1]


def choose_year(lang: Language) -> int | None:
    """Draw play button and slider; returns the year, None for the last one: today with all companies."""
    span = warehouse().ask("region/years", today=settings().current_date().isoformat()).iloc[0]
    years = [str(year) for year in range(int(span["first_year"]), int(span["last_year"]) + 1)]
    words = {year: year for year in years[:-1]} | {years[-1]: lang.t("today")}
    button, slider = st.columns([0.12, 1], vertical_alignment="bottom")
    with button:
        playing = is_playing()
        st.button(
            lang.t("Pause") if playing else lang.t("Play"), key="region-play", on_click=switch, args=(years,),
            icon=":material/pause:" if playing else ":material/play_arrow:", width="stretch",
        )  # fmt: skip
    with slider:
        if playing:
            year = shown_while_playing(words, lang)
        else:
            if "region-year" in st.session_state:  # where playing ended
                st.session_state["year"] = st.session_state.pop("region-year")
            year = filters.one(lang.t("Year"), words, lang, key="year", default=years[-1], widget=st.select_slider)
    return None if year == years[-1] else int(year)


def shown_while_playing(words: dict[str, str], lang: Language) -> str:
    """A slider that only shows the year: the browser, a step behind, would else be taken for a reader who moves it.

    The address stays as it is; sixty years would be sixty steps back for the browser.
    """
    year = str(st.session_state["region-year"])
    st.session_state["region-slider"] = year
    st.select_slider(lang.t("Year"), list(words), format_func=words.get, key="region-slider", disabled=True)
    return year


def is_playing() -> bool:
    """Whether the years are playing."""
    return bool(st.session_state.get("region-playing"))


def switch(years: list[str]) -> None:
    """Play from the year shown, or from the first if the last is shown; or stop."""
    if is_playing():
        st.session_state["region-playing"] = False
        return
    shown = str(st.session_state.get("year", years[-1]))
    st.session_state["region-year"] = years[0] if shown == years[-1] else shown
    st.session_state["region-tick"] = time.monotonic()
    st.session_state["region-playing"] = True


def advance() -> None:
    """The next year, if its time has come; with the last one playing ends."""
    if not is_playing() or time.monotonic() - st.session_state["region-tick"] < PACE / 2:
        return
    last = settings().current_date().year
    st.session_state["region-tick"] = time.monotonic()
    st.session_state["region-year"] = str(min(int(st.session_state["region-year"]) + 1, last))
    st.session_state["region-playing"] = st.session_state["region-year"] != str(last)
