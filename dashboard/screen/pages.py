"""The pages in Streamlit's navigation."""

from functools import partial
from urllib.parse import quote

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.app_pages import PAGES
from dashboard.language import Language
from dashboard.screen.html import FIRST_PAGE, base_path
from dashboard.screen.show import show


def pages(lang: Language) -> dict[str, Page]:
    """Every page by its name, titled in the reader's language."""
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
            partial(show, PAGES[name], lang) if name in PAGES else f"app_pages/{name}.py",
            title=title,
            icon=icon,
            url_path="" if name == FIRST_PAGE else name,
            default=name == FIRST_PAGE,
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
