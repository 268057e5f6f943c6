"""What the analyst looks for: a search and eight filters, each value with the number it would show."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.names import names, periods
from dashboard.warehouse import warehouse

PARAMETERS = {
    "market": "markets",
    "sector": "sectors",
    "theme": "themes",
    "role": "roles",
    "town": "towns",
    "period": "periods",
    "status": "statuses",
    "history": "histories",
}


@dataclass(frozen=True)
class View:
    """What is being looked for: the values chosen of each filter (by its name), and the companies a search found."""

    chosen: dict[str, tuple[str, ...]]
    found: tuple[str, ...] | None

    def parameters(self) -> dict[str, Any]:
        """The named parameters of the queries `companies/facets` and `companies/rows`."""
        return {PARAMETERS[facet]: values for facet, values in self.chosen.items()} | {"found": self.found}

    @property
    def filtered(self) -> bool:
        return self.found is not None or any(self.chosen.values())


EVERYTHING = View(dict.fromkeys(PARAMETERS, ()), None)


def words(facet: str, lang: Language) -> dict[str, str]:
    """Value -> words, for every value of a filter that occurs, the frequent first; periods in their order."""
    every = warehouse().ask("companies/facets", **EVERYTHING.parameters())
    of_facet = every[every["facet"] == facet].sort_values(["companies", "value"], ascending=[False, True])
    known = known_words(facet, lang)
    values = [value for value in known if value in set(of_facet["value"])] if facet == "period" else of_facet["value"]
    return {value: known.get(value, value) for value in values}


def known_words(facet: str, lang: Language) -> dict[str, str]:
    """The words for a filter's values; a town is called by its name."""
    unknown = lang.t("not known")
    if facet == "town":
        return names("places", lang) | {"unknown": unknown}
    if facet == "period":
        return {str(number): name for number, name in enumerate(periods(lang), 1)} | {"unknown": unknown}
    if facet == "history":
        return {"yes": lang.t("with milestones"), "no": lang.t("without milestones")}
    if facet == "theme":
        return names("themes", lang) | {"none": lang.t("no focus theme")}
    if facet in ("role", "status"):
        return lang.labels("companies", facet)
    return names({"market": "markets", "sector": "sectors"}[facet], lang)


def labels(lang: Language) -> dict[str, str]:
    """The filters' names, in the order in which they stand."""
    return {
        "market": lang.t("Source market"),
        "sector": lang.t("Sector"),
        "theme": lang.t("Focus theme"),
        "role": lang.t("Role"),
        "town": lang.t("Town"),
        "period": lang.t("Arrival"),
        "status": lang.t("Status"),
        "history": lang.t("Milestones"),
    }


def choose(lang: Language) -> View:
    """Draw the search and the filters; returns what is chosen."""
    with st.container(key="companies-search"):
        term = filters.text(
            lang.t("Search by name, former name, parent company or description"),
            key="q",
            type="search",
            live=True,
            placeholder=lang.t("such as Mitsubishi; small typing errors do not matter"),
        )
    found = tuple(warehouse().ask("companies/search", term=term)["company_id"]) if term else None
    options = {facet: words(facet, lang) for facet in PARAMETERS}
    for facet in PARAMETERS:
        filters.adopt(facet, list(options[facet]), [])
    view = View({facet: tuple(st.session_state[facet]) for facet in PARAMETERS}, found)
    counts = warehouse().ask("companies/facets", **view.parameters()).set_index(["facet", "value"])["companies"]
    with st.container(key="companies-facets"):
        rows = [st.columns(4), st.columns(4)]
        for place, (facet, label) in enumerate(labels(lang).items()):
            with rows[place // 4][place % 4]:
                draw(facet, label, options[facet], counts, lang)
        st.button(
            lang.t("Reset all filters"), on_click=partial(reset, list(PARAMETERS)), type="tertiary",
            icon=":material/undo:", disabled=not view.filtered, key="companies-reset",
        )  # fmt: skip
    return view


def draw(facet: str, label: str, options: dict[str, str], counts: pd.Series, lang: Language) -> None:
    """One filter; every value with the number of companies it would show, given the others."""
    counted = {value: f"{text} ({lang.number(counts.get((facet, value), 0))})" for value, text in options.items()}
    filters.many(label, counted, lang, key=facet, default=[], most=len(counted), placeholder=lang.t("all"))


def reset(facets: list[str]) -> None:
    """Take every restriction back."""
    for facet in facets:
        st.session_state[facet] = []
    st.session_state["q"] = ""


def toggle(facet: str, value: str) -> None:
    """Choose a value of a filter, or take it back if it was chosen."""
    chosen = list(st.session_state.get(facet, []))
    st.session_state[facet] = [v for v in chosen if v != value] if value in chosen else [*chosen, value]
