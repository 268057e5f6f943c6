"""Filters that live in the address, so that a view is a link.

Streamlit's own `bind="query-params"` writes the words an option is shown with, which differ by language; a link must
hold codes (`?market=JP`). So the code in the address and the widget are kept equal here, for every filter alike.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.language import Language
from dashboard.screen.markdown import plain


def listen() -> None:
    """Read what the address asks for; once per run of the whole page.

    The run of a part alone (`st.fragment`) keeps to that: its message may have left the browser before the address that
    an earlier run wrote had arrived there.
    """
    st.session_state["asked"] = {key: st.query_params.get_all(key) for key in st.query_params}


def _asked(key: str) -> list[str]:
    asked: list[str] = st.session_state["asked"].get(key, [])
    return asked


def adopt(key: str, allowed: Sequence[str], default: list[str], *, sticky: bool = False) -> list[str]:
    """Take over what the address says if that is news (a link was opened, the browser went back).

    Returns the values of the address that mean nothing here. `sticky` keeps the choice when the address is silent,
    as it is after a change of page.
    """
    wished = _asked(key)
    news = wished != st.session_state.get(f"{key}@address", [])
    if key not in st.session_state or (news and (wished or not sticky)):
        st.session_state[key] = [value for value in wished if value in allowed] or default
    elif not set(_listed(key)) <= set(allowed):
        st.session_state[key] = [value for value in _listed(key) if value in allowed] or default
    return [value for value in wished if value not in allowed]


def begin(page: str) -> None:
    """Forget the choices made on another page: a filter of the same name there is another filter.

    What a page keeps besides (as `region-playing`) begins with its name.
    """
    before = st.session_state.get("page@shown")
    if before == page:
        return
    for kept in [str(key) for key in st.session_state if before and str(key).startswith(f"{before}-")]:
        del st.session_state[kept]
    st.session_state["page@shown"] = page
    for mark in [str(mark) for mark in st.session_state if str(mark).endswith("@address") and mark != "lang@address"]:
        del st.session_state[mark]
        st.session_state.pop(mark.removesuffix("@address"), None)


def publish(key: str, values: list[str], allowed: Sequence[str], default: list[str]) -> None:
    """Write the choice into the address where that says something else; a default needs no word."""
    if values != ([value for value in _asked(key) if value in allowed] or default):
        st.query_params[key] = values
        st.session_state["asked"][key] = st.query_params.get_all(key)
    st.session_state[f"{key}@address"] = _asked(key)


def _listed(key: str) -> list[str]:
    value = st.session_state[key]
    return list(value) if isinstance(value, list | tuple) else [value]


def one(
    label: str,
    options: dict[str, str],
    lang: Language,
    *,
    key: str,
    default: str,
    widget: Callable[..., Any] = st.selectbox,
    sticky: bool = False,
    **look: Any,
) -> str:
    """Let the reader choose one of `options` (code -> name); `look` goes to the widget.

    The address and the user both may say anything; what comes back is always one of the codes.
    """
    unknown = adopt(key, list(options), [default], sticky=sticky)
    st.session_state[key] = _listed(key)[0]
    notice(unknown, options[st.session_state[key]], lang)
    chosen = widget(label, list(options), format_func=lambda code: options.get(code, code), key=key, **look)
    chosen = chosen if chosen in options else default
    publish(key, [chosen], list(options), [default])
    return chosen


def many(
    label: str,
    options: dict[str, str],
    lang: Language,
    *,
    key: str,
    default: list[str],
    most: int,
    **look: Any,
) -> list[str]:
    """Let the reader choose up to `most` of `options` (code -> name); may come back empty."""
    _accept_singular(key)
    unknown = adopt(key, list(options), default)
    st.session_state[key] = list(dict.fromkeys(_listed(key)))[:most]
    notice(unknown, ", ".join(options[code] for code in st.session_state[key]) or lang.t("all"), lang)
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        key=key,
        max_selections=most,
        filter_mode="contains",
        select_all=False,
        **look,
    )
    chosen = [code for code in chosen if code in options][:most]
    publish(key, chosen, list(options), default)
    return chosen


def _accept_singular(key: str) -> None:
    """Who writes `?market=IN` where several are possible (`markets`) means that."""
    singular = key.removesuffix("s")
    if singular != key and _asked(singular) and not _asked(key):
        st.query_params[key] = st.session_state["asked"][key] = st.session_state["asked"].pop(singular)
        del st.query_params[singular]


def text(label: str, *, key: str, most: int = 80, **look: Any) -> str:
    """Let the reader type; what comes back is stripped and at most `most` characters long."""
    wished = st.query_params.get(key, "")
    if key not in st.session_state or wished != st.session_state.get(f"{key}@address", ""):
        st.session_state[key] = wished[:most]
    said = (st.text_input(label, key=key, max_chars=most, **look) or "").strip()
    if said != wished:
        tell(key, said)
    st.session_state[f"{key}@address"] = st.query_params.get(key, "")
    return said


def told(key: str, options: dict[str, str], default: str, lang: Language) -> str:
    """A choice that no widget holds, only the address (a page number, an order): its value, if it is one."""
    wished = st.query_params.get(key, default)
    notice([] if wished in options else [wished], options[default], lang)
    return wished if wished in options else default


def tell(key: str, value: str) -> None:
    """Write a choice into the address; an empty one needs no word."""
    if value:
        st.query_params[key] = value
    else:
        st.query_params.pop(key, None)


def notice(unknown: list[str], shown: str, lang: Language) -> None:
    """A friendly line when the address asks for something that is not there."""
    if unknown:
        wished = ", ".join(plain(value[:40]) for value in unknown[:3])
        st.info(
            lang.t("“{wished}” is not known here; shown is: {shown}.", wished=wished, shown=shown),
            icon=":material/info:",
        )
