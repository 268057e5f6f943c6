"""Pieces of a page that are the same for every visitor: made once per data version, then drawn from memory."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from dashboard.language import Language
from dashboard.screen.figure import Picture, show
from dashboard.warehouse import warehouse

P = ParamSpec("P")
R = TypeVar("R")
Piece = Picture | str


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what `make` returns for its (hashable) arguments while the data stays the same.

    `make` may only depend on its arguments and the warehouse; nobody may change what it returns.
    """

    @wraps(make)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (make.__module__, make.__qualname__, args, tuple(sorted(kwargs.items())))
        return warehouse().kept.get(key, lambda: make(*args, **kwargs))

    return look_up


def put(piece: Piece, lang: Language, *, key: str) -> None:
    """Draw a piece: a figure made ready, or HTML from the templates."""
    if isinstance(piece, str):
        st.html(piece)
    else:
        show(piece, lang, key=key)
