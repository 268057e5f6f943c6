"""Where an engine stands: `sc://host:port/;token=…`, as Spark Connect writes it."""

import re
import socket
from dataclasses import dataclass

from dashboard.values import Said
from dashboard.warehouse.engine.fault import Unreachable, WrongAddress

PORT = 15002  # where Spark Connect listens if nothing else is said
WRITTEN = re.compile(r"sc://(?P<host>\[[0-9a-fA-F:]+\]|[\w.-]+)(:(?P<port>\d{1,5}))?(/(;[\w-]+=[^;=]*)*;?)?")
WAIT = 5.0  # seconds for a connection


@dataclass(frozen=True)
class Address:
    """`url` is whole and may hold a token; what is told to people is `place`."""

    url: str
    host: str
    port: int

    @property
    def place(self) -> str:
        """Without what only the engine may know."""
        return f"{self.host}:{self.port}"

    def reach(self) -> None:
        """Whether anybody listens there, told at once and not after a minute of trying. Raises Unreachable."""
        try:
            socket.create_connection((self.host.strip("[]"), self.port), WAIT).close()
        except OSError as error:
            why = error.strerror or str(error) or type(error).__name__
            raise Unreachable(Said("no engine listens at {place} ({why})", place=self.place, why=why)) from error


def address(url: str) -> Address:
    """What the setting says. Raises WrongAddress."""
    if not url:
        raise WrongAddress(Said("POCKET_ENGINE_URL is not set"))
    found = WRITTEN.fullmatch(url)
    port = int(found["port"] or PORT) if found else 0
    if not found or not 0 < port < 65536:
        told = Said("POCKET_ENGINE_URL is no address of an engine")  # not what it says: it may hold a token
        raise WrongAddress(told)
    return Address(url, found["host"], port)
