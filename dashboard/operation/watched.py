"""Every request is timed, counted, told in the log by a number of its own, and turned away while the server drains."""

import logging
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse

from dashboard import meters
from dashboard.headers import Application, Message, Receive, Send
from dashboard.journal import REQUEST, Answered
from dashboard.language import COMPLETE
from dashboard.operation.draining import DOOR
from dashboard.operation.places import is_page, place
from dashboard.operation.ready import ASK_ELSEWHERE
from dashboard.speaking import language

log = logging.getLogger(__name__)
NUMBER = re.compile(r"[0-9A-Za-z-]{8,64}")  # of a request, as balancers give them
OFTEN = ("/static/…", "/assets/…", "/component/…", "/health", "/ready", "/metrics", "/_stcore/health")  # not logged
FAULT, SOON = 500, 2  # a status; seconds until another server, or this one again, may answer


class Watched:
    """ASGI middleware, to be the outermost."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        REQUEST.set(given if NUMBER.fullmatch(given) else secrets.token_hex(8))
        if not DOOR.is_open and _is_new(scope):
            await _turned_away(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._session(scope, receive, send)
        else:
            await self._request(scope, receive, send)

    async def _request(self, scope: Message, receive: Receive, send: Send) -> None:
        began, status = time.perf_counter(), FAULT

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = REQUEST.get()
            await send(message)

        try:
            await self.app(scope, receive, told)
        finally:
            _note(place(scope["path"]), status, time.perf_counter() - began)

    async def _session(self, scope: Message, receive: Receive, send: Send) -> None:
        DOOR.sessions += 1
        meters.SESSIONS.set(DOOR.sessions)
        began = time.perf_counter()
        try:
            await self.app(scope, receive, send)
        finally:
            DOOR.sessions -= 1
            meters.SESSIONS.set(DOOR.sessions)
            line = Answered(place(scope["path"]), 101, round(time.perf_counter() - began, 3))
            log.info("a page was closed", extra={"answered": line})


@contextmanager
def page_run(page: str) -> Iterator[None]:
    """Around a run of a page; one that the reader cut short by the next click is none that failed."""
    began, status = time.perf_counter(), 200
    try:
        with meters.page_run(page):
            yield
    except Exception:
        status = FAULT
        raise
    finally:
        line = Answered(f"/{page}", status, round(time.perf_counter() - began, 3))
        log.info("a page was made", extra={"answered": line})


def _note(path: str, status: int, seconds: float) -> None:
    meters.REQUESTS.labels(path).observe(seconds)
    meters.STATUS.labels(path, str(status)).inc()
    if path not in OFTEN or status >= FAULT:
        level = logging.WARNING if status >= FAULT else logging.INFO
        log.log(level, "answered", extra={"answered": Answered(path, status, round(seconds, 3))})


def _is_new(scope: Message) -> bool:
    """Whether a reader comes, rather than a page that is open asks for what belongs to it."""
    if scope["type"] == "websocket":
        return True
    return "text/html" in Headers(scope=scope).get("accept", "") and is_page(scope["path"])


def _restarting() -> str:
    """For a reader whom no other server takes: in every language, and it comes again by itself, as nginx's does."""
    said = [
        (code, language(code).t("Pocket World is being restarted and will be back in a moment.")) for code in COMPLETE
    ]
    words = "".join(f'<p lang="{code}">{escape(text)}' for code, text in said)
    refresh = f'<meta charset="utf-8"><meta http-equiv="refresh" content="{SOON}">'
    return f"<!doctype html><html>{refresh}<title>Pocket World</title>{words}</html>"


async def _turned_away(scope: Message, receive: Receive, send: Send) -> None:
    """So that the balancer asks another server."""
    headers = {"Retry-After": str(SOON), "Cache-Control": "no-store"}
    response = HTMLResponse(_restarting(), ASK_ELSEWHERE, headers)
    if scope["type"] == "http":
        await response(scope, receive, send)
    elif "websocket.http.response" in scope.get("extensions", {}):
        await response({**scope, "method": "GET"}, receive, send)
    else:
        await send({"type": "websocket.close", "code": 1012})
