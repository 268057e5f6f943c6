"""The company list of a market: searchable, sortable, to take along."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.language import Language
from dashboard.parts.html import section
from dashboard.parts.names import names
from dashboard.parts.pieces import remembered
from dashboard.warehouse import warehouse


def companies(market: str, lang: Language) -> str:
    """The table and its download; returns what is missing, if there is no company."""
    table = listed(market, lang)
    if table.empty:
        return lang.t("companies in our list")
    section(
        lang.t("The companies"), lang.t("Our documented list, not a complete register; search and sort in the table.")
    )
    st.dataframe(table.drop(columns="note"), key="market-companies", hide_index=True, width="stretch", placeholder="–",
                 height=min(36 * len(table) + 38, 470), column_config=_columns(lang))  # fmt: skip
    st.download_button(
        lang.n("Download {count} company as CSV", "Download {count} companies as CSV", len(table)),
        lambda: as_csv(table, lang),
        file_name=f"pocket-world-{market}.csv",
        mime="text/csv",
        key="market-companies-csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
    return ""


@remembered
def listed(market: str, lang: Language) -> pd.DataFrame:
    """The market's companies in words."""
    return worded(warehouse().ask("market/companies", market=market), lang)


def worded(rows: pd.DataFrame, lang: Language) -> pd.DataFrame:
    """The list with words for codes: name, parent, town, sector, role, since, employees, as_of, status, url, note."""
    sectors = names("sectors", lang)
    return pd.DataFrame({
        "name": rows["name"],
        "parent": rows["parent"],
        "town": rows[f"town_{lang.code}"],
        "sector": [sectors.get(code, code) for code in rows["sector_id"]],
        "role": [lang.label("companies", "role", code) for code in rows["role"]],
        "since": rows["arrived"],
        "employees": rows["employees"],
        "as_of": rows["employees_year"],
        "status": [lang.label("companies", "status", code) for code in rows["status"]],
        "url": rows["url"],
        "note": rows[f"note_{lang.code}"],
    })  # fmt: skip


def _titles(lang: Language) -> dict[str, str]:
    return {
        "name": lang.t("Company"),
        "parent": lang.t("Parent company"),
        "town": lang.t("Town"),
        "sector": lang.t("Sector"),
        "role": lang.t("Role"),
        "since": lang.t("Since"),
        "employees": lang.t("Employees"),
        "as_of": lang.t("As of"),
        "status": lang.t("Status"),
        "url": lang.t("Source"),
        "note": lang.t("Note"),
    }


def _columns(lang: Language) -> dict[str, Any]:
    titles = _titles(lang)
    years = {name: st.column_config.NumberColumn(titles[name], format="%d") for name in ("since", "as_of")}
    return (
        titles
        | years
        | {
            "employees": st.column_config.NumberColumn(titles["employees"], format="localized"),
            "url": st.column_config.LinkColumn(titles["url"], display_text=lang.t("open")),
        }
    )


def as_csv(table: pd.DataFrame, lang: Language) -> bytes:
    """The table as UTF-8 CSV with the reader's column names (with a byte order mark, which spreadsheets need)."""
    return table.rename(columns=_titles(lang)).to_csv(index=False).encode("utf-8-sig")
