"""What a visitor takes away: a QR code that holds a page's facts and the desk's contact themselves, so that it works
without a network."""

from collections.abc import Sequence
from urllib.parse import quote

import segno
from segno.helpers import make_vcard_data

from dashboard.language import Language
from dashboard.questions import market as questions
from dashboard.questions import shared, stand
from dashboard.questions.market import DeskRow
from dashboard.questions.shared import ContactsRow
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand.facts import EVERYWHERE

OWN = "en"  # the language in which a desk's organisation is called: its letters take one byte each
LARGEST = 14  # the QR code's version (ISO/IEC 18004): 81 modules with the quiet zone, of which each is DOT px
ROOM = 458  # bytes that this version holds with error correction L
DOT = 4  # px where the stand's short side has 1080: 2.5 mm at 55 inches, so that a phone reads it from an arm's length


def desk_of(market: str) -> DeskRow:
    """The desk that looks after the market; its fields are empty where none does."""
    return questions.desk(market=market)[0]


def contact(market: str, lang: Language, lines: Sequence[str] = ()) -> str:
    """The vCard (RFC 6350's forerunner 3.0, which every phone reads) of the desk that looks after the market; its note
    names who works there and holds as many of these lines, from the first on, as the code has room for."""
    return _vcard(market, lang, lines[: room_for(market, lang, lines)])


def room_for(market: str, lang: Language, lines: Sequence[str]) -> int:
    """How many of the lines, from the first on, the code has room for: of what is left out nothing comes after."""
    counts = range(len(lines), 0, -1)
    return next((count for count in counts if len(_vcard(market, lang, lines[:count]).encode()) <= ROOM), 0)


def _vcard(market: str, lang: Language, lines: Sequence[str]) -> str:
    row, staff = desk_of(market), _people(market)
    name = lang.name("desks", row.desk_id) or lang.organisation
    above = language(OWN).organisation if row.desk_id else None
    note = [", ".join(one.person for one in staff), *lines]
    made: str = make_vcard_data(
        name.replace(",", "\\,").replace(";", "\\;") + ";;;;",  # segno writes N as it is given
        name,
        org=above,
        email=_each(row.email, *(one.email for one in staff)),
        phone=_each(row.phone, *(one.phone for one in staff)),
        url=_each(row.url, summary(market), *(one.url for one in staff)),
        memo="\\n".join(filter(None, note)) or None,  # a line break as vCards write it
    )
    return made


def _people(market: str) -> tuple[ContactsRow, ...]:
    """Those who work at the desk; of all countries together nobody in particular."""
    return () if market == EVERYWHERE else shared.contacts(markets=[market])


def _each(*found: str | None) -> list[str] | None:
    """What there is of it, each once."""
    return list(dict.fromkeys(filter(None, found))) or None


def reachable(market: str) -> bool:
    """Whether the market's desk can be reached by what its card holds."""
    desk = desk_of(market).desk_id
    return bool(settings().public_address) or any(row.reachable for row in stand.desks() if row.desk_id == desk)


def all_reachable() -> bool:
    """Whether every desk can be reached by what its card holds."""
    return bool(settings().public_address) or all(row.reachable for row in stand.desks())


def summary(market: str) -> str:
    """The short link to the market's page on the web; empty if the dashboard has no address there."""
    base = settings().public_address.rstrip("/")
    return base and (base if market == EVERYWHERE else f"{base}/market?market={quote(market)}")


def take_along(market: str, lines: Sequence[str], lang: Language) -> dict[str, str]:
    """The code of a page with these facts, which the market's desk looks after, and what is said below it."""
    held = _held(lang, whole=room_for(market, lang, lines) == len(lines), desk=reachable(market))
    return {"qr": qr_code(contact(market, lang, lines)), "scan": lang.t("Scan to take along: {what}", what=held)}


def _held(lang: Language, *, whole: bool, desk: bool) -> str:
    """What the code holds: the `whole` of the facts or the first ones, and a `desk` that can be reached or its name."""
    if whole:
        return lang.t("these facts and our contact") if desk else lang.t("these facts and the desk’s name")
    if desk:
        return lang.t("the first of these facts and our contact")
    return lang.t("the first of these facts and the desk’s name")


def qr_code(text: str) -> str:
    """The text as SVG: the best error correction that its size leaves, and the four modules of quiet zone that
    ISO/IEC 18004 asks for."""
    code = segno.make(text, error="l", micro=False, encoding="utf-8")
    svg: str = code.svg_inline(scale=DOT, border=4, dark="#000", light="#fff")
    return svg
