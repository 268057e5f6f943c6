"""The interface's texts in the code and the German catalogue; `python -m tests.messages --update` renews it."""

import io
import sys
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dashboard.language import LOCALES
from dashboard.settings import ROOT

GERMAN = LOCALES / "de" / "LC_MESSAGES" / "pocket.po"
KEYWORDS = {"t": None, "n": (1, 2)}
METHODS = [("dashboard/**.py", "python"), ("dashboard/parts/templates/**.html", "jinja2")]


def texts_in_code() -> Iterator[str | tuple[str, ...]]:
    """Every message of the code, singular and plural as a pair."""
    for _, _, message, _, _ in extract_from_dir(str(ROOT), METHODS, keywords=KEYWORDS):
        yield message


def german() -> Catalog:
    """The catalogue as it stands."""
    with GERMAN.open("rb") as file:
        return read_po(file, locale="de")


def update() -> None:
    """Write the catalogue anew: texts of the code, with the translations there are."""
    old, new = german(), Catalog(locale="de", charset="utf-8", fuzzy=False)
    new.header_comment = "# German words of the interface; the msgids are the English texts."
    for text in texts_in_code():
        known = old.get(text if isinstance(text, str) else text[0])
        new.add(text, string=known.string if isinstance(known, Message) else "")
    buffer = io.BytesIO()
    write_po(buffer, new, width=110, sort_output=True, omit_header=False)
    volatile = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
        "Generated-By",
        "Project-Id",
    )
    lines = [line for line in buffer.getvalue().decode().splitlines() if not line.lstrip('"').startswith(volatile)]
    GERMAN.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        raise SystemExit(__doc__)
    update()
