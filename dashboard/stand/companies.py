"""Lists of companies, each name a large button that opens its card: all of a country or a field, a group, a search."""

from typing import Any

from dashboard.language import Language
from dashboard.questions import companies, stand
from dashboard.questions.stand import CompaniesRow
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.paging import pager, slice_of
from dashboard.stand.steps import bar, called
from dashboard.stand.way import FIELDS, Part, Visit, part_of

NAMES = 24  # on a page of a list
NEWS = 8  # on a page of what is new
OLDEST = 200  # milestones of ten years: as many as anybody turns the pages for


def listed(visit: Visit, lang: Language) -> str:
    """A list of companies by name."""
    part, page = part_of(visit.now.value), visit.now.page
    rows = in_part(part, NAMES, NAMES * page)
    if not rows and page:
        return listed(visit.at(page=0), lang)
    count = rows[0].companies if rows else 0
    return render(
        "stand/companies",
        lang=lang.code,
        bar=bar(lang),
        title=_title(part, lang),
        text=lang.n("{count} site", "{count} sites", count),
        rows=[button(row, lang, origin=part.market == facts.EVERYWHERE) for row in rows],
        pager=pager(count, page, NAMES, lang),
        nothing=lang.t("No company is on record here yet."),
        source=facts.list_line(lang),
    )


def in_part(part: Part, rows: int, skip: int = 0) -> tuple[CompaniesRow, ...]:
    """The companies of a list, a page of it."""
    searched = part.kind == "found"
    found = [row.company_id for row in companies.search(term=part.code)] if searched else None
    kind, code = ("", "") if searched else (part.kind, part.code)
    return stand.companies(market=part.market, kind=kind, code=code, found=found, rows=rows, skip=skip)


def _title(part: Part, lang: Language) -> str:
    """What stands in the list: `IT & software · Japan`, `Toyota`, `Search: toy`."""
    home = "" if part.market == facts.EVERYWHERE else lang.name("markets", part.market)
    if part.kind == "found":
        what = lang.t("Search: {term}", term=part.code)
    elif part.kind == "group":
        what = companies.company(company=part.code)[0].parent or ""
    else:
        what = lang.name(FIELDS[part.kind], part.code) if part.kind else ""
    return " · ".join(filter(None, [what, home])) or called(facts.EVERYWHERE, lang)["name"]


def button(row: CompaniesRow, lang: Language, *, origin: bool) -> dict[str, str]:
    """A company's button: its name, and below it where it is and, if asked for, where it comes from."""
    place = [lang.name("markets", row.market) if origin else "", lang.name("places", row.city)]
    text = " · ".join(filter(None, place))
    return {"pick": f"company:{row.company_id}", "name": row.name, "text": text, "market": row.market}


def newest(visit: Visit, lang: Language) -> str:
    """What came, grew or moved most recently."""
    market = visit.now.value
    rows = facts.latest(market, OLDEST)
    shown, page = slice_of(rows, visit.now.page, NEWS)
    entries: list[dict[str, Any]] = [
        {"entry": facts.happened(row, lang), "pick": f"company:{row.company_id}" if row.is_here else ""}
        for row in shown
    ]
    return render(
        "stand/newest",
        lang=lang.code,
        bar=bar(lang),
        title=lang.t("Most recently"),
        **called(market, lang),
        rows=entries,
        pager=pager(len(rows), page, NEWS, lang),
        nothing=lang.t("No company is on record here yet."),
        source=facts.here_line(lang),
    )
