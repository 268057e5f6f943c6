"""The ranking with its components, its stability, and the whole as a table of markets and sectors."""

from typing import Any

import pandas as pd

from dashboard.charts.base import records
from dashboard.charts.outlook import rank_ranges, score_bars
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.download import csv_button
from dashboard.screen.figure import figure
from dashboard.screen.html import render, section
from dashboard.screen.names import names
from dashboard.screen.pages import market_address
from dashboard.screen.pickable import pickable
from dashboard.screen.sources import sources_of
from dashboard.sections.outlook_choice import COUNTRY_WIDE, titles
from dashboard.warehouse import warehouse

SHOWN = 15


def leaders(scores: pd.DataFrame) -> pd.DataFrame:
    """The highest scores, sectors of a market that share a rank in one row; `sectors`: how many they are."""
    ties = scores.groupby(["market", "rank", "confidence"], sort=False)
    return ties.first().assign(sectors=ties.size()).reset_index().head(SHOWN)


def behind(first: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """All the scores that the rows of `leaders` stand for."""
    return scores[scores["rank"].isin(first["rank"])]


def pair_names(rows: pd.DataFrame, lang: Language) -> list[str]:
    """`China · Energy & environment (100 %)` with the confidence; for sectors that share a rank how many."""
    markets, sectors = names("markets", lang), names("sectors", lang)
    return [
        f"<b>{markets[row['market']]}</b> · "
        + (lang.t("{count} sectors", count=row["sectors"]) if row["sectors"] > 1 else sectors[row["sector_id"]])
        + f" ({lang.percent(row['confidence'])})"
        for row in records(rows)
    ]


def heads(lang: Language) -> dict[str, str]:
    """The components' titles, marked where one value holds for a whole country."""
    whole = lang.t("whole country")
    return {code: f"{title}<br>{whole}" if code in COUNTRY_WIDE else title for code, title in titles(lang).items()}


def ranking(scores: pd.DataFrame, lang: Language) -> None:
    """The highest scores, each with its components; a click opens the reasons."""
    first = leaders(scores)
    levels = warehouse().ask("outlook/levels", market=None, sector=None)
    leader = names("markets", lang)[first["market"].iloc[0]], names("sectors", lang)[first["sector_id"].iloc[0]]
    caption = Caption(
        lang.t("The highest scores and what they are made of"),
        lang.t("Score and components 0–100, – not known; in brackets the confidence. A click opens the reasons."),
        lang.t("Bars by market and sector; {market}, {sector} leads.", market=leader[0], sector=leader[1]),
    )
    figure(
        score_bars(first, levels, heads(lang), pair_names(first, lang), lang), caption,
        sources_of(behind(first, scores), counted=lang.t("Percentile ranks of the values on record")), lang,
        key="outlook-ranking",
        on_click=open_reasons,
        narrow={"yaxis": {"tickfont": {"size": 10}}, "xaxis": {"range": [0, 1]}},
    )  # fmt: skip


def stability(scores: pd.DataFrame, lang: Language) -> None:
    """How far ranks move when weights do."""
    first = leaders(scores)
    caption = Caption(
        lang.t("How stable the order is"),
        lang.t("Rank (dot) and the ranks taken when each weight in turn is a fifth lower or higher (line)"),
        stable_text(scores, lang),
    )
    figure(
        rank_ranges(first, pair_names(first, lang), lang), caption, sources_of(behind(first, scores)), lang,
        key="outlook-stability",
        narrow={"yaxis": {"tickfont": {"size": 10}}},
    )  # fmt: skip


def stable_text(scores: pd.DataFrame, lang: Language) -> str:
    """One sentence on the stability of the whole ranking."""
    row = scores.iloc[0]
    return lang.t(
        "When a weight moves by a fifth, {stable} of the {ten} pairs on the first ten ranks stay there.",
        stable=int(row["stable"]),
        ten=int(row["first_ten"]),
    )


def matrix(scores: pd.DataFrame, lang: Language) -> None:
    """All scores as a table of markets and sectors; a number opens its reasons."""
    section(lang.t("All scores"), lang.t("Score 0–100; below it the confidence. A number opens its reasons."))
    countries, sectors = names("markets", lang), names("sectors", lang)
    cells = {(row["market"], row["sector_id"]): row for row in records(scores)}
    offered = warehouse().ask("shared/markets")["market"]  # the core markets first
    markets = [market for market in offered if market in set(scores["market"])]
    heads = [
        {"market": market, "name": countries[market], "href": market_address(market, lang), "note": ""}
        for market in markets
    ]
    lines = [
        {
            "name": name,
            "note": "",
            "cells": [cell(cells.get((market, code)), countries, name, lang) for market in markets],
        }
        for code, name in sectors.items()
        if code in set(scores["sector_id"])
    ]
    html = render("heat", heads=heads, lines=lines, words={"sector": lang.t("Sector")})
    pickable(html, open_reasons, key="outlook-matrix")


def cell(row: dict[str, Any] | None, countries: dict[str, str], sector: str, lang: Language) -> dict[str, Any] | None:
    """One score with its tone and confidence."""
    if row is None:
        return None
    value = lang.number(100 * row["score"])
    return {
        "value": value,
        "n": lang.percent(row["confidence"]),
        "few": False,
        "strength": round(100 * row["score"]),
        "pick": f"{row['market']}.{row['sector_id']}",
        "alt": f"{countries[row['market']]}, {sector}: {value}",
    }


def open_reasons(pair: str) -> None:
    """Ask for the reasons of a market and sector (`CN.energy-environment`)."""
    filters.tell("of", pair)


def download(scores: pd.DataFrame, lang: Language) -> None:
    """The ranking to take along."""
    csv_button(lambda: scores, lang.t("Download as CSV"), "outlook", key="outlook-csv")
