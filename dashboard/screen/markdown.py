"""Text from outside among Streamlit's Markdown."""

import re

LINKED = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)  # where it finds links, escaped or not
JOINER = "\u2060"  # has no width; no address goes on behind it


def plain(text: str) -> str:
    """The text as Markdown shows it letter by letter: no link, no picture (which the browser would fetch)."""
    return re.sub(r"([!-/:-@[-`{-~])", r"\\\1", LINKED.sub(JOINER, text))  # the signs that CommonMark lets be escaped


def label(text: str) -> str:
    """The same for the label of a field, whose escapes would be read aloud: only what would be taken for a sign."""
    return re.sub(r"([\\`*_\[\]<!~$]|:(?=\w))", r"\\\1", LINKED.sub(JOINER, text))
