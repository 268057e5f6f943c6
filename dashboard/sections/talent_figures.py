"""Residents, students and work over time: a panel for each definition and region; what is not drawn, in words."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.charts.talent_panels import market_panels, shown_text, stacked
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import empty, render
from dashboard.screen.names import region_name
from dashboard.screen.pages import market_address
from dashboard.screen.pieces import put, remembered
from dashboard.screen.sources import sources_of
from dashboard.sections.talent_choice import ALL, Choice, measure_text, regions_with
from dashboard.warehouse import warehouse

SHOWN = 6  # panels of one figure; further definitions are listed below it


def figures(
    choice: Choice, subject: str, titles: tuple[str, str], what: str, lang: Language, *, key: str, total: bool = False
) -> None:
    """The figure of the leading definition, the one of all others, and behind a click every value with its source.

    `titles` are those two figures' titles, `what` the subject in a sentence; `total` adds all countries together.
    """
    pieces = [drawn(choice, subject, title, lang, main=number == 0, total=total) for number, title in enumerate(titles)]
    for number, piece in enumerate(pieces):
        if piece:
            put(piece, lang, key=f"{key}-{number + 1}")
    further, explained = (make(choice, subject, lang, total=total) for make in (listed, definitions))
    if explained:
        with st.expander(lang.t("Further values, definitions and sources")):
            st.html(further + explained)
    elif further:
        st.html(further)
    else:
        nothing(choice, subject, what, lang, total=total)


def nothing(choice: Choice, subject: str, what: str, lang: Language, *, total: bool = False) -> None:
    """Say why a subject has no figure, and where there are some."""
    regions = regions_with(subject, choice, _markets(choice, total=total), lang)
    if regions and choice.region != ALL:
        empty(lang.t("Nothing is on record here about: {what}. There are figures for: {regions}.",
                     what=what, regions=lang.join(regions)))  # fmt: skip
    elif choice.measure != "absolute":
        empty(lang.t("In this measure nothing can be said about: {what}. Try absolute numbers.", what=what))
    else:
        empty(lang.t("For the chosen markets nothing is on record about: {what}.", what=what))


def _markets(choice: Choice, *, total: bool) -> tuple[str, ...]:
    """The chosen markets; with `total` all countries together besides."""
    return (*choice.markets, ALL) if total else choice.markets


def _rows(choice: Choice, subject: str, lang: Language, *, total: bool = False) -> pd.DataFrame:
    rows = warehouse().ask(
        "talent/series", subjects=(subject,), markets=_markets(choice, total=total), region=choice.region,
        measure=choice.measure,
    )  # fmt: skip
    return rows.assign(region_name=[region_name(region, lang) for region in rows["region"]])


def _split(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The rows of the leading definition, those of the others that are drawn, and those that are only listed."""
    main = rows[rows["is_main"] & rows["drawable"]]
    rest = rows[~rows["is_main"] & rows["drawable"]]
    lines = rest[rest["position"].isin(rest["position"].unique()[:SHOWN])]
    return main, lines, rows[~rows["position"].isin([*main["position"], *lines["position"]])]


@remembered
def drawn(
    choice: Choice, subject: str, title: str, lang: Language, *, main: bool, total: bool = False
) -> Picture | None:
    """The panels; None if nothing can be drawn."""
    lines = _split(_rows(choice, subject, lang, total=total))[0 if main else 1]
    if lines.empty:
        return None
    newest = records(lines[lines["is_latest"]])[0]
    caption = Caption(
        title,
        lang.t("{measure}; each panel is one definition and region on a scale of its own, from zero; {first}–{last}",
               measure=measure_text(choice.measure, lang), first=int(lines["year"].min()),
               last=int(lines["year"].max())),
        lang.n("{count} panel; {name}, {region}: {market} {value} in {year}.",
               "{count} panels; {name}, {region}: {market} {value} in {year}.", lines["position"].nunique(),
               name=lang.pick(newest, "name"), region=newest["region_name"], market=lang.pick(newest, "market"),
               value=shown_text(newest, choice.measure, lang), year=int(newest["year"])),
    )  # fmt: skip
    hedges = lang.t("≈ about, > more than, < fewer than")
    chart = market_panels(lines, choice.measure, lang)
    return picture(chart, caption, sources_of(lines, counted=hedges), lang, narrow=stacked(lines, choice.measure, lang))


@remembered
def listed(choice: Choice, subject: str, lang: Language, *, total: bool = False) -> str:
    """What is not drawn, as a list; empty if all is."""
    rest = _split(_rows(choice, subject, lang, total=total))[2]
    if rest.empty:
        return ""
    return render(
        "talent_values",
        title=lang.t("Also published"),
        subtitle=lang.t("Single figures, shares and shorter series"),
        items=value_items(rest, choice.measure, lang),
    )


@remembered
def definitions(choice: Choice, subject: str, lang: Language, *, total: bool = False) -> str:
    """The definitions of what is drawn, with every value; empty if nothing is."""
    main, lines, _ = _split(_rows(choice, subject, lang, total=total))
    rows = pd.concat([main, lines])
    if rows.empty:
        return ""
    return render(
        "talent_values",
        title=lang.t("What the lines count"),
        subtitle=lang.t("Every value with its source"),
        items=value_items(rows, choice.measure, lang, explained=True),
    )


def value_items(
    rows: pd.DataFrame, measure: str, lang: Language, *, explained: bool = False, named: bool = True
) -> list[dict[str, Any]]:
    """For the template `talent_values`: one item per definition and region, a line in it for each market.

    `explained` adds the definitions, `named` the markets' names.
    """
    return [
        {
            "name": lang.pick(group.iloc[0], "name"),
            "region": group["region_name"].iloc[0],
            "text": lang.pick(group.iloc[0], "definition") if explained else "",
            "lines": [_values(own, measure, lang, named=named) for _, own in group.groupby("market", sort=False)],
        }
        for _, group in rows.groupby("position", sort=False)
    ]


def _values(rows: pd.DataFrame, measure: str, lang: Language, *, named: bool) -> dict[str, Any]:
    """`Japan: 6.161 (2015) · 7.795 (2024)` and where that is from; `all` has no page of its own."""
    market = rows["market"].iloc[0]
    found = dict.fromkeys((row["publisher"], row["url"] if pd.notna(row["url"]) else "") for row in records(rows))
    return {
        "market": lang.pick(rows.iloc[0], "market") if named else "",
        "href": "" if market == ALL or not named else market_address(market, lang),
        "points": " · ".join(f"{shown_text(row, measure, lang)} ({int(row['year'])})" for row in records(rows)),
        "sources": [{"name": name, "url": url} for name, url in found],
    }
