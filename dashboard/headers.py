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
}
NOBODY = "'none'"
POLICY_NAME = "Content-Security-Policy"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def hashes(page: str) -> str:
    """The scripts that stand in a page, as a content security policy names them."""
    found = [hashlib.sha256(script.encode()).digest() for script in re.findall(r"<script>(.*?)</script>", page, re.S)]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in found)


def headers_for(page: str, framed_by: str = NOBODY) -> dict[str, str]:
    """The headers of a server whose pages all start as this one; of scripts in a page only its own may run, and only
    websites of these origins frame it."""
    policy = {**POLICY, "script-src": f"{POLICY['script-src']} {hashes(page)}".strip(), "frame-ancestors": framed_by}
    headers = {**HEADERS, POLICY_NAME: "; ".join(f"{name} {value}" for name, value in policy.items())}
    return headers if framed_by != NOBODY else {**headers, "X-Frame-Options": "DENY"}


class SecurityHeaders:
    """ASGI middleware that adds them to every answer of the application that has no policy of its own yet."""

    def __init__(self, app: Application, page: str = FRONT_PAGE, framed_by: str = NOBODY) -> None:
        self.app, self.headers = app, headers_for(page, framed_by)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if POLICY_NAME not in headers:
                    headers.update(self.headers)
            await send(message)

        await self.app(scope, receive, with_headers)
