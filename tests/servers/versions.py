"""Readers without a browser, who ask for a page again and again and note of which version it begins and ends."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.session import Session
from tools.farm import Farm

Runs = list[tuple[str, str]]


@contextmanager
def watching(farm: Farm) -> Iterator[dict[str, Runs]]:
    """Within, a reader of each server notes of which version each run of a page begins and ends."""
    seen: dict[str, Runs] = {name: [] for name in farm.ports}
    ended = threading.Event()
    threads = [threading.Thread(target=_watch, args=(farm, name, seen[name], ended)) for name in seen]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def _watch(farm: Farm, name: str, runs: Runs, ended: threading.Event) -> None:
    while not ended.wait(1):
        runs.append(asyncio.run(_seen(farm, name)))


async def _seen(farm: Farm, name: str) -> tuple[str, str]:
    """By a new session, as everything is told to that."""
    session = Session(farm.direct(name), page="sectors")
    await session.open()
    await session.close()
    return session.versions
