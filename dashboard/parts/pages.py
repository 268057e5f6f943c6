"""The pages, their addresses and their order in the navigation; one registry for menu and links."""

from urllib.parse import quote

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.language import Language
from dashboard.parts.figure import base_path


def pages(lang: Language) -> dict[str, Page]:
    """Every page by the name of its file in `app_pages/`, titled in the reader's language."""
    titles = {
        "overview": (lang.t("Overview"), ":material/public:"),
        "market": (lang.t("Markets"), ":material/flag:"),
        "sectors": (lang.t("Sectors"), ":material/category:"),
        "region": (lang.t("Region"), ":material/map:"),
        "companies": (lang.t("Companies"), ":material/apartment:"),
        "relations": (lang.t("Relations"), ":material/handshake:"),
        "talent": (lang.t("Talent"), ":material/school:"),
        "outlook": (lang.t("Outlook"), ":material/explore:"),
        "compare": (lang.t("Compare"), ":material/stacked_line_chart:"),
    }
    return {
        name: st.Page(
            f"app_pages/{name}.py",
            title=title,
            icon=icon,
            url_path="" if name == "overview" else name,
            default=name == "overview",
        )
        for name, (title, icon) in titles.items()
    }


def market_address(market: str, lang: Language) -> str:
    """The address of a market's page, for links in HTML."""
    return f"{base_path()}market?market={quote(market)}&lang={lang.code}"


def company_address(company: str, lang: Language) -> str:
    """The address of a company's card, for links in HTML."""
    return f"{base_path()}companies?company={quote(company)}&lang={lang.code}"


def open_market(market: str, lang: Language) -> None:
    """Go to a market's page."""
    st.switch_page(pages(lang)["market"], query_params={"market": market, "lang": lang.code})
