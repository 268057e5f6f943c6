"""What a visitor takes away: a QR code that holds the desk's contact itself, so that it works without a network."""

from urllib.parse import quote

import segno
from segno.helpers import make_vcard_data

from dashboard.questions import market as questions
from dashboard.questions import shared, stand
from dashboard.questions.market import DeskRow
from dashboard.questions.shared import ContactsRow
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand.facts import EVERYWHERE

OWN = "en"  # the language in which a desk is called on the card: phones sort contacts by it


def desk_of(market: str) -> DeskRow:
    """The desk that looks after the market; its fields are empty where none does."""
    return questions.desk(market=market)[0]


def contact(market: str) -> str:
    """The vCard (RFC 6350's forerunner 3.0, which every phone reads) of the desk that looks after the market."""
    row, lang = desk_of(market), language(OWN)
    name = lang.name("desks", row.desk_id) or lang.organisation
    parts = name.replace(",", "\\,").replace(";", "\\;") + ";;;;"  # segno writes N as it is given
    home = lang.locale.territories.get(lang.country, lang.country)
    staff = _people(market)
    vcard: str = make_vcard_data(
        parts,
        name,
        org=lang.organisation,
        city=lang.city,
        country=home,
        email=_each(row.email, *(one.email for one in staff)),
        phone=_each(row.phone, *(one.phone for one in staff)),
        url=_each(row.url, summary(market), *(one.url for one in staff)),
        memo=", ".join(one.person for one in staff) or None,
    )
    return vcard


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


def qr_code(market: str) -> str:
    """The contact as SVG: error correction M, the four modules of quiet zone that ISO/IEC 18004 asks for."""
    code = segno.make(contact(market), error="m", micro=False)
    svg: str = code.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return svg
