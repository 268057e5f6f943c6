"""Text files as the editors of all systems save them."""

import codecs
from pathlib import Path


def text_of(path: Path) -> str:
    """The file's text: UTF-8, or UTF-16 as Windows' shell writes it. Raises OSError, UnicodeDecodeError."""
    raw = path.read_bytes()
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    return raw.decode("utf-16-le" if b"\0" in raw else "utf-8-sig")


def old_text_of(path: Path) -> str:
    """The same for files that may be in Windows' old code of Western Europe too (`ANSI`)."""
    try:
        return text_of(path)
    except UnicodeDecodeError:
        if b"\0" in (raw := path.read_bytes()):  # half a file in UTF-16
            raise
        return raw.decode("cp1252")
