"""Pieces of a page that are the same for every visitor: made once per data version, then drawn from memory."""

import threading
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import streamlit as st
from cachetools import LRUCache

from dashboard.language import Language
from dashboard.parts.figure import Picture, show
from dashboard.warehouse import warehouse

P = ParamSpec("P")
R = TypeVar("R")
Piece = Picture | str

_made: LRUCache[tuple[Any, ...], Any] = LRUCache(1024)
_lock = threading.Lock()


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what `make` returns for its (hashable) arguments while the data stays the same.

    `make` may only depend on its arguments and the warehouse; nobody may change what it returns.
    """

    @wraps(make)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (warehouse().version, make.__module__, make.__qualname__, args, tuple(sorted(kwargs.items())))
        with _lock:
            if key in _made:
                kept: R = _made[key]
                return kept
        made = make(*args, **kwargs)
        if warehouse().version == key[0]:  # else newer data came meanwhile, and it may be made of both
            with _lock:
                _made[key] = made
        return made

    return look_up


def put(piece: Piece, lang: Language, *, key: str) -> None:
    """Draw a piece: a figure made ready, or HTML from the templates."""
    if isinstance(piece, str):
        st.html(piece)
    else:
        show(piece, lang, key=key)
