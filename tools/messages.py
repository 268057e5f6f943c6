"""The interface's texts in the code and their catalogues, one a language.

`python -m tools.messages --update` renews the catalogues.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from dashboard.language import COMPLETE, LANGUAGES, LOCALES, catalogue
from dashboard.settings import QUERIES, ROOT

KEYWORDS = {"t": None, "n": (1, 2), "Said": None}
LITERAL, PROSE = re.compile(r"'((?:[^']|'')*)'"), re.compile("[a-z] [a-z]")  # of SQL
METHODS = [("dashboard/**.py", "python")]
CONTENT = ("company", "events", "moves")  # of dashboard/content/, what the stand says too
SPOKEN = (  # what is said in every language
    "dashboard/stand/",
    "dashboard/charts/",
    "dashboard/language.py",
    *(f"dashboard/content/{name}.py" for name in CONTENT),
)
TRANSLATED = [code for code in LANGUAGES if code != "en"]
VOLATILE = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid",
    "Generated-By",
    "Project-Id",
)
Text = str | tuple[str, ...]


def texts_in_code(*beginnings: str) -> Iterator[Text]:
    """Every message of the files whose path begins so, singular and plural as a pair."""
    for name, _, message, _, _ in extract_from_dir(str(ROOT), METHODS, keywords=KEYWORDS):
        if name.startswith(beginnings):
            yield message


def texts_for(code: str) -> list[Text]:
    """What a catalogue must hold: all texts, or what is said at the stand."""
    return [*texts_in_code("dashboard/"), *texts_of_checks()] if code in COMPLETE else list(texts_in_code(*SPOKEN))


def texts_of_checks() -> Iterator[str]:
    """What the quality checks say is wrong, and how to mend it."""
    for path in sorted((QUERIES / "checks").glob("*.sql")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("--")]
        texts = LITERAL.findall("\n".join(lines))
        yield from (text.replace("''", "'") for text in texts if PROSE.search(text))


def path_of(code: str) -> Path:
    """Where the catalogue lies."""
    return LOCALES / code / "LC_MESSAGES" / "pocket.po"


def update(code: str) -> None:
    """Write the catalogue anew: texts of the code, with the translations there are."""
    path_of(code).parent.mkdir(parents=True, exist_ok=True)
    old, new = catalogue(code), Catalog(locale=LANGUAGES[code], charset="utf-8", fuzzy=False)
    new.header_comment = f"# {code}: words of the interface; the msgids are the English texts."
    for text in texts_for(code):
        known = old.get(text if isinstance(text, str) else text[0])
        kept = isinstance(known, Message) and isinstance(known.id, str) == isinstance(text, str)  # no new plural
        new.add(text, string=known.string if known and kept else "")
    buffer = io.BytesIO()
    write_po(buffer, new, width=110, sort_output=True, omit_header=False)
    lines = [line for line in buffer.getvalue().decode().splitlines() if not line.lstrip('"').startswith(VOLATILE)]
    path_of(code).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        raise SystemExit(__doc__)
    for translated in TRANSLATED:
        update(translated)
