"""The state of a page: its language, the notices about its address, the frame around every page."""

import logging
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import scripts
from dashboard.access import NotAllowed
from dashboard.access.session import person
from dashboard.charts import palette
from dashboard.content.choice import fields
from dashboard.content.kept import remembered
from dashboard.content.unanswered import unanswered
from dashboard.language import COMPLETE, Language
from dashboard.own_process import PROCESS
from dashboard.screen import seen
from dashboard.screen.address import heard, publish_language
from dashboard.screen.component import component
from dashboard.screen.copying import copying_words
from dashboard.screen.html import render
from dashboard.screen.markdown import plain
from dashboard.screen.passage import Passage
from dashboard.screen.words import streamlit_words
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import closed, warehouse
from dashboard.warehouse.engine.fault import Away, EngineFault
from dashboard.warehouse.fault import Fault

logger = logging.getLogger(__name__)

STYLES = [Path(__file__).with_name(name) for name in ("style.css", "print.css")]
_FRAME = component("frame")
NEWS = ("renewed", "moved", "met")  # newer facts; another server, and whether something is lost by that
ICON = str(Path(__file__).with_name("icon.svg"))  # Streamlit would fetch an icon by name from the web


def default_language() -> str:
    """The browser's language if it is one of ours, else the operator's (German)."""
    return default_of(st.context.locale or "")


def default_of(locale: str) -> str:
    """The same for a browser of this locale, such as `en-GB`."""
    wished = locale.split("-")[0].lower()
    return wished if wished in COMPLETE else settings().lang


def current_language() -> Language:
    """The language of this run, as the language switch or `?lang=` says."""
    return language(st.session_state.get("lang") or default_language())


def title(text: str) -> None:
    """What the browser's tab says of the page."""
    st.set_page_config(page_title=f"{text} · Pocket World")


def frame(kind: type[Any], lang: Language, beside: str = "") -> None:
    """The button that copies its address, and what Streamlit leaves to do around a page with choices of this kind: see
    `frame.js`. `beside`: the version of other facts that the page is made of."""
    data = {
        "lang": lang.code,
        "live": [field.key for _, field in fields(kind) if field.is_live],
        "translated": streamlit_words(lang),
        "ahead": scripts.address("ahead"),
        "says": copying_words(lang),
        "version": seen.version(),
        "beside": beside,
        "process": PROCESS,
    }
    news = {f"on_{name}_change": partial(st.session_state.__setitem__, name, True) for name in NEWS}
    _FRAME(key="frame", data=data, **news)
    if st.session_state.pop("renewed", False):
        st.toast(lang.t("There are newer facts; this page shows them now."))
    st.session_state.pop("met", None)
    if st.session_state.pop("moved", False):
        words = lang.t(
            "Another server has taken this page over. What you chose is kept; please send files again, and order "
            "again what was being made."
        )
        st.toast(words, duration="long")


def language_switch() -> None:
    """DE | EN; part of every page's address.

    A language heard only now (see `address.heard`) waits for the run's end: what else the browser has sent is told
    in the words of the language before.
    """
    names = {code: code.upper() for code in COMPLETE}
    later = partial(st.session_state.__setitem__, "language@late", True)
    with heard("lang", lambda asked: {"default": asked}, later) as start:
        st.segmented_control(
            "Sprache / Language",
            COMPLETE,
            required=True,
            format_func=names.__getitem__,
            key="lang",
            label_visibility="collapsed",
            **start,
        )
    publish_language(current_language().code, default_language())


def style() -> None:
    """Dress the page."""
    st.html(f"<style>{style_sheet()}</style>")


@remembered
def style_sheet() -> str:
    """The style sheet, with the palette as CSS variables that follow light and dark."""
    coloured = [market for market in warehouse().markets.values() if market.colour]
    pairs = {
        **{f"--pw-{market.lower()}": (market.colour, market.dark) for market in coloured},
        "--pw-paper": palette.PAPER,
        "--pw-ink": palette.INK,
        "--pw-muted": palette.MUTED,
        "--pw-rule": palette.RULE,
        "--pw-land": palette.LAND,
        "--pw-other": palette.OTHER,
    }
    variables = "".join(f"{name}: light-dark({light}, {dark});" for name, (light, dark) in pairs.items())
    own = "\n".join(f".pw-{code} {{ --pw-own: var(--pw-{code}); }}" for code in map(str.lower, coloured))
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    return f":root {{{variables}}}\n{own}\n{sheets}"


def foot(lang: Language) -> Passage:
    """What stands at a page's end on paper only: its address (`frame.js` puts it in), which data, what day."""
    served, today = warehouse(), settings().current_date()
    words = lang.t("Data version {version}, as of {month}", version=served.version, month=lang.month(*served.as_of))
    return Passage.html(render("foot", version=words, today=lang.month(today.year, today.month, today.day)))


def apologise(error: Exception) -> bool:
    """What stands on a page that failed, in the reader's language; the reason goes to the log. True: nothing else."""
    lang = current_language()
    if isinstance(error, NotAllowed):  # a role was taken away while the page was open: nothing has failed
        st.error(plain(error.words(lang)), icon=":material/lock:")
        return True
    if isinstance(error, EngineFault):  # the health answer says so, until it is well again
        level = logging.INFO if error.passes else logging.WARNING
        logger.log(level, "the engine does not answer: %s", type(error).__name__)  # its words may quote what was typed
        st.info(unanswered(error, lang), icon=":material/cloud_off:")
        return True
    logger.error("A page failed", exc_info=error)
    warehouse().snapshot.failures.add(f"{type(error).__name__}: {error}")
    st.error(
        lang.t("This part of the page cannot be shown right now. The fault has been noted; please try again."),
        icon=":material/error:",
    )
    return True


def notice_staff(lang: Language) -> None:
    """Tell staff, who may see what stands in internal rows, that newer data is faulty and the last good version on
    screen, that the engine is away, or that these rows cannot be opened."""
    if not person().sees_internal:
        return
    if warehouse().public and seen.is_internal() and (fault := closed()):
        st.warning(plain(_closed(fault, lang)), icon=":material/lock:")
    if away := warehouse().away:
        st.warning(plain(_away(away, lang)), icon=":material/cloud_off:")
    if not (faults := warehouse().faults):
        return
    st.warning(
        lang.n(
            "The new data has {count} fault; the last good version is shown.",
            "The new data has {count} faults; the last good version is shown.",
            len(faults),
        ),
        icon=":material/report:",
    )
    with st.expander(lang.t("What is wrong")):
        st.code("\n".join(_told(fault, lang) for fault in faults[:50]), language=None)


def _away(away: Away, lang: Language) -> str:
    """Since when, why, and what to do."""
    since = lang.t("The engine cannot be asked since {time}; what is in memory is shown.", time=lang.time(away.since))
    return f"{since} {_sentence(lang.said(away.fault.args[0]))} {lang.said(away.fault.mend)}"


def _closed(fault: Fault, lang: Language) -> str:
    """That, why, and what to do."""
    only = lang.t("Internal facts cannot be opened at the moment; this page shows public facts only.")
    return f"{only} {_sentence(lang.said(fault.rule))} {lang.said(fault.mend)}"


def _sentence(rule: str) -> str:
    """What stands in lists of faults, by itself."""
    return f"{rule[:1].upper()}{rule[1:]}."


def _told(fault: Fault, lang: Language) -> str:
    """A fault in the reader's language."""
    row = lang.t("row {row}", row=lang.number(fault.row)) if fault.row else ""
    column = lang.t("column {column}", column=fault.column) if fault.column else ""
    value = f" ({fault.value})" if fault.value else ""
    place = ", ".join(filter(None, (fault.file, row, column)))
    return f"{place}: {lang.said(fault.rule)}{value}\n    → {lang.said(fault.mend)}"
