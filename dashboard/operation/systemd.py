"""What the service manager is told: that the server serves, and again and again that it still does.

The watchdog's word comes from the loop that answers browsers, after a question to the engine, if that is of this
process: a server whose loop or engine hangs falls silent, and is started anew. An engine elsewhere would not come back
by that, and what is in memory is still shown without it.
"""

import asyncio
import logging
import os
import socket

from dashboard.warehouse import public_warehouse

log = logging.getLogger(__name__)
OFTEN = 3  # words within the time after which the server counts as hung


def notify(word: str) -> None:
    """Say `READY=1`, `WATCHDOG=1` or `STOPPING=1`; nothing where nobody listens."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place:
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as teller:
            teller.connect(f"\0{place[1:]}" if place.startswith("@") else place)
            teller.sendall(word.encode())
    except OSError:
        log.exception("the service manager cannot be told %s", word)


async def watchdog() -> None:
    """As long as the server runs; at once where no watchdog is asked for."""
    if not (patience := int(os.environ.get("WATCHDOG_USEC", "0")) / 1e6):
        return
    while True:
        try:
            await asyncio.wait_for(_own_engine_answers(), patience)
            notify("WATCHDOG=1")
        except Exception:  # silence is the word
            log.exception("the engine does not answer; the watchdog is told nothing")
        await asyncio.sleep(patience / OFTEN)


async def _own_engine_answers() -> None:
    served = public_warehouse()
    if not served.snapshot.engine.remote:
        await asyncio.to_thread(served.run, "select 1")
