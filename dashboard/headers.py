"""Security headers on every answer: a browser runs no script but this server's, and nobody frames its pages."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import streamlit
from starlette.datastructures import MutableHeaders

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

FRONT_PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
POLICY = {  # Streamlit writes its styles into the page; its components are modules from blob addresses
    "default-src": "'self'",
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def hashes(page: str) -> str:
    """The scripts that stand in a page, as a content security policy names them."""
    found = [hashlib.sha256(script.encode()).digest() for script in re.findall(r"<script>(.*?)</script>", page, re.S)]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in found)


def headers_for(page: str) -> dict[str, str]:
    """The headers of a server whose pages all start as this one; of scripts in a page only its own may run."""
    policy = {**POLICY, "script-src": f"{POLICY['script-src']} {hashes(page)}"}
    return {**HEADERS, "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items())}


class SecurityHeaders:
    """ASGI middleware that adds them to every answer of the application."""

    def __init__(self, app: Application, page: str = FRONT_PAGE) -> None:
        self.app, self.headers = app, headers_for(page)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, with_headers)
