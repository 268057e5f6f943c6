"""Fields beside each other, which on a phone stand in the same order below each other."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import streamlit as st

ABREAST = 3
T = TypeVar("T")


def beside(items: Sequence[T]) -> Iterator[T]:
    """Each item within its place."""
    for at in range(0, len(items), ABREAST):
        for place, item in zip(st.columns(ABREAST), items[at : at + ABREAST], strict=False):
            with place:
                yield item
