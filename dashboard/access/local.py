"""Staff on the machine itself: who reaches a server that only this machine reaches, by no proxy or website."""

from collections.abc import Mapping
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PASSED_ON = ("forwarded", "via", "x-forwarded", "x-real-ip", "x-original", "cf-", "true-client-ip")


def is_local(headers: Mapping[str, str], listens: str, client: str | None) -> bool:
    """Whether a browser on this machine asks.

    `headers`: of its WebSocket; `listens`: the server's address; `client`: where the request comes from (None: here).
    A website that has its name lead here (DNS rebinding) says its own in `Host`; one whose scripts open a socket, in
    `Origin`; a proxy says that it passes something on.
    """
    told = {name.lower(): value for name, value in headers.items()}
    host = told.get("host", "")
    origins = (f"http://{host}", f"https://{host}")
    return listens in LOOPBACK and told.get("origin", "") in origins and is_direct(headers, client)


def is_direct(headers: Mapping[str, str], client: str | None) -> bool:
    """Whether something on this machine asks, by the machine's own name and by no proxy."""
    told = {name.lower(): value for name, value in headers.items()}
    host = told.get("host", "")
    passed_on = any(name.startswith(PASSED_ON) for name in told)
    return client in (None, *LOOPBACK) and _name(f"//{host}") in LOOPBACK and not passed_on


def _name(address: str) -> str:
    try:
        parts = urlsplit(address)
        return "" if parts.username is not None or parts.path else (parts.hostname or "").lower()
    except ValueError:
        return ""
