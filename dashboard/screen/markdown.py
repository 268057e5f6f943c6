"""Text from outside among Streamlit's Markdown."""

import re


def plain(text: str) -> str:
    """The text as Markdown shows it letter by letter: no link, no picture (which the browser would fetch)."""
    return re.sub(r"([!-/:-@[-`{-~])", r"\\\1", text)  # the signs that CommonMark lets be escaped
