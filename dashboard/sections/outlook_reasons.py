"""Why a score is what it is: every component with its value, years and sources, the signals and the arrivals."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.entries import ARROWS
from dashboard.screen.html import block, render
from dashboard.screen.names import names, region_name
from dashboard.screen.pages import company_address, market_address
from dashboard.sections.outlook_choice import COMPONENTS, Choice, titles
from dashboard.warehouse import warehouse


def reasons(choice: Choice, lang: Language) -> None:
    """Open the reasons of the pair in the address, if there is one."""
    market, _, sector = st.query_params.get("of", "").partition(".")
    if not market:
        return
    if warehouse().ask("outlook/levels", market=market, sector=sector).empty:
        st.info(lang.t("Nothing is on record for the market and sector in this link."), icon=":material/info:")
        return
    title = f"{names('markets', lang)[market]} · {names('sectors', lang)[sector]}"
    st.dialog(title, width="medium", position="right", on_dismiss=close)(drawer)(market, sector, choice, lang)


def close() -> None:
    """Back to the ranking."""
    filters.tell("of", "")


def drawer(market: str, sector: str, choice: Choice, lang: Language) -> None:
    """The drawer's content."""
    rows = {row["component"]: row for row in records(warehouse().ask("outlook/levels", market=market, sector=sector))}
    weights = dict(zip(COMPONENTS, choice.weights, strict=True))
    since = next((int(row["since_year"]) for key, row in rows.items() if key in ("arrivals", "signals")), 0)
    asked: dict[str, Any] = {"market": market, "sector": sector, "since": since}
    block(
        "reasons",
        components=[component(key, title, rows.get(key), weights[key], lang) for key, title in titles(lang).items()],
        signals=[signal(row, lang) for row in records(warehouse().ask("outlook/signals", **asked))],
        arrivals=[arrival(row, lang) for row in records(warehouse().ask("outlook/milestones", **asked))],
        market={"href": market_address(market, lang), "name": names("markets", lang)[market]},
        words={
            "weight": lang.t("Weight"),
            "level": lang.t("Level"),
            "component": lang.t("Component"),
            "sources": lang.t("Sources"),
            "signals": lang.t("Signals since {year}", year=since),
            "arrivals": lang.t("Arrivals and expansions since {year}", year=since),
            "none": lang.t("None on record."),
            "source": lang.t("Source"),
        },
    )


def component(key: str, title: str, row: dict[str, Any] | None, weight: float, lang: Language) -> dict[str, Any]:
    """A component in words: its level, the value behind it, its sources; or that it is not known."""
    shown = lang.t("off") if weight == 0 else lang.number(weight)
    if row is None:
        text = lang.t("Not known; it lowers the confidence, not the score.")
        return {"title": title, "level": "–", "weight": shown, "text": text, "sources": []}
    sources = warehouse().ask("shared/source_list", source_ids=list(row["source_ids"]))
    return {
        "title": title,
        "level": lang.number(100 * row["level"]),
        "weight": shown,
        "text": raw_text(key, row, lang),
        "sources": records(sources.fillna({"url": ""})),
    }


def raw_text(key: str, row: dict[str, Any], lang: Language) -> str:
    """The value behind a level, with its years and what it is of."""
    hedge = "exact" if row["exact"] else "approx"
    years = {"since": int(row["since_year"]), "year": int(row["year"])}
    where = "" if pd.isna(row["indicator_id"]) else f"{lang.pick(row, 'name')}, {region_name(row['region'], lang)}"
    if key == "projects":
        change = lang.hedged(lang.percent(row["raw"], signed=True), hedge)
        return lang.t(
            "{change} in {year} against the mean since {since} ({where})", change=change, where=where, **years
        )
    if key == "companies":
        change = lang.hedged(lang.percent(row["raw"], 1, signed=True), hedge)
        return lang.t("{change} a year from {since} to {year} ({where})", change=change, where=where, **years)
    if key == "gap":
        points = ("+" if row["raw"] > 0 else "") + lang.number(100 * row["raw"], 1)
        return lang.t(
            "{points} points: share of all investment projects in Germany minus share of all foreign companies in the "
            "chamber district ({since}, {year})",
            points=points,
            **years,
        )
    if key == "arrivals":
        return lang.n("{count} arrival or expansion on record, {since}–{year}",
                      "{count} arrivals and expansions on record, {since}–{year}",
                      int(row["facts"]), **years)  # fmt: skip
    return lang.n("balance {balance} from {count} signal, {since}–{year}",
                  "balance {balance} from {count} signals, {since}–{year}", int(row["facts"]),
                  balance=lang.number(row["raw"], 2), **years)  # fmt: skip


def signal(row: dict[str, Any], lang: Language) -> dict[str, Any]:
    """A signal's sentence."""
    when = f"{int(row['year'])} {ARROWS[row['direction']]}"
    return {"when": when, "text": lang.pick(row, "signal"), "source": row["publisher"], "url": row["url"], "href": ""}


def arrival(row: dict[str, Any], lang: Language) -> dict[str, Any]:
    """An arrival or expansion with a link to the company."""
    return {
        "when": lang.month(row["year"], row["month"]),
        "text": f"{row['name']}: {lang.label('milestones', 'kind', row['kind'])}",
        "source": row["publisher"],
        "url": row["url"],
        "href": company_address(row["company_id"], lang),
    }


def formula(lang: Language) -> None:
    """How the score is made, in full."""
    with st.expander(lang.t("How the score is made")):
        st.latex(
            r"S = \frac{\sum_{i \in K} w_i\, p_i}{\sum_{i \in K} w_i} \qquad C = \frac{\sum_{i \in K} w_i}{\sum_i w_i}"
        )
        st.html(render("formula", intro=formula_intro(lang), items=formula_items(lang)))


def formula_intro(lang: Language) -> str:
    """The sentence below the formula."""
    return lang.t(
        "S is the score, C the confidence, K the components that are known for a market in a sector, w their weights "
        "and p their levels: the share of the other markets (or of the other pairs of market and sector) with a lower "
        "value, ties counted half. A score says where much is moving at once. It is no forecast of single companies, "
        "and it knows only what is on record here."
    )


def formula_items(lang: Language) -> list[tuple[str, str]]:
    """What each component measures."""
    texts = {
        "projects": lang.t(
            "Newest number of investment projects in Germany (or NRW) over the mean of the five years before, of which "
            "two at least are on record; one value for all sectors of a market."
        ),
        "companies": lang.t(
            "Mean growth a year of the published number of companies here, within one definition and region, without "
            "mere bounds (more than 400); one value for all sectors of a market."
        ),
        "arrivals": lang.t(
            "Arrivals and expansions in our list in the last five years, what is both counted once; of the sector."
        ),
        "signals": lang.t(
            "Rising minus falling signals of the last five years, divided by their number plus 2; of the sector."
        ),
        "gap": lang.t(
            "Share of the market in all foreign investment projects in Germany minus its share in all foreign "
            "companies of the chamber district; one value for all sectors of a market."
        ),
    }
    return [(title, texts[component]) for component, title in titles(lang).items()]
