"""Streamlit's own page with the first view in it, for a browser that opens a page: it waits for no script."""

import asyncio
import logging
import threading
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from dashboard import library, scripts
from dashboard.app_pages import KNOWN, pages_there
from dashboard.compressed import unpacked
from dashboard.content.choice import fields, without_asides
from dashboard.content.kept import remembered
from dashboard.content.page import FIRST_PAGE
from dashboard.content.view import View
from dashboard.headers import FRONT_PAGE, Application, Message, Receive, Send
from dashboard.language import Language
from dashboard.made import Made
from dashboard.screen.html import prefix
from dashboard.screen.page import default_of
from dashboard.warehouse import one_version, warehouse
from dashboard.warehouse.engine.asker import Left, asking
from dashboard.warehouse.engine.fault import EngineFault
from dashboard.web.asking import view_of
from dashboard.web.first import UP, first_view, pages
from dashboard.web.refusal import Refusal
from dashboard.web.site import filled
from dashboard.web.threads import in_thread, threads

log = logging.getLogger(__name__)
PATIENCE, MOST = 0.15, 8  # seconds that a browser waits for it; requests that wait at once
HEAD, BODY = "<title>Streamlit</title>", '<div id="root"></div>'


class FirstView:
    """ASGI middleware for addresses of pages: what is not made in time, or would be refused, is Streamlit's alone."""

    def __init__(self, app: Application) -> None:
        self.app = app
        self._maker = threads("first", 1)
        self._asked = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer with both, else as the application does."""
        name = _page(scope)
        made = None if name is None or self._asked >= MOST else await self._in_time(_request(scope, name))
        await (_response(made, scope) if made else self.app)(scope, receive, send)

    async def _in_time(self, request: Request) -> Made | None:
        """It is made to its end in any case, for the next one; but an engine elsewhere is asked for the page itself,
        and has more to do, unless somebody wants the same by then."""
        self._asked += 1
        given_up = threading.Event()
        making = in_thread(self._maker, _made, request, given_up)
        making.add_done_callback(self._answered)
        done, _ = await asyncio.wait([making], timeout=PATIENCE)
        given_up.set()
        return making.result() if done else None

    def _answered(self, _: object) -> None:
        self._asked -= 1


def _page(scope: Message) -> str | None:
    """The page of an address that a browser opens."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    below, root = scope["path"], f"/{prefix()}/" if prefix() else "/"
    if not below.startswith(root) or "text/html" not in Headers(scope=scope).get("accept", ""):
        return None
    name = below.removeprefix(root)
    return name or FIRST_PAGE if name in {*pages_there(), ""} - {FIRST_PAGE} else None


def _request(scope: Message, page: str) -> Request:
    """As the figures' addresses are asked, in the language in which the page opens."""
    wished = Headers(scope=scope).get("accept-language", "").partition(",")[0].partition(";")[0]
    headers = [pair for pair in scope["headers"] if pair[0] != b"accept-language"]
    headers.append((b"accept-language", default_of(wished).encode()))
    return Request({**scope, "headers": headers, "path_params": {"page": page}})


def _made(request: Request, given_up: threading.Event) -> Made | None:
    try:
        with one_version(), _waiting(given_up):
            found = view_of(request)
            return None if _is_typed(found) else front(found, phone="Mobi" in request.headers.get("user-agent", ""))
    except (Refusal, EngineFault, Left):
        return None  # the page itself says what is wrong
    except Exception:  # whatever it is, the page goes without
        log.exception("the first view of %s cannot be made", request.url.path)
        return None


def _waiting(given_up: threading.Event) -> AbstractContextManager[None]:
    """Around what an engine elsewhere is asked as long as the browser waits for it."""
    return asking(lambda: not given_up.is_set()) if warehouse().snapshot.engine.remote else nullcontext()


def _is_typed(found: View) -> bool:
    """Whether something is chosen that a reader makes up: such views are not kept, and not made for whoever asks."""
    named = fields(found.page.choice)
    return any(found.reading.codes[name] for name, field in named if field.options is None and not field.aside)


def front(found: View, *, phone: bool = False) -> Made:
    """The page of an address as it is first seen, compressed; of a picture a phone gets that for phones."""
    return _front(found.page.name, without_asides(found.reading.choice), found.title, found.lang, phone)


@remembered
def _front(page: str, choice: Any, title: str, lang: Language, phone: bool) -> Made:
    values = {
        "view": first_view(page, choice, lang, phone=phone),
        "pages": pages(lang),
        "current": KNOWN[page].title(lang),
        "library": library.address(),
        "without": lang.t("Without scripts there is no more than this."),
        "listed": lang.t("Every figure as a file"),
    }
    script = scripts.address("first")
    head, body = filled("first", lang, UP, title=title, script=script, **values).split("<!-- and -->")
    text = FRONT_PAGE.replace('<html lang="en">', f'<html lang="{lang.code}">')
    text = text.replace(HEAD, head).replace(BODY, body + BODY)
    return Made.gzipped("text/html", text)


def _response(made: Made, scope: Message) -> Response:
    headers = {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Encoding, Accept-Language, User-Agent"}
    return unpacked(made, scope, headers)
