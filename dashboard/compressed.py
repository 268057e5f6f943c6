"""Scripts and styles are compressed once, by the first who asks, and kept. Streamlit sends its own as they are; what it
compresses, it compresses anew for each visitor. Brotli is smaller but takes longer: until it is there gzip is given."""

import asyncio
import gzip
import re
from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from dashboard.headers import Application, Message, Receive, Send
from dashboard.made import Made

FOREVER = "public, max-age=31536000, immutable"
# Their names change with what is in them, so that there are as many as there are files.
NAMES = re.compile(r"/(static/(js|css)/[\w.-]+|assets/plotly-[\w.-]+|assets/components/[\w-]+)\.(js|css)$")
GZIP, BROTLI = "gzip", "br"
# Of what our first page loads, quality 10 makes 7 % less than 9 in ten times its time; 11 another 1.5 % in twice that.
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    GZIP: partial(gzip.compress, compresslevel=9),
    BROTLI: partial(brotli.compress, quality=10),
}
KINDS = ("text/javascript", "application/javascript", "text/css")


class Compressed:
    """ASGI middleware for browsers that take gzip, which are all."""

    def __init__(self, app: Application) -> None:
        self.app = app
        self._kept: dict[tuple[str, str], Response] = {}
        self._making = WeakValueDictionary[str, asyncio.Lock]()  # all who want the same at once wait for the first
        self._ordered = dict[str, asyncio.Task[None]]()  # a task that nobody holds may end early
        self._turn = asyncio.Semaphore(1)  # one core is enough for what nobody waits for

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does, only shorter."""
        answer: Application = self.app
        if _suits(scope):
            path, wants = scope["path"], BROTLI if takes(scope, BROTLI) else GZIP
            answer = self._kept.get((path, wants)) or self._kept.get((path, GZIP)) or await self._first(scope)
            if wants == BROTLI and (path, GZIP) in self._kept and path not in self._ordered:
                self._ordered[path] = asyncio.create_task(self._smaller(path))
        await answer(scope, receive, send)

    async def _first(self, scope: Message) -> Response:
        """The answer, which is kept if it is what its name says: Streamlit gives its front page for what it has not."""
        path = scope["path"]
        async with self._making.setdefault(path, asyncio.Lock()):
            if (path, GZIP) not in self._kept:
                answer = await self._asked(scope)
                kind = Headers(raw=answer.raw_headers).get("content-type", "")
                if answer.status_code != 200 or not kind.startswith(KINDS):
                    return answer
                self._kept[path, GZIP] = await asyncio.to_thread(_compressed, answer, bytes(answer.body), GZIP)
            return self._kept[path, GZIP]

    async def _smaller(self, path: str) -> None:
        """Brotli for those who come later."""
        async with self._turn:
            small = self._kept[path, GZIP]
            body = await asyncio.to_thread(gzip.decompress, bytes(small.body))
            self._kept[path, BROTLI] = await asyncio.to_thread(_compressed, small, body, BROTLI)

    async def _asked(self, scope: Message) -> Response:
        """The application's own answer, as it is without compression; whole, even if who asked has gone meanwhile."""
        plain = [pair for pair in scope["headers"] if pair[0] not in (b"accept-encoding", b"if-none-match")]
        status, headers, body = 500, list[tuple[bytes, bytes]](), bytearray()

        async def taken(message: MutableMapping[str, Any]) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], message["headers"]
            else:
                body.extend(message.get("body", b""))

        await self.app({**scope, "headers": plain}, _never_gone(), taken)
        answer = Response(bytes(body), status)
        answer.raw_headers = headers
        return answer


def _never_gone() -> Receive:
    """Says what was asked, and nothing more: Starlette stops in the middle of a file once it hears that nobody waits,
    but others will."""
    said = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        return next(said, None) or await asyncio.Future[Message]()

    return receive


def _suits(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not NAMES.search(scope["path"]):
        return False
    return takes(scope, GZIP) and "range" not in Headers(scope=scope)


def takes(scope: Message, encoding: str) -> bool:
    """Whether the browser says so, and not with `;q=0`."""
    wishes = re.sub(r"\s", "", Headers(scope=scope).get("accept-encoding", "").lower()).split(",")
    return any(re.fullmatch(rf"{encoding}(;q=(?!0(\.0*)?$).*)?", wish) for wish in wishes)


def unpacked(made: Made, scope: Message, headers: Mapping[str, str]) -> Response:
    """What is kept as gzip: for who takes that as it is, for others as it was."""
    if not takes(scope, GZIP):
        return Response(gzip.decompress(made.content), media_type=made.media_type, headers=dict(headers))
    return Response(made.content, media_type=made.media_type, headers={**headers, "Content-Encoding": GZIP})


def _compressed(answer: Response, plain: bytes, encoding: str) -> Response:
    body = COMPRESS[encoding](plain)
    made = Response(body)
    replaced = (b"content-length", b"etag", b"content-encoding")
    made.raw_headers = [pair for pair in answer.raw_headers if pair[0] not in replaced]
    headers = MutableHeaders(raw=made.raw_headers)
    headers.update(
        {
            "Content-Length": str(len(body)),
            "Content-Encoding": encoding,
            "Vary": "Accept-Encoding",
            "Cache-Control": FOREVER,
        }
    )
    return made
