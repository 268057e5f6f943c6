"""Pieces of content that the loop and the visitor's pages share: figures, bars, desk, milestones, dates, sources."""

from typing import Any

import pandas as pd

from dashboard.charts.base import records
from dashboard.charts.labels import text_width
from dashboard.stand.words import StandLanguage
from dashboard.warehouse import warehouse

Values = dict[str, Any]
RECENT = 10  # years; older figures and milestones are none to stand before visitors
EVERYWHERE = "all"  # the code of all countries together, for visitors whose country is not in the list
EVERYTHING = "all"  # all sectors together


def figures(market: str, lang: StandLanguage, most: int = 4) -> list[Values]:
    """The large figures of a market: value, label, region and year, publisher; filled up from our list."""
    oldest = warehouse().as_of[0] - RECENT
    rows = [row for row in records(warehouse().ask("market/key_figures", market=market))
            if pd.isna(row["year"]) or row["year"] >= oldest]  # fmt: skip
    titles = warehouse().ask("shared/names", code_list="indicator_types").set_index("code")
    regions = warehouse().ask("shared/names", code_list="regions").set_index("code")
    found = []
    for row in rows[:most]:
        if pd.isna(row["indicator_id"]):
            label, meta = lang.t("companies in our list"), as_of(lang)
        else:
            label = lang.pick(titles.loc[row["indicator_id"]], "name")
            place = lang.pick(regions.loc[row["region"]], "name")
            meta = lang.t("{place}, {year} · {publisher}", place=place, year=lang.month(row["year"]),
                          publisher=row["publisher"])  # fmt: skip
        found.append({"value": lang.value(row["value"], row["unit"], row["qualifier"]), "label": label, "meta": meta})
    shown = [*found, *list_figures(market, lang)][:most]
    return [figure | {"em": round(text_width(figure["value"]) / 13, 1)} for figure in shown]  # how wide it is


def list_figures(market: str, lang: StandLanguage) -> list[Values]:
    """What our list itself tells of every market, where few figures are published."""
    row = warehouse().ask("stand/list_figures", market=market).iloc[0]
    found = [(lang.number(row["sectors"]), lang.t("sectors they work in")),
             (lang.number(row["towns"]), lang.t("towns they are in"))]  # fmt: skip
    if pd.notna(row["newest"]):
        found.append((lang.month(int(row["newest"])), lang.t("newest arrival on record")))
    return [{"value": value, "label": label, "meta": as_of(lang)} for value, label in found]


def sectors(market: str, lang: StandLanguage) -> list[Values]:
    """The market's sectors as bars, the strongest first."""
    rows = records(warehouse().ask("stand/sectors", market=market))
    return [bar(row["companies"], rows[0]["companies"], lang, sector=row["sector_id"], name=lang.pick(row, "name"))
            for row in rows]  # fmt: skip


def bar(number: int, most: int, lang: StandLanguage, **words: Any) -> Values:
    """A bar's length in percent of the longest, and its number."""
    return {"width": round(100 * number / most, 1), "value": lang.number(number), **words}


def newest(market: str, lang: StandLanguage, most: int) -> list[Values]:
    """The market's latest milestones."""
    rows = records(warehouse().ask("stand/newest", market=market, oldest=warehouse().as_of[0] - RECENT, rows=most))
    return [{"when": lang.month(row["year"], row["month"]), "name": row["name"], "publisher": row["publisher"],
             "what": " · ".join(filter(None, [lang.label("milestones", "kind", row["kind"]), lang.pick(row, "to")]))}
            for row in rows]  # fmt: skip


def desk(market: str, lang: StandLanguage) -> Values:
    """Who looks after the market: name, since when, and the focus, which is about the desk's core market."""
    row = warehouse().ask("market/desk", market=market).iloc[0]
    if pd.isna(row["desk_id"]):
        return {"name": lang.t("International Business Service"), "focus": "", "since": ""}
    since = "" if pd.isna(row["since_year"]) else lang.month(row["since_year"], row["since_month"])
    return {
        "name": lang.pick(row, "desk"),
        "focus": lang.marked(row, "focus") if row["core"] else "",
        "since": lang.t("since {year}", year=since) if since else "",
    }


def event(row: Values, lang: StandLanguage) -> Values:
    """One date."""
    where = " · ".join(filter(None, [lang.label("events", "kind", row["kind"]), lang.pick(row, "place")]))
    return {"when": lang.month(row["year"], row["month"], row["day"]), "title": lang.marked(row, "title"),
            "where": where, "market": row["market"]}  # fmt: skip


def with_countries(rows: pd.DataFrame, lang: StandLanguage) -> pd.DataFrame:
    """The rows with the countries' names from CLDR, whatever language a chart asks for."""
    names = [lang.country(market) for market in rows["market"]]
    return rows.assign(name_en=names, name_de=names)


def as_of(lang: StandLanguage) -> str:
    """Until when the list is kept."""
    return lang.t("as of {month}", month=lang.month(*warehouse().as_of))


def list_line(lang: StandLanguage) -> str:
    """What our list is."""
    return lang.t(
        "Our documented list of foreign companies in Düsseldorf and its region, {month}; announced ones included, "
        "without those that left", month=as_of(lang),
    )  # fmt: skip


def here_line(lang: StandLanguage) -> str:
    """What our list is where it counts who is here by now."""
    return lang.t(
        "Our documented list of foreign companies in Düsseldorf and its region, {month}; without announced ones and "
        "those that left", month=as_of(lang),
    )  # fmt: skip


def more_countries(count: int, lang: StandLanguage) -> str:
    """How many countries are not shown."""
    return lang.n("and {count} more country", "and {count} more countries", count) if count > 0 else ""


def source_line(rows: pd.DataFrame, lang: StandLanguage) -> str:
    """The publishers behind the rows, the first three by name."""
    publishers = list(dict.fromkeys(rows["publisher"]))
    more = [lang.n("{count} more", "{count} more", len(publishers) - 3)] if len(publishers) > 3 else []
    return lang.t("Sources: {names}", names=" · ".join(publishers[:3] + more)) if publishers else ""
