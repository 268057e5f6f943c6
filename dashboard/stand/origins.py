"""The opening scene, to be seen from afar: where the world's companies come from, one arc after the other."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.content.ground import city_point
from dashboard.language import Language
from dashboard.questions import stand
from dashboard.questions.stand import OriginsRow
from dashboard.screen.component import component
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.atlas import arc, land, spot

_COMPONENT = component("origins")
FRAME = "0 -272 1000 430"  # the part of the map that is shown: left, top, width, height
LARGEST = 14  # radius of the largest market's circle


def origins(lang: Language) -> str:
    """The scene as it stands at its end."""
    rows = stand.origins()
    return render(
        "stand/origins",
        lang=lang.code,
        question=lang.t("Where do the world’s companies come from when they come to {city}?", city=lang.city),
        city=lang.city,
        frame=FRAME,
        land=land(),
        here=spot(*city_point()),
        arcs=[_arc(row, rows, lang) for row in rows],
        number=lang.number(rows[-1].companies_so_far) if rows else "",
        source=facts.list_line(lang),
    )


def _arc(row: OriginsRow, rows: Sequence[OriginsRow], lang: Language) -> dict[str, Any]:
    """A market's arc and what is said when it arrives; without a path where the capital is not known."""
    origin = lang.n("from {count} country", "from {count} countries", row.countries_so_far)
    start = None if row.lat is None or row.lon is None else spot(row.lat, row.lon)
    return {
        "market": row.market,
        "core": row.market.core,
        "name": lang.name("markets", row.market),
        "companies": lang.number(row.companies),
        "companies_so_far": row.companies_so_far,
        "said": lang.n("site {origin} in our list", "sites {origin} in our list", row.companies_so_far, origin=origin),
        "path": start and arc(start, spot(*city_point())),
        "spot": start,
        "size": round(LARGEST * math.sqrt(row.companies / rows[-1].companies), 1),
    }


def put_origins(html: str, key: str) -> None:
    """Put the scene on the page, in motion when it is its turn."""
    _COMPONENT(key=key, data={"html": html})
