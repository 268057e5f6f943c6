"""Seconds of a question, and memory of a process; both as the best that can be said of an engine."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ParamSpec

TRIES = 3
MEMORY = "memory MB"
P = ParamSpec("P")
Work = Callable[..., dict[str, float] | None]


def best(ask: Callable[[], object], name: str = "") -> float:
    """The shortest of a few times; not a number where it cannot be answered, and why on the error output."""

    def once() -> float:
        began = time.monotonic()
        ask()
        return time.monotonic() - began

    try:
        return min(once() for _ in range(TRIES))
    except Exception as error:  # whatever an engine has: the others are measured all the same
        print(name, "failed:", str(error)[:500], file=sys.stderr)
        return float("nan")


def most(pids: Iterable[int]) -> float:
    """The memory that processes have held at most, added, in MB."""
    return sum(_most(Path(f"/proc/{pid}/status")) for pid in pids)


def _most(status: Path) -> float:
    return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1000 if status.exists() else 0.0


def apart(work: Callable[P, dict[str, float] | None], *given: P.args, **named: P.kwargs) -> dict[str, float]:
    """What it found in a process of its own, and the memory that took."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_measured, work, given, named).result()


def _measured(work: Work, given: Iterable[object], named: Mapping[str, object]) -> dict[str, float]:
    return (work(*given, **named) or {}) | {MEMORY: most([os.getpid()])}
