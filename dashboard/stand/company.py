"""A company's card, full screen: who it is, where, since when, what happened, who looks after it; and its record."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from markupsafe import Markup

from dashboard.content.company import known, milestone
from dashboard.content.parts import Entry
from dashboard.content.sources import source_by_id
from dashboard.language import Language
from dashboard.questions import companies, stand
from dashboard.questions.companies import CompanyRow
from dashboard.questions.stand import ProjectsRow
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.card import take_along
from dashboard.stand.companies import in_part
from dashboard.stand.minimap import minimap
from dashboard.stand.paging import pager, slice_of
from dashboard.stand.steps import bar, flag
from dashboard.stand.way import Part, Visit
from dashboard.stand.words import marked

SHOWN = 3  # milestones on the card; the others are on the page of the whole record
RECORD = 4  # entries on a page of the whole record
NOTE, TEXT = 240, 100  # letters of the note and of a milestone's text on the card; the record has the whole of them
BUTTONS = ("sector_id", "theme_id", "topics")  # facts that are buttons and stand in no list


def card(visit: Visit, lang: Language) -> str:
    """The company's card."""
    row = companies.company(company=visit.now.value)[0]
    told, history = known(row, lang), list(_history(row, lang, TEXT))
    return render(
        "stand/company",
        lang=lang.code,
        bar=bar(lang),
        market=row.market,
        name=row.name,
        links=_links(row, lang),
        facts=[fact for column, fact in told.items() if column not in BUTTONS],
        note=marked(row.note, lang, NOTE),
        happened=lang.t("What happened here"),
        history=history[:SHOWN],
        nothing=lang.t("No milestone is on record."),
        record={"pick": f"history:{row.company_id}", "text": lang.t("The whole record")},
        projects=_projects(row, lang),
        map=_map(row, lang),
        contact=lang.t("Your contact"),
        desk=facts.desk(row.market, lang),
        source=_source(row, history, lang),
        **take_along(row.market, _lines(row, history, lang), lang),
    )


def history(visit: Visit, lang: Language) -> str:
    """All that is on record about the company, each with its source."""
    row = companies.company(company=visit.now.value)[0]
    about = Entry(lang.t("In short"), row.name, text=marked(row.note, lang), source=source_by_id([row])[row.source_id])
    entries = [*([about] if about.text else []), *_history(row, lang)]
    shown, page = slice_of(entries, visit.now.page, RECORD)
    return render(
        "stand/history",
        lang=lang.code,
        bar=bar(lang),
        market=row.market,
        name=row.name,
        text=lang.t("The whole record"),
        rows=shown,
        pager=pager(len(entries), page, RECORD, lang),
        source=_source(row, entries, lang),
    )


def _history(row: CompanyRow, lang: Language, most: int = 0) -> Iterator[Entry]:
    """What happened at the company, newest first; `most`: letters of a text."""
    rows = companies.milestones(company=row.company_id)
    sources = source_by_id(rows)
    for each in rows:
        yield replace(milestone(each, sources[each.source_id], lang), text=marked(each.description, lang, most))


def _links(row: CompanyRow, lang: Language) -> list[dict[str, str]]:
    """What the company belongs to: its country, sector, theme, topics and group, each a list of others."""
    group, topics = Part(kind="group", code=row.company_id), stand.topics(company=row.company_id)
    found = [
        (f"market:{row.market}", lang.name("markets", row.market), flag(row.market)),
        (f"sector:{row.sector_id}", lang.name("sectors", row.sector_id), ""),
        (f"theme:{row.theme_id}", lang.name("themes", row.theme_id), ""),
        *((f"topic:{each.topic_id}", lang.name("topics", each.topic_id), "") for each in topics),
        *((group.address, _others(each.companies, lang), "") for each in in_part(group, 1)),
    ]
    return [{"pick": pick, "name": name, "flag": mark} for pick, name, mark in found if name]


def _others(count: int, lang: Language) -> str:
    return lang.n("{count} other site of the group", "{count} other sites of the group", count)


def _projects(row: CompanyRow, lang: Language) -> list[dict[str, Any]]:
    """The projects the company takes part in, and with whom."""
    by_project = groupby(stand.projects(company=row.company_id), lambda each: each.project_id)
    return [_project(list(partners), lang) for _, partners in by_project]


def _project(partners: list[ProjectsRow], lang: Language) -> dict[str, Any]:
    """A project's name, and its other partners, of whom those in our list have a card."""
    others = [
        {"pick": f"company:{each.other_company}" if each.other_company else "", "name": each.partner}
        for each in partners
    ]
    return {"name": marked(partners[0].name, lang), "with": lang.t("Project with"), "partners": others}


def _map(row: CompanyRow, lang: Language) -> Markup:
    """Where in the region the company is; nothing where its town is not known."""
    found = [
        minimap(site.lat, site.lon, site.area, lang.name("places", site.city))
        for site in stand.site(company=row.company_id)
    ]
    return Markup("".join(found))  # noqa: S704


def _lines(row: CompanyRow, history: list[Entry], lang: Language) -> list[str]:
    """What the code holds: name, origin, facts, milestones."""
    told = [f"{label}: {words}" for label, words in known(row, lang).values()]
    happened = [f"{one.when}: {one.title} ({one.source.publisher})" for one in history if one.source]
    origin = f"{row.name} ({lang.name('markets', row.market)})"
    return [origin, _source(row, [], lang), *told, *happened]


def _source(row: CompanyRow, entries: list[Entry], lang: Language) -> str:
    """Who says all this."""
    sources = [source_by_id([row])[row.source_id], *(one.source for one in entries if one.source)]
    return facts.source_line(sources, lang)
