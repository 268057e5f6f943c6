"""Where the stand opens on purpose: a country, a theme, a topic, a sector or one company, by its code or its name."""

from dashboard.content.meant import Unclear, folded, meant
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand.companies import in_part
from dashboard.stand.facts import EVERYWHERE
from dashboard.stand.search import spellings
from dashboard.stand.way import FIELDS, Part, offered

COMPANY = "company"
PART = 3  # letters, from which on a part of a company's name is enough
EVERY = 1_000_000  # companies: all there are
SEVERAL = 6  # are named where a word means more than one


class StartError(ValueError):
    """A word says nothing to open; the message says what may stand there."""


def start_at(word: str) -> str:
    """The address of the step that a word means, as in a link. Raises StartError where it means none or several."""
    word = word.strip()
    found = meant(word, _called())
    if isinstance(found, str):
        return found
    several = found.may_be or _companies(word)
    if len(several) == 1:
        return several[0]
    raise StartError(_several(word, several) if several else _unknown(found))


def _called() -> dict[str, list[str]]:
    """Address -> code and names in the stand's languages, of countries and fields."""
    found = {f"market:{EVERYWHERE}": [EVERYWHERE]}
    for name, address in spellings(language(settings().lang)):
        found.setdefault(address, [address.partition(":")[2]]).append(name)
    return found


def _companies(word: str) -> tuple[str, ...]:
    """The addresses of the companies here that are called so, wholly or else in part."""
    wished = folded(word)
    rows = in_part(Part(), EVERY) if wished else ()
    names = {f"{COMPANY}:{row.company_id}": (folded(row.name), folded(row.company_id)) for row in rows}
    wholly = tuple(address for address, own in names.items() if wished in (*own, folded(address)))
    return wholly or tuple(address for address, own in names.items() if len(wished) >= PART and wished in own[0])


def _several(word: str, found: tuple[str, ...]) -> str:
    shown = ", ".join(found[:SEVERAL]) + (" …" if len(found) > SEVERAL else "")
    return f"“{word}” may mean more than one thing: {shown}. Write one of them."


def _unknown(asked: Unclear) -> str:
    lang = language(settings().lang)
    allowed = {"market": ", ".join(sorted(offered()))}
    allowed |= {kind: ", ".join(lang.names(names)) for kind, names in FIELDS.items()}
    lines = [f"  {kind}: {codes}" for kind, codes in allowed.items()]
    last = f"  {COMPANY}: {COMPANY}:ID, with a company_id of companies.csv that is here now"
    near = f" Near it: {', '.join(asked.near)}." if asked.near else ""
    first = f"Nothing here is called “{asked.word}”.{near} The stand can start with a code or name of"
    return "\n".join([first, *lines, last])
