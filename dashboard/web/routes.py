"""The addresses of figures, and of what websites frame."""

from typing import NoReturn

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.routing import BaseRoute, Route, Router

from dashboard.app_pages import pages_there
from dashboard.content.view import view
from dashboard.headers import NOBODY, SecurityHeaders
from dashboard.screen.ahead import FOLDER
from dashboard.settings import settings
from dashboard.web import directory
from dashboard.web.ahead import ahead
from dashboard.web.answer import answered
from dashboard.web.asking import language_of
from dashboard.web.bounds import Bounded
from dashboard.web.embed import embedded
from dashboard.web.files import figure_file, page_file
from dashboard.web.parameters import REPEATED
from dashboard.web.refusal import Refusal
from dashboard.web.still import still

TOLD = ["ETag", "Content-Disposition", "Retry-After"]  # what scripts of other websites may read besides the answer


def nowhere(request: Request) -> NoReturn:
    """What there is instead of an address that is none: of a page that is one its figures, else the pages."""
    lang, path = language_of(request), request.path_params.get("rest", "")
    message = lang.t("There is nothing at “{name}”; an address is <page>/<figure>.", name=path[:REPEATED])
    if (page := pages_there().get(path.partition("/")[0])) is not None:
        raise Refusal(404, message, {"figures": list(view(page, {}, lang).exhibits)})
    raise Refusal(404, message, {"pages": list(pages_there())})


AHEAD = f"/{FOLDER}/{{version}}/{{day}}/{{page}}.json"
STILL = "/still/{stamp}.svg"
OFTEN = 20  # times as many as of files: a page asks for a dozen, and an office may have one address
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
    early = Bounded(Router([Route(AHEAD, ahead), Route(STILL, still)]), OFTEN)
    framed = SecurityHeaders(Bounded(Router(FRAMES)), page="", framed_by=settings().embed_from or NOBODY)
    return (
        *(Route(path, read) for path in ("/figures", "/figures.json", "/figures/{rest:path}")),
        *(Route(path, early) for path in (AHEAD, STILL)),
        *(Route(path, framed) for path in ("/embed", "/embed/{rest:path}")),
    )
