"""How a server ends without losing a view: it takes no new readers, waits for those it has, then ends.

A balancer that is answered 503 asks the next server; pages that are still open when the time is up come back there.
"""

import asyncio
import logging
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dashboard.operation.systemd import notify
from dashboard.settings import settings

LOOK = 0.1  # seconds between two looks at who is still there
log = logging.getLogger(__name__)


class Door:
    """Whether new readers are let in, and how many are in."""

    def __init__(self) -> None:
        self.is_open, self.sessions = True, 0

    async def empty(self, seconds: float) -> None:
        """Until nobody is in, so many seconds at most."""
        ends = time.monotonic() + seconds
        while self.sessions and time.monotonic() < ends:
            await asyncio.sleep(LOOK)


DOOR = Door()


@contextmanager
def gently() -> Iterator[None]:
    """Within, in the thread of a running loop, SIGTERM closes the door first; a second one ends at once."""
    seconds = settings().drain_seconds
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
        return
    at_once, loop = signal.getsignal(signal.SIGTERM), asyncio.get_running_loop()
    going: list[asyncio.Task[None]] = []

    async def drain() -> None:
        log.info("no new readers; %s open pages have %s seconds", DOOR.sessions, seconds)
        notify("STOPPING=1")
        await DOOR.empty(seconds)
        _end(at_once)

    def asked(number: int, frame: FrameType | None) -> None:
        if not DOOR.is_open:
            _end(at_once, number, frame)
            return
        DOOR.is_open = False
        loop.call_soon_threadsafe(lambda: going.append(loop.create_task(drain())))

    signal.signal(signal.SIGTERM, asked)
    try:
        yield
    finally:
        DOOR.is_open = True  # of this server; tests start several in one process


def _end(handler: object, number: int = signal.SIGTERM, frame: FrameType | None = None) -> None:
    """As it would have ended without a door."""
    if callable(handler):
        handler(number, frame)
    else:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTERM)
