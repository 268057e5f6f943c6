"""The chosen figure: lines, ranking, definition and the table of every value with its source."""

import pandas as pd
import streamlit as st

from dashboard.charts.compare import compared_lines, ranking
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.download import csv_button
from dashboard.screen.figure import figure
from dashboard.screen.html import block, empty
from dashboard.screen.names import region_name
from dashboard.screen.pages import open_market
from dashboard.screen.sources import sources_of
from dashboard.sections.compare_findings import of_how_many
from dashboard.sections.compare_question import Question
from dashboard.warehouse import warehouse


def measure_text(question: Question, lang: Language) -> str:
    """The measure with its unit, as it stands under a title."""
    unit = lang.label("indicator_types", "unit", str(question.figure["unit"]))
    return {
        "absolute": unit,
        "index": lang.t("index, {year} = 100", year=question.base),
        "per-million": lang.t("{unit} per million inhabitants of the source country", unit=unit),
        "share": lang.t("share of all countries"),
    }[question.mode]


def chosen_lines(question: Question, names: dict[str, str], lang: Language) -> None:
    """The line chart, with a word on markets that cannot be shown in this measure."""
    rows = warehouse().ask("compare/values", **question.parameters())
    shown = rows.dropna(subset=["shown"])
    if shown.empty:
        empty(nothing_text(question, lang))
        return
    title = f"{lang.pick(question.figure, 'name')}, {region_name(question.region, lang)}"
    period = f"{shown['year'].min()}–{shown['year'].max()}"
    drawn = [names[market] for market in dict.fromkeys(shown["market"])]
    alt = lang.t("Lines for {names}, {period}.", names=lang.join(drawn), period=period)
    caption = Caption(title, f"{measure_text(question, lang)} · {period}", alt)
    figure(
        compared_lines(rows, question.mode, lang), caption,
        sources_of(shown, counted=population_text(question, lang)), lang, key="compared",
        narrow={"height": 320, "margin": {"r": 96}},
    )  # fmt: skip
    missing = [name for market, name in names.items() if market not in set(shown["market"])]
    if missing:
        st.caption(lang.t("Without a value in this measure: {names}.", names=lang.join(missing)))


def nothing_text(question: Question, lang: Language) -> str:
    """Why there is nothing to draw."""
    if question.mode == "share":
        return lang.t("No total of all countries has been published for this figure and region, so there is no share.")
    if question.mode == "index":
        return lang.t("No chosen market has a value in the base year.")
    return lang.t("There is no value for this choice.")


def population_text(question: Question, lang: Language) -> str:
    """Where the inhabitants come from, if they are counted in."""
    return lang.t("Inhabitants: GeoNames, one number for all years") if question.mode == "per-million" else ""


def chosen_ranking(question: Question, lang: Language) -> None:
    """The ranking in the newest common year, or of everyone's newest value."""
    rows = warehouse().ask("compare/ranking", **question.parameters())
    if rows.empty:
        return
    common = bool(rows["common"].all())
    title = (
        lang.t("Ranking {year}, the newest year in common", year=int(rows["year"].iloc[0]))
        if common
        else lang.t("Ranking by each market's newest value")
    )
    alt = lang.t("Bars from {first} to {last}.", first=lang.pick(rows.iloc[0], "name"),
                 last=lang.pick(rows.iloc[-1], "name"))  # fmt: skip
    caption = Caption(title, measure_text(question, lang) + of_how_many(rows.iloc[0], lang), alt)
    chart = ranking(rows, question.mode, lang)
    if chosen := figure(chart, caption, sources_of(rows), lang, key="ranking", clickable=True):
        open_market(chosen, lang)


def definition(question: Question, lang: Language) -> None:
    """What exactly is counted."""
    block("definition", label=lang.t("What is counted"), text=lang.pick(question.figure, "definition"))


def value_text(row: pd.Series, lang: Language) -> str:
    """The value with its hedge; where sources differ, with the range they span: `≈ 600 (600–650)`."""
    text = lang.value(row["value"], row["unit"], row["qualifier"])
    if row["low"] == row["high"]:
        return text
    return f"{text} ({lang.number(row['low'])}–{lang.number(row['high'])})"


def values_table(question: Question, names: dict[str, str], lang: Language) -> None:
    """Every value with its source, to read and to take along."""
    rows = warehouse().ask("compare/values", **question.parameters())
    table = pd.DataFrame({
        lang.t("Market"): rows["market"].map(names),
        lang.t("Year"): rows["year"],
        lang.t("Value"): [value_text(row, lang) for _, row in rows.iterrows()],
        lang.t("What is counted"): rows[f"note_{lang.code}"],
        lang.t("Publisher"): rows["publisher"],
        lang.t("Source"): rows["source_url"],
    })  # fmt: skip
    with st.expander(
        lang.n("Every value with its source ({count})", "Every value with its source ({count})", len(table))
    ):
        st.dataframe(
            table, hide_index=True, width="stretch", alt=lang.t("Table of all values"),
            column_config={
                lang.t("Year"): st.column_config.NumberColumn(format="%d"),
                lang.t("Source"): st.column_config.LinkColumn(display_text=lang.t("open")),
            },
        )  # fmt: skip
        csv_button(lambda: rows, lang.t("Download as CSV"), question.indicator, key="compare-csv")
