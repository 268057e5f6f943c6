"""The stand's doors: whatever is asked for, the browser gets the stand, and nothing else the server could give."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.websockets import WebSocketClose

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

FILES = ("/static/", "/assets/")
ANSWERS = ("/_stcore/health", "/_stcore/host-config", "/health")
STREAM = "/_stcore/stream"
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
WATCHDOG = Path(__file__).with_name("watchdog.js")


def front_page() -> str:
    """Streamlit's page with the watchdog in it."""
    page = INDEX.read_text(encoding="utf-8")
    return page.replace("</head>", f"<script>{WATCHDOG.read_text(encoding='utf-8')}</script></head>")


def hashes(page: str) -> str:
    """The scripts that stand in a page, as a content security policy names them."""
    found = [hashlib.sha256(script.encode()).digest() for script in re.findall(r"<script>(.*?)</script>", page, re.S)]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in found)


PAGE = front_page()
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    # Streamlit's components are modules from blob addresses, its styles are written into the page; scripts may not be.
    "Content-Security-Policy": "; ".join([
        "default-src 'self'", f"script-src 'self' {hashes(PAGE)} blob:", "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:",
        "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-src 'none'", "frame-ancestors 'none'",
    ]),
}  # fmt: skip


class StandOnly:
    """ASGI middleware: an allow list of addresses, and security headers on every answer."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let through what the stand needs; send every other page back to it."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer: Application = self.app
        if scope["type"] == "http":
            answer = self._answer(scope["method"], scope["path"], scope["query_string"])
        elif scope["type"] == "websocket" and scope["path"] != STREAM:
            answer = WebSocketClose()
        await answer(scope, receive, with_headers)

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
