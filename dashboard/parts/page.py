"""The state of a page: its language, the notices about its address, the frame around every page."""

from html import escape
from pathlib import Path

import streamlit as st

from dashboard.charts import palette
from dashboard.language import LANGUAGES, Language, language
from dashboard.settings import settings
from dashboard.warehouse import warehouse

STYLE = Path(__file__).with_name("style.css")
ICON = str(Path(__file__).with_name("icon.svg"))  # Streamlit would fetch an icon by name from the web


def default_language() -> str:
    """The browser's language if it is one of ours, else the operator's (German)."""
    wished = (st.context.locale or "").split("-")[0].lower()
    return wished if wished in LANGUAGES else settings().lang


def current_language() -> Language:
    """The language of this run, as the language switch or `?lang=` says."""
    code = st.session_state.get("lang") or default_language()
    return language(code if code in LANGUAGES else default_language())


def language_switch() -> None:
    """DE | EN; part of every page's address."""
    st.segmented_control(
        "Sprache / Language",
        LANGUAGES,
        default=default_language(),
        required=True,
        format_func=str.upper,
        key="lang",
        bind="query-params",
        label_visibility="collapsed",
    )


def style() -> None:
    """The style sheet, with the palette as CSS variables that follow light and dark."""
    pairs = {
        **{f"--pw-{market.lower()}": pair for market, pair in palette.MARKETS.items()},
        "--pw-paper": palette.PAPER,
        "--pw-ink": palette.INK,
        "--pw-muted": palette.MUTED,
        "--pw-rule": palette.RULE,
        "--pw-other": palette.OTHER,
    }
    variables = "".join(f"{name}: light-dark({light}, {dark});" for name, (light, dark) in pairs.items())
    st.html(f"<style>.stApp {{{variables}}}\n{STYLE.read_text(encoding='utf-8')}</style>")


def unknown_values(parameter: str, allowed: list[str]) -> list[str]:
    """Values of a query parameter that mean nothing here; call before the bound widget is drawn."""
    return [value for value in st.query_params.get_all(parameter) if value not in allowed]


def notice_unknown(parameter: str, allowed: list[str], lang: Language, *, shown: str) -> None:
    """A friendly line when the address asks for something that is not there; `shown` says what is shown instead."""
    if unknown := unknown_values(parameter, allowed):
        wished = ", ".join(value[:40] for value in unknown[:3])
        st.info(lang.t("“{wished}” is not known here; shown is: {shown}.", wished=escape(wished), shown=shown), icon=":material/info:")


def notice_staff(lang: Language) -> None:
    """Tell staff that newer data is faulty and the last good version is on screen."""
    faults = warehouse().faults
    if not (faults and settings().staff):
        return
    st.warning(
        lang.n("The new data has {count} fault; the last good version is shown.",
               "The new data has {count} faults; the last good version is shown.", len(faults)),
        icon=":material/report:",
    )
    with st.expander(lang.t("What is wrong")):
        st.code("\n".join(map(str, faults[:50])), language=None)
