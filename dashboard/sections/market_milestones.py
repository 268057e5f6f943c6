"""What happened: milestones on a timeline, and the same as a list with sources."""

from typing import Any

from dashboard.charts.base import records
from dashboard.charts.labels import moved
from dashboard.charts.timeline import narrow, timeline
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.entries import Entries, Entry, entries, put_entries, sourced
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import section
from dashboard.screen.pages import company_address
from dashboard.screen.pieces import put, remembered
from dashboard.screen.sources import sources_of
from dashboard.warehouse import warehouse

LEAST = 3  # fewer milestones than this are listed, not drawn


def milestones(market: str, name: str, lang: Language) -> str:
    """Timeline and list; returns what is missing, if all is."""
    found = len(warehouse().ask("market/milestones", market=market))
    if not found:
        return lang.t("milestones of companies")
    section(
        lang.t("What happened"),
        lang.t("Who came, grew, moved and opened laboratories; who cut jobs or closed."),
    )
    if found >= LEAST:
        put(drawn(market, name, lang), lang, key="market-milestones")
    put_entries(listed(market, lang), lang, key="market-milestones-list")
    return ""


@remembered
def drawn(market: str, name: str, lang: Language) -> Picture:
    """The milestones on a timeline."""
    rows = warehouse().ask("market/milestones", market=market)
    caption = Caption(
        lang.t("{country}: milestones of its companies", country=name),
        lang.n("{count} milestone on record, {first}–{last}", "{count} milestones on record, {first}–{last}",
               len(rows), first=int(rows["year"].min()), last=int(rows["year"].max())),
        lang.t("Marks by year in six lanes; the newest is {name} in {year}. The list below says the same in words.",
               name=rows["name"].iloc[0], year=int(rows["year"].iloc[0])),
    )  # fmt: skip
    chart = timeline(rows, lanes(lang), market, lang)
    return picture(chart, caption, sources_of(rows), lang, narrow=narrow(chart))


@remembered
def listed(market: str, lang: Language) -> Entries:
    """The milestones as a list."""
    rows = records(warehouse().ask("market/milestones", market=market))
    return entries(
        lang.t("The newest milestones"),
        lang.t("Newest first, each with its source"),
        [_entry(row, lang) for row in rows],
        nothing="",
        shown=8,
        wide=True,
    )


def lanes(lang: Language) -> list[str]:
    """The timeline's six lanes in the reader's words."""
    return [
        lang.t("Arrival"),
        lang.t("Expansion, upgrade"),
        lang.t("Relocation"),
        lang.t("Research & development"),
        lang.t("Partnership"),
        lang.t("Downsizing, closure"),
    ]


def _entry(row: dict[str, Any], lang: Language) -> Entry:
    kind = " ".join(filter(None, [lang.label("milestones", "kind", row["kind"]), moved(row, lang)]))
    when = lang.month(row["year"], row["month"])
    about = company_address(row["company_id"], lang)
    return sourced(row, when=when, title=row["name"], kind=kind, text=lang.pick(row, "description"), about=about)
