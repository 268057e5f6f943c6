"""How markets, events and institutions stand in lists on the Relations page."""

from typing import Any

import pandas as pd

from dashboard.language import Language
from dashboard.screen.entries import Entry, sourced
from dashboard.screen.names import names
from dashboard.screen.pages import market_address
from dashboard.screen.pieces import remembered
from dashboard.warehouse import warehouse


@remembered
def market_names(lang: Language) -> dict[str, str]:
    """Code -> name; `all` as it stands in a picture."""
    return names("markets", lang) | {"all": lang.t("All countries"), "": lang.t("Several countries")}


def market_link(market: str | None, lang: Language) -> dict[str, str]:
    """The market's name and, if it has a page, its address (`market` and `href` of an entry)."""
    code = "" if market is None or pd.isna(market) else market
    name = lang.t("for all countries") if code == "all" else market_names(lang)[code]
    return {"market": name, "href": market_address(code, lang) if code in _with_page() else ""}


@remembered
def _with_page() -> frozenset[str]:
    """The markets that have a page of their own."""
    offered = warehouse().ask("relations/markets")
    return frozenset(offered.loc[offered["has_page"], "market"])


def event_kind(row: dict[str, Any], lang: Language) -> str:
    """`Messe · Düsseldorf · Life Sciences · 3.637 Aussteller`."""
    theme = names("themes", lang).get(row["theme_id"], "") if pd.notna(row["theme_id"]) else ""
    numbers = []
    if pd.notna(people := row["participants"]):
        numbers.append(lang.n("{count} participant", "{count} participants", int(people)))
    if pd.notna(stands := row["exhibitors"]):
        numbers.append(lang.n("{count} exhibitor", "{count} exhibitors", int(stands)))
    if pd.notna(guests := row["visitors"]):
        numbers.append(lang.n("{count} visitor", "{count} visitors", int(guests)))
    words = [lang.label("events", "kind", row["kind"]), lang.pick(row, "place"), theme, *numbers]
    return " · ".join(filter(None, words))


def event_entry(row: dict[str, Any], lang: Language) -> Entry:
    """An event as a line of a list."""
    kind = event_kind(row, lang)
    kind = lang.t("coming") + f" · {kind}" if row.get("coming") else kind
    when = lang.month(row["year"], row["month"], row["day"])
    return sourced(row, when=when, title=lang.pick(row, "title"), kind=kind, **market_link(row["market"], lang))


def institution_kind(row: dict[str, Any], lang: Language) -> str:
    """`Kammer · Düsseldorf`."""
    words = [lang.label("institutions", "kind", row["kind"]), lang.pick(row, "town")]
    return " · ".join(filter(None, words))
