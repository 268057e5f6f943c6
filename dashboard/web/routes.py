"""The addresses of figures, and of what websites frame."""

from pathlib import Path
from typing import NoReturn

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, Router

from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.headers import NOBODY, SecurityHeaders
from dashboard.screen.figure import SCRIPT
from dashboard.settings import settings
from dashboard.web import directory
from dashboard.web.answer import answered
from dashboard.web.asking import language_of
from dashboard.web.bounds import Bounded
from dashboard.web.embed import embedded
from dashboard.web.files import figure_file, page_file
from dashboard.web.parameters import REPEATED
from dashboard.web.refusal import Refusal

TOLD = ["ETag", "Content-Disposition", "Retry-After"]  # what scripts of other websites may read besides the answer
SCRIPTS = {"figure": SCRIPT, "embed": Path(__file__).with_name("embed.js").read_text(encoding="utf-8")}


def nowhere(request: Request) -> NoReturn:
    """What there is instead of an address that is none: of a page that is one its figures, else the pages."""
    lang, path = language_of(request), request.path_params.get("rest", "")
    message = lang.t("There is nothing at “{name}”; an address is <page>/<figure>.", name=path[:REPEATED])
    if (page := PAGES.get(path.partition("/")[0])) is not None:
        raise Refusal(404, message, {"figures": list(view(page, {}, lang).exhibits)})
    raise Refusal(404, message, {"pages": list(PAGES)})


async def script(request: Request) -> Response:
    """What draws a figure in a frame: the screen's own component, and what starts it."""
    headers = {"Cache-Control": "no-cache"}
    name = request.path_params["name"]
    if name not in SCRIPTS:
        return Response(status_code=404)
    return Response(SCRIPTS[name], media_type="text/javascript", headers=headers)


FILES = (
    Route("/figures", answered(directory.as_page)),
    Route("/figures.json", answered(directory.as_data)),
    Route("/figures/{page}/{figure}.{ending}", answered(figure_file)),
    Route("/figures/{page}.{ending}", answered(page_file)),
    Route("/figures/{rest:path}", answered(nowhere)),
)
FRAMES = (
    Route("/embed/{page}/{figure}", answered(embedded)),
    Route("/embed", answered(nowhere)),
    Route("/embed/{rest:path}", answered(nowhere)),
)


def routes() -> tuple[BaseRoute, ...]:
    """As the settings have them: who may read, who may frame, how often."""
    read = CORSMiddleware(Bounded(Router(FILES)), allow_origins=settings().cors.split(), expose_headers=TOLD)
    framed = SecurityHeaders(Bounded(Router(FRAMES)), page="", framed_by=settings().embed_from or NOBODY)
    return (
        *(Route(path, read) for path in ("/figures", "/figures.json", "/figures/{rest:path}")),
        *(Route(path, framed) for path in ("/embed", "/embed/{rest:path}")),
        Route("/assets/embed/{name}.js", script),
    )
