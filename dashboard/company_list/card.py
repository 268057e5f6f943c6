"""A company's card: all that is on record, each fact with its source, and who else is near."""

from typing import Any

from dashboard.access import Role
from dashboard.access.session import person
from dashboard.content.action import Action
from dashboard.content.card import Neighbour, Neighbours, Profile
from dashboard.content.choice import words
from dashboard.content.company import known, milestone
from dashboard.content.internal import tag
from dashboard.content.page import Aside
from dashboard.content.part import Part
from dashboard.content.parts import Entries, Folded, Note, Nothing
from dashboard.content.sources import source_by_id
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import companies
from dashboard.questions.companies import CompanyRow

NEIGHBOURS = 8


def company() -> Any:
    """The field of a choice that says whose card is open."""
    return words(lambda lang: lang.t("Company"), aside=True)


def company_card(company: str, page: str, lang: Language) -> Aside | Nothing:
    """The card; `page` is the name of the page it opens on."""
    found = companies.company(company=company)
    if not found:
        return Nothing(lang.t("The company in this link is not in our list."))
    row = found[0]
    parts = (_profile(row, lang), _history(row, lang), *_neighbours(row, page, lang), _wrong(row, lang))
    return Aside(lang.t("Company"), parts)


def _profile(row: CompanyRow, lang: Language) -> Profile:
    return Profile(
        row.name,
        row.market,
        lang.name("markets", row.market),
        go("market", market=row.market),
        tuple(known(row, lang).values()),
        lang.text(row.note),
        source_by_id([row])[row.source_id],
        tag(row, lang),
    )


def _history(row: CompanyRow, lang: Language) -> Entries:
    """What happened at the company, all of it at once: a dialog opens no other."""
    rows = companies.milestones(company=row.company_id)
    sources = source_by_id(rows)
    found = tuple(milestone(each, sources[each.source_id], lang) for each in rows)
    title, nothing = lang.t("What happened here"), lang.t("No milestone is on record.")
    return Entries("company-history", title, "", found, nothing, shown=len(found))


def _neighbours(row: CompanyRow, page: str, lang: Language) -> list[Part]:
    """Who else works in the sector, and who else is in the town."""
    near = companies.neighbours(company=row.company_id, rows=NEIGHBOURS)

    def of(kind: str, title: str, nothing: str) -> Neighbours:
        found = (
            Neighbour(
                other.name,
                other.market,
                go(page, company=other.company_id),
                lang.name("places", other.city),
                tag(other, lang),
            )
            for other in near
            if other.kind == kind
        )
        return Neighbours(f"company-{kind}", title, tuple(found), nothing)

    sector, town = lang.name("sectors", row.sector_id), lang.name("places", row.city)
    beside = of("town", lang.t("Others in {town}", town=town), lang.t("No other company is on record there."))
    return [
        of(
            "sector",
            lang.t("Others in this sector: {sector}", sector=sector),
            lang.t("No other company of this sector is on record."),
        ),
        *([beside] if town else []),
    ]


def _wrong(row: CompanyRow, lang: Language) -> Folded:
    """How to mend what is wrong."""
    how = lang.t(
        "Correct the row with this company_id in data/companies.csv; its milestones are in data/milestones.csv. "
        "data/README.md says how."
    )
    mend = Action(lang.t("Correct this row"), go("import", table="companies", row=row.company_id), ":material/edit:")
    actions = (mend,) if person().role >= Role.EDITOR else ()
    return Folded(lang.t("Is something wrong?"), (Note(how), Note(row.company_id), *actions))
