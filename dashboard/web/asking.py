"""What a request asks for: a page as someone has it before them, or one figure, table or list of it."""

import re

from starlette.requests import Request

from dashboard.app_pages import pages_there
from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View, view
from dashboard.export.formats import fitting
from dashboard.language import COMPLETE, Language
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.web.parameters import REPEATED, Asked, check, main_tag, parameters
from dashboard.web.refusal import Refusal

SCHEMED = {"scheme": ("light", "dark")}  # what pictures and frames may be asked for besides


def language_of(request: Request) -> Language:
    """The language that the address asks for, else the first of ours that the browser wishes, else the operator's."""
    asked = [value for key, value in request.query_params.multi_items() if key.lower() == "lang"]
    wishes = [*reversed(asked), *re.split(r"[,;]", request.headers.get("accept-language", ""))]
    return language(next((code for code in map(main_tag, wishes) if code in COMPLETE), settings().lang))


def view_of(request: Request) -> View:
    """The page of the address with what is chosen there. Raises Refusal."""
    return _read(request, {})[0]


def schemed(request: Request) -> tuple[View, str]:
    """The same, and for which scheme it is asked: light, dark, or empty. Raises Refusal."""
    found, asked = _read(request, SCHEMED)
    return found, asked.get("scheme", [""])[-1]


def _read(request: Request, also: Asked) -> tuple[View, Asked]:
    """`also`: what may be asked for besides."""
    lang, name = language_of(request), request.path_params["page"]
    if not warehouse().public:  # whatever the pages show one day
        raise Refusal(403, lang.t("Only public facts have an address."))
    if (page := pages_there().get(name)) is None:
        message = lang.t("There is no page “{name}” here.", name=name[:REPEATED])
        raise Refusal(404, message, {"pages": list(pages_there())})
    asked = parameters(request, page, also, lang)
    found = view(page, asked, lang)
    check(found, asked)
    return found, asked


def exhibit_of(request: Request, found: View, *, drawn: bool = False) -> Exhibit:
    """The figure, table or list of the address, if need be without a line; `drawn`: to be drawn. Raises Refusal."""
    key, lang = request.path_params["figure"], found.lang
    exhibit = found.exhibits.get(key) if drawn else found.exhibit(key)
    if exhibit is None:
        message = lang.t("“{page}” has no figure “{name}” here.", page=found.title, name=key[:REPEATED])
        raise Refusal(404, f"{message} {found.nothing}".strip(), {"figures": list(found.exhibits)})
    return exhibit


def endings(exhibit: Exhibit) -> list[str]:
    """The kinds of file that an exhibit can be."""
    return ["json", *fitting(exhibit)]
