"""The figures of a page with what may be chosen next, for a browser that has the page open: see `screen/ahead.js`."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dashboard.app_pages import KNOWN
from dashboard.compressed import unpacked
from dashboard.content.choice import without_asides
from dashboard.content.kept import remembered
from dashboard.content.parts import figures
from dashboard.language import Language
from dashboard.made import Made
from dashboard.screen.ahead import is_made, state
from dashboard.screen.figure import around, drawn
from dashboard.web.asking import language_of, view_of
from dashboard.web.refusal import Refusal, refused
from dashboard.web.threads import in_thread

KEPT = "public, max-age=86400, immutable"  # a day: the address says which
MAKER = ThreadPoolExecutor(1, "ahead")  # who has chosen goes before
NOTHING = 204  # of what cannot be chosen so, or of other data: no reader has asked for it


async def ahead(request: Request) -> Response:
    """`/ahead/<version>/<day>/<page>.json?…`: figure -> what it shows."""
    asked = "{version}/{day}".format(**request.path_params)
    nothing = Response(status_code=NOTHING, headers={"Cache-Control": "no-store"})
    if asked != state() or "lang" not in request.query_params or not is_made():
        return nothing
    try:
        made = await in_thread(MAKER, _made, request)
    except Refusal as why:
        return nothing if why.status == 400 else refused(request, why, language_of(request))
    return packed(made, request) if asked == state() else nothing


def packed(made: Made, request: Request) -> Response:
    """What is kept compressed, for a browser that keeps it too."""
    return unpacked(made, request.scope, {"Cache-Control": KEPT, "Vary": "Accept-Encoding"})


def _made(request: Request) -> Made:
    found = view_of(request)
    return _packed(found.page.name, without_asides(found.reading.choice), found.lang)


@remembered
def _packed(page: str, choice: Any, lang: Language) -> Made:
    shown = [figure for section in KNOWN[page].made(choice, lang) for figure in figures(section)]
    told = {figure.key: drawn(figure.chart, figure.caption) | around(figure, lang) for figure in shown}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Made.gzipped("application/json", text)
