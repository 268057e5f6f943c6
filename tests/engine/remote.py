"""The engine that these tests ask: Sail, which they start, or with `make test-spark` a cluster of Apache Spark."""

import json
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from tools.sail import sail

CLUSTER = os.environ.get("SPARK_REMOTE", "")  # its address; empty: none
WINDOW = 0.5  # seconds in which it is measured
IDLE = 0.05  # of a processor: what an engine takes of which nobody wants anything; one at work shares with many


@dataclass(frozen=True)
class Remote:
    """`listens`: the process at its address; `works`: those that compute, which may have started others for that."""

    url: str
    listens: int
    works: tuple[int, ...]

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """It still holds its port, and says nothing."""
        process = psutil.Process(self.listens)
        process.suspend()
        try:
            yield
        finally:
            process.resume()

    def is_busy(self) -> bool:
        """Whether anybody computes, as the use of the processors says within half a second."""
        before = used(self.works)
        threading.Event().wait(WINDOW)
        return used(self.works) - before > WINDOW * IDLE


def used(pids: Iterable[int]) -> float:
    """Seconds of the processors that these and what they started have used."""
    return sum(sum(each.cpu_times()[:2]) for pid in pids for each in family(pid))


def family(pid: int) -> list[psutil.Process]:
    """A process and those that it started."""
    first = psutil.Process(pid)
    return [first, *first.children(recursive=True)]


def processes() -> dict[str, int]:
    """Those of the cluster: master, worker-1, worker-2, connect."""
    return json.loads(os.environ["SPARK_PROCESSES"])  # type: ignore[no-any-return]


@contextmanager
def remote() -> Iterator[Remote]:
    """The cluster if there is one, else a Sail that runs meanwhile."""
    if CLUSTER:
        of = processes()
        yield Remote(CLUSTER, of["connect"], (of["worker-1"], of["worker-2"]))
        return
    with sail() as engine:
        yield Remote(engine.url, engine.pid, (engine.pid,))
