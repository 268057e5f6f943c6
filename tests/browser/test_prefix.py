"""Below a prefix, behind a proxy that keeps it or takes it off: charts, shapes, health and links stay below it."""

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from tests.browser.conftest import Visitor
from tests.serving import serving
from tools.browser import free_port

pytestmark = pytest.mark.browser


@contextmanager
def proxy(backend: int, *, keeps: bool) -> Iterator[str]:
    """A proxy that passes on what lies below `/world/`, a connection for each request, and nothing else."""

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()
        writer.close()

    async def passes(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, path, rest = head.split(" ", 2)
        if not path.startswith("/world/"):
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            writer.close()
            return
        if "upgrade: websocket" not in rest.lower():
            rest = rest.replace("\r\n", "\r\nConnection: close\r\n", 1).replace("Connection: keep-alive\r\n", "")
        there, onward = await asyncio.open_connection("127.0.0.1", backend)
        onward.write(f"{method} {path if keeps else path.removeprefix('/world')} {rest}".encode("latin-1"))
        await asyncio.gather(pump(reader, onward), pump(there, writer), return_exceptions=True)

    loop, port = asyncio.new_event_loop(), free_port()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(asyncio.start_server(passes, "127.0.0.1", port), loop).result(10)
    yield f"http://127.0.0.1:{port}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


@pytest.mark.parametrize("keeps", [True, False])
def test_everything_stays_below_the_prefix(visitor: Visitor, tmp_path: Path, keeps: bool) -> None:
    port = free_port()
    setting = {"POCKET_PREFIX": "world"} if keeps else {}
    with serving(tmp_path, port=port, **setting), proxy(port, keeps=keeps) as address:
        assert json.load(urllib.request.urlopen(f"{address}/world/health"))["status"] == "ok"
        visit = visitor(address=address).open("/world/market?market=JP")
        assert visit.page.locator(".pw-figure[data-failed]").count() == 0
        assert visit.page.locator(".pw-figure[data-painted]").count() >= 5
        links = visit.page.locator("main a[href], [data-testid=stMain] a[target=_self]").evaluate_all(
            "all => all.map((link) => new URL(link.href)).filter((to) => to.origin === location.origin)"
            ".map((to) => to.pathname)"
        )
        assert links and all(link.startswith("/world/") for link in links)
        visit.open("/world/region")
        assert visit.page.locator(".pw-figure[data-failed]").count() == 0
        assert visit.errors == []
