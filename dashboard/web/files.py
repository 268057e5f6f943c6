"""A figure, table or list as a file; a page as a workbook or a data package."""

from collections.abc import Callable
from functools import partial

from starlette.requests import Request

from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View
from dashboard.export.formats import made, package, page_workbook
from dashboard.export.made import Made
from dashboard.screen.html import prefix
from dashboard.settings import settings
from dashboard.web.answer import too_large
from dashboard.web.asking import endings, exhibit_of, language_of, view_of
from dashboard.web.parameters import REPEATED
from dashboard.web.record import as_json, record
from dashboard.web.refusal import Refusal

OF_PAGES = {"xlsx": page_workbook, "zip": package}


def figure_file(request: Request) -> Callable[[], Made]:
    """`/figures/<page>/<figure>.<ending>`"""
    found, ending = view_of(request), request.path_params["ending"]
    exhibit = exhibit_of(request, found)
    _known(ending, endings(exhibit), found)
    return partial(_made, request, found, exhibit, ending)


def page_file(request: Request) -> Callable[[], Made]:
    """`/figures/<page>.<ending>`"""
    found, ending = view_of(request), request.path_params["ending"]
    _known(ending, list(OF_PAGES), found)
    return partial(_whole, request, found, ending)


def root(request: Request) -> str:
    """The address of the server's root: as the operator says it, else as it was asked under."""
    told = settings().public_address or f"{request.base_url}{prefix()}"
    return f"{told.rstrip('/')}/"


def _known(ending: str, known: list[str], found: View) -> None:
    if ending not in known:
        message = found.lang.t("There is no such file: “{name}”.", name=ending[:REPEATED])
        raise Refusal(404, message, {"endings": known})


def _made(request: Request, found: View, exhibit: Exhibit, ending: str) -> Made:
    """The one place where a figure's file is made."""
    _not_too_long(request, exhibit)
    if ending == "json":
        address = f"{root(request)}figures/{found.page.name}/{exhibit.key}.json?{found.query}"
        return as_json(record(found, exhibit, address), found.file(exhibit.key))
    return made(found, exhibit.key, ending)


def _whole(request: Request, found: View, ending: str) -> Made:
    """The one place where a page's file is made."""
    for exhibit in found.exhibits.values():
        _not_too_long(request, exhibit)
    return OF_PAGES[ending](found)


def _not_too_long(request: Request, exhibit: Exhibit) -> None:
    most = settings().answer_rows
    if len(exhibit.sheet.lines) > most:
        lang = language_of(request)
        raise too_large(request, lang.t("{count} lines", count=lang.number(most)))
