"""Where the stand opens on purpose: a country, a theme, a topic, a sector or one company, by its code or its name."""

from collections.abc import Iterator

from dashboard.language import Language
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand.companies import in_part
from dashboard.stand.search import meant, spellings
from dashboard.stand.way import FIELDS, LONGEST, Part, offered, step_at

COMPANY = "company"
KINDS = ("market", *FIELDS, COMPANY)  # in this order a code is looked for
PART = 3  # letters, from which on a part of a name is enough
MOST = 1000  # companies that a word finds, also by what they do: only those that are called so are meant
SEVERAL = 6  # are named where a word means more than one


class StartError(ValueError):
    """A word says nothing to open; the message says what may stand there."""


def start_at(word: str) -> str:
    """The address of the step that a word means. Raises StartError where it means none or several."""
    word, lang = word.strip(), language(settings().lang)
    for address in (word, *_by_code(word)):
        if address.partition(":")[0] in KINDS and step_at(address):
            return address
    found = _by_name(word, lang)
    if len(found) == 1:
        return found[0]
    raise StartError(_several(word, found) if found else _unknown(word))


def _by_code(word: str) -> Iterator[str]:
    """The addresses at which a code may stand, however it is written."""
    for kind in KINDS:
        yield from (f"{kind}:{code}" for code in (word, word.upper(), word.lower()))


def _by_name(word: str, lang: Language) -> list[str]:
    """What is called so in a language of the stand: wholly, else in part; else the companies so called."""
    wholly = [address for name, address in spellings(lang) if name.casefold() == word.casefold()]
    if wholly or not PART <= len(word) <= LONGEST:
        return list(dict.fromkeys(wholly))
    if found := meant(word, lang):
        return found
    rows = [row for row in in_part(Part(kind="found", code=word), MOST) if word.casefold() in row.name.casefold()]
    exact = [row for row in rows if row.name.casefold() == word.casefold()]
    return [f"{COMPANY}:{row.company_id}" for row in exact or rows]


def _several(word: str, found: list[str]) -> str:
    shown = ", ".join(found[:SEVERAL]) + (" …" if len(found) > SEVERAL else "")
    return f"“{word}” may mean more than one thing: {shown}. Write one of them."


def _unknown(word: str) -> str:
    lang = language(settings().lang)
    allowed = {"market": ", ".join(sorted(offered()))}
    allowed |= {kind: ", ".join(lang.names(names)) for kind, names in FIELDS.items()}
    lines = [f"  {kind}: {codes}" for kind, codes in allowed.items()]
    last = f"  {COMPANY}: {COMPANY}:ID, with a company_id of companies.csv that is here now"
    return "\n".join([f"Nothing here is called “{word}”. The stand can start with a code or name of", *lines, last])
