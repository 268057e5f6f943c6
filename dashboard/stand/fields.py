"""The pages of fields: who works in a sector, on a focus theme or on a topic, country by country."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.labels import text_width
from dashboard.language import Language
from dashboard.questions import stand as questions
from dashboard.questions.stand import ColleaguesRow
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.card import take_along
from dashboard.stand.paging import pager, slice_of
from dashboard.stand.steps import all_fields, bar
from dashboard.stand.way import FIELDS, Part, Step, Visit

COUNTRIES = 6  # shown at once
ROOM = 380  # px of 12 px text for the names of companies in a line
GAP = 26  # px of such text that the edges of a name's button take


def sector(visit: Visit, lang: Language) -> str:
    """Every sector of the visitor's country, or one sector."""
    return (all_fields if visit.now.value == facts.EVERYTHING else field)(visit, lang)


def field(visit: Visit, lang: Language) -> str:
    """Who else works in this field, country by country."""
    step = visit.now
    rows = questions.colleagues(kind=step.kind, code=step.value, market=visit.market)
    shown, page = slice_of(rows, step.page, COUNTRIES)
    title, counted = name_of(step, lang), facts.list_line(lang)
    most = max((row.companies for row in rows), default=1)
    ahead = len(rows) - COUNTRIES * (page + 1)
    return render(
        "stand/field",
        lang=lang.code,
        bar=bar(lang),
        title=title,
        text=described(step, lang),
        rows=[_country(row, most, step, visit.market, lang) for row in shown],
        pager=pager(len(rows), page, COUNTRIES, lang, facts.more_countries(ahead, lang)),
        nothing=lang.t("No company is on record here yet."),
        own=visit.market,
        source=counted,
        **take_along(facts.EVERYWHERE, [title, *_lines(rows, lang), counted], lang),
    )


def name_of(step: Step, lang: Language) -> str:
    """What a field is called."""
    return lang.name(FIELDS[step.kind], step.value)


def described(step: Step, lang: Language) -> str:
    """What a field is about."""
    if step.kind == "theme":
        return lang.describe("themes", step.value, "description")
    return lang.t("Who works in this sector") if step.kind == "sector" else lang.t("Who works on this topic")


def _lines(rows: Sequence[ColleaguesRow], lang: Language) -> list[str]:
    """What the code holds: companies by country, and the names of those of the first."""
    counted = " · ".join(f"{lang.name('markets', row.market)} {lang.number(row.companies)}" for row in rows)
    return [counted, *(f"{lang.name('markets', row.market)}: {', '.join(row.names)}" for row in rows[:2])]


def _country(row: ColleaguesRow, most: int, step: Step, own: str, lang: Language) -> dict[str, Any]:
    bar = facts.bar(row.companies, most, lang, name=lang.name("markets", row.market), market=row.market)
    named = list(zip(row.names, row.company_ids, strict=True))[: fitting(row.names, ROOM * (1 + (row.market == own)))]
    more = row.companies - len(named)
    return bar._asdict() | {
        "named": [{"pick": f"company:{company}", "name": name} for name, company in named],
        "all": Part(row.market, step.kind, step.value).address,
        "more": lang.n("and {count} more site", "and {count} more sites", more) if more else "",
    }


def fitting(names: Sequence[str], room: float) -> int:
    """How many of the names, one at least, stand in lines with room for so many px of 12 px text."""
    taken, count = 0.0, 0
    for name in names:
        taken += text_width(name) + GAP
        if taken > room and count:
            break
        count += 1
    return count
