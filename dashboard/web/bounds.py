"""How often one client may ask: so many requests a minute, and then a word on when to come again."""

import time
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from cachetools import LRUCache
from starlette.requests import Request

from dashboard.headers import Application, Message, Receive, Send
from dashboard.settings import settings
from dashboard.web.asking import language_of
from dashboard.web.refusal import Refusal, refused

CLIENTS = 10_000  # that are remembered
MINUTE = 60  # seconds
HOUSE = 64  # bits of an IPv6 address that stand for one connection


@dataclass
class Minute:
    """When a client's minute ends, and how often it has asked in it."""

    ends: float
    count: int = 0


class Bounded:
    """ASGI middleware, `times` as often as the settings say; clients are told apart by their addresses (behind a proxy
    on this machine by those it names)."""

    def __init__(self, app: Application, times: int = 1) -> None:
        self.app = app
        self._times = times
        self._minutes: LRUCache[str, Minute] = LRUCache(CLIENTS)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does, or that it was too often."""
        if wait := self._wait(_client(scope)):
            request = Request(scope)
            lang = language_of(request)
            message = lang.n(
                "Too many requests: again in {count} second.", "Too many requests: again in {count} seconds.", wait
            )
            await refused(request, Refusal(429, message, wait=wait), lang)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _wait(self, client: str) -> int:
        """Seconds until this client may ask again; 0: now."""
        now, most = time.monotonic(), self._times * settings().requests_per_minute
        minute = self._minutes.get(client)
        if minute is None or minute.ends <= now:
            minute = self._minutes[client] = Minute(now + MINUTE)
        minute.count += 1
        return 1 + int(minute.ends - now) if most and minute.count > most else 0


def _client(scope: Message) -> str:
    host = (scope.get("client") or ("",))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    return str(ip_network((address, HOUSE), strict=False)) if address.version == 6 else host
