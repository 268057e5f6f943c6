"""The reader's choice on the screen: widgets and address are kept equal, so that a view is a link.

Streamlit's own `bind="query-params"` writes the words an option is shown with, which differ by language; a link must
hold codes (`?market=JP`). What a page offers is declared in `dashboard.content.choice`; here it is drawn and heard.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from dashboard.content.choice import LONGEST, NONE, Chosen, Field, Reading, fields, read
from dashboard.content.meant import Unclear
from dashboard.language import Language
from dashboard.link import Go
from dashboard.screen.address import Start, heard, rewrite, unheard
from dashboard.screen.markdown import plain
from dashboard.warehouse.engine.fault import EngineFault

C = TypeVar("C")
REPEATED = 40  # letters of a word that nobody knows


Read = Callable[[type[C], Mapping[str, Sequence[str]], Language], Reading[C]]


def settle(kind: type[C], lang: Language, read: Read[C] = read) -> Reading[C]:
    """The choice of this run, of the address where that is news (a link was opened, the browser went back), else of
    the widgets; both are made to say the same. `read`: how it is made of what is asked for."""
    news = {name for name, field in fields(kind) if _is_news(field)}
    asked = {field.key: _asked(field, name in news) for name, field in fields(kind)}
    reading = read(kind, asked, lang)
    for name in reading.unclear.keys() - news:  # a widget held what is offered no longer: nobody asked for that
        del reading.unclear[name]
    changes: dict[str, list[str]] = {}
    for name, field in fields(kind):
        if name not in reading.codes:  # nobody can tell what is offered: the address keeps what it asks for
            if field.restarts and list(asked[field.key]) == NONE:
                changes[field.key] = []
            continue
        codes = reading.codes[name]
        if field.options and not field.is_many and not codes:  # nothing is offered: the address keeps what it asks for
            st.session_state.pop(field.key, None)
            continue
        value = _held(field, codes)
        is_new = field.key not in st.session_state
        if is_new:
            unheard(field.key)
        # What is set overwrites what is being typed. Options with numbers are set anyway: the browser knows them by
        # their words, and with other numbers in these what it holds would be none of them.
        if is_new or field.counts or st.session_state[field.key] != value:
            st.session_state[field.key] = value
        changes |= _publish(field, codes, reading.default[name], reading.unclear.get(name, []))
    rewrite(changes)
    return reading


def _is_news(field: Field) -> bool:
    """Whether the address says something else than the widget was last made to say."""
    said = list(field.asked_in(st.session_state["asked"]))
    return field.key not in st.session_state or said != st.session_state.get(f"{field.key}@address", [])


def _asked(field: Field, is_news: bool) -> Sequence[str]:
    if is_news:
        return field.asked_in(st.session_state["asked"])
    held = st.session_state[field.key]
    if isinstance(held, list | tuple):
        return list(held) or NONE
    return ["yes" if held else "no"] if field.look.kind == "switch" else [] if held is None else [str(held)]


def _held(field: Field, codes: list[str]) -> Any:
    """What a field's widget holds where these codes are chosen."""
    if field.is_many:
        return list(codes)
    if field.look.kind == "switch":
        return codes == ["yes"]
    return (int(codes[0]) if codes else None) if field.look.kind == "number" else next(iter(codes), "")


def _publish(field: Field, codes: list[str], default: list[str], unclear: list[Unclear]) -> dict[str, list[str]]:
    """What the address has to ask for where it says something else than the choice, or the same in other words; a
    default needs no word."""
    asked: dict[str, list[str]] = st.session_state["asked"]
    vain = [each.word for each in unclear]
    wished = [code for code in field.asked_in(asked) if code not in vain]
    changes: dict[str, list[str]] = {}
    if codes != ([] if wished == NONE else wished or default):
        changes = {key: [] for key in field.keys if key in asked}
        changes[field.key] = [] if codes == default else codes or NONE
        asked |= changes
    st.session_state[f"{field.key}@address"] = list(field.asked_in(asked))
    return changes


def follow(target: Go, page: str, kind: type[Any]) -> None:
    """Go where a click leads: on this page its choice changes at once, another is opened at the start of the next run.

    To be called before the page runs again (in a callback).
    """
    if target.page != page:
        st.session_state["follow"] = target
        return
    asked = target.asked()
    known = {field.key: field for _, field in fields(kind) if field.key in asked}
    if any(not field.aside for field in known.values()):
        restart(kind)
    rewrite({key: [] if asked[key] == NONE else asked[key] for key in known})


def restart(kind: type[Any]) -> None:
    """Take back what starts anew when something else is chosen (in a callback)."""
    for _, field in fields(kind):
        if field.restarts:
            st.session_state[field.key] = ""  # not the address: it changes once, with what is chosen


def control(name: str, kind: type[Any], reading: Reading[Any], lang: Language, **over: Any) -> None:
    """Draw the widget of a field; what it holds has been settled. `over`: other values for the widget."""
    field = dict(fields(kind))[name]
    more: dict[str, Any] = {
        "key": field.key,
        "label_visibility": "collapsed" if field.look.quiet else "visible",
        "on_change": partial(restart, kind),
    } | over
    if field.look.width:
        more["width"] = field.look.width
    if field.look.empty:
        more["placeholder"] = field.look.empty(lang)
    if field.options is None:
        _typed_in(field, lang, more)
        return
    words = _counted(field, vars(reading.choice), lang)
    if field.look.kind == "switch":
        with heard(more["key"], lambda asked: {"value": asked}) as start:
            label = _switched(field, vars(reading.choice), lang) if words else field.label(lang)
            st.toggle(label, disabled=not words, wrap=True, **start, **more)
        return
    widget, own, starts = _widget(field, list(words))
    with heard(more["key"], starts) as start:
        widget(field.label(lang), list(words), format_func=lambda code: words.get(code, code), **start, **own, **more)


def _switched(field: Field, chosen: Chosen, lang: Language) -> str:
    """What a switch does, with the number of cases it concerns where the field tells it."""
    label = field.label(lang)
    try:
        return label if field.counts is None else f"{label} ({lang.number(field.counts(chosen).get('yes', 0))})"
    except EngineFault:
        return label


def _typed_in(field: Field, lang: Language, more: dict[str, Any]) -> None:
    """The widget of what a reader types."""
    with heard(more["key"], lambda asked: {"value": asked}) as start:
        if field.look.kind == "number":
            st.number_input(field.label(lang), min_value=0, max_value=999_999_999, **{"value": None} | start, **more)
        else:
            st.text_input(field.label(lang), max_chars=LONGEST, type="search", live=True, **start, **more)


def _widget(field: Field, codes: list[str]) -> tuple[Callable[..., Any], dict[str, Any], Start]:
    """What a reader chooses among options with, how it behaves, and how it starts from a value."""
    if field.is_many:
        several = {"max_selections": field.most, "filter_mode": "contains", "select_all": False}
        return st.multiselect, several, lambda asked: {"default": asked}
    if field.look.kind == "segments":
        return st.segmented_control, {"required": True, "wrap": True}, lambda asked: {"default": asked}
    if field.look.kind == "slider":
        return st.select_slider, {}, lambda asked: {"value": asked}
    return st.selectbox, {}, lambda asked: {"index": codes.index(asked)}


def _counted(field: Field, chosen: Chosen, lang: Language) -> dict[str, str]:
    """Code -> words of what can be chosen, with the number of cases behind them where the field tells it."""
    words = dict(field.options(chosen, lang)) if field.options else {}
    if field.counts is None:
        return words
    try:
        counts = field.counts(chosen)
    except EngineFault:  # it can be chosen all the same
        return words
    return {code: f"{text} ({lang.number(counts.get(code, 0))})" for code, text in words.items()}


def notices(kind: type[Any], reading: Reading[Any], lang: Language) -> None:
    """A friendly line for each thing that the address asks for and that is not there."""
    for name, field in fields(kind):
        if name not in reading.unclear:
            continue
        words = field.options(vars(reading.choice), lang) if field.options else {}
        shown = ", ".join(words[code] for code in reading.codes[name] if code in words) or lang.t("all")
        for unclear in reading.unclear[name][:3]:
            st.info(" ".join(_said(unclear, field, words, shown, lang)), icon=":material/info:")


def _said(unclear: Unclear, field: Field, words: Mapping[str, str], shown: str, lang: Language) -> Iterator[str]:
    """What the address says, what is shown, what may be meant."""
    address, label = plain(f"{field.key}={unclear.word[:REPEATED]}"), field.label(lang)
    if unclear.may_be:
        can_be = lang.join([words.get(code, code) for code in unclear.may_be])
        yield lang.t("{label}: “{address}” can mean {several}.", label=label, address=address, several=can_be)
    else:
        yield lang.t("{label}: “{address}” is not known here.", label=label, address=address)
    yield lang.t("Shown is: {shown}.", shown=shown)
    if unclear.near:
        near = lang.join([words.get(code, code) for code in unclear.near])
        yield lang.t("Similar: {near}.", near=near)
