"""Texts of the facts as files may hold them."""

from dashboard.drawing.element import FORBIDDEN


def clean(text: str) -> str:
    """The text without what no XML may hold: control characters, halves of letters (lone surrogates)."""
    return FORBIDDEN.sub("", text)
