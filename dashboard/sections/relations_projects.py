"""Projects that join several markets: who brings what, as a flow and in words."""

import pandas as pd

from dashboard.charts.base import records
from dashboard.charts.relations_projects import flow, narrow
from dashboard.content.figure import Caption
from dashboard.language import Language
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import empty, render, section
from dashboard.screen.names import names
from dashboard.screen.pieces import put, remembered
from dashboard.screen.sources import sources_of
from dashboard.sections.relations_choice import Choice
from dashboard.sections.relations_words import market_link, market_names
from dashboard.warehouse import warehouse


def projects(choice: Choice, lang: Language) -> None:
    """Picture and words."""
    section(
        lang.t("Projects of several countries"), lang.t("Partner, part, project: who joins with whom, and brings what.")
    )
    if warehouse().ask("relations/projects", markets=choice.markets, theme=choice.theme).empty:
        empty(lang.t("No project of several countries is on record with this choice."))
        return
    put(drawn(choice.markets, choice.theme, lang), lang, key="relations-projects")
    put(described(choice.markets, choice.theme, lang), lang, key="relations-described")


@remembered
def drawn(markets: tuple[str, ...], theme: str, lang: Language) -> Picture:
    """The flow picture."""
    rows = warehouse().ask("relations/projects", markets=markets, theme=theme)
    known, facts = market_names(lang), {row["project_id"]: _facts(row, lang) for row in records(rows)}
    caption = Caption(
        lang.t("From partner to project"),
        lang.t("Each stream is a partner’s part; its width says nothing about size"),
        " ".join(_sentence(own, known, lang) for _, own in rows.groupby("project_id", sort=False)),
    )
    chart = flow(rows, known, facts, lang)
    return picture(chart, caption, sources_of(rows), lang, narrow=narrow(rows, known, facts, lang))


def _facts(row: dict[str, object], lang: Language) -> str:
    """`Konnektivität · Düsseldorf · 3 Länder`."""
    theme = names("themes", lang).get(str(row["theme_id"]), "")
    countries = lang.n("{count} country", "{count} countries", int(str(row["countries"])))
    return " · ".join(filter(None, [theme, lang.pick(row, "town"), countries]))


def _sentence(own: pd.DataFrame, known: dict[str, str], lang: Language) -> str:
    """`Open RAN 5G: 1&1 (Deutschland) – Netzbetreiber; ...`."""
    parts = [f"{row['partner']} ({known[row['market']]}) – {lang.pick(row, 'part')}" for row in records(own)]
    return f"{lang.pick(own.iloc[0], 'name')}: {'; '.join(parts)}."


@remembered
def described(markets: tuple[str, ...], theme: str, lang: Language) -> str:
    """The projects in words, their partners' markets as links."""
    rows = warehouse().ask("relations/projects", markets=markets, theme=theme)
    found = [
        {
            "name": lang.pick(own.iloc[0], "name"),
            "text": lang.pick(own.iloc[0], "description"),
            "url": own["url"].iloc[0],
            "source": own["publisher"].iloc[0],
            "partners": [
                {"partner": row["partner"], "part": lang.pick(row, "part"), "code": row["market"].lower(),
                 **market_link(row["market"], lang)}
                for row in records(own)
            ],
        }
        for _, own in rows.groupby("project_id", sort=False)
    ]  # fmt: skip
    return render("projects", projects=found)
