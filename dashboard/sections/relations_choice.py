"""What the reader wants to see of relations: markets, kinds, theme, period; and the key figures of that choice."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.key_figures import KeyFigure, key_figures
from dashboard.screen.names import names
from dashboard.settings import settings
from dashboard.warehouse import warehouse

MONTHS = 18  # the calendar reaches this far ahead
ALL = "all"


@dataclass(frozen=True)
class Choice:
    """A complete choice of codes; no market, kind or theme means all of them. `today` is an ISO date."""

    markets: tuple[str, ...]
    kinds: tuple[str, ...]
    theme: str
    first: int
    last: int
    today: str

    def period(self) -> dict[str, int]:
        """The years, as the queries name them."""
        return {"first": self.first, "last": self.last}

    def events(self) -> dict[str, Any]:
        """All parameters of the queries about events."""
        return {"markets": self.markets, "kinds": self.kinds, "theme": self.theme, "today": self.today, **self.period()}


def ask_for(lang: Language) -> Choice:
    """Draw the filters in one row and return the answer."""
    offered = warehouse().ask("relations/markets")
    own = offered[offered["market"] != ALL]
    options = dict(zip(own["market"], own[f"name_{lang.code}"], strict=True))
    kinds = lang.labels("events", "kind")
    themes = {ALL: lang.t("All themes"), **names("themes", lang)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="relations-filters"):
        markets = filters.many(
            lang.t("Source markets"), options, lang, key="markets", default=[], most=len(options), width=330,
            placeholder=lang.t("All markets"),
        )  # fmt: skip
        chosen = filters.many(
            lang.t("Kinds of events"), kinds, lang, key="kinds", default=[], most=len(kinds), width=300,
            placeholder=lang.t("All kinds"),
        )  # fmt: skip
        theme = filters.one(lang.t("Theme"), themes, lang, key="theme", default=ALL, width=170)
        with st.container(horizontal=True, width="content"):  # the two stay side by side on a phone
            first, last = _period(lang)
    today = settings().current_date().isoformat()
    return Choice(tuple(markets), tuple(chosen), "" if theme == ALL else theme, first, last, today)


def _period(lang: Language) -> tuple[int, int]:
    """First and last year; the last cannot lie before the first."""
    reach = warehouse().ask("relations/period").iloc[0]
    years = {str(year): str(year) for year in range(int(reach["first_year"]), int(reach["last_year"]) + 1)}
    first = filters.one(lang.t("From"), years, lang, key="from", default=min(years), width=105)
    later = {year: year for year in years if year >= first}
    last = filters.one(lang.t("Until"), later, lang, key="to", default=max(years), width=105)
    return int(first), int(last)


def key_numbers(choice: Choice, lang: Language) -> None:
    """Dates coming and past, institutions of all kinds, projects."""
    dates = warehouse().ask("relations/summary", months=MONTHS, **choice.events()).iloc[0]
    found = warehouse().ask("relations/institutions", markets=choice.markets, kinds=(), **choice.period())
    projects = warehouse().ask("relations/projects", markets=choice.markets, theme=choice.theme)
    figures = [_past(dates, choice, lang)]
    if len(found):
        figures.append(_institutions(found.iloc[0], lang))
    if len(projects):
        figures.append(_projects(projects.iloc[0], lang))
    figures.insert(0 if dates["coming_soon"] else len(figures), _coming(dates, choice, lang))  # no page opens with a 0
    key_figures(figures)


def nearest(choice: Choice, when: str, lang: Language) -> str:
    """`ProWein, 15. März 2026`: the soonest coming (`next`) or newest past (`last`) event; empty if there is none."""
    rows = warehouse().ask("relations/nearest", **choice.events())
    own = rows[rows["when_code"] == when]
    if own.empty:
        return ""
    row = own.iloc[0]
    return f"{lang.pick(row, 'title')}, {lang.month(row['year'], row['month'], row['day'])}"


def _coming(dates: pd.Series, choice: Choice, lang: Language) -> KeyFigure:
    ahead = nearest(choice, "next", lang)
    label = lang.n("date in the coming {months} months", "dates in the coming {months} months",
                   int(dates["coming_soon"]), months=MONTHS)  # fmt: skip
    meta = lang.t("next: {event}", event=ahead) if ahead else lang.t("none on record after that either")
    return KeyFigure(lang.number(dates["coming_soon"]), label, meta)


def _past(dates: pd.Series, choice: Choice, lang: Language) -> KeyFigure:
    label = lang.n("past date on record", "past dates on record", int(dates["past"]))
    parts = [f"{int(dates['first_year'])}–{int(dates['last_year'])}"] if dates["past"] else []
    if shared := lang.number(dates["past_for_all"]) if dates["past_for_all"] else "":
        parts.append(
            lang.t("{count} more for all countries", count=shared)
            if choice.markets
            else lang.t("{count} of them for all countries", count=shared)
        )
    return KeyFigure(lang.number(dates["past"]), label, "; ".join(parts))


def _institutions(row: pd.Series, lang: Language) -> KeyFigure:
    label = lang.n("institution with a known year", "institutions with a known year", int(row["dated"]))
    meta = lang.t("{count} more without; the city’s desks count", count=lang.number(row["undated"]))
    return KeyFigure(lang.number(row["dated"]), label, meta)


def _projects(row: pd.Series, lang: Language) -> KeyFigure:
    label = lang.n("project of several countries", "projects of several countries", int(row["projects"]))
    meta = lang.t("{project}: {partners} partners from {countries} countries", project=lang.pick(row, "name"),
                  partners=lang.number(row["partners"]), countries=lang.number(row["countries"]))  # fmt: skip
    return KeyFigure(lang.number(row["projects"]), label, meta)
