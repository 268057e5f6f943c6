"""A figure, table or list as a file; a page as a workbook or a data package."""

from collections.abc import Callable
from functools import partial

from starlette.requests import Request

from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View
from dashboard.export.formats import made
from dashboard.language import Language
from dashboard.made import Made
from dashboard.screen.html import prefix
from dashboard.settings import settings
from dashboard.warehouse import warehouse
from dashboard.web.answer import WAITED, too_large
from dashboard.web.asking import endings, exhibit_of, language_of, schemed, view_of
from dashboard.web.job import OF_PAGES
from dashboard.web.parameters import REPEATED
from dashboard.web.record import as_json, record
from dashboard.web.refusal import Refusal
from dashboard.workshop.order import Failed, Full, NotMade, Order, State
from dashboard.workshop.shop import workshop
from dashboard.workshop.words import full, told

PICTURES = ("svg", "png")
WAIT, AGAIN = 60, 10  # seconds that a file is waited for, and after which it may be there
STATUS = {"refused": 400, "size": 400, "fault": 500}  # of what will not be there either if it is asked for again


def figure_file(request: Request) -> Callable[[], Made]:
    """`/figures/<page>/<figure>.<ending>`"""
    ending = request.path_params["ending"]
    found, scheme = schemed(request) if ending in PICTURES else (view_of(request), "")
    exhibit = exhibit_of(request, found, drawn=ending in PICTURES)
    _known(ending, endings(exhibit), found)
    return partial(_made, request, found, exhibit, ending, dark=scheme == "dark")


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


def _made(request: Request, found: View, exhibit: Exhibit, ending: str, *, dark: bool) -> Made:
    """What takes a moment is made by the workshop, so that the pages stay quick; the rest here."""
    _not_too_long(request, exhibit)
    if ending == "json":
        address = f"{root(request)}figures/{found.page.name}/{exhibit.key}.json?{found.query}"
        return as_json(record(found, exhibit, address), found.file(exhibit.key))
    if ending in WAITED:
        return _ordered(found, exhibit.key, ending, dark=dark)
    return made(found, exhibit.key, ending, dark=dark)


def _whole(request: Request, found: View, ending: str) -> Made:
    for exhibit in found.exhibits.values():
        _not_too_long(request, exhibit)
    return _ordered(found, "", ending)


def _ordered(found: View, key: str, ending: str, *, dark: bool = False, again: bool = True) -> Made:
    """From the workshop, which keeps it for a while; once more where the data were renewed. Raises Refusal."""
    lang = found.lang
    which = {"page": found.page.name, "query": found.query, "lang": lang.code, "key": key, "ending": ending}
    of = {"dark": dark, "facts": found.version}
    try:
        return workshop().result(Order("file", which | of, warehouse().version), WAIT)
    except Full:
        raise Refusal(503, full(lang), wait=AGAIN) from None
    except NotMade as error:
        if again and error.state == Failed("version"):
            warehouse().refresh(force=True)
            return _ordered(found, key, ending, dark=dark, again=False)
        raise _refusal(error.state, lang) from None


def _refusal(state: State, lang: Language) -> Refusal:
    """Why there is no file; when to come again, if that helps."""
    status = STATUS.get(state.reason, 503) if isinstance(state, Failed) else 503
    return Refusal(status, told(state, lang), wait=AGAIN if status == 503 else 0)


def _not_too_long(request: Request, exhibit: Exhibit) -> None:
    most = settings().answer_rows
    if len(exhibit.sheet.lines) > most:
        lang = language_of(request)
        raise too_large(request, lang.t("{count} lines", count=lang.number(most)))
