"""The companies the filters leave: a page of rows, sorted over all of them; only this page travels."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.language import Language
from dashboard.screen import filters
from dashboard.screen.download import csv_button
from dashboard.screen.html import empty, render
from dashboard.screen.names import names
from dashboard.screen.pages import market_address
from dashboard.screen.pickable import pickable
from dashboard.sections.companies_export import in_words
from dashboard.sections.companies_filters import View
from dashboard.warehouse import warehouse

ROWS = 25
LARGEST_FIRST = ("arrived", "employees")


def columns(lang: Language) -> dict[str, str]:
    """The columns that sort, by the code in the address."""
    return {
        "name": lang.t("Company"),
        "market": lang.t("Source market"),
        "sector": lang.t("Sector"),
        "town": lang.t("Town"),
        "arrived": lang.t("Since"),
        "employees": lang.t("Employees"),
    }


def table(view: View, total: int, lang: Language, *, name: str = "pocket-world-companies") -> None:
    """The rows of the page asked for, or why there are none; `name` is that of the file to take along."""
    if st.session_state.get("companies@view", view) != view:
        filters.tell("page", "")  # another list begins on its first page
    st.session_state["companies@view"] = view
    if not total:
        empty(lang.t("No company of our list fits this choice. Take a filter back, or reset all."))
        return
    heads = columns(lang)
    orders = {f"{sign}{code}": words for code, words in heads.items() for sign in ("", "-")}
    order = filters.told("sort", orders, "name", lang)
    last = -(-total // ROWS)
    shown = int(filters.told("page", {str(n): str(n) for n in range(1, last + 1)}, "1", lang))
    asked = view.parameters() | {
        "sort": order.removeprefix("-"),
        "descending": order.startswith("-"),
        "lang": lang.code,
    }
    rows = warehouse().ask("companies/rows", **asked, rows=ROWS, skip=ROWS * (shown - 1))
    html = render(
        "companies",
        heads=[head(code, words, order) for code, words in heads.items()],
        rows=[row(values, lang) for values in records(rows)],
        pager=pager(shown, last, total, lang),
    )
    pickable(html, picked, key="companies-rows")
    csv_button(
        lambda: in_words(warehouse().ask("companies/rows", **asked, rows=total, skip=0), lang),
        lang.n("Download {count} company as CSV", "Download {count} companies as CSV", total), name,
        key="companies-csv",
    )  # fmt: skip


def head(code: str, words: str, order: str) -> dict[str, Any]:
    """A column's head: activated, it sorts by it, or the other way round if it already does."""
    direction = {code: "ascending", f"-{code}": "descending"}.get(order)
    ways = (f"-{code}", code) if code in LARGEST_FIRST else (code, f"-{code}")
    return {"words": words, "code": code, "direction": direction, "next": ways[order == ways[0]]}


def row(values: dict[str, Any], lang: Language) -> dict[str, Any]:
    """One company in words."""
    year = "" if pd.isna(values["employees_year"]) else str(int(values["employees_year"]))
    return {
        "id": values["company_id"],
        "name": values["name"],
        "below": "" if pd.isna(values["parent"]) or values["parent"] == values["name"] else values["parent"],
        "market": values["market"],
        "country": lang.pick(values, "market"),
        "href": market_address(values["market"], lang),
        "sector": names("sectors", lang)[values["sector_id"]],
        "town": lang.pick(values, "town") or "–",
        "since": "–" if pd.isna(values["arrived"]) else str(int(values["arrived"])),
        "employees": lang.number(values["employees"]),
        "year": year,
        "left": lang.label("companies", "status", "left") if values["status"] == "left" else "",
        "source": values["publisher"],
        "url": values["url"] if pd.notna(values["url"]) else "",
    }


def pager(shown: int, last: int, total: int, lang: Language) -> dict[str, Any]:
    """`26–50 of 498` and the pages beside it."""
    first, until = ROWS * (shown - 1) + 1, min(ROWS * shown, total)
    return {
        "text": lang.t("{first}–{last} of {total}", first=lang.number(first), last=lang.number(until),
                       total=lang.number(total)),
        "before": str(shown - 1) if shown > 1 else "",
        "after": str(shown + 1) if shown < last else "",
        "words": {"before": lang.t("Previous page"), "after": lang.t("Next page"), "source": lang.t("Source")},
    }  # fmt: skip


def picked(what: str) -> None:
    """What was activated in the table: `company:<id>`, `sort:<column>` or `page:<number>`."""
    kind, _, value = what.partition(":")
    if kind == "sort":
        filters.tell("page", "")
    filters.tell(kind, value)
