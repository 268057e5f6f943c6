"""Projects that join several markets: who brings what, as a flow and in words."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.app_pages.relations.charts.flow import flow
from dashboard.app_pages.relations.choice import Choice
from dashboard.content.figure import Caption, Figure
from dashboard.content.groups import Group, Groups, Member
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.offers import market_page
from dashboard.content.part import Part
from dashboard.content.parts import HeadCell, Nothing, Section
from dashboard.content.sources import source_by_id, sources_of
from dashboard.language import Language
from dashboard.questions import relations
from dashboard.questions.relations import ProjectsRow

Rows = Sequence[ProjectsRow]


@remembered
def projects(choice: Choice, lang: Language) -> Section:
    """Picture and words."""
    rows = relations.projects(markets=choice.markets, theme=choice.lens)
    nothing = Nothing(lang.t("No project of several countries is on record with this choice."))
    parts: tuple[Part, ...] = (streams(rows, lang), described(rows, lang)) if rows else (nothing,)
    text = lang.t("Partner, part, project: who joins with whom, and brings what.")
    return Section("projects", lang.t("Projects of several countries"), text, parts)


def streams(rows: Rows, lang: Language) -> Figure:
    """The flow picture."""
    caption = Caption(
        lang.t("From partner to project"),
        lang.t("Each stream is a partner’s part; its width says nothing about size"),
        " ".join(_sentence(own, lang) for own in _by_project(rows)),
    )
    names: dict[str, str] = {row.market: lang.name("markets", row.market) for row in rows}
    facts = {row.project_id: _facts(row, lang) for row in rows}
    return Figure("relations-projects", flow(rows, names, facts, lang), caption, tuple(rows), sources_of(rows))


def _by_project(rows: Rows) -> list[Rows]:
    return [list(own) for _, own in groupby(rows, lambda row: row.project_id)]


def _facts(row: ProjectsRow, lang: Language) -> str:
    """`Konnektivität · Bonn · 3 Länder`."""
    countries = lang.n("{count} country", "{count} countries", row.countries)
    return " · ".join(filter(None, [lang.name("themes", row.theme_id), lang.name("places", row.place), countries]))


def _sentence(own: Rows, lang: Language) -> str:
    """`Open RAN 5G: 1&1 (Deutschland) – Netzbetreiber; ...`."""
    parts = [f"{row.partner} ({lang.name('markets', row.market)}) – {lang.text(row.part)}" for row in own]
    return f"{lang.text(own[0].name)}: {'; '.join(parts)}."


def described(rows: Rows, lang: Language) -> Groups:
    """The projects in words, their partners' markets as links."""
    sources = source_by_id(rows)
    groups = [
        Group(
            HeadCell(lang.text(own[0].name)),
            tuple(_partner(row, lang) for row in own),
            lang.text(own[0].description),
            sources[own[0].source_id],
        )
        for own in _by_project(rows)
    ]
    return Groups("relations-described", "", "", tuple(groups))


def _partner(row: ProjectsRow, lang: Language) -> Member:
    market = lang.name("markets", row.market)
    return Member(
        "",
        row.partner,
        lang.text(row.part),
        market=market,
        towards=market_page(row.market),
        mark=row.market,
        tag=tag(row, lang),
    )
