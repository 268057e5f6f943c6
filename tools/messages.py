"""The interface's texts in the code and their catalogues; `python -m tools.messages --update` renews these."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dashboard.language import LOCALES
from dashboard.settings import ROOT
from dashboard.stand.words import OWN_WORDS, STAND_LANGUAGES, vocabulary

KEYWORDS = {"t": None, "n": (1, 2)}
METHODS = [("dashboard/**.py", "python")]
STAND = "dashboard/stand/"
SHARED = ("dashboard/language.py",)  # the stand needs these texts too
TRANSLATED = [code for code in STAND_LANGUAGES if code != "en"]
Text = str | tuple[str, ...]


def texts_in_code(domain: str = "pocket") -> Iterator[Text]:
    """Every message of the dashboard (`pocket`) or of the stand (`stand`), singular and plural as a pair."""
    for name, _, message, _, _ in extract_from_dir(str(ROOT), METHODS, keywords=KEYWORDS):
        if name.startswith(STAND) == (domain == "stand") or (domain == "stand" and name in SHARED):
            yield message


def texts_for(domain: str, code: str) -> list[Text]:
    """What a catalogue must hold: the texts of the code, and for the stand the data's words where it has none."""
    words = sorted(vocabulary()) if domain == "stand" and code not in OWN_WORDS else []
    return [*texts_in_code(domain), *words]


def path_of(domain: str, code: str) -> Path:
    """Where the catalogue lies."""
    return LOCALES / code / "LC_MESSAGES" / f"{domain}.po"


def catalogue(domain: str, code: str) -> Catalog:
    """The catalogue as it stands; empty if there is none yet."""
    path = path_of(domain, code)
    if not path.is_file():
        return Catalog(locale=STAND_LANGUAGES[code])
    with path.open("rb") as file:
        return read_po(file, locale=STAND_LANGUAGES[code])


def update(domain: str, code: str) -> None:
    """Write the catalogue anew: texts of the code, with the translations there are."""
    old, new = catalogue(domain, code), Catalog(locale=STAND_LANGUAGES[code], charset="utf-8", fuzzy=False)
    new.header_comment = f"# {code}: words of the interface ({domain}); the msgids are the English texts."
    for text in texts_for(domain, code):
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
    path_of(domain, code).parent.mkdir(parents=True, exist_ok=True)
    path_of(domain, code).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        raise SystemExit(__doc__)
    update("pocket", "de")
    for translated in TRANSLATED:
        update("stand", translated)
