"""What a visitor takes away: a QR code that holds the desk's contact itself, so that it works without a network."""

from urllib.parse import quote

import pandas as pd
import segno
from segno.helpers import make_vcard_data

from dashboard.settings import settings
from dashboard.stand.facts import EVERYWHERE
from dashboard.warehouse import warehouse

ORGANISATION = "International Business Service Düsseldorf"


def contact(market: str) -> str:
    """The vCard (RFC 6350's forerunner 3.0, which every phone reads) of the desk that looks after the market."""
    row = warehouse().ask("market/desk", market=market).iloc[0]
    name = ORGANISATION if pd.isna(row["desk_id"]) else row["desk_en"]
    known = {key: None if pd.isna(row[key]) else row[key] for key in ("email", "phone", "url")}
    addresses = [known["url"], summary(market)]
    parts = name.replace(",", "\\,").replace(";", "\\;") + ";;;;"  # segno writes N as it is given
    vcard: str = make_vcard_data(
        parts, name, org=ORGANISATION, city="Düsseldorf", country="Germany", email=known["email"],
        phone=known["phone"], url=[address for address in addresses if address] or None,
    )  # fmt: skip
    return vcard


def reachable(market: str) -> bool:
    """Whether the market's desk can be reached by what its card holds."""
    row = warehouse().ask("market/desk", market=market).iloc[0]
    return bool(settings().public_address or row[["email", "phone", "url"]].notna().any())


def all_reachable() -> bool:
    """Whether every desk can be reached by what its card holds."""
    desks = warehouse().ask("stand/desks")
    return bool(settings().public_address or desks[["email", "phone", "url"]].notna().any(axis=1).all())


def summary(market: str) -> str:
    """The short link to the market's page on the web; empty if the dashboard has no address there."""
    base = settings().public_address.rstrip("/")
    return base and (base if market == EVERYWHERE else f"{base}/market?market={quote(market)}")


def qr_code(market: str) -> str:
    """The contact as SVG: error correction M, the four modules of quiet zone that ISO/IEC 18004 asks for."""
    code = segno.make(contact(market), error="m", micro=False)
    svg: str = code.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return svg
