"""What a visitor takes away: a QR code that holds a page's facts and the desk's contact themselves, so that it works
without a network."""

from collections.abc import Iterable
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

OWN = "en"  # the language in which a desk is called on the card: phones sort contacts by it
LARGEST = 14  # the QR code's version (ISO/IEC 18004): 81 modules with the quiet zone, of which each is DOT px
ROOM = 458  # bytes that this version holds with error correction L
DOT = 4  # px where the stand's short side has 1080: 2.5 mm at 55 inches, so that a phone reads it from an arm's length


def desk_of(market: str) -> DeskRow:
    """The desk that looks after the market; its fields are empty where none does."""
    return questions.desk(market=market)[0]


def contact(market: str, lines: Iterable[str] = ()) -> str:
    """The vCard (RFC 6350's forerunner 3.0, which every phone reads) of the desk that looks after the market; its note
    names who works there and holds those of these lines that the code has room for, the first ones first."""
    row, lang, staff = desk_of(market), language(OWN), _people(market)
    name = lang.name("desks", row.desk_id) or lang.organisation
    note = [", ".join(one.person for one in staff)] if staff else []

    def vcard(note: list[str]) -> str:
        made: str = make_vcard_data(
            name.replace(",", "\\,").replace(";", "\\;") + ";;;;",  # segno writes N as it is given
            name,
            org=lang.organisation,
            email=_each(row.email, *(one.email for one in staff)),
            phone=_each(row.phone, *(one.phone for one in staff)),
            url=_each(row.url, summary(market), *(one.url for one in staff)),
            memo="\\n".join(note) or None,  # a line break as vCards write it
        )
        return made

    for line in lines:
        if len(vcard([*note, line]).encode()) <= ROOM:
            note.append(line)
    return vcard(note)


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


def take_along(market: str, lines: Iterable[str], lang: Language) -> dict[str, str]:
    """The code of a page with these facts, which the market's desk looks after, and what is said below it."""
    held = lang.t("these facts and our contact") if reachable(market) else lang.t("these facts and the desk’s name")
    return {"qr": qr_code(contact(market, lines)), "scan": lang.t("Scan to take along: {what}", what=held)}


def qr_code(text: str) -> str:
    """The text as SVG: the best error correction that its size leaves, and the four modules of quiet zone that
    ISO/IEC 18004 asks for."""
    code = segno.make(text, error="l", micro=False, encoding="utf-8")
    svg: str = code.svg_inline(scale=DOT, border=4, dark="#000", light="#fff")
    return svg
