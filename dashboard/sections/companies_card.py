"""A company's card: all that is on record, each fact with its source, and who else is near."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.charts.labels import moved
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.entries import Entry, sourced
from dashboard.screen.html import empty, render
from dashboard.screen.names import names
from dashboard.screen.pages import market_address
from dashboard.screen.pickable import pickable
from dashboard.warehouse import warehouse

NEIGHBOURS = 8


def card(lang: Language) -> None:
    """Open the card of the company in the address, if there is one."""
    if wished := st.query_params.get("company"):
        if warehouse().ask("companies/company", company=wished).empty:
            st.info(lang.t("The company in this link is not in our list."), icon=":material/info:")
        else:
            st.dialog(lang.t("Company"), width="medium", position="right", on_dismiss=close)(drawer)(lang)


def close() -> None:
    """Back to the list."""
    filters.tell("company", "")


def drawer(lang: Language) -> None:
    """The card's content; reads the address itself because a neighbour may be chosen in it."""
    found = warehouse().ask("companies/company", company=st.query_params.get("company", ""))
    if found.empty:
        empty(lang.t("The company in this link is not in our list."))
        return
    company = records(found)[0]
    pickable(render("company", **texts(company, lang)), picked, key="company-card")


def picked(company: str) -> None:
    """A neighbour was chosen."""
    filters.tell("company", company)


def texts(company: dict[str, Any], lang: Language) -> dict[str, Any]:
    """All the card says, in words."""
    id_ = company["company_id"]
    return {
        "name": company["name"],
        "market": company["market"],
        "country": lang.pick(company, "market"),
        "href": market_address(company["market"], lang),
        "facts": facts(company, lang),
        "note": lang.pick(company, "note"),
        "source": {"title": company["source_title"], "publisher": company["publisher"], "url": company["url"] or ""},
        "history": [milestone(row, lang) for row in records(warehouse().ask("companies/milestones", company=id_))],
        "neighbours": neighbours(company, lang),
        "id": id_,
        "words": headings(lang),
    }


def headings(lang: Language) -> dict[str, str]:
    """The card's headings and fixed sentences."""
    return {
        "source": lang.t("Source"),
        "history": lang.t("What happened here"),
        "no_history": lang.t("No milestone is on record."),
        "wrong": lang.t("Is something wrong?"),
        "where": lang.t("Correct the row with this company_id in data/companies.csv; its milestones are in "
                        "data/milestones.csv. data/README.md says how."),
    }  # fmt: skip


def facts(company: dict[str, Any], lang: Language) -> list[tuple[str, str]]:
    """Label and words of every fact that is known."""
    announced, site = company["status"] == "announced", company["established"]
    known = {
        lang.t("Parent company"): joined(company["parent"], names("places", lang).get(company["parent_city"])),
        lang.t("Former names"): company["former_names"],
        lang.t("Town"): joined(company["postcode"], lang.pick(company, "town"), glue=" "),
        lang.t("Sector"): lang.pick(company, "sector"),
        lang.t("Focus theme"): lang.pick(company, "theme"),
        lang.t("Role"): lang.label("companies", "role", company["role"]),
        lang.t("Here since"): company["arrived"],
        lang.t("At this site since"): None if announced or site == company["arrived"] else site,
        lang.t("Planned for"): site if announced else None,
        lang.t("Employees"): employees(company, lang),
        lang.t("Status"): lang.label("companies", "status", company["status"]),
    }
    return [(label, str(value)) for label, value in known.items() if pd.notna(value) and value not in ("", "–")]


def joined(*parts: Any, glue: str = ", ") -> str:
    """The parts that are known, side by side."""
    return glue.join(str(part) for part in parts if pd.notna(part) and part)


def employees(company: dict[str, Any], lang: Language) -> str:
    """`120 (2024)`; empty where it is not known."""
    if pd.isna(company["employees"]):
        return ""
    return f"{lang.number(company['employees'])} ({int(company['employees_year'])})"


def milestone(row: dict[str, Any], lang: Language) -> Entry:
    """One line of the company's history."""
    sizes = [
        lang.t("{jobs} jobs", jobs=lang.number(row["jobs"])) if pd.notna(row["jobs"]) else "",
        lang.t("{area} m²", area=lang.number(row["area_sqm"])) if pd.notna(row["area_sqm"]) else "",
        lang.t("EUR {value}", value=lang.number(row["invest_eur"])) if pd.notna(row["invest_eur"]) else "",
    ]
    title = " ".join(filter(None, [lang.label("milestones", "kind", row["kind"]), moved(row, lang)]))
    return sourced(
        row,
        when=lang.month(row["year"], row["month"]),
        title=title,
        kind=" · ".join(filter(None, sizes)),
        text=lang.pick(row, "description"),
    )


def neighbours(company: dict[str, Any], lang: Language) -> list[dict[str, Any]]:
    """Who else works in the sector, and who else is in the town."""
    rows = records(warehouse().ask("companies/neighbours", company=company["company_id"], rows=NEIGHBOURS))
    town = lang.pick(company, "town")
    kinds = [("sector", lang.t("Others in this sector: {sector}", sector=lang.pick(company, "sector")),
              lang.t("No other company of this sector is on record."))]  # fmt: skip
    if town:
        kinds.append(("town", lang.t("Others in {town}", town=town), lang.t("No other company is on record there.")))
    return [{"title": title, "nothing": nothing, "found": [neighbour(r, lang) for r in rows if r["kind"] == kind]}
            for kind, title, nothing in kinds]  # fmt: skip


def neighbour(row: dict[str, Any], lang: Language) -> dict[str, str]:
    """A company nearby: its id, name, market and town."""
    return {"id": row["company_id"], "name": row["name"], "market": row["market"], "town": lang.pick(row, "town")}
