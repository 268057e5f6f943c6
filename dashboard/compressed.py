"""Scripts and styles are compressed once, by the first who asks, and kept. Streamlit sends its own as they are; what it
compresses, it compresses anew for each visitor."""

import asyncio
import gzip
import re
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from dashboard.headers import Application, Message, Receive, Send

FOREVER = "public, max-age=31536000, immutable"
# Their names change with what is in them, so that there are as many as there are files.
NAMES = re.compile(r"/(static/(js|css)/[\w.-]+|assets/plotly-[\w.-]+)\.(js|css)$")
KINDS = ("text/javascript", "application/javascript", "text/css")


class Compressed:
    """ASGI middleware for browsers that take gzip, which are all."""

    def __init__(self, app: Application) -> None:
        self.app = app
        self._kept: dict[str, Response] = {}
        self._making = asyncio.Lock()  # all who come at once wait for the first

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does, only shorter."""
        answer: Application = self.app
        if _suits(scope):
            answer = self._kept.get(scope["path"]) or await self._first(scope, receive)
        await answer(scope, receive, send)

    async def _first(self, scope: Message, receive: Receive) -> Response:
        """The answer, which is kept if it is what its name says: Streamlit gives its front page for what it has not."""
        path = scope["path"]
        async with self._making:
            if path not in self._kept:
                answer = await self._asked(scope, receive)
                kind = Headers(raw=answer.raw_headers).get("content-type", "")
                if answer.status_code != 200 or not kind.startswith(KINDS):
                    return answer
                self._kept[path] = await asyncio.to_thread(_compressed, answer)
            return self._kept[path]

    async def _asked(self, scope: Message, receive: Receive) -> Response:
        """The application's own answer, as it is without compression."""
        plain = [pair for pair in scope["headers"] if pair[0] not in (b"accept-encoding", b"if-none-match")]
        status, headers, body = 0, list[tuple[bytes, bytes]](), bytearray()

        async def taken(message: MutableMapping[str, Any]) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], message["headers"]
            else:
                body.extend(message.get("body", b""))

        await self.app({**scope, "headers": plain}, receive, taken)
        answer = Response(bytes(body), status or 500)  # nothing was answered to who has gone
        answer.raw_headers = headers
        return answer


def _suits(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not NAMES.search(scope["path"]):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


def _compressed(answer: Response) -> Response:
    body = gzip.compress(bytes(answer.body), 9)
    made = Response(body)
    made.raw_headers = [pair for pair in answer.raw_headers if pair[0] not in (b"content-length", b"etag")]
    headers = MutableHeaders(raw=made.raw_headers)
    headers.update(
        {
            "Content-Length": str(len(body)),
            "Content-Encoding": "gzip",
            "Vary": "Accept-Encoding",
            "Cache-Control": FOREVER,
        }
    )
    return made
