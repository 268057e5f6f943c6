"""The stand's doors: whatever is asked for, the browser gets the stand, and nothing else the server could give."""

from ipaddress import ip_address
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.websockets import WebSocketClose

from dashboard.headers import FRONT_PAGE, Application, Message, Receive, Send

FILES = ("/static/", "/assets/")
ANSWERS = ("/_stcore/health", "/_stcore/host-config", "/health")
STREAM = "/_stcore/stream"
OWN = "x-pocket-own-machine"  # written here only, into what the stand's script hears of the browser
RELAYED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")  # what a proxy adds
WATCHDOG = Path(__file__).with_name("watchdog.js").read_text(encoding="utf-8")
PAGE = FRONT_PAGE.replace("</head>", f"<script>{WATCHDOG}</script></head>")


class StandOnly:
    """ASGI middleware: an allow list of addresses."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let through what the stand needs; send every other page back to it."""
        answer: Application = self.app
        if scope["type"] == "http":
            answer = self._answer(scope["method"], scope["path"], scope["query_string"])
        elif scope["type"] == "websocket":
            answer = self.app if scope["path"] == STREAM else WebSocketClose()
            mark(scope)
        await answer(scope, receive, send)

    def _answer(self, method: str, path: str, query: bytes) -> Application:
        if method not in ("GET", "HEAD"):
            return PlainTextResponse("The stand takes nothing.", status_code=405)
        if path == "/" and not query:
            return HTMLResponse(PAGE, headers={"Cache-Control": "no-cache"})
        if path in ANSWERS or path.startswith(FILES):
            return self.app
        if path.startswith(("/_stcore/", "/media/", "/component/", "/app/")):
            return PlainTextResponse("The stand offers nothing here.", status_code=404)
        return RedirectResponse("/", status_code=303)


def mark(scope: Message) -> None:
    """Write into a connection's headers whether its browser runs on this machine, over whatever it says itself."""
    headers = MutableHeaders(scope=scope)
    is_own = _is_loopback(scope.get("client")) and not any(name in headers for name in RELAYED)
    headers[OWN] = "yes" if is_own else "no"


def _is_loopback(client: tuple[str, int] | None) -> bool:
    try:
        address = ip_address(client[0] if client else "")
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def on_own_machine() -> bool:
    """Whether the browser that is being answered runs on the stand's own machine, and no proxy speaks for it."""
    return st.context.headers.get(OWN) == "yes"
